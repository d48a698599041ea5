import { CHANCE } from '@standoff/model';
import { isName } from './outline.js';
import type { Declared, Outline, Word } from './outline.js';

export interface Name {
  /** As it is written at the place. */
  readonly name: string;
  readonly of: Declared;
}

/** The actor whose options bare names reach at a place: the braces around it say. */
export function actorAt({ words, declared }: Outline, offset: number): string | null {
  const around = declared.filter((d) => d.kind === 'actor' && d.from < offset && offset <= d.to);
  const last = around.at(-1);
  const opened = (from: number): boolean =>
    words.some((w) => w.image === '{' && w.from >= from && w.to <= offset);
  if (last !== undefined && opened(last.at.to)) return last.name;
  return perceivedAt(words, offset);
}

function perceivedAt(words: readonly Word[], offset: number): string | null {
  let depth = 0;
  let of: string | null = null;
  for (const [i, word] of words.entries()) {
    if (word.to > offset) break;
    if (word.image === '{') {
      if (depth === 0) {
        const k = words.slice(0, i).findLastIndex((w) => w.image === 'perceives');
        const between = words.slice(k + 1, i);
        const free = between.every((w) => w.image !== '{' && w.image !== '}');
        of = k >= 0 && free ? (between[0]?.image ?? null) : null;
      }
      depth += 1;
    } else if (word.image === '}') depth = Math.max(0, depth - 1);
  }
  return depth > 0 ? of : null;
}

/** The options of an actor and its consents to agreements. */
export function optionsOf({ declared }: Outline, actor: string): Name[] {
  const own = declared.filter((d) =>
    actor === CHANCE ? d.kind === 'chance' : d.kind === 'option' && d.actor === actor,
  );
  const consents = declared.filter((d) => d.parties.includes(actor) && d.actor !== actor);
  return [...own, ...consents].map((of) => ({ name: of.name, of }));
}

/** What an expression may name at a place, nearest first. */
export function operandsAt(outline: Outline, offset: number): Name[] {
  const { declared } = outline;
  const actor = actorAt(outline, offset);
  const own = declared.filter((d) => d.kind === 'option' && d.actor === actor && actor !== null);
  const whole = declared.filter(({ kind }) =>
    ['agreement', 'offer', 'scenario', 'state', 'chance'].includes(kind),
  );
  const others = declared.filter((d) => d.kind === 'option' && d.actor !== actor);
  return [
    ...own.map((of) => ({ name: of.name, of })),
    ...whole.map((of) => ({ name: of.name, of })),
    ...others.map((of) => ({ name: of.id, of })),
  ];
}

/**
 * What the name at a place stands for: surely where the text can be read, otherwise by the words
 * around it. Null where no name stands there, or it stands for nothing.
 */
export function meaningAt(
  outline: Outline,
  offset: number,
): { readonly from: number; readonly to: number; readonly of: Declared } | null {
  const { occurrences, declared, words } = outline;
  if (occurrences !== null) {
    const here = occurrences.find(({ from, to }) => from <= offset && offset <= to);
    if (here === undefined || here.of === null) return null;
    const given = occurrences.find(({ of, declares }) => declares && of === here.of);
    const of = declared.find(({ at }) => at.from === given?.from);
    return of === undefined ? null : { from: here.from, to: here.to, of };
  }
  const i = words.findIndex(
    (w) => w.from <= offset && offset <= w.to && (isName(w) || w.type === 'EVIDENCE'),
  );
  const word = words[i];
  if (word === undefined) return null;
  const of = spokenOf(outline, i);
  if (of === undefined) return null;
  if (word.type !== 'EVIDENCE') return { from: word.from, to: word.to, of };
  const [source] = /^@[^:#]*/.exec(word.image) ?? [''];
  const to = word.from + source.length;
  return offset <= to ? { from: word.from + 1, to, of } : null;
}

/** What a word stands for, as far as the words beside it tell. */
export function spokenOf(outline: Outline, i: number): Declared | undefined {
  const { words, declared } = outline;
  const word = words[i];
  const given = declared.find(({ at }) => at.from === word.from);
  if (given !== undefined) return given;
  if (word.type === 'EVIDENCE') {
    const source = word.image.slice(1).split(/[:#]/)[0].normalize('NFC');
    return declared.find((d) => d.kind === 'source' && d.name === source);
  }
  if (word.type !== 'ID') return undefined;
  const name = word.image.normalize('NFC');
  if (words[i - 1]?.image === '.') {
    const actor = words[i - 2]?.image.normalize('NFC') ?? '';
    return optionsOf(outline, actor).find((o) => o.name === name)?.of;
  }
  const top = declared.find((d) => d.actor === null && d.name === name);
  if (words[i + 1]?.image === '.') return top;
  const actor = actorAt(outline, word.from);
  const own = declared.find((d) => d.actor === actor && actor !== null && d.name === name);
  if (own ?? top) return own ?? top;
  const elsewhere = declared.filter((d) => d.kind === 'option' && d.name === name);
  return elsewhere.length === 1 ? elsewhere[0] : undefined;
}
