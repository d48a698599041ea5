import type { Block } from './block.js';

/** A time code, alone or before what was said at it; logs of chats have the day with it. */
const DAY = String.raw`(?:\d{1,4}[-./]\d{1,2}[-./]\d{2,4},?\s+)?`;
const TIME = String.raw`(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?(?:\s?[AaPp]\.?[Mm]\.?)?`;
const CODE = new RegExp(
  String.raw`^[[(<]?${DAY}${TIME}[\])>]?(?:\s*(?:-->|[-–])\s*[[(]?${TIME}[\])]?)?(?:\s+[-–](?=\s))?\s*`,
  'u',
);
/** Only white space has to part words from the colon that ends a name where the script has capitals. */
const WORD = String.raw`(?:\p{Lu}[\p{L}\p{M}\p{N}_.'’/&-]*|\d{1,2}|of|the|and|de|van|von|al|bin)`;
const NAME = String.raw`${WORD}(?:\s+${WORD}){0,4}`;
const APART = String.raw`(?:\s*[([（【][^()[\]（）\n]{1,60}[)\]）】]){0,2}`;
/** What a speaker is, or for whom: "Ann Example, The Gazette:". */
const OFFICE = String.raw`(?:,\s[^:：,.\n]{2,60})?`;
/** How a line may begin that somebody speaks; the first group is the speaker. */
const SPEAKERS = [
  // "Q:", "THE CHAIR:", "Ann Example (Gazette):".
  new RegExp(String.raw`^(${NAME}${OFFICE}${APART})\s*(?::\s+|：\s*)(?=\S)`, 'u'),
  // "记者：", "المذيع:".
  new RegExp(
    String.raw`^(\p{Lo}[\p{Lo}\p{M}\p{N}·・]{0,11}(?:\s\p{Lo}[\p{Lo}\p{M}\p{N}]{0,11}){0,2}${APART})\s*(?::\s+|：\s*)(?=\S)`,
    'u',
  ),
  // "Q. When …", "Q2. When …", "Q  When …", "Pregunta. …".
  /^([QAFRPODVSC]|В|О|П|Question|Answer|Frage|Antwort|Pregunta|Respuesta|Domanda|Risposta|Pergunta|Resposta|Вопрос|Ответ)\d{0,3}(?:[.)]\s+|\s{2,}|\t)(?=\S)/u,
  // "Mr. SMITH of Velm. I yield", "The PRESIDENT. …".
  /^((?:Mr|Ms|Mrs|Miss|Dr|The|Senator|Mme|M)\.?\s+\p{Lu}[\p{Lu}'’-]+(?:\s+[\p{L}'’-]{1,20}){0,4})\.(?:\s+|—)(?=\S)/u,
  // "CHAIRMAN EXAMPLE. Good morning", "ANN EXAMPLE – When …".
  /^((?:\p{Lu}[\p{L}'’-]*\.?\s+){1,3}\p{Lu}[\p{Lu}'’-]{2,})(?:\.\s+|\s[–—-]\s)(?=\S)/u,
  // "<ann> Hello".
  /^<([^<>\s]{1,30})>\s+(?=\S)/u,
];
/** "interviewer: When …" begins a turn only where such lines are most of the text. */
const SMALL = /^(\p{Ll}[\p{L}\p{M}\p{N}_-]{0,20}(?:\s[\p{L}\p{N}]{1,20})?)\s*:\s+(?=\S)/u;
/** A line of a name and a time, above what was said: "Speaker 2  00:12". */
const NAMED =
  /^(\p{Lu}[\p{L}\p{M}.'’-]*(?:\s+[\p{L}\p{M}\d.'’-]{1,30}){0,4})[\s,–-]+[[(]?((?:\d{1,2}:)?\d{1,2}:\d{2})[\])]?:?$/u;
/** The same the other way round, or a name with its colon alone: "00:12 Speaker 2", "THE CHAIR:". */
const TIMED = new RegExp(
  String.raw`^[[(]?${TIME}[\])]?\s+(\p{Lu}[\p{L}\p{M}.'’-]*(?:\s+${WORD}){0,4})$`,
  'u',
);
const ALONE = new RegExp(String.raw`^(${NAME}${APART})\s*[:：]$`, 'u');

/** With fewer turns a colon is no more than a colon. */
const FEWEST_TURNS = 3;

/** Whether a line may be what a speaker begins with: it goes on with no line before it. */
export function mayBeTurn(line: string): boolean {
  return headerOf(line) !== null || speakerOf(line, true) !== null;
}

/**
 * An interview or the record of a meeting: each turn of a speaker is a paragraph, the time codes are left
 * out. What is no such text stays as it is.
 */
export function withTurns(blocks: readonly Block[]): readonly Block[] {
  const lines = blocks.flatMap(({ text, kind }) => (isOpen(kind) ? text.split('\n') : []));
  const small = !isDialogue(lines, false);
  if (small && !isDialogue(lines, true)) return blocks;
  const turns: Turn[] = [];
  return blocks.flatMap((block, i) => {
    if (!isOpen(block.kind)) return [block];
    const next = blocks[i + 1];
    return turnsOf(block, small, turns, next !== undefined && isOpen(next.kind));
  });
}

function isOpen(kind: Block['kind']): boolean {
  return kind === 'paragraph' || kind === 'unsure';
}

/** Some speak again, and there are turns enough for the length of the text. */
function isDialogue(lines: readonly string[], small: boolean): boolean {
  const speakers = new Map<string, number>();
  for (const line of lines) {
    const speaker = headerOf(line) ?? speakerOf(line, small);
    if (speaker !== null) speakers.set(speaker, (speakers.get(speaker) ?? 0) + 1);
  }
  const turns = [...speakers.values()].reduce((sum, count) => sum + count, 0);
  if (small)
    return (
      speakers.size > 1 &&
      turns > FEWEST_TURNS &&
      turns >= lines.length / 3 &&
      speakers.size <= turns / 2
    );
  // Lines of a bibliography begin with many initials.
  const letters = [...speakers.keys()].filter((speaker) => speaker.length === 1).length;
  if (letters > 2 && letters === speakers.size) return false;
  const again = [...speakers.values()].some((count) => count > 1);
  return (
    turns >= FEWEST_TURNS && again && speakers.size <= 0.8 * turns && turns >= lines.length / 15
  );
}

/** Whoever a line names that stands above what is said. */
function headerOf(line: string): string | null {
  const words = line.trim();
  if (words.length > 120) return null;
  return (
    NAMED.exec(words)?.[1] ??
    TIMED.exec(words)?.[1] ??
    ALONE.exec(words)?.[1].replace(/\s*[([（【].*/u, '') ??
    null
  );
}

function speakerOf(line: string, small: boolean): string | null {
  const words = line.trim().slice(0, 200).replace(CODE, '');
  for (const form of small ? [...SPEAKERS, SMALL] : SPEAKERS) {
    const speaker = form.exec(words)?.[1];
    // Questions and answers may be counted.
    if (speaker !== undefined)
      return speaker.replace(/\s*[([（【].*/u, '').replace(/^(\p{Lu})\d{1,3}$/u, '$1');
  }
  return null;
}

interface Turn {
  readonly named: string;
}

/** @param waiting a speaker named in the block before, above what is said in this one */
function turnsOf(block: Block, small: boolean, waiting: Turn[], hasNext: boolean): Block[] {
  const turns: { text: string; isTurn: boolean }[] = [];
  let named = waiting.pop()?.named ?? '';
  for (const line of block.text.split('\n')) {
    const header = headerOf(line);
    if (header !== null) {
      if (named !== '') turns.push({ text: named, isTurn: true });
      named = ALONE.test(line.trim()) ? `${line.trim()} ` : `${header}: `;
      continue;
    }
    const words = line
      .trim()
      .replace(CODE, '')
      .replace(/^<([^<>\s]{1,30})>\s+/u, '$1: ');
    if (words === '') continue;
    const isTurn = named !== '' || speakerOf(line, small) !== null;
    const last = turns.at(-1);
    if (isTurn || last === undefined) turns.push({ text: named + words, isTurn });
    else last.text += `\n${words}`;
    named = '';
  }
  // What is said may stand below its speaker, after a blank line.
  if (named !== '') {
    if (hasNext) waiting.push({ named });
    else turns.push({ text: named, isTurn: true });
  }
  return turns.map(({ text, isTurn }) =>
    isTurn ? { text, kind: 'paragraph', turn: true } : { text, kind: block.kind },
  );
}
