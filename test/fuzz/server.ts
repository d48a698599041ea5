import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import fc from 'fast-check';
import {
  serveTemporary,
  SITUATION,
  type Served,
} from '../../packages/workbench/test/server/served.js';
import { anyCharacter } from '../any-character.js';
import { STRANGE } from './mutations.js';
import { expectThat, target, type Target } from './target.js';

const SECRET = 'not for pages';

/** What the server may answer with: what is done, and what is refused and why. */
const STATUSES = new Set([
  200, 204, 303, 304, 400, 401, 403, 404, 405, 408, 409, 411, 413, 414, 415, 417, 422, 431, 503,
  505,
]);

/** Sent by the page that the case was opened in. */
const OWN = 'Cookie: COOKIE';

interface Request {
  readonly line: string;
  readonly headers: readonly string[];
  readonly body: string;
}

const method = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      'GET',
      'PUT',
      'PUT',
      'POST',
      'HEAD',
      'DELETE',
      'OPTIONS',
      'PATCH',
      'TRACE',
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom('get', 'CONNECT', 'M-SEARCH', 'X', '', 'GET GET') },
);

const PATHS = [
  '/',
  '/api/case',
  '/api/files/situation',
  '/api/files/annotations.json',
  '/api/files/sources.json',
  '/api/files/suggestions.json',
  '/api/files/variants.json',
  '/api/sources/a',
  '/api/sources/a?name=a.txt',
  '/api/sources/b?name=b.pdf',
  '/assets/a.js',
  '/index.html',
  '/api/changes',
] as const;

const ASTRAY = [
  '..',
  '%2e%2e',
  '..%2f',
  '%2f',
  '%5c',
  '\\',
  '//',
  '/./',
  '%00',
  '%',
  '%zz',
  '%c0%ae',
  '?',
  '?name=../secret.txt',
  '?name=',
  '&name=x',
  '#',
  'secret.txt',
  '../secret.txt',
  '..%2fsecret.txt',
  '%2e%2e%2fsecret.txt',
  'a'.repeat(300),
  '?token=x',
  '\u00e9',
  '.git',
  '.gitignore',
  'harbour.standoff',
  'CON',
  '__proto__',
  'constructor',
];

const address = fc
  .tuple(
    fc.constantFrom(...PATHS),
    fc.array(fc.tuple(fc.nat(), fc.constantFrom(...ASTRAY)), { maxLength: 3 }),
  )
  .map(([begin, changes]) =>
    changes.reduce<string>((all, [at, what]) => {
      const place = at % (all.length + 1);
      return all.slice(0, place) + what + all.slice(place);
    }, begin),
  );

const text = fc.oneof(
  fc.constantFrom(
    SITUATION,
    '',
    'situation "Other"\n',
    '{',
    '[]',
    '{"sources":[{"id":"a","file":"../secret.txt","versions":[]}]}',
    ...STRANGE,
  ),
  fc.string({ unit: anyCharacter, maxLength: 40 }),
);

const body = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  {
    weight: 5,
    arbitrary: fc
      .record({
        text,
        basedOn: fc.constantFrom<unknown[]>(null, 'now', 'f'.repeat(64), '', 1, {}),
      })
      .map((saved) => JSON.stringify(saved)),
  },
  { weight: 1, arbitrary: fc.json() },
  { weight: 1, arbitrary: fc.string({ unit: anyCharacter, maxLength: 200 }) },
  { weight: 1, arbitrary: fc.constant('{'.repeat(2000)) },
);

const header = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      'Content-Type: application/json',
      'Content-Type: application/octet-stream',
    ),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      'Content-Type: text/plain',
      'Content-Type: application/json; charset=utf-16',
      'Content-Type: multipart/form-data; boundary=x',
      'Content-Type:',
      'Content-Encoding: gzip',
      'Transfer-Encoding: chunked',
      'Transfer-Encoding: gzip, chunked',
      'Content-Length: 0',
      'Content-Length: 5',
      'Content-Length: -1',
      'Content-Length: 999999999999',
      'Expect: 100-continue',
      'Expect: x',
      'Host: evil.example',
      'Host: localhost',
      'Host:',
      'Origin: null',
      'Origin: http://evil.example',
      'Sec-Fetch-Site: cross-site',
      'Cookie: a=b',
      'Cookie: standoff-1=x',
      'Cookie: =;;=',
      'Upgrade: websocket',
      'Connection: upgrade',
      'Range: bytes=0-1',
      'If-None-Match: *',
      'Accept: text/event-stream',
      'X: \u0000',
      'X\u0001: y',
      ': x',
      'no colon',
      `X: ${'x'.repeat(20_000)}`,
      ' X: folded',
      '__proto__: x',
      'constructor: x',
    ),
  },
);

const request: fc.Arbitrary<Request> = fc
  .record({
    line: fc.tuple(method, address).map((parts) => parts.join(' ')),
    version: fc.oneof(
      { weight: 20, arbitrary: fc.constant('HTTP/1.1') },
      { weight: 1, arbitrary: fc.constantFrom('HTTP/1.0', 'HTTP/2.0', 'HTTP/9', '') },
    ),
    own: fc.oneof(
      { weight: 9, arbitrary: fc.constant(true) },
      { weight: 1, arbitrary: fc.constant(false) },
    ),
    headers: fc.array(header, { maxLength: 4 }),
    body,
    measured: fc.oneof(
      { weight: 6, arbitrary: fc.constant(true) },
      { weight: 1, arbitrary: fc.constant(false) },
    ),
  })
  .map(({ line, version, own, headers, body: sent, measured }) => ({
    line: `${line} ${version}`,
    headers: [
      ...(own ? ['Host: HOST', OWN] : []),
      'Connection: close',
      ...headers,
      ...(measured && sent !== '' ? [`Content-Length: ${Buffer.byteLength(sent)}`] : []),
    ],
    body: sent,
  }));

/** The server of the workbench, over loopback: refusals by the book, nothing from outside the case, no end. */
export function server(): Target {
  let served: Served | undefined;
  let log = 0;
  return target('server', {
    runs: 250,
    input: request,
    async check(asked) {
      served ??= await begun();
      layOut(served);
      const answer = await send(served, asked);
      expectThat(answer !== null, 'no answer');
      // Who asks whether to go on is told so first.
      const said = answer.replace(/^HTTP\/1\.1 100 Continue\r\n\r\n/, '');
      const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(said)?.[1]);
      expectThat(said === '' || STATUSES.has(status), `the status ${said.slice(0, 60)}`);
      expectThat(!answer.includes(SECRET), 'what lies outside the case is told');
      expectThat(
        asked.headers.includes(OWN) ||
          (!answer.includes(served.key) && !answer.includes(secretOf(served))),
        'a secret is told to a stranger',
      );
      const outside = path.dirname(served.folder);
      expectThat(
        readdirSync(outside).sort().join() === 'app,harbour,secret.txt' &&
          readFileSync(path.join(outside, 'secret.txt'), 'utf8') === SECRET,
        'something outside the case is changed',
      );
      expectThat(existsSync(served.file), 'the situation is gone');
      const lines = served.log.slice(log);
      log = served.log.length;
      expectThat(
        !/[\u0000-\u001F\u007F-\u009F]/.test(lines.join('')),
        'the log has control characters',
      );
      const { status: after } = await served.ask('/api/case');
      expectThat(after === 200, `the case is not served any more: ${after}`);
    },
    close: async () => served?.close(),
  });
}

function secretOf({ cookie }: Served): string {
  return cookie.slice(cookie.indexOf('=') + 1);
}

/** The case as it is before each request. */
function layOut({ folder, file }: Served): void {
  for (const name of readdirSync(folder)) rmSync(path.join(folder, name), { recursive: true });
  writeFileSync(file, SITUATION);
}

async function begun(): Promise<Served> {
  const served = await serveTemporary();
  writeFileSync(path.join(served.folder, '..', 'secret.txt'), SECRET);
  return served;
}

/** What comes back: all of it, or of an answer without an end its beginning; null: nothing, for too long. */
function send(
  { port, cookie }: Served,
  { line, headers, body: sent }: Request,
): Promise<string | null> {
  const lines = headers.map((one) =>
    one.replace('HOST', `127.0.0.1:${port}`).replace('COOKIE', cookie),
  );
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => {
      socket.write([line, ...lines, '', ''].join('\r\n'), 'latin1');
      socket.end(sent);
    });
    socket.setEncoding('utf8');
    socket.on('data', (part: string) => {
      answer += part;
      if (/^content-type: text\/event-stream\r$/im.test(answer)) socket.destroy();
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', () => resolve(answer));
    socket.setTimeout(20_000, () => {
      resolve(null);
      socket.destroy();
    });
  });
}
