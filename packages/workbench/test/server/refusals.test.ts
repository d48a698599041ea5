import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import path from 'node:path';
import { connect } from 'node:net';
import { CaseFolder } from '@standoff/case';
import { proofOf } from '@standoff/workbench/server';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { makePipe } from '../../../case/test/make-pipe.js';
import { raw, requestText, serveTemporary, SITUATION, type Served } from './served.js';

let served: Served;
let secret: string;
beforeAll(async () => {
  served = await serveTemporary();
  secret = path.join(served.folder, '..', 'secret.txt');
  writeFileSync(secret, 'not for pages');
});
afterAll(() => served.close());
afterEach(() => {
  // Whatever was refused: nothing that a log is sent on with tells how to get in.
  for (const secret of [served.key, served.cookie.split('=')[1], 'code='])
    expect(served.log.join('\n')).not.toContain(secret);
});

/** The status that a request given as text gets. */
async function statusOf(line: string, headers: Record<string, string> = {}): Promise<number> {
  return statusIn(await raw(served.port, requestText(served, line, headers)));
}

function statusIn(answer: string): number {
  expect(answer).not.toContain('not for pages');
  return Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);
}

test('the address with its code is exchanged, once, for a cookie and a clean address', async () => {
  const other = await serveTemporary('code');
  // It was spent as the case was served.
  const again = await fetch(other.address, { redirect: 'manual' });
  expect(again.status).toBe(401);
  expect(await again.text()).toContain('this address is spent');
  // For the browser that spent it, it leads to the page.
  const known = await other.ask(new URL(other.address).search.replace(/^/, '/'));
  expect(known.status).toBe(303);
  expect(known.headers.get('location')).toBe('/');
  expect(known.headers.get('set-cookie')).toBeNull();
  // 32 bytes in base64: 256 bits.
  expect(new URL(other.address).searchParams.get('code')).toMatch(/^[\w-]{43}$/);
  expect(other.cookie).toMatch(new RegExp(`^standoff-${other.port}-[0-9a-f]{16}=[\\w-]{43}$`));
  expect((await other.ask('/')).status).toBe(200);
  await other.close();
});

test('the cookie counts among others of its name and its kind', async () => {
  const [name] = served.cookie.split('=');
  const Cookie = `${name}=x; ${served.cookie}; standoff-${served.port}=y; ${name}=z`;
  expect(await statusOf('GET /api/case', { Cookie })).toBe(200);
});

describe('server and page know each other', () => {
  const word = 'w'.repeat(43);
  const base = () => `http://127.0.0.1:${served.port}`;
  const proof = async (headers: Record<string, string> = {}) =>
    (await (await fetch(`${base()}/api/proof?word=${word}`, { headers })).json()) as {
      proof: string;
      word?: string;
    };
  const session = (body: unknown) =>
    fetch(`${base()}/api/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });

  test('the server shows that it has the key, which only the page is given', async () => {
    expect((await proof()).proof).toBe(proofOf(served.key, 'server', word));
    expect(await proof({ Cookie: served.cookie })).not.toHaveProperty('word');
    expect(await (await served.ask('/')).text()).toContain(
      `<meta name="case-key" content="${served.key}"`,
    );
  });

  test('a page that shows the same is given the cookie', async () => {
    const { word: challenge = '' } = await proof();
    const shown = { word: challenge, proof: proofOf(served.key, 'page', challenge) };
    const { status, headers } = await session(shown);
    expect(status).toBe(204);
    expect(headers.get('set-cookie')).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/);
    expect(headers.get('set-cookie')!.split(';')[0]).toBe(served.cookie);
    // A word serves once.
    expect((await session(shown)).status).toBe(401);
  });

  test.each([
    ['a word of its own', () => ({ word, proof: proofOf(served.key, 'page', word) })],
    [
      'another key',
      (challenge: string) => ({ word: challenge, proof: proofOf('k', 'page', challenge) }),
    ],
    [
      "the server's own proof",
      (challenge: string) => ({ word: challenge, proof: proofOf(served.key, 'server', challenge) }),
    ],
    ['nothing', () => ({})],
    ['no text', (challenge: string) => ({ word: challenge, proof: 1 })],
  ])('one that brings %s is not', async (_, body) => {
    const { word: challenge = '' } = await proof();
    const { status, headers } = await session(body(challenge));
    expect({ status, cookie: headers.get('set-cookie') }).toEqual({ status: 401, cookie: null });
  });

  test.each([
    '',
    '?word=',
    '?word=a',
    `?word=${'x'.repeat(101)}`,
    '?word=a&word=b',
    '?word=%00'.padEnd(40, 'x'),
  ])('a word that is none is refused: %s', async (query) => {
    expect((await fetch(`${base()}/api/proof${query}`)).status).toBe(400);
  });

  test('a page of another site is told nothing', async () => {
    const foreign = { Origin: 'http://127.0.0.1:1' };
    expect(await statusOf(`GET /api/proof?word=${word}`, foreign)).toBe(403);
    expect(await statusOf('POST /api/session', foreign)).toBe(403);
  });
});

test('every answer has the policy, also those that are no answers to a request', async () => {
  const expected = "Content-Security-Policy: default-src 'none'";
  const malformed = await raw(served.port, 'NONSENSE\r\n\r\n');
  expect(malformed).toMatch(/^HTTP\/1\.1 400 /);
  expect(malformed).toContain(expected);
  const expecting = await raw(
    served.port,
    requestText(served, 'GET /api/case', { Expect: 'the moon' }),
  );
  expect(expecting).toMatch(/^HTTP\/1\.1 417 /);
  expect(expecting).toContain(expected);
});

test('HEAD of the changes is answered, and ends', async () => {
  const answer = await raw(served.port, requestText(served, 'HEAD /api/changes'));
  expect(answer).toMatch(/^HTTP\/1\.1 200 /);
  expect(answer.toLowerCase()).toContain('content-type: text/event-stream');
});

test.each(['CON', 'nul', 'Com1', 'LPT9', 'aux', 'prn'])('%s is no name of a source', async (id) => {
  const { status } = await served.ask(`/api/sources/${id}?name=a.txt`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/octet-stream' },
    body: 'x',
  });
  expect(status).toBe(400);
});

test('a page has a policy that lets nothing in, with a nonce of its own', async () => {
  const nonces = await Promise.all(
    [1, 2].map(async () => {
      const page = await served.ask('/');
      const policy = page.headers.get('content-security-policy')!;
      const [, nonce] = /style-src 'self' 'nonce-([^']+)'/.exec(policy) ?? [];
      expect(policy).toContain("default-src 'none'; script-src 'self';");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
      const text = await page.text();
      expect(text).toContain(`<meta name="csp-nonce" content="${nonce}"`);
      expect(text).toContain('<meta name="served-case" content="harbour"');
      return nonce;
    }),
  );
  expect(nonces[0]).not.toBe(nonces[1]);
});

test.each(['/', '/assets/a.js', '/api/case'])('%s is isolated and not kept', async (address) => {
  const { status, headers } = await served.ask(address);
  expect(status).toBe(200);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
  expect(headers.get('cross-origin-embedder-policy')).toBe('require-corp');
  expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
  expect(headers.get('cache-control')).toBe('no-store');
});

test('a folder’s name cannot write into the page', async () => {
  const odd = await serveTemporary('"><script>alert(1)</script>'.replaceAll('/', '∕'));
  const text = await (await odd.ask('/')).text();
  expect(text).not.toContain('<script>');
  expect(text).toContain('&quot;&gt;&lt;script&gt;');
  await odd.close();
});

describe('who does not know the code', () => {
  test.each(['/?code=', `/?code=${'x'.repeat(43)}`, '/?code=a&code=b', '/'])(
    '%s without a cookie is refused',
    async (address) => {
      const { status } = await fetch(`http://127.0.0.1:${served.port}${address}`, {
        redirect: 'manual',
      });
      expect(status).toBe(401);
    },
  );

  test.each(['/api/case', '/api/changes', '/api/sources/a', '/assets/a.js', '/nothing'])(
    '%s is refused, also with another cookie',
    async (address) => {
      const place = `http://127.0.0.1:${served.port}${address}`;
      expect((await fetch(place)).status).toBe(401);
      const wrong = { Cookie: `${served.cookie.split('=')[0]}=${'x'.repeat(43)}` };
      expect((await fetch(place, { headers: wrong })).status).toBe(401);
      expect((await fetch(`${place}?code=${served.key}`)).status).toBe(401);
    },
  );
});

describe('pages of others, with the cookie', () => {
  test.each([
    ['a foreign name', { Host: 'evil.example' }],
    ['a foreign name with the port', { Host: 'evil.example:PORT' }],
    ['another port', { Host: '127.0.0.1:1' }],
    ['no port', { Host: '127.0.0.1' }],
    ['a foreign origin', { Origin: 'http://evil.example' }],
    ['an origin at another port', { Origin: 'http://127.0.0.1:1' }],
    ['no origin', { Origin: 'null' }],
    ['another scheme', { Origin: 'https://127.0.0.1:PORT' }],
    ['the other name of this machine', { Origin: 'http://localhost:PORT' }],
    ['a page of another site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['a page at another port', { 'Sec-Fetch-Site': 'same-site' }],
  ])('%s is refused', async (_, given) => {
    const headers = Object.fromEntries(
      Object.entries(given).map(([name, value]) => [
        name,
        value.replace('PORT', String(served.port)),
      ]),
    ) as Record<string, string>;
    expect(await statusOf('GET /api/case', headers)).toBe(403);
    expect(await statusOf('GET /?code=x', headers)).toBe(403);
  });

  test('its own are not', async () => {
    const own = { 'Sec-Fetch-Site': 'same-origin', Origin: `http://127.0.0.1:${served.port}` };
    expect(await statusOf('GET /api/case', own)).toBe(200);
    const named = { Host: `localhost:${served.port}` };
    expect(await statusOf('GET /api/case', named)).toBe(200);
  });
});

describe('paths that lead elsewhere', () => {
  test.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/.%2e/secret.txt',
    '/%252e%252e/secret.txt',
    '/..\\secret.txt',
    '/..%5csecret.txt',
    '/assets/a.js%00.txt',
    '/%zz',
    '/api/sources/..%2f..%2fsecret.txt',
    '/api/sources/%2e%2e',
    '/api/sources/a%2fb',
    '/api/sources/.hidden',
  ])('%s is refused and logged', async (address) => {
    const before = served.log.length;
    expect(await statusOf(`GET ${address}`)).toBe(400);
    expect(served.log.length).toBe(before + 1);
  });

  test.each(['/harbour.standoff', '/index.html', '/secret.txt', '/dev/zero', '/api', '/assets'])(
    '%s is nowhere',
    async (address) => {
      expect(await statusOf(`GET ${address}`)).toBe(404);
    },
  );

  test('other names than those of a case are not written', async () => {
    for (const name of ['README.md', '.gitignore', 'x.standoff', '..%2fsecret.txt'])
      expect((await served.save(name, { text: 'x', basedOn: null })).status).toBeGreaterThan(399);
  });
});

describe('what lies in the folder but leads out of it', () => {
  const records = (file: string): string =>
    JSON.stringify({
      schema: 'standoff/sources/1',
      sources: [
        {
          id: 'gazette',
          file,
          versions: [
            {
              bytes: `sha256:${'0'.repeat(64)}`,
              text: `sha256:${'0'.repeat(64)}`,
              format: 'text',
              lastParagraph: 1,
              added: '2018-04-27T10:00:00Z',
              metadata: {},
            },
          ],
        },
      ],
    });
  const inFolder = (name: string): string => path.join(served.folder, name);
  afterEach(() => {
    for (const name of ['annotations.json', 'sources.json', 'sources'])
      rmSync(inFolder(name), { recursive: true, force: true });
    writeFileSync(served.file, SITUATION);
  });

  test('a symbolic link beside the situation is neither read nor written', async () => {
    symlinkSync('../secret.txt', inFolder('annotations.json'));
    const answer = await served.ask('/api/case');
    expect(await answer.text()).not.toContain('not for pages');
    const saved = await served.save('annotations.json', { text: '{}', basedOn: null });
    expect(saved.status).toBe(403);
    expect(await saved.text()).toContain('leads out of the folder');
  });

  test('a situation that became one is refused', async () => {
    rmSync(served.file);
    symlinkSync('../secret.txt', served.file);
    const answer = await served.ask('/api/case');
    expect(answer.status).toBe(403);
    expect(await answer.text()).not.toContain('not for pages');
    expect(() => new CaseFolder(served.file)).toThrow('leads out of the folder');
    rmSync(served.file);
  });

  test.each(['../secret.txt', '/etc/passwd', 'sources/link.txt', '/dev/zero'])(
    'a recorded text %s is refused',
    async (file) => {
      mkdirSync(inFolder('sources'));
      symlinkSync('../../secret.txt', inFolder('sources/link.txt'));
      writeFileSync(inFolder('sources.json'), records(file));
      const answer = await served.ask('/api/sources/gazette');
      expect([204, 403]).toContain(answer.status);
      expect(await answer.text()).not.toMatch(/not for pages|root:/);
    },
  );

  test('a folder of texts that leads out is refused', async () => {
    mkdirSync(path.join(served.folder, '../elsewhere'));
    symlinkSync('../elsewhere', inFolder('sources'));
    const answer = await served.ask('/api/sources/gazette?name=a.txt', {
      method: 'PUT',
      headers: { 'Content-Type': 'application/octet-stream' },
      body: 'words',
    });
    expect(answer.status).toBe(403);
  });

  test('a pipe keeps nobody waiting', async () => {
    mkdirSync(inFolder('sources'));
    makePipe(inFolder('sources/gazette.txt'));
    const answer = await served.ask('/api/sources/gazette');
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('not a plain file');
  });
});

describe('what is too much or makes no sense', () => {
  const json = { 'Content-Type': 'application/json' };
  const put = (body: string, headers: Record<string, string> = json): Promise<Response> =>
    served.ask('/api/files/situation', { method: 'PUT', headers, body });

  test.each([
    ['no JSON', '{'],
    ['nothing', ''],
    ['a list', '[]'],
    ['null', 'null'],
    ['no version', '{"text":"x"}'],
    ['a version of another kind', '{"text":"x","basedOn":"1"}'],
    ['a text of another kind', '{"text":1,"basedOn":null}'],
    ['half a character', '{"text":"\\ud800","basedOn":null}'],
    ['a trap', '{"text":"x","basedOn":null,"__proto__":{"a":1}}'],
  ])('%s is malformed', async (_, body) => {
    expect((await put(body)).status).toBe(400);
    expect((await served.ask('/api/case')).status).toBe(200);
  });

  test('another kind of content is not read', async () => {
    expect((await put('text', { 'Content-Type': 'text/plain' })).status).toBe(415);
    expect((await put('a=b', { 'Content-Type': 'multipart/form-data' })).status).toBe(415);
  });

  test('a situation of more than 5 MB is refused, whatever was said of its size', async () => {
    const { status } = await served.save('situation', {
      text: 'x'.repeat(5_000_001),
      basedOn: null,
    });
    expect(status).toBe(413);
    const announced = { ...json, 'Content-Length': '11000000' };
    expect(await statusOf('PUT /api/files/situation', announced)).toBe(413);
    const text = { 'Content-Type': 'application/octet-stream', 'Content-Length': '200000001' };
    expect(await statusOf('PUT /api/sources/gazette?name=a.txt', text)).toBe(413);
  });

  test.each([
    ['no HTTP', 'hello\r\n\r\n'],
    ['no path', 'GET HTTP/1.1\r\n\r\n'],
    ['two lengths', 'PUT / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n'],
    ['a zero byte in a header', 'GET / HTTP/1.1\r\nHost: a\0b\r\n\r\n'],
    ['endless headers', `GET / HTTP/1.1\r\nA: ${'a'.repeat(40_000)}\r\n\r\n`],
  ])('%s is hung up on', async (_, request) => {
    expect(statusIn(await raw(served.port, request))).toBe(400);
    expect((await served.ask('/api/case')).status).toBe(200);
  });

  test('other methods are not answered', async () => {
    for (const method of ['POST', 'DELETE', 'OPTIONS'])
      expect(await statusOf(`${method} /api/case`)).toBe(404);
  });
});

test('nobody at another address of this machine is answered', async () => {
  const addresses = Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4');
  for (const { address } of [...addresses, { address: '127.0.0.2' }])
    await expect(
      new Promise((resolve, reject) => {
        const socket = connect(served.port, address, () => resolve('connected'));
        socket.on('error', reject);
      }),
    ).rejects.toThrow();
});
