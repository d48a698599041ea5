import type { ConflictModel, TextRange } from '@standoff/model';
import { actorOf, wordsOf, type Addition } from './line.js';

/** A text with additions in it. */
export interface Together<One extends Addition> {
  readonly text: string;
  /** The addition that this stands in; null: what was there before. */
  readonly additionAt: (range: TextRange) => One | null;
}

/**
 * The text with all additions in it at once, for a look at whether they can be read together: elements
 * behind it, parts and wishes at the ends of their actors. It is read once, where putting each in its
 * place reads the text each time.
 */
export function withAllAtOnce<One extends Addition>(
  text: string,
  { actors }: ConflictModel,
  additions: readonly One[],
): Together<One> {
  const within = new Map<string, One[]>();
  for (const one of additions) {
    const actor = actorOf(one);
    if (actor !== undefined) within.set(actor, [...(within.get(actor) ?? []), one]);
  }
  let now = '';
  const placed: { readonly end: number; readonly one: One | null }[] = [];
  const put = (words: string, one: One | null = null): void => {
    now += words;
    placed.push({ end: now.length, one });
  };
  const putParts = (actor: string): void => {
    for (const one of within.get(actor) ?? [])
      put('wish' in one ? `prefers {\n${one.wish}\n}\n` : `${wordsOf(one)}\n`, one);
    within.delete(actor);
  };
  const places = actors
    .filter(({ id, at }) => at !== null && within.has(id))
    .map(({ id, at }) => ({ id, end: offsetIn(text, at!.end) }))
    .sort((a, b) => a.end - b.end);
  let done = 0;
  for (const { id, end } of places) {
    const braced = text[end - 1] === '}';
    put(braced ? `${text.slice(done, end - 1)}\n` : `${text.slice(done, end)} {\n`);
    putParts(id);
    put('}');
    done = end;
  }
  put(`${text.slice(done)}\n`);
  for (const one of additions.filter((addition) => actorOf(addition) === undefined)) {
    const [, actor] = /^actor (\S+)/.exec(wordsOf(one)) ?? [];
    const hasParts = actor !== undefined && within.has(actor);
    put(`${wordsOf(one)}${hasParts ? ' {' : ''}\n`, one);
    if (!hasParts) continue;
    putParts(actor);
    put('}\n');
  }
  // What belongs to an actor that there is not makes it no text that can be read.
  for (const one of [...within.values()].flat()) put(`${wordsOf(one)}\n`, one);
  return {
    text: now,
    additionAt: ({ start }) => {
      const at = offsetIn(now, start);
      return placed.find(({ end }) => at < end)?.one ?? null;
    },
  };
}

function offsetIn(text: string, { line, column }: TextRange['end']): number {
  let at = 0;
  for (let k = 0; k < line; k++) at = text.indexOf('\n', at) + 1;
  return at + column;
}
