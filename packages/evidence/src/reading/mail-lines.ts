import type { Block } from './block.js';
import { oneLine } from './block.js';
import { findDate } from './dateline.js';
import { readPlainText } from './plain-text.js';

/** Longer lines lead to no quotation. */
const LONGEST_LEAD = 400;

const QUOTED = /^(?:>[^\S\n]?){0,20}/u;

/** "-----Original Message-----", in any language; "Begin forwarded message:". */
const SEPARATOR = /^(?:-{2,}\s?[^-].{0,60}[^-]\s?-{2,}|_{20,}|begin forwarded message:)$/iu;

/** Whoever wrote what follows, and the other lines of a head that stand alone. */
const HEAD =
  /^[*_]?(?:from|sent|to|cc|subject|date|von|gesendet|an|betreff|datum|de|envoyé|à|objet|da|inviato|oggetto|asunto|enviado(?: el)?|assunto|van|verzonden|onderwerp|fra|från|skickat|ämne|emne|od|wysłano|temat|kimden|konu|от|отправлено|тема|кому|від|发件人|發件人|寄件者|发送时间|收件人|主题|差出人|送信日時|宛先|件名|보낸 사람|받는 사람|제목)[*_]?\s?[*_]?[:：][*_]?\s?\S.{0,400}$/iu;
/** Any of them, below one that is known. */
const FIELD = /^[*_]?[\p{L}-][\p{L}\p{M} -]{0,20}[*_]?\s?[:：][*_]?\s?\S/u;

/** "On Sunday Bob wrote:". */
const WROTE =
  /^(?:from \S{1,200} .{10,40}\d{4}|message-id:.{1,200}|(?:on|am|le|el|il|em|den|op|w dniu)\s.{6,200}(?:wrote|schrieb.{0,60}|a écrit|escribió|ha scritto|escreveu|skrev.{0,60}|schreef.{0,60}|napisał\(?a?\)?)\s?:?|.{3,100}\s(?:wrote|writes|schrieb|a écrit|escribió)\s?:)$/iu;
/** In any language: a day or an address before the colon. */
const ADDRESS = /<?[\w.+-]{1,64}@[\w-]{1,64}\.\p{L}/u;

/** Whether a line, or a few, lead to what somebody else wrote; such lines count with it. */
export function leadsTo(written: string): boolean {
  const line = oneLine(written);
  if (line.length > LONGEST_LEAD) return false;
  return SEPARATOR.test(line) || HEAD.test(line) || WROTE.test(line) || isAttribution(line);
}

/** "13.03.2022 10:00, Bob <bob@b.example>:". */
function isAttribution(line: string): boolean {
  return (
    /[:：]$/u.test(line) &&
    (ADDRESS.test(line) || (findDate(line) !== null && /\d:\d\d/u.test(line)))
  );
}

/** Without the marks of quoted lines and what stands below the signature's line; what leads to a quotation stands above it. */
export function mailBlocks(text: string): Block[] {
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
  const lead = (words: string): void => {
    flush();
    blocks.push({ text: words, kind: 'heading' });
  };
  let depth = 0;
  let signed = false;
  let head = false;
  for (const line of text.replace(/\r\n?/gu, '\n').split('\n')) {
    const marks = QUOTED.exec(line)![0].replace(/\s/gu, '').length;
    const words = line.replace(QUOTED, '');
    // Below a signature there may be the mail that this one answers.
    if (/^-- ?$/u.test(words)) signed = true;
    if (marks !== depth) {
      const leading = marks > depth ? takeLead(lines) : '';
      if (leading === '') flush();
      else lead(leading);
      signed = head = false;
      depth = marks;
    }
    const leads = leadsTo(words) || (head && FIELD.test(words));
    if (leads) {
      const opens = SEPARATOR.test(words.trim()) || HEAD.test(words.trim());
      lines.push(words);
      lead(opens || head ? lines.pop()! : takeLead(lines));
      signed = false;
      head ||= opens;
    } else if (words.trim() !== '') head = false;
    if (!leads && !signed) lines.push(words);
  }
  flush();
  return blocks;
}

/**
 * The last lines of a paragraph, where they lead to a quotation; they are taken from the others. Of more
 * than one line the first has the day.
 */
function takeLead(lines: string[]): string {
  let end = lines.length;
  while (end > 0 && lines[end - 1].trim() === '') end--;
  const ways: string[][] = [];
  for (let from = end - 1; from >= 0 && end - from <= 3 && lines[from].trim() !== ''; from--) {
    const way = lines.slice(from, end);
    if (leadsTo(way.join(' '))) ways.push(way);
  }
  const lead = ways.find((way) => findDate(way.join(' ')) !== null) ?? ways[0] ?? [];
  if (lead.length > 0) lines.length = end - lead.length;
  return lead.join(' ');
}
