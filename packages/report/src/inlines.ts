import { actor, type Inline, type StateInline } from '@standoff/document';
import type { Share, StateShown } from '@standoff/analysis';
import { shareWords } from './questions/worlds-words.js';
import type { Words } from './words.js';

export const shareInline = (share: Share): Inline => ({
  inline: 'share',
  share: share.share,
  text: shareWords(share),
});

export const actorInline = (words: Words, id: string): Inline => actor(id, words.actor(id));

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

export function isToday({ name }: StateShown): boolean {
  return name.added.length + name.dropped.length === 0;
}
