import PostalMime from 'postal-mime';
import { ReadError } from '../source-text.js';
import type { Block, Draft } from './block.js';
import { decodeAs } from './encodings.js';
import { readHtml } from './html.js';
import { leadsTo, mailBlocks } from './mail-lines.js';
import { savedPage, type SavedPage } from './saved-page.js';

/** A mail, or a page that a browser saved as one (MHTML): its text, without what is attached. */
export async function readMail(bytes: Uint8Array): Promise<Draft> {
  const { bytes: written, flows } = unflowed(bytes);
  const mail = await parse(written);
  const headers = new Map(mail.headers.map(({ key, value }) => [key, value]));
  const isPage =
    headers.has('snapshot-content-location') ||
    headers.has('content-location') ||
    /^"?<?saved by/iu.test(headers.get('from') ?? '');
  const page = isPage ? await savedPage(bytes) : null;
  if (page !== null) return readPage(page);
  const text =
    flows === 'no' ? (mail.text ?? '') : joinFlowed(mail.text ?? '', flows === 'spaceless');
  const draft = mail.html ? readHtml(mail.html, true) : null;
  const warnings = mail.attachments
    .filter(
      ({ disposition, mimeType }) =>
        disposition === 'attachment' ||
        !/^(?:image|text\/css|font|application\/(?:font|javascript))/u.test(mimeType),
    )
    .map(({ filename }) => `What is attached (${filename ?? 'without a name'}) is not read.`);
  const more = mboxOf(bytes);
  if (more > 1)
    warnings.push(`The file holds ${more} mails; they are read as one, one after the other.`);
  const title: Block[] = mail.subject ? [{ text: mail.subject, kind: 'title' }] : [];
  return {
    blocks: [...title, ...(draft?.blocks.map(asPart) ?? mailBlocks(text))],
    headed: true,
    metadata: {
      ...draft?.metadata,
      title: mail.subject ?? null,
      author: mail.from?.name || mail.from?.address || null,
      published: mail.date ?? null,
    },
    warnings: [...(draft?.warnings ?? []), ...warnings],
  };
}

/** The date in the head is the day on which the page was saved. */
function readPage({ text, address, warnings }: SavedPage): Draft {
  const draft = readHtml(text);
  return {
    ...draft,
    metadata: { ...draft.metadata, url: draft.metadata.url ?? address },
    warnings: [...warnings, ...draft.warnings],
  };
}

/** The subject is the title; what leads to a quotation counts with it. */
function asPart(block: Block): Block {
  const leads = block.kind !== 'item' && block.kind !== 'row' && leadsTo(block.text);
  return leads || block.kind === 'title' ? { ...block, kind: 'heading' } : block;
}

/** How many mails a file holds that keeps one below the other. */
function mboxOf(bytes: Uint8Array): number {
  if (String.fromCharCode(...bytes.subarray(0, 5)) !== 'From ') return 1;
  const text = decodeAs(bytes, 'iso-8859-15');
  return text.match(/^From \S{1,200} .{0,40}\d{4}\s*$/gmu)?.length ?? 1;
}

async function parse(bytes: Uint8Array): ReturnType<typeof PostalMime.parse> {
  try {
    return await PostalMime.parse(bytes);
  } catch {
    throw new ReadError(
      'broken',
      'The mail is broken: its parts cannot be told from each other.',
      'Save it again, or save its text as plain text.',
    );
  }
}

/** A head that says that the lines of its text flow, and whether the spaces at their ends are words'. */
const FLOWED = /^content-type:[^\n]*(?:\n[ \t][^\n]*){0,9}?(?=;\s*format\s*=\s*"?flowed)/imu;

/**
 * Lines that flow are put together here: the parser of mails takes the marks of quoted ones for words.
 *
 * @returns the mail with lines as they stand, and how they flow
 */
function unflowed(bytes: Uint8Array): { bytes: Uint8Array; flows: 'no' | 'yes' | 'spaceless' } {
  const text = Array.from(bytes.subarray(0, 65_536), (byte) => String.fromCharCode(byte)).join('');
  const match = FLOWED.exec(text.replace(/\r/gu, ' '));
  if (!match) return { bytes, flows: 'no' };
  const at = text.toLowerCase().indexOf('flowed', match.index + match[0].length);
  const changed = Uint8Array.from(bytes);
  changed.set([0x66, 0x69, 0x78, 0x65, 0x64, 0x20], at);
  const rest = text.slice(match.index, at + 80);
  return { bytes: changed, flows: /delsp\s*=\s*"?yes/iu.test(rest) ? 'spaceless' : 'yes' };
}

function joinFlowed(text: string, spaceless: boolean): string {
  const lines: string[] = [];
  let open = '';
  for (const line of text.replace(/\r\n?/gu, '\n').split('\n')) {
    const marks = /^>{0,20}/u.exec(line)![0];
    // Before a sign that quotes nothing the space stays.
    const words = line.slice(marks.length).replace(/^ (?!>)/u, '');
    const last = lines.at(-1);
    if (last !== undefined && open === `${marks}|`) lines[lines.length - 1] = last + words;
    else lines.push(marks === '' ? words : `${marks} ${words}`);
    const flows = words.endsWith(' ') && words !== '-- ';
    open = flows ? `${marks}|` : '';
    if (flows && spaceless) lines[lines.length - 1] = lines.at(-1)!.slice(0, -1);
  }
  return lines.join('\n');
}
