import type { OptionId } from '@standoff/model';
import type { Step } from '@standoff/situation';
import { listed } from './english.js';
import type { Words } from './words.js';

/** What stands at the head of a name and not of a deed: "Strong support", "National development". */
const NO_VERB =
  /^(?:a|an|the|no|more|less|full|strong|weak|new|joint)$|(?:tion|sion|ance|ence|ment|ity|ness|ism|al|ic|ous|ive|ful|ship)$/;
/** Verbs that look like these. */
const VERBS = new Set(
  'appeal reveal conceal deal seal steal heal advance finance balance silence implement supplement document mention question position sanction condition commission arrive give live drive receive forgive survive strive'.split(
    ' ',
  ),
);

/**
 * The label of an option as what one would do: "Hold summits" as "hold summits". Labels are written as
 * deeds; null: this one is a name of something.
 */
function deedOf(words: Words, label: string): string | null {
  const first = /^\p{L}+/u.exec(label)?.[0] ?? '';
  // "Anna keeps silent" tells a deed already.
  if (!/^\p{Lu}\p{Ll}+$/u.test(first) || words.isActor(first)) return null;
  const word = first.toLowerCase();
  return NO_VERB.test(word) && !VERBS.has(word) ? null : word + label.slice(first.length);
}

/** After "would": "hold summits with Kim and no longer enforce the sanctions or build up forces". */
export function wouldDo(
  words: Words,
  takes: readonly OptionId[],
  drops: readonly OptionId[],
): string {
  return listed(deeds(words, takes, drops, ''));
}

/** After "if A were" or "A is first": "to hold summits with Kim and no longer to enforce the sanctions". */
export function toDo(words: Words, { takes, drops }: Pick<Step, 'takes' | 'drops'>): string {
  return listed(deeds(words, takes, drops, 'to '));
}

function deeds(
  words: Words,
  takes: readonly OptionId[],
  drops: readonly OptionId[],
  to: string,
): string[] {
  const left = drops.filter((id) => !words.isPlace(id)).map((id) => leaving(words, id));
  const past = left.filter((one) => one.past).map(({ deed }) => deed);
  return [
    ...takes.map((id) => to + taking(words, id)),
    ...(past.length > 0 ? [`no longer ${to}${listed(past, 'or')}`] : []),
    ...left.filter((one) => !one.past).map(({ deed }) => to + deed),
  ];
}

/** "North Korea would open the North to foreign investors". */
export function wouldStep(words: Words, step: Step): string {
  const { actor, takes, drops } = step;
  return `${words.actor(actor)} would ${wouldDo(words, takes, drops)}${words.following(step)}`;
}

/** What stands for a step where there is no room for all of it: its first deed that is no consent. */
export function mainPart(
  words: Words,
  { takes, drops }: Step,
): { readonly takes: readonly OptionId[]; readonly drops: readonly OptionId[] } {
  const first = takes.find((id) => !words.isConsent(id)) ?? takes.at(0);
  return first === undefined
    ? { takes: [], drops: drops.slice(0, 1) }
    : { takes: [first], drops: [] };
}

/** A step by its main deed. */
export function mainDeed(words: Words, step: Step): string {
  const { takes, drops } = mainPart(words, step);
  return `${words.actor(step.actor)} would ${wouldDo(words, takes, drops)}`;
}

function taking(words: Words, id: OptionId): string {
  const label = words.option(id);
  if (words.isPlace(id)) return `move to “${label}”`;
  if (words.isVote(id)) return `vote for “${label}”`;
  return words.isConsent(id)
    ? `consent to “${label}”`
    : (deedOf(words, label) ?? `take up “${label}”`);
}

/** What is done no longer, or what leaving it is. */
function leaving(words: Words, id: OptionId): { readonly past: boolean; readonly deed: string } {
  const label = words.option(id);
  if (words.isVote(id)) return { past: true, deed: `vote for “${label}”` };
  if (words.isConsent(id)) return { past: false, deed: `withdraw from “${label}”` };
  const deed = deedOf(words, label);
  return deed === null ? { past: false, deed: `give up “${label}”` } : { past: true, deed };
}
