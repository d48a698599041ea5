import type { ConflictModel, TextRange } from '@standoff/model';
import { actorOf, wordsOf, type Addition } from './line.js';

/**
 * The text with all additions in it at once, for a look at whether they can be read together: elements
 * behind it, parts and wishes at the ends of their actors. It is read once, where putting each in its
 * place reads the text each time.
 */
export function withAllAtOnce(
  text: string,
  { actors }: ConflictModel,
  additions: readonly Addition[],
): string {
  const within = new Map<string, string[]>();
  for (const one of additions) {
    const actor = actorOf(one);
    if (actor === undefined) continue;
    const words = 'wish' in one ? `prefers {\n${one.wish}\n}` : wordsOf(one);
    within.set(actor, [...(within.get(actor) ?? []), words]);
  }
  const taken = (actor: string): string => {
    const parts = within.get(actor) ?? [];
    within.delete(actor);
    return parts.join('\n');
  };
  const places = actors
    .filter(({ id, at }) => at !== null && within.has(id))
    .map(({ id, at }) => ({ end: offsetIn(text, at!.end), parts: taken(id) }))
    // From behind, so that what stands before keeps its place.
    .sort((a, b) => b.end - a.end);
  let now = text;
  for (const { end, parts } of places)
    now =
      now[end - 1] === '}'
        ? `${now.slice(0, end - 1)}\n${parts}\n${now.slice(end - 1)}`
        : `${now.slice(0, end)} {\n${parts}\n}${now.slice(end)}`;
  const elements = additions
    .filter((one) => actorOf(one) === undefined)
    .map((one) => {
      const [, actor] = /^actor (\S+)/.exec(wordsOf(one)) ?? [];
      return actor !== undefined && within.has(actor)
        ? `${wordsOf(one)} {\n${taken(actor)}\n}`
        : wordsOf(one);
    });
  // What belongs to an actor that there is not makes it no text that can be read.
  const astray = [...within.values()].flat();
  return [now, ...elements, ...astray].join('\n');
}

function offsetIn(text: string, { line, column }: TextRange['end']): number {
  let at = 0;
  for (let k = 0; k < line; k++) at = text.indexOf('\n', at) + 1;
  return at + column;
}
