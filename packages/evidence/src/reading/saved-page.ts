import PostalMime from 'postal-mime';
import { declaredCharset } from './declared-charset.js';
import { decodeText, type Decoded } from './encoding.js';
import { decodeAs } from './encodings.js';
import { latin } from './format.js';

/** A page in a file that holds its pictures, styles and frames too (MHTML). */
export interface SavedPage extends Decoded {
  readonly address: string | null;
}

interface Part {
  /** Names in small letters, unfolded. */
  readonly head: ReadonlyMap<string, string>;
  readonly body: number;
  readonly to: number;
}

/** A part that is made of others holds no more of these in each other. */
const DEEPEST = 8;

/**
 * The page alone: the part that the head names, else the first that is a page. What its frames show is
 * no text of it. Null where no part is a page.
 */
export async function savedPage(bytes: Uint8Array): Promise<SavedPage | null> {
  // One character a byte, so that places stay.
  const text = decodeAs(bytes, 'iso-8859-15');
  const whole = partAt(text, 0, text.length);
  const pages = pagesIn(text, whole, DEEPEST);
  const address = whole.head.get('snapshot-content-location');
  const start = parameter(whole.head, 'start');
  const page =
    pages.find(({ head }) => start !== null && head.get('content-id') === start) ??
    pages.find(({ head }) => address !== undefined && head.get('content-location') === address) ??
    pages[0];
  if (page === undefined) return null;
  // As a part of unknown kind its bytes are handed on as they are.
  const plain = `Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: ${page.head.get('content-transfer-encoding') ?? '8bit'}\r\n\r\n`;
  const head = Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
  const part = new Uint8Array(head.length + page.to - page.body);
  part.set(head);
  part.set(bytes.subarray(page.body, page.to), head.length);
  const { attachments } = await PostalMime.parse(part);
  const content = new Uint8Array((attachments[0]?.content ?? new ArrayBuffer(0)) as ArrayBuffer);
  const declared = parameter(page.head, 'charset') ?? declaredCharset(latin(content, 4096));
  return {
    ...(await decodeText(content, { declared })),
    address: address ?? page.head.get('content-location') ?? null,
  };
}

function pagesIn(text: string, part: Part, depth: number): Part[] {
  const type = part.head.get('content-type') ?? '';
  if (/^(?:text\/html|application\/xhtml\+xml)/iu.test(type)) return [part];
  const boundary = parameter(part.head, 'boundary');
  if (!/^multipart\//iu.test(type) || boundary === null || depth === 0) return [];
  const found: Part[] = [];
  const line = `--${boundary}`;
  let from = text.indexOf(line, part.body);
  while (from >= 0 && from < part.to) {
    const begin = text.indexOf('\n', from) + 1;
    const next = text.indexOf(`\n${line}`, from);
    const to = next < 0 ? part.to : Math.min(next, part.to);
    if (begin > 0 && begin < to) found.push(...pagesIn(text, partAt(text, begin, to), depth - 1));
    from = next < 0 ? -1 : next + 1;
  }
  return found;
}

function partAt(text: string, from: number, to: number): Part {
  const end = /\r?\n\r?\n/gu;
  end.lastIndex = from;
  const match = end.exec(text);
  const body = match === null || match.index > to ? to : end.lastIndex;
  const lines = text
    .slice(from, body)
    .replace(/\r?\n[ \t]+/gu, ' ')
    .split(/\r?\n/u);
  const head = lines.map((line) => /^([\w-]+)\s*:\s*(.*)$/u.exec(line)?.slice(1) ?? ['', '']);
  return { head: new Map(head.map(([name, value]) => [name.toLowerCase(), value])), body, to };
}

function parameter(head: Part['head'], name: string): string | null {
  const match = new RegExp(String.raw`;\s*${name}\s*=\s*(?:"([^"]*)"|([^\s;]+))`, 'iu').exec(
    head.get('content-type') ?? '',
  );
  return match?.[1] ?? match?.[2] ?? null;
}
