import type { Block } from './block.js';

/** A time code, alone or before what was said at it. */
const CODE =
  /^[[(<]?(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?[\])>]?(?:\s*(?:-->|[-–])\s*[[(]?(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?[\])]?)?\s*/u;
/** "Q:", "THE CHAIR:", "Ann Example (Gazette):". */
const SPEAKER =
  /^((?:\p{Lu}[\p{L}\p{M}.'’-]*|\d{1,2}|of|the|de|van|von|al|bin)(?:\s+(?:\p{Lu}[\p{L}\p{M}.'’-]*|\d{1,2}|of|the|de|van|von|al|bin)){0,4}(?:\s*[([][^()[\]\n]{1,60}[)\]])?)\s*[:：]\s+(?=\S)/u;
/** A line of a name and a time, above what was said: "Speaker 2  00:12". */
const NAMED =
  /^(\p{Lu}[\p{L}\p{M}.'’-]*(?:\s+[\p{L}\p{M}\d.'’-]{1,30}){0,4})[\s,–-]+[[(]?((?:\d{1,2}:)?\d{1,2}:\d{2})[\])]?:?$/u;

/** With fewer turns a colon is no more than a colon. */
const FEWEST_TURNS = 3;

/**
 * An interview or the record of a meeting: each turn of a speaker is a paragraph, the time codes are left
 * out. What is no such text stays as it is.
 */
export function withTurns(blocks: readonly Block[]): readonly Block[] {
  const speakers = new Map<string, number>();
  let lines = 0;
  for (const { text, kind } of blocks) {
    if (kind !== 'paragraph' && kind !== 'unsure') continue;
    for (const line of text.split('\n')) {
      lines++;
      const speaker = speakerOf(line);
      if (speaker !== null) speakers.set(speaker, (speakers.get(speaker) ?? 0) + 1);
    }
  }
  const turns = [...speakers.values()].reduce((sum, count) => sum + count, 0);
  const again = [...speakers.values()].some((count) => count > 1);
  if (turns < FEWEST_TURNS || !again || speakers.size > 0.8 * turns || turns < lines / 15)
    return blocks;
  return blocks.flatMap((block) =>
    block.kind === 'paragraph' || block.kind === 'unsure' ? turnsOf(block) : [block],
  );
}

function speakerOf(line: string): string | null {
  const words = line.trim().slice(0, 200);
  return (
    NAMED.exec(words)?.[1] ??
    SPEAKER.exec(words.replace(CODE, ''))?.[1].replace(/\s*[([].*/u, '') ??
    null
  );
}

function turnsOf(block: Block): Block[] {
  const turns: { text: string; isTurn: boolean }[] = [];
  let named = '';
  for (const line of block.text.split('\n')) {
    const header = NAMED.exec(line.trim())?.[1];
    if (header !== undefined) {
      named = `${header}: `;
      continue;
    }
    const words = line.trim().replace(CODE, '');
    if (words === '') continue;
    const isTurn = named !== '' || speakerOf(line) !== null;
    const last = turns.at(-1);
    if (isTurn || last === undefined) turns.push({ text: named + words, isTurn });
    else last.text += `\n${words}`;
    named = '';
  }
  // What is said may stand below its speaker, after a blank line.
  if (named !== '') turns.push({ text: named, isTurn: true });
  return turns.map(({ text, isTurn }) =>
    isTurn ? { text, kind: 'paragraph', turn: true } : { text, kind: block.kind },
  );
}
