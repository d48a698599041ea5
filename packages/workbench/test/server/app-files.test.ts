import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { bytesFor, keptFor, type AppFile } from '../../server/app-files.js';

const text = 'export const words = "again and again";\n'.repeat(500);
const script: AppFile = { type: 'text/javascript; charset=utf-8', bytes: Buffer.from(text) };

test.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, deflate', 'gzip'],
  ['br;q=0, gzip;q=0.5', 'gzip'],
  ['GZIP', 'gzip'],
  ['*', 'br'],
  ['identity', null],
  ['br;q=0.0', null],
  ['', null],
  [undefined, null],
])('what a browser takes by “%s” is %s', (accepted, packing) => {
  const found = bytesFor(script, accepted);
  expect(found.packing).toBe(packing);
  const unpacked =
    packing === 'br'
      ? brotliDecompressSync(found.bytes)
      : packing === 'gzip'
        ? gunzipSync(found.bytes)
        : found.bytes;
  expect(unpacked.toString()).toBe(text);
  if (packing !== null) expect(found.bytes.length).toBeLessThan(script.bytes.length / 10);
});

test('a file is packed once', () => {
  expect(bytesFor(script, 'br').bytes).toBe(bytesFor(script, 'br, gzip').bytes);
});

test.each([
  ['a font', { type: 'font/woff2', bytes: Buffer.alloc(5_000) }],
  ['a picture', { type: 'image/png', bytes: Buffer.alloc(5_000) }],
  ['what is small', { type: 'text/css; charset=utf-8', bytes: Buffer.from('a{}') }],
])('%s is sent as it is', (_, file) => {
  expect(bytesFor(file, 'br')).toEqual({ packing: null, bytes: file.bytes });
});

test.each([
  '/assets/index-BA8NHTQs.js',
  '/assets/tell-U2Q0ji4Y.css',
  '/assets/_worlds-q_-9ab-Z.woff2',
])('%s is named by its contents, and kept', (address) =>
  expect(keptFor(address)).toBe('private, max-age=31536000, immutable'),
);

test.each([
  '/',
  '/?code=abcdefgh',
  '/assets/a.js',
  '/assets/words.js',
  '/api/sources/a-12345678.txt',
])('%s may be another one later, and is asked for each time', (address) =>
  expect(keptFor(address)).toBe('no-store'),
);
