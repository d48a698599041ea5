import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CaseFolder } from '@standoff/case';
import { newSecret, readApp, serveCase } from '@standoff/workbench/server';

export const SITUATION = 'situation "Two"\n\nactor A "A" {\n  option go "Go"\n  prefers go\n}\n';

const PAGE =
  '<!doctype html><meta name="csp-nonce" content="" /><meta name="served-case" content="" /><meta name="case-key" content="" />';

/** A case in a folder of its own, served with an app of two files. */
export interface Served {
  readonly folder: string;
  readonly file: string;
  readonly port: number;
  readonly key: string;
  /** `name=value` */
  readonly cookie: string;
  /** Spent. */
  readonly address: string;
  readonly log: string[];
  /** Asks as a page of the server does, with the cookie. */
  ask(address: string, options?: RequestInit): Promise<Response>;
  save(name: string, body: unknown): Promise<Response>;
  close(): Promise<void>;
}

export async function serveTemporary(name = 'harbour'): Promise<Served> {
  const place = realpathSync(mkdtempSync(path.join(tmpdir(), 'standoff-server-')));
  const folder = path.join(place, name);
  mkdirSync(folder);
  const file = path.join(folder, 'harbour.standoff');
  writeFileSync(file, SITUATION);
  const app = path.join(place, 'app');
  mkdirSync(path.join(app, 'assets'), { recursive: true });
  writeFileSync(path.join(app, 'index.html'), PAGE);
  writeFileSync(path.join(app, 'assets', 'a.js'), 'export {};');
  writeFileSync(path.join(app, 'assets', 'a-0123abCD.js'), 'export {};');
  const key = newSecret();
  const log: string[] = [];
  const server = await serveCase({
    folder: new CaseFolder(file),
    app: readApp(app),
    key,
    port: 0,
    log: (line) => void log.push(line),
  });
  const base = `http://127.0.0.1:${server.port}`;
  const cookie = await cookieFrom(server.address);
  const ask = (address: string, options: RequestInit = {}): Promise<Response> =>
    fetch(base + address, {
      redirect: 'manual',
      ...options,
      headers: {
        Cookie: cookie,
        ...(options.headers as Record<string, string> | undefined),
      },
    });
  return {
    folder,
    file,
    port: server.port,
    key,
    cookie,
    address: server.address,
    log,
    ask,
    save: (file, body) =>
      ask(`/api/files/${file}`, {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }),
    async close() {
      await server.close();
      rmSync(place, { recursive: true, force: true });
    },
  };
}

/** Spends the code of an address: the cookie that is given for it. */
export async function cookieFrom(address: string): Promise<string> {
  const { headers } = await fetch(address, { redirect: 'manual' });
  return headers.get('set-cookie')!.split(';')[0];
}

/** Sends bytes as they are, and gives all that comes back until the server hangs up; that it does not is an error. */
export function raw(port: number, request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(request, 'latin1'));
    socket.setEncoding('utf8');
    socket.on('data', (part: string) => (answer += part));
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}

/** A request as text, with the right Host and cookie where no others are given. */
export function requestText(
  { port, cookie }: Served,
  line: string,
  headers: Readonly<Record<string, string>> = {},
): string {
  const all = {
    Host: `127.0.0.1:${port}`,
    Cookie: cookie,
    Connection: 'close',
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return [`${line} HTTP/1.1`, ...lines, '', ''].join('\r\n');
}
