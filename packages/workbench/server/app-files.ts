import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { answerHeaders } from './guard.js';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** What a reader is given beside the case: the page, and all that it loads. */
export interface App {
  /**
   * Adds its addresses to a server that lets nobody in but the reader.
   * @param filled puts what the server knows into a page, with the nonce for its styles, if they need one
   */
  addTo(
    server: FastifyInstance,
    filled: (page: string, nonce: string) => string,
  ): void | Promise<void>;
}

export interface AppFile {
  readonly type: string;
  readonly bytes: Buffer;
}

/**
 * How long a browser may keep what stands at an address (`Cache-Control`): what is named by its contents
 * there will never be another of, so that a page that is opened again loads none of it.
 */
export function keptFor(address: string): string {
  return /^\/assets\/.+-[\w-]{8}\.\w+$/.test(address)
    ? 'private, max-age=31536000, immutable'
    : 'no-store';
}

/** How a file may be packed, the tightest first. */
const PACKINGS = {
  // Nearly as tight as the best, in a fraction of the time.
  br: (bytes: Buffer) =>
    brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
  gzip: (bytes: Buffer) => gzipSync(bytes),
} as const;
type Packing = keyof typeof PACKINGS;

/** Packed when first asked for, and kept. */
const packed = new WeakMap<AppFile, Partial<Record<Packing, Buffer>>>();

/** A file as a browser takes it (`Accept-Encoding`); `packing` null: as it is. */
export function bytesFor(
  file: AppFile,
  accepted: string | undefined,
): { readonly packing: Packing | null; readonly bytes: Buffer } {
  const packing = isPacked(file) ? null : acceptedPacking(accepted ?? '');
  if (packing === null) return { packing, bytes: file.bytes };
  const known = packed.get(file) ?? {};
  packed.set(file, known);
  return { packing, bytes: (known[packing] ??= PACKINGS[packing](file.bytes)) };
}

/** Fonts and pictures are packed in themselves; what is small is not worth it. */
function isPacked({ type, bytes }: AppFile): boolean {
  return bytes.length < 1_000 || /^(?:font|image)\/(?!svg)/.test(type);
}

function acceptedPacking(accepted: string): Packing | null {
  const taken = accepted
    .toLowerCase()
    .split(',')
    .map((part) => part.split(';').map((word) => word.trim()))
    .filter(([, weight]) => !/^q=0(?:\.0*)?$/.test(weight ?? ''))
    .map(([name]) => name);
  const packings = Object.keys(PACKINGS) as Packing[];
  return packings.find((one) => taken.includes(one)) ?? (taken.includes('*') ? 'br' : null);
}

/**
 * The app as it was built. It is kept in memory, so that what is asked for by an address is never looked
 * up on the disk, and a page fits its scripts even when the app is built anew.
 * @throws AppMissing where it is not built
 */
export function readApp(folder: string): App {
  let names: string[];
  let page: string;
  try {
    page = readFileSync(path.join(folder, 'index.html'), 'utf8');
    names = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
  } catch {
    throw new AppMissing(folder);
  }
  const files = new Map<string, AppFile>(
    names
      .filter((name) => name !== 'index.html')
      .map((name) => [
        `/${name.split(path.sep).join('/')}`,
        {
          type: TYPES[path.extname(name)] ?? 'application/octet-stream',
          bytes: readFileSync(path.join(folder, name)),
        },
      ]),
  );
  return {
    addTo(server, filled) {
      server.get('/', (_request, reply) => {
        const nonce = randomBytes(16).toString('base64');
        return reply
          .headers(answerHeaders(nonce))
          .type('text/html; charset=utf-8')
          .send(filled(page, nonce));
      });
      for (const [address, file] of files)
        server.get(address, (request, reply) => {
          const { packing, bytes } = bytesFor(file, request.headers['accept-encoding']?.toString());
          if (packing !== null) void reply.header('Content-Encoding', packing);
          return reply
            .headers({ Vary: 'Accept-Encoding', 'Cache-Control': keptFor(address) })
            .type(file.type)
            .send(bytes);
        });
    },
  };
}

/** The app is not where it should be. */
export class AppMissing extends Error {
  override readonly name = 'AppMissing';
  constructor(readonly folder: string) {
    super(`the workbench is not built: there is no page in ${folder}`);
  }
}

/** A page with its `<meta>` of these names filled in. */
export function withMetas(page: string, metas: Readonly<Record<string, string>>): string {
  return Object.entries(metas).reduce(
    (text, [name, content]) =>
      text.replace(
        new RegExp(`(<meta name="${name}" content=")[^"]*`),
        (_, before: string) => before + escaped(content),
      ),
    page,
  );
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
