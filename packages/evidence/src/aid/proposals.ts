import type { Suggestion } from '../suggestion.js';
import { optionIn, type KnownActor, type Parties } from './parties.js';
import type { Hit, Rule } from './rule.js';

/** What a rule found, with what stands around it. */
export interface Told {
  readonly rule: Rule;
  readonly words: string;
  /** The sentence. */
  readonly around: string;
  readonly paragraph: number;
  readonly hit: Hit;
  readonly parties: Parties;
  readonly known: readonly KnownActor[];
}

/** Names that the proposed elements get: each once, and none that the model has. */
export class Ids {
  readonly #taken: Set<string>;
  /** The number from which one may still be free, for each that was wished twice. */
  readonly #next = new Map<string, number>();

  constructor(
    readonly source: string,
    known: readonly Pick<KnownActor, 'id' | 'options'>[],
  ) {
    const options = known.flatMap((one) => one.options ?? []);
    this.#taken = new Set([
      source,
      ...known.map(({ id }) => id),
      ...options.map(({ id }) => id.slice(id.indexOf('.') + 1)),
    ]);
  }

  reference(paragraph: number): string {
    return `@${this.source}:P${paragraph}`;
  }

  take(wished: string): string {
    let id = wished;
    let n = this.#next.get(wished) ?? 2;
    while (this.#taken.has(id)) id = `${wished}${n++}`;
    this.#next.set(wished, n);
    this.#taken.add(id);
    return id;
  }
}

/** The finding and the line for an actor. */
export function actorProposal({
  name,
  words,
  times,
  paragraph,
  known,
  ids,
}: {
  readonly name: string;
  readonly words: readonly string[];
  readonly times: number;
  readonly paragraph: number;
  readonly known: string | null;
  readonly ids: Ids;
}): Pick<Suggestion, 'finding' | 'proposal' | 'known'> {
  const others = words.filter((one) => one !== name);
  const also = others.length > 0 ? `, also ${others.slice(0, 6).map(quoted).join(', ')}` : '';
  const often = times === 1 ? 'once' : `${times} times`;
  const finding = `${name}${also}: named ${often}.`;
  if (known !== null) return { finding: `${known}: ${finding}`, proposal: null, known };
  // "Belmorian government" is a name with a noun, no further name.
  const names = others.filter((one) => !/(?:^| )\p{Ll}[\p{L}-]*$/u.test(one)).slice(0, 8);
  const aka = names.length > 0 ? ` aka ${names.map(text).join(', ')}` : '';
  return {
    finding,
    proposal: `actor ${ids.take(shortName(name))} ${text(name)}${aka}  ${ids.reference(paragraph)}`,
  };
}

/** One sentence on what was found. */
export function findingOf({ rule, words, hit }: Told): string {
  switch (rule.kind) {
    case 'event':
      return hit.date === undefined
        ? `A date that cannot be told without the day of the text: ${quoted(words)}.`
        : `A date: ${quoted(words)}, ${hit.date.replace('/', ' to ')}.`;
    case 'attribution':
      return `Somebody’s word (${hit.strength ?? 'stated'}): ${quoted(words)}.`;
    case 'condition':
      return `A condition: ${quoted(words)}.`;
    case 'modality':
      return `How sure: ${quoted(words)}.`;
    case 'extreme':
      return `What matters most, or least of all: ${quoted(words)}.`;
    case 'quantity':
      return `A quantity: ${quoted(words)}.`;
    default:
      return `${ARTICLE[rule.kind] ?? rule.kind}: ${quoted(words)}.`;
  }
}

const ARTICLE: Readonly<Record<string, string>> = {
  demand: 'A demand',
  threat: 'A threat',
  promise: 'A promise',
  assurance: 'An assurance',
  option: 'What somebody could do',
};

/**
 * Lines for the situation. What needs options or scenarios that only the analyst can name is a comment
 * that says what to write.
 */
export function proposalOf(told: Told, ids: Ids): string | null {
  const { rule, words, around, paragraph, hit } = told;
  const at = ids.reference(paragraph);
  switch (rule.kind) {
    case 'event': {
      const [date] = hit.date?.split('/') ?? [];
      return date === undefined ? null : `event ${date} ${text(shortened(around))}  ${at}`;
    }
    case 'attribution':
      return `claim ${ids.take(`said${paragraph}`)} ${text(shortened(saidIn(around, words)))} ${hit.strength ?? 'stated'}${speakerOf(told)}  ${at}`;
    case 'quantity': {
      const figure = quantityOf(words);
      return figure === null
        ? null
        : `claim ${ids.take(`figure${paragraph}`)} ${text(shortened(around))} stated, quantity ${figure}  ${at}`;
    }
    case 'condition':
      return `# condition ${text(words)}: "when" of a promise or demand, "only if" of a wish, or "requires"  ${at}`;
    case 'modality':
      return `# doubt ${text(words)}: "perhaps" before the wish it bears on, or a claim "inferred"  ${at}`;
    case 'extreme':
      return `# extreme ${text(words)}: worst for ACTOR is SCENARIO, or the first line of what it prefers  ${at}`;
    case 'option':
      return optionLine(told, at, ids);
    default:
      return commitmentLine(told, at);
  }
}

/**
 * The line of a speech act. Where the model has whoever speaks and an option that the words speak of, it
 * can be put in as it is; otherwise it is a note that says what is known.
 */
function commitmentLine({ rule, words, parties, known }: Told, at: string): string {
  const named = (id: string | null): KnownActor | undefined => known.find((one) => one.id === id);
  const [by, to] = [named(parties.by), named(parties.to)];
  const asked = rule.kind === 'demand';
  const option = optionIn(words, (asked ? to : by)?.options);
  const not = rule.kind === 'assurance' && /\b(?:not|never|no|nobody)\b/u.test(words) ? 'not ' : '';
  const label = text(shortened(words));
  if (option !== null && by !== undefined)
    return asked
      ? `demand ${label}: ${option} by ${by.id}  ${at}`
      : `${rule.kind} ${label}: ${not}${option}${to === undefined ? '' : ` to ${to.id}`}  ${at}`;
  const who = by?.id ?? 'ACTOR';
  return asked
    ? `# demand ${label}: ${to?.id ?? 'ACTOR'}.option by ${who}  ${at}`
    : `# ${rule.kind} ${label}: ${not}${who}.option when CONDITION to ${to?.id ?? 'ACTOR'}  ${at}`;
}

/**
 * The line of an option, for the braces of the actor whose it is; a note where the model has no such actor.
 * A matching one that the model has is for the analyst to see: nothing to write.
 */
function optionLine({ rule, words, parties, known }: Told, at: string, ids: Ids): string | null {
  const by = known.find(({ id }) => id === parties.by);
  if (optionIn(words, by?.options) !== null) return null;
  const deed = deedOf(words);
  const label = text(shortened(deed.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())));
  if (by === undefined) return `# option ${label}: of ACTOR  ${at}`;
  const name =
    /^\p{L}+/u
      .exec(deed)?.[0]
      .toLowerCase()
      .replace(/[^a-z]/gu, '') ?? '';
  return `option ${ids.take(name === '' ? 'act' : name)} ${label}${rule.id === 'option-done' ? ' taken' : ''}  ${at}`;
}

/** "It could also lend the money" is "lend the money". */
function deedOf(words: string): string {
  return words
    .replace(
      /^.*?(?<!\p{L})(?:could|might|(?:power|right|option|authority) (?:to|of)|(?:free|entitled|empowered|authori[sz]ed) to|(?:option|alternative|proposal|plan|idea|scheme)[^]*? (?:to|of)|has|have)(?: (?:also|instead|then|now|again|already|since))? /u,
      '',
    )
    .trim();
}

/** ` by NO` for an actor that the model has, ` by "two officials"` for anybody else, or nothing. */
function speakerOf({ words, parties, known }: Told): string {
  if (known.some(({ id }) => id === parties.by)) return ` by ${parties.by}`;
  const [, after] = /^[Aa]ccording to (.+)$/u.exec(words) ?? [];
  if (after !== undefined) return ` by ${text(after)}`;
  // The speaker stands before the verb; pronouns and adverbs name nobody.
  const [, behind] = /^\p{Ll}+ (?:the )?((?:\p{Lu}|\p{Ll}+ \p{Lu}).*)$/u.exec(words) ?? [];
  const speaker = (behind ?? words.replace(/ \p{Ll}+$/u, ''))
    .replace(/(?: (?:has|have|had|also|repeatedly|then|again|now|later|already|publicly))+$/u, '')
    .trim();
  if (!speaker.includes(' ') && !/^\p{Lu}/u.test(speaker)) return '';
  if (
    /^(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey|[Ww]e|I|[Ww]ho|[Ww]hich|[Tt]his|[Tt]hat|[Ss]aid|[Tt]old)\b/u.test(
      speaker,
    )
  )
    return '';
  return ` by ${text(speaker)}`;
}

/** What is said: the sentence without the words that say who says it. */
function saidIn(sentence: string, words: string): string {
  const at = sentence.indexOf(words);
  const after = sentence.slice(at + words.length).replace(/^[\s,:]*(?:that )?/u, '');
  const before = sentence.slice(0, at).replace(/[\s,–—]*(?:[Tt]he |[Aa]n? )?$/u, '');
  const said = before.length > after.length ? before : after;
  return said.replace(/^["“]|["”]$/gu, '').replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

const BOUNDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:over|above|at least|more than|no (?:fewer|less) than|as many as)\b/iu, 'over'],
  [
    /^(?:under|below|at most|less than|fewer than|up to|no (?:more|longer) than|within)\b/iu,
    'under',
  ],
  [/^(?:about|around|some|roughly|approximately|nearly|almost|close to|an estimated)\b/iu, 'about'],
];
const POWERS: Readonly<Record<string, number>> = {
  hundred: 1e2,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};

/** `over 90 "percent"`; null where the figure is in words. */
function quantityOf(words: string): string | null {
  const figure = /\d[\d,]*(?:\.\d+)?/u.exec(words);
  if (figure === null) return null;
  const bound = BOUNDS.find(([form]) => form.test(words))?.[1];
  const rest = words.slice(figure.index + figure[0].length).replace(/^[ -]/u, '');
  const power = /^(hundred|thousand|million|billion|trillion)\b ?/u.exec(rest);
  const value = Number(figure[0].replaceAll(',', '')) * (power ? POWERS[power[1]] : 1);
  const unit = [/[$€£¥]/u.exec(words)?.[0], rest.slice(power?.[0].length ?? 0)]
    .filter(Boolean)
    .join(' ');
  return `${bound === undefined ? '' : `${bound} `}${plain(value)} ${text(unit === '' ? 'in number' : unit)}`;
}

/** Without an exponent, which the language does not read. */
function plain(value: number): string {
  return value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 6 });
}

const LONGEST = 70;

function shortened(sentence: string): string {
  if (sentence.length <= LONGEST) return sentence.replace(/\.$/u, '');
  return `${sentence.slice(0, LONGEST).replace(/[\s,;:]+\S*$/u, '')} …`;
}

/** "North Korea" → NK, "Ferrol Yards" → FY, "Deshan" → Deshan. */
function shortName(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9 ]/gu, '')
    .split(' ')
    .filter(Boolean);
  const capitals = words.filter((word) => /^[A-Z]/u.test(word));
  if (capitals.length > 1) return capitals.map((word) => word[0]).join('');
  const joined = words.join('_');
  return /^[A-Za-z]/u.test(joined) ? joined : `actor${joined}`;
}

function quoted(words: string): string {
  return `“${words}”`;
}

/** A text of the language: quotation marks inside are turned, so that none ends it. */
export function text(words: string): string {
  return `"${words.replaceAll('\\', '').replaceAll('"', "'")}"`;
}
