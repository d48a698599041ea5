import { quoted } from '@standoff/language/edit';
import type { Proposal } from './proposal.js';

/**
 * Something of the language that is put into a text, as an edit that `apply` takes: an element; a part of
 * an actor; a wish of one.
 */
export type Addition =
  | { readonly add: string; readonly to?: string | undefined }
  | { readonly wish: string; readonly of: string };

/** A proposal that can be taken into the situation. */
export type Accepted = Addition & {
  /** Its place among those proposed, from 1. */
  readonly n: number;
};

/** Its words. */
export function wordsOf(addition: Addition): string {
  return 'wish' in addition ? addition.wish : addition.add;
}

/** The actor in whose braces it stands. */
export function actorOf(addition: Addition): string | undefined {
  return 'wish' in addition ? addition.of : addition.to;
}

/** Whether a text refers to a statement. */
export function refersTo(
  text: string,
  { source, id }: { readonly source: string; readonly id: string },
): boolean {
  return new RegExp(`@${source}(?::P[-P\\d]+)?#${id}(?![\\w-])`, 'u').test(text);
}

/** The line that says what a proposal says, resting on that reference. It has what its kind needs. */
export function lineOf(proposal: Proposal, reference: string): Addition {
  const { kind, actor, name, label, what, when, to, date, taken, because } = proposal;
  const grounds =
    because === undefined
      ? reference
      : `${kind === 'left out' ? '' : 'inferred from '}${reference} because ${quoted(because)}`;
  const commitment = (word: string): Addition => {
    const head =
      label === undefined ? '' : `${name === undefined ? '' : `${name} `}${quoted(label)}: `;
    const rest = [
      `${word} ${head}${what}`,
      when === undefined ? '' : `when ${when}`,
      `by ${actor}`,
      to === undefined ? '' : `to ${to}`,
      grounds,
    ];
    return { add: rest.filter(Boolean).join(' ') };
  };
  switch (kind) {
    case 'actor':
      return { add: `actor ${name} ${quoted(label!)} ${grounds}` };
    case 'can':
      return {
        add: `option ${name} ${quoted(label!)}${taken === true ? ' taken' : ''} ${grounds}`,
        to: actor!,
      };
    case 'wants':
      return {
        wish: `${what}${label === undefined ? '' : ` as ${quoted(label)}`} ${grounds}`,
        of: actor!,
      };
    case 'threatens':
      return commitment('threat');
    case 'offers':
    case 'promises':
      return commitment('promise');
    case 'assures':
      return commitment('assurance');
    case 'demands':
      return commitment('demand');
    case 'says':
      return {
        add: `claim ${name} ${quoted(label!)} ${proposal.how ?? 'stated'} by ${actor} ${grounds}`,
      };
    case 'happened':
      return {
        add: `event ${date} ${quoted(label!)}${what === undefined ? '' : ` { ${what} }`} ${grounds}`,
      };
    case 'element':
      return { add: `${proposal.line} ${grounds}`, to: actor };
    case 'left out':
      return { add: `left out ${quoted(label!)} ${grounds}` };
  }
}
