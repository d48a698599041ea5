import { figuresOf } from './figures.js';
import type { Ids } from './ids.js';
import { labelOf, quoted, text } from './labels.js';
import { optionIn, type KnownActor, type Parties } from './parties.js';
import type { Hit, Rule } from './rule.js';
import { whenOf, type Asked, type Condition } from './whens.js';

/** What a rule found, with what stands around it. */
export interface Told {
  readonly rule: Rule;
  readonly words: string;
  /** The words that the line shows. */
  readonly told: string;
  /** Conditions that its line carries. */
  readonly conditions: readonly Condition[];
  /** What one demand of its sentence asks for, where the model has it. */
  readonly asked: Asked | null;
  /** Figures in these words. */
  readonly quantities: readonly string[];
  readonly paragraph: number;
  readonly hit: Hit;
  readonly parties: Parties;
  readonly known: readonly KnownActor[];
  /** Whoever speaks, by the name that the actor is called; null: not told. */
  readonly speaker: string | null;
}

/** One sentence on what was found. */
export function findingOf(
  { rule, words, hit }: Pick<Told, 'rule' | 'words' | 'hit'>,
  speaker: string | null,
): string {
  const by = speaker === null ? '' : ` by ${speaker}`;
  switch (rule.kind) {
    case 'event':
      return hit.date === undefined
        ? `A date that cannot be told without the day of the text: ${quoted(words)}.`
        : `A date: ${quoted(words)}, ${hit.date.replace('/', ' to ')}.`;
    case 'attribution':
      return `Somebody’s word (${hit.strength ?? 'stated'}${by}): ${quoted(words)}.`;
    case 'condition':
      return `A condition: ${quoted(words)}.`;
    case 'modality':
      return `How sure: ${quoted(words)}.`;
    case 'extreme':
      return `What matters most, or least of all: ${quoted(words)}.`;
    case 'quantity':
      return `A quantity: ${quoted(words)}.`;
    default:
      return `${ARTICLE[rule.kind] ?? rule.kind}${by}: ${quoted(words)}.`;
  }
}

const ARTICLE: Readonly<Record<string, string>> = {
  demand: 'A demand',
  threat: 'A threat',
  promise: 'A promise',
  assurance: 'An assurance',
  option: 'What could be done',
};

/**
 * Lines for the situation. What needs options or scenarios that only the analyst can name is a comment
 * that says what to write.
 */
export function proposalOf(told: Told, ids: Ids): string | null {
  const { rule, paragraph, hit } = told;
  const at = ids.reference(paragraph);
  const label = labelOf(told.told);
  switch (rule.kind) {
    case 'event': {
      const [date] = hit.date?.split('/') ?? [];
      return date === undefined ? null : `event ${date} ${label}  ${at}`;
    }
    case 'attribution':
      return `claim ${ids.take(`said${paragraph}`)} ${label} ${hit.strength ?? 'stated'}${speakerOf(told)}${figuresOf(told.quantities)}  ${at}`;
    case 'quantity': {
      const figures = figuresOf([told.words, ...told.quantities]);
      return figures === ''
        ? null
        : `claim ${ids.take(`figure${paragraph}`)} ${label} stated${figures}  ${at}`;
    }
    case 'condition':
      return `# condition ${label}: "when" of a promise or demand, "only if" of a wish, or "requires"  ${at}`;
    case 'modality':
      return `# doubt ${label}: "perhaps" before the wish it bears on, or a claim "inferred"  ${at}`;
    case 'extreme':
      return `# extreme ${label}: worst for ACTOR is SCENARIO, or the first line of what it prefers  ${at}`;
    case 'option':
      return optionLine(told, at, ids);
    default:
      return commitmentLine(told, at);
  }
}

/**
 * The line of a speech act. Where the model has whoever speaks and an option that the words speak of, it
 * can be put in as it is; otherwise it is a note that says what is known. A condition that no option says
 * for certain stays in the words of its label.
 */
function commitmentLine(
  { rule, words, conditions, asked: meant, parties, known, speaker }: Told,
  at: string,
): string {
  const named = (id: string | null): KnownActor | undefined => known.find((one) => one.id === id);
  // Who is only meant by a pronoun speaks in a note, never in a line.
  const sure = parties.by?.unsure !== true;
  const [by, to] = [named(parties.by?.actor ?? null), named(parties.to)];
  const asked = rule.kind === 'demand';
  const deed = deedWithout(conditions, words);
  const option = optionIn(deed, (asked ? to : by)?.options);
  const not = rule.kind === 'assurance' && /\b(?:not|never|no|nobody)\b/u.test(deed) ? 'not ' : '';
  const label = labelOf(conditions.reduce(joined, words));
  const { when, open } = whenOf(words, conditions, known, asked ? null : meant);
  // What no option says stands in the label, and where that is cut, in a note.
  const whole = open.length === 0 || !label.endsWith('…"');
  if (option !== null && by !== undefined && sure && whole)
    return asked
      ? `demand ${label}: ${option}${when} by ${by.id}  ${at}`
      : `${rule.kind} ${label}: ${not}${option}${when}${to === undefined ? '' : ` to ${to.id}`}  ${at}`;
  const who = `${sure ? '' : 'perhaps '}${by?.id ?? whoOf(speaker)}`;
  return asked
    ? `# demand ${label}: ${to?.id ?? 'ACTOR'}.option${when} by ${who}  ${at}`
    : `# ${rule.kind} ${label}: ${not}${who}.option${when === '' ? ' when CONDITION' : when} to ${to?.id ?? 'ACTOR'}  ${at}`;
}

/** What a demand asks for, where the model has it. */
export function askedIn(
  words: string,
  conditions: readonly Condition[],
  to: KnownActor | undefined,
): Asked | null {
  const option = optionIn(deedWithout(conditions, words), to?.options);
  return to === undefined || option === null ? null : { actor: to.id, option };
}

/** The words without the conditions in them. */
function deedWithout(conditions: readonly Condition[], words: string): string {
  return conditions
    .filter(({ place }) => place === 'inside')
    .reduce((rest, condition) => rest.replace(condition.words, ''), words);
}

function joined(words: string, condition: Condition): string {
  if (condition.place === 'inside') return words;
  return condition.place === 'before'
    ? `${condition.words}, ${words}`
    : `${words}, ${condition.words}`;
}

/** An actor that the model does not have, by its name. */
function whoOf(speaker: string | null): string {
  return speaker === null ? 'ACTOR' : text(speaker);
}

/**
 * The line of an option, for the braces of the actor whose it is; a note where the model has no such actor.
 * A matching one that the model has is for the analyst to see: nothing to write.
 */
function optionLine(
  { rule, words, parties, known, speaker }: Told,
  at: string,
  ids: Ids,
): string | null {
  const by = known.find(({ id }) => id === parties.by?.actor);
  if (optionIn(words, by?.options) !== null) return null;
  const deed = deedOf(words);
  const label = labelOf(deed);
  if (by === undefined) return `# option ${label}: of ${whoOf(speaker)}  ${at}`;
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
function speakerOf({ words, parties, known, speaker: actor }: Told): string {
  const { by } = parties;
  if (by?.unsure) return '';
  if (known.some(({ id }) => id === by?.actor)) return ` by ${by!.actor}`;
  if (actor !== null) return ` by ${text(actor)}`;
  const [, after] = /^[Aa]ccording to (.+)$/u.exec(words) ?? [];
  return after === undefined ? '' : ` by ${text(after)}`;
}
