import PostalMime from 'postal-mime';
import { ReadError, type TextMetadata } from '../source-text.js';
import type { Block, Draft } from './block.js';
import { decodeAs } from './encodings.js';
import { readHtml } from './html.js';
import { readPlainText } from './plain-text.js';

/** A mail, or a page that a browser saved as one (MHTML): its text, without what is attached. */
export async function readMail(bytes: Uint8Array): Promise<Draft> {
  const { bytes: written, flows } = unflowed(bytes);
  const mail = await parse(written);
  const headers = new Map(mail.headers.map(({ key, value }) => [key, value]));
  const address =
    headers.get('snapshot-content-location') ?? headers.get('content-location') ?? null;
  // The date of a page that was saved is the day on which it was saved.
  const isPage = address !== null || /^<?saved by/iu.test(headers.get('from') ?? '');
  const html = mail.html ?? '';
  const text =
    flows === 'no' ? (mail.text ?? '') : joinFlowed(mail.text ?? '', flows === 'spaceless');
  const draft: Draft =
    html !== '' ? readHtml(html) : { blocks: blocksOf(text), metadata: {}, warnings: [] };
  const attached = mail.attachments.filter(
    ({ disposition, mimeType }) =>
      disposition === 'attachment' ||
      !/^(?:image|text\/css|font|application\/(?:font|javascript))/u.test(mimeType),
  );
  const warnings = isPage
    ? []
    : attached.map(
        ({ filename }) => `What is attached (${filename ?? 'without a name'}) is not read.`,
      );
  const from = mail.from;
  const metadata: Partial<TextMetadata> = isPage
    ? { ...draft.metadata, url: draft.metadata.url ?? address }
    : {
        ...draft.metadata,
        title: mail.subject ?? null,
        author: from?.name || from?.address || null,
        published: mail.date ?? null,
      };
  const more = mboxOf(bytes);
  if (more > 1)
    warnings.push(`The file holds ${more} mails; they are read as one, one after the other.`);
  const title: Block[] = !isPage && mail.subject ? [{ text: mail.subject, kind: 'title' }] : [];
  const blocks =
    title.length > 0
      ? draft.blocks.filter(({ kind }) => kind !== 'title').map(asLead)
      : draft.blocks;
  return { blocks: [...title, ...blocks], metadata, warnings: [...draft.warnings, ...warnings] };
}

/** What leads to a quotation counts with it. */
function asLead(block: Block): Block {
  const leads = block.text.length < 260 && LEADS.test(block.text.trim());
  return leads && block.kind !== 'item' ? { ...block, kind: 'heading' } : block;
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

const QUOTED = /^(?:>[^\S\n]?){0,20}/u;

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

/** "On Sunday Bob wrote:", "-----Original Message-----" and the lines of a head below it. */
const LEADS =
  /^(?:from \S{1,200} .{10,40}\d{4}|message-id:.{1,200}|-{2,}\s*(?:original message|forwarded message|ursprüngliche nachricht|message d’origine|mensaje original).*|_{20,}|begin forwarded message:|(?:from|sent|to|cc|subject|date|von|gesendet|an|betreff|datum|de|envoyé|à|objet)\s?:\s.{1,200}|(?:on|am|le|el|il|em|den|op|w dniu)\s.{6,200}(?:wrote|schrieb.{0,60}|a écrit|escribió|ha scritto|escreveu|skrev.{0,60}|schreef.{0,60}|napisał\(?a?\)?)\s?:?|.{3,100}\s(?:wrote|writes|schrieb|a écrit|escribió)\s?:)$/iu;

/** Without the marks of quoted lines and what stands below the signature's line; what leads to a quotation stands above it. */
function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let lines: string[] = [];
  const flush = (): void => {
    // Whoever is quoted begins anew, however the words before end.
    const [first, ...rest] = readPlainText(lines.join('\n')).blocks;
    if (first?.kind === 'unsure' && blocks.length > 0) {
      blocks.push({ text: first.text, kind: 'paragraph', turn: true }, ...rest);
    } else if (first) blocks.push(first, ...rest);
    lines = [];
  };
  const all = text
    .replace(/\r\n?/gu, '\n')
    .replace(
      /^((?:on|am|le|el)\s[^\n]{6,100})\n([^\n]{0,60}(?:wrote|schrieb|a écrit|escribió)\s?:)$/gimu,
      '$1 $2',
    )
    .split('\n');
  let depth = 0;
  let signed = false;
  all.forEach((line) => {
    const marks = QUOTED.exec(line)![0].replace(/\s/gu, '').length;
    const words = line.replace(QUOTED, '');
    // Below a signature there may be the mail that this one answers.
    if (/^-- ?$/u.test(words)) signed = true;
    const leads = words.length < 260 && LEADS.test(words.trim());
    if (leads || marks !== depth) {
      if (marks !== depth || leads) flush();
      signed = false;
      depth = marks;
    }
    if (leads) blocks.push({ text: words, kind: 'heading' });
    else if (!signed) lines.push(words);
  });
  flush();
  return blocks;
}
