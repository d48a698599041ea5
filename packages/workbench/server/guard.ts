import type { IncomingHttpHeaders } from 'node:http';
import { serverPolicy } from './policy.js';
import { Refusal } from './refusal.js';

/** What is told with every answer: nothing from elsewhere runs, is loaded, or frames the page. */
export function answerHeaders(nonce: string | null): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': serverPolicy(nonce),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'no-store',
  };
}

/**
 * Refuses what does not come from a page of this server or from the reader's own hand: a name that was
 * made to lead here (Host), a page of another site (Origin, Sec-Fetch-Site).
 * @throws Refusal
 */
export function expectOwn(headers: IncomingHttpHeaders, port: number): void {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (port === 80) hosts.push('127.0.0.1', 'localhost');
  const { host, origin } = headers;
  if (host === undefined || !hosts.includes(host)) throw new Refusal(403, 'foreign Host');
  if (origin !== undefined && origin !== `http://${host}`) throw new Refusal(403, 'foreign Origin');
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none')
    throw new Refusal(403, 'asked for by a page of another site');
}

/**
 * Refuses addresses that try to leave the folders: "..", also encoded, back strokes and zero bytes.
 * @throws Refusal
 */
export function expectPlainPath(address: string): void {
  const [path = ''] = address.split('?');
  let plain = path;
  // What is encoded twice is decoded by nobody here; it is refused all the same.
  for (let k = 0; k < 3; k++) {
    try {
      plain = decodeURIComponent(plain);
    } catch {
      throw new Refusal(400, 'malformed address');
    }
  }

  if (/[\0-\x1f\\]/.test(plain) || plain.split('/').includes('..'))
    throw new Refusal(400, 'an address that leads elsewhere');
}
