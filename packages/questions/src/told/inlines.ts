import { actor, verdict, type Content, type Inline, type StateInline } from '@standoff/document';
import type { EquilibriumResult } from '../analyse/answer.js';
import type { Share, StateShown } from '@standoff/situation';
import { capitalised } from './english.js';
import { shareWords } from './worlds-words.js';
import type { Words } from './words.js';

export const shareInline = (share: Share): Inline => ({
  inline: 'share',
  share: share.share,
  text: shareWords(share),
});

export const actorInline = (words: Words, id: string): Inline => actor(id, words.actor(id));

/** Where a sentence begins with it after something else: "The United States". */
export const actorAtFirst = (words: Words, id: string): Inline =>
  actor(id, capitalised(words.actor(id)));

/** By its name alone, at the head of a column or a row and in parentheses. */
export const actorHead = (words: Words, id: string): Inline => actor(id, words.name(id));

/** A state by its label, as today's, or by its number; `verdict`: on which the sentence speaks. */
export function stateInline(
  state: StateShown,
  verdict: StateInline['verdict'] = null,
): StateInline {
  const { name } = state;
  return {
    inline: 'state',
    decimal: String(name.decimal),
    text:
      name.label !== null
        ? `“${name.label}”`
        : isToday(state)
          ? 'today’s state'
          : `#${name.decimal}`,
    verdict,
  };
}

/** The same, where one without a name is called by what is different from today. */
export function stateCalled(
  words: Words,
  state: StateShown,
  verdict: StateInline['verdict'] = null,
): StateInline {
  const inline = stateInline(state, verdict);
  const nameless = state.name.label === null && !isToday(state);
  return nameless ? { ...inline, text: words.called(state) } : inline;
}

export function isToday({ name }: StateShown): boolean {
  return name.added.length + name.dropped.length === 0;
}

/** The same with its number among the words, where several states of one label stand side by side. */
export function numberedState(state: StateShown): StateInline {
  const inline = stateInline(state);
  const number = `#${inline.decimal}`;
  return inline.text === number ? inline : { ...inline, text: `${inline.text} ${number}` };
}

/** "a", "a and b", "a, b and c". */
export function joined(parts: readonly Content[]): Content {
  return parts.flatMap((part, k) => [
    ...(k === 0 ? [] : [k === parts.length - 1 ? ' and ' : ', ']),
    ...part,
  ]);
}

/** Who is better and worse off than today. */
export function gains(words: Words, against: EquilibriumResult['against']): Inline[] {
  const those = (side: 'better' | 'worse' | 'same'): string[] =>
    Object.keys(against).filter((id) => against[id] === side);
  const parts: Inline[][] = [];
  if (those('better').length > 0)
    parts.push([verdict('yes', 'Better'), ` than today for ${words.actors(those('better'))}`]);
  if (those('worse').length > 0)
    parts.push(
      parts.length > 0
        ? [verdict('no', 'worse'), ` for ${words.actors(those('worse'))}`]
        : [verdict('no', 'Worse'), ` than today for ${words.actors(those('worse'))}`],
    );
  if (those('same').length > 0)
    parts.push([
      `${parts.length > 0 ? 'the same' : 'The same as today'} for ${words.actors(those('same'))}`,
    ]);
  return [...parts.flatMap((part, k) => [...(k > 0 ? ['; '] : []), ...part]), '.'];
}
