import { verbOf } from './deeds.js';
import type { KnownActor } from './parties.js';

/** A condition of what is said, and where it stands. */
export interface Condition {
  readonly words: string;
  /** What follows in its sentence. */
  readonly after: string;
  /** Whether it is part of the words that the line shows, or stands before or behind them. */
  readonly place: 'inside' | 'before' | 'behind';
  /** Who is named in these words, by the actor's id, and where. */
  readonly named: readonly Named[];
}

interface Named {
  /** Null: named by a description alone. */
  readonly actor: string | null;
  readonly start: number;
  readonly end: number;
}

/** What is asked of somebody in the same sentence: "if it does not" means it. */
export interface Asked {
  readonly actor: string;
  readonly option: string;
}

/** What a line has behind `when`, and the conditions that no option of the model says for certain. */
export interface When {
  /** With the space before it; empty: none. */
  readonly when: string;
  readonly open: readonly string[];
}

const POSITIVE =
  '(?:only )?if|provided(?: that)?|providing that|on (?:the )?(?:proviso|condition|understanding) (?:that|of)|(?:as|so) long as|in the event (?:that|of)|in case of|assuming(?: that)?|only (?:after|when|once)|as soon as|once|should|were|(?:depends?|depending|contingent|conditional|conditioned|hinges?) (?:up)?on|subject to|in (?:exchange|return) for';
const NEGATIVE = 'unless|until|without|in the absence of|failing|barring';
const CUE = new RegExp(`^(?:(${NEGATIVE})|${POSITIVE}) `, 'iu');
/** After these words the deed may have no doer of its own. */
const DOERLESS =
  /^(?:in |without|failing|barring|on (?:the )?condition of|subject|depend|conting|condition|hinge)/iu;
/** It holds either way: nothing that `when` would say. */
const EVEN = /^even if /iu;

const HELPING =
  '(?:(?:does|do|did|will|would|also|then|first|now|again|finally|fully|formally|publicly|still|indeed|to) )*';
const NEVER =
  '(?:not|never|no longer|(?:fail(?:s|ed)?|refuse[sd]?|decline[sd]?) to|refrain(?:s|ed)? from|stop(?:s|ped)?|cease[sd]?(?: to)?) ';
const DEED = new RegExp(`^${HELPING}(${NEVER})?${HELPING}(\\p{Ll}+)(?!\\p{L})(.*)$`, 'su');
const SUFFERED =
  /^(.*) (?:is|are|was|were|be|being) (not )?(?:(?:again|fully|finally) )?(\p{Ll}+)(.*)$/su;
const PRONOUN = /^(?:it|they|he|she) /u;
/** Words that make less, more or another thing of a deed. */
const BENDING =
  /(?<!\p{L})(?:without|unless|except|not|no|nor|neither|never|only|half|partly|partially|some|part|instead|longer|threat\p{L}*|promis\p{L}*|offer\p{L}*|plan\p{L}*|talks?)(?!\p{L})/u;
const LITTLE =
  /^(?:with|that|this|from|their|them|the|its|his|her|our|and|for|all|any|into|onto|over|out|off|own|of|on|in|to|at|by|up|an?|or)$/u;
const PREPOSITION = /^(?:on|of|about|over|to|for|from|in|with|at|by|against|into)$/u;
const DOING_AGAIN = /^(?:so|that|this|comply|complies|complying|obey|obeys)?\W*$/u;
/** More of the condition behind the comma or the "and" where its clause was ended. */
const GOES_ON =
  /^,? (?:and|or|nor|but) (?!(?:the|its?|they|their|he|she|we|an?|if|only|unless|until|once|provided|as|so|in|on)(?!\p{L}))\p{Ll}/u;

/**
 * What stands behind `when`: each condition as an option, with its `not`, where the words can mean nothing
 * else. Its doer must be the option's owner, its verb and its object those of the option's label.
 */
export function whenOf(
  words: string,
  conditions: readonly Condition[],
  known: readonly KnownActor[],
  asked: Asked | null,
): When {
  const open: string[] = [];
  let when = '';
  for (const condition of conditions) {
    if (EVEN.test(condition.words)) continue;
    const said = resolved(condition, known, asked);
    if (said === null) open.push(condition.words);
    else when += when === '' ? said : ` and ${said}`;
  }
  // "Open it, or we will close ours": what is asked for, undone.
  if (when === '' && open.length === 0 && asked !== null && /^or (?:else )?\p{L}/u.test(words))
    when = `not ${asked.option}`;
  return { when: when === '' ? '' : ` when ${when}`, open };
}

function resolved(
  { words, after, named }: Condition,
  known: readonly KnownActor[],
  asked: Asked | null,
): string | null {
  const cue = CUE.exec(words);
  if (cue === null || GOES_ON.test(after)) return null;
  const negative = cue[1] !== undefined;
  const offset = cue[0].length;
  const joints = [...words.slice(offset).matchAll(/,? (and|or) (?:if )?/gu)];
  const parts: { readonly from: number; readonly words: string }[] = [];
  let from = offset;
  for (const { index, 0: all } of joints) {
    parts.push({ from, words: words.slice(from, offset + index) });
    from = offset + index + all.length;
  }
  parts.push({ from, words: words.slice(from) });
  const how = new Set(joints.map(([, word]) => word));
  const doerless = DOERLESS.test(words);
  let doer: string | null | undefined;
  const deeds: string[] = [];
  for (const part of parts) {
    const found = deedIn(part, { named, known, asked, doerless, doer });
    if (found === null) return null;
    ({ doer } = found);
    deeds.push(found.deed);
  }
  if (deeds.length === 1) return negative ? negated(deeds[0]) : deeds[0];
  if (how.size > 1) return null;
  const all = deeds.join(` ${[...how][0]} `);
  return negative ? `not (${all})` : `(${all})`;
}

function negated(deed: string): string {
  return deed.startsWith('not ') ? deed.slice(4) : `not ${deed}`;
}

interface Around {
  readonly named: readonly Named[];
  readonly known: readonly KnownActor[];
  readonly asked: Asked | null;
  readonly doerless: boolean;
  /** The doer of the part before; null: a pronoun or nobody; undefined: there is no part before. */
  readonly doer: string | null | undefined;
}

function deedIn(
  { from, words }: { readonly from: number; readonly words: string },
  around: Around,
): { readonly deed: string; readonly doer: string | null } | null {
  const first = around.named.find(
    ({ start, end }) =>
      end <= from + words.length &&
      /^(?:the )?$/iu.test(words.slice(0, Math.max(0, start - from))) &&
      start >= from,
  );
  const pronoun = PRONOUN.exec(words);
  const begins = first === undefined ? (pronoun?.[0].length ?? 0) : first.end - from;
  const rest = words
    .slice(begins)
    .replace(/^[’']s?(?= )/u, around.doerless ? '' : '$&')
    .trimStart();
  const doer = first?.actor ?? (pronoun === null ? (around.doer ?? null) : null);
  if (first?.actor === null) return null;
  const owners = around.known.filter(({ id }) => doer === null || doer === id);
  const active =
    first !== undefined || pronoun !== null || around.doerless || around.doer !== undefined;
  const deed =
    (active ? (meant(rest, doer, around.asked) ?? done(rest, owners)) : null) ??
    (around.named.length === 0 ? suffered(words, around.known) : null);
  return deed === null ? null : { deed, doer };
}

/** "It does not", "Chile refuses": what was asked of it. */
function meant(rest: string, doer: string | null, asked: Asked | null): string | null {
  if (asked === null || (doer !== null && doer !== asked.actor)) return null;
  if (/^(?:refuse[sd]?|fail(?:s|ed)?|decline[sd]?)(?: to (?:do so|comply))?\W*$/u.test(rest))
    return `not ${asked.option}`;
  const not = /^(?:does|do|did|will) ?(?:not|n[’']t)\b ?|^(?:doesn|don|didn|won)[’']t ?/u.exec(
    rest,
  );
  const again = rest.slice(not?.[0].length ?? 0).replace(/^(?:does|do|did|will)(?: |$)/u, '');
  const verb = not !== null || /^(?:does|do|did|compl|obey)/u.test(rest);
  return verb && DOING_AGAIN.test(again) ? `${not === null ? '' : 'not '}${asked.option}` : null;
}

function done(rest: string, owners: readonly KnownActor[]): string | null {
  const spoken = DEED.exec(
    rest.replace(/(?<=\p{L})n[’']t /gu, ' not ').replace(/^(?:the|an?) /u, ''),
  );
  if (spoken === null) return null;
  const [, not, verb, object] = spoken;
  return optionOf(owners, not !== undefined, verb, object);
}

function suffered(words: string, known: readonly KnownActor[]): string | null {
  const spoken = SUFFERED.exec(words);
  if (spoken === null || / by /u.test(spoken[4])) return null;
  const [, object, not, verb, rest] = spoken;
  return optionOf(known, not !== undefined, verb, ` ${object}${rest}`);
}

/** The one option whose label has this verb and this object. */
function optionOf(
  owners: readonly KnownActor[],
  not: boolean,
  verb: string,
  object: string,
): string | null {
  if (BENDING.test(object)) return null;
  const fitting = owners
    .flatMap(({ options = [] }) => options)
    .filter(({ label }) => fits(label, verb, object));
  return fitting.length === 1 ? `${not ? 'not ' : ''}${fitting[0].id}` : null;
}

function fits(label: string, verb: string, object: string): boolean {
  const [does = '', ...of] = wordsIn(label);
  if (!sameWord(does, verb)) return false;
  const wanted = of.filter((word) => !LITTLE.test(word));
  const spoken = wordsIn(object);
  if (wanted.length === 0)
    return spoken.length === 0 || /^(?:first|now|again|soon|by|before|after)$/u.test(spoken[0]);
  const at = spoken.findIndex((word) => wanted.some((one) => sameWord(one, word)));
  const between = spoken.slice(0, Math.max(0, at));
  return (
    wanted.every((one) => spoken.some((word) => sameWord(one, word))) &&
    between.every(
      (word, i) =>
        of.includes(word) ||
        !PREPOSITION.test(word) ||
        // "The opening of the strait"
        (i === 0 && word === 'of'),
    )
  );
}

function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/\p{L}[\p{L}\d-]*/gu) ?? [];
}

function sameWord(a: string, b: string): boolean {
  return (
    stemOf(a) === stemOf(b) || (a.length > 6 && b.length > 6 && a.slice(0, 6) === b.slice(0, 6))
  );
}

/** Without its ending: "closing", "closed" and "closes" are "clos". */
function stemOf(word: string): string {
  const stem = verbOf(word)
    .replace(/(?<=\p{L}{3})(?:ing|ed|es|s|e)$/u, '')
    .replace(/(\p{L})\1$/u, '$1');
  return stem.replace(/y$/u, 'i');
}
