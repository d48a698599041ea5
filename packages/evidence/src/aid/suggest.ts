import { sentencesOf } from '../sentences.js';
import type { SourceText } from '../source-text.js';
import type { SuggestedPassage, Suggestion } from '../suggestion.js';
import { actorsIn, ACTORS, type Mention } from './actors.js';
import { ATTRIBUTIONS, attributionsIn } from './attribution.js';
import { COMMITMENTS, SPEECH_ACTS, speechActsIn } from './commitments.js';
import { CONDITIONS } from './conditions.js';
import { EVENTS, eventsIn } from './events.js';
import { EXTREMES } from './extremes.js';
import { MODALITY } from './modality.js';
import { OPTIONS } from './options.js';
import { QUANTITIES } from './quantities.js';
import { actorProposal, findingOf, Ids, proposalOf, type Told } from './proposals.js';
import {
  apart,
  hitsOf,
  sentenceAt,
  type Hit,
  type Passage,
  type PatternRule,
  type Rule,
} from './rule.js';
import { partiesOf, type KnownActor, type Parties } from './parties.js';
import { piecesOfParagraph } from './pieces.js';

/** Every rule, in the order of docs/reading-aid.md. */
export const RULES: readonly Rule[] = [
  ...ACTORS,
  ...EVENTS,
  ...CONDITIONS,
  ...MODALITY,
  ...ATTRIBUTIONS,
  ...COMMITMENTS,
  ...OPTIONS,
  ...EXTREMES,
  ...QUANTITIES,
];

export interface SuggestOptions {
  /** The id that references use: `@cogan:P7`. */
  readonly source: string;
  /** The day the text was written, for "last Tuesday"; the date found in the text where it is left out. */
  readonly published?: string | null;
  /** Actors that the model has, with all their names and options: they are known, and not proposed. */
  readonly known?: readonly KnownActor[];
  /** Called with the share that is done. */
  readonly progress?: (share: number) => void;
}

/** One family after the other; within a family what begins first wins, across families all stay. */
const PATTERNS: readonly (readonly PatternRule[])[] = [
  CONDITIONS,
  MODALITY,
  OPTIONS,
  EXTREMES,
  QUANTITIES,
];

/** Kinds of what somebody says. */
const SPOKEN: ReadonlySet<string> = new Set(['attribution', ...SPEECH_ACTS, 'option']);

/** An option stands in the braces of its actor. */
function withinOf({ rule, parties, known }: Told): Pick<Suggestion, 'within'> {
  return rule.kind === 'option' && known.some(({ id }) => id === parties.by)
    ? { within: parties.by! }
    : {};
}

function nameOf({ by }: Parties, names: ReadonlyMap<string, string>): string | null {
  return by === null ? null : (names.get(by) ?? by);
}

/** Paragraphs from which the progress is told once. */
const TELL_EVERY = 200;

interface Place {
  readonly passage: Passage;
  readonly paragraph: number;
  /** Where the passage begins in the text. */
  readonly start: number;
}

/**
 * What an analyst may want to take from a text, in its order, actors first. The same text and options
 * give the same suggestions; nothing is looked up outside the text. Linear in its length.
 */
export function suggest(text: SourceText, options: SuggestOptions): Suggestion[] {
  const { known = [], progress = () => undefined } = options;
  const reference = options.published ?? text.metadata.published;
  const places: Place[] = text.paragraphs
    .filter(({ kind }) => kind === 'body' || kind === 'heading' || kind === 'caption')
    .flatMap(({ number, start, end }) =>
      piecesOfParagraph(text.text.slice(start, end)).map((piece) => ({
        passage: { text: piece.text, sentences: sentencesOf(piece.text) },
        paragraph: number,
        start: start + piece.start,
      })),
    );
  const ids = new Ids(options.source, known);
  const actors = actorsIn(
    places.map(({ passage }) => passage),
    known,
  );
  const suggestions = actorSuggestions(places, options, ids, actors);
  const mentions = new Map<number, Mention[]>();
  for (const one of actors.mentions) {
    const here = mentions.get(one.at);
    if (here) here.push(one);
    else mentions.set(one.at, [one]);
  }
  const seen = new Map<string, number>();
  places.forEach((place, at) => {
    if (at % TELL_EVERY === 0) progress(at / places.length);
    const found = hitsIn(place.passage, reference).map(({ rule, hit }) => {
      const words = place.passage.text.slice(hit.start, hit.end);
      const sentence = sentenceAt(place.passage, hit.start);
      const around = place.passage.text.slice(sentence.start, sentence.end);
      // The same words twice in a sentence are told apart by which of them it is.
      const key = `${rule.id}|${words}|${around}`;
      const times = seen.get(key) ?? 0;
      seen.set(key, times + 1);
      const parties = partiesOf(place.passage, hit, rule.kind, mentions.get(at) ?? []);
      const told = { rule, words, around, paragraph: place.paragraph, hit, parties, known };
      return {
        id: fingerprint(times === 0 ? key : `${key}|${times}`),
        kind: rule.kind,
        rule: rule.id,
        passage: passageAt(place, hit),
        finding: findingOf(told),
        proposal: proposalOf(told, ids),
        ...(hit.date === undefined ? {} : { date: hit.date }),
        ...(hit.strength === undefined ? {} : { strength: hit.strength }),
        ...(SPOKEN.has(rule.kind) ? { by: nameOf(parties, actors.names) } : {}),
        ...withinOf(told),
      };
    });
    suggestions.push(...found);
  });
  progress(1);
  return suggestions;
}

function hitsIn(
  passage: Passage,
  reference: string | null,
): { readonly rule: Rule; readonly hit: Hit }[] {
  const found: { rule: Rule; hit: Hit }[] = [];
  const byId = (rules: readonly Rule[], id: string): Rule => rules.find((rule) => rule.id === id)!;
  const events = eventsIn(passage, reference);
  for (const hit of events) found.push({ rule: byId(EVENTS, hit.rule), hit });
  for (const hit of attributionsIn(passage))
    found.push({ rule: byId(ATTRIBUTIONS, hit.rule), hit });
  for (const family of PATTERNS) {
    const hits = family.flatMap((rule) => hitsOf(rule, passage).map((hit) => ({ ...hit, rule })));
    for (const { rule, ...hit } of apart(hits)) {
      // "May" of a date is no modality, "six weeks ago" no quantity.
      const dated = events.some((event) => event.start < hit.end && hit.start < event.end);
      if (dated && (rule.kind === 'quantity' || rule.kind === 'modality')) continue;
      found.push({ rule, hit });
    }
  }
  found.push(...speechActsIn(passage));
  return found.sort((a, b) => a.hit.start - b.hit.start || b.hit.end - a.hit.end);
}

function actorSuggestions(
  places: readonly Place[],
  options: SuggestOptions,
  ids: Ids,
  { mentions, names }: ReturnType<typeof actorsIn>,
): Suggestion[] {
  const isKnown = new Set((options.known ?? []).map(({ id }) => id));
  const groups = new Map<string, (typeof mentions)[number][]>();
  for (const mention of mentions) {
    const group = groups.get(mention.actor);
    if (group) group.push(mention);
    else groups.set(mention.actor, [mention]);
  }
  return [...groups].map(([actor, [first, ...others]]) => {
    const words = ({ at, start, end }: (typeof mentions)[number]): string =>
      places[at].passage.text.slice(start, end);
    const all = [first, ...others];
    const told = [...new Set(all.filter(({ rule }) => rule !== 'actor-description').map(words))];
    const name = names.get(actor) ?? actor;
    return {
      id: fingerprint(`actor|${actor}`),
      kind: 'actor' as const,
      rule: first.rule,
      passage: passageAt(places[first.at], first),
      also: others.map((one) => passageAt(places[one.at], one)),
      ...actorProposal({
        name,
        words: told,
        times: all.length,
        paragraph: places[first.at].paragraph,
        known: isKnown.has(actor) ? actor : null,
        ids,
      }),
    };
  });
}

function passageAt(
  { paragraph, start }: Place,
  hit: { start: number; end: number },
): SuggestedPassage {
  return { paragraph, start: start + hit.start, end: start + hit.end };
}

/** Sixteen letters and digits that stand for words (FNV-1a, twice). */
function fingerprint(words: string): string {
  let one = 0x811c9dc5;
  let two = 0x9747b28c;
  for (let i = 0; i < words.length; i++) {
    const unit = words.charCodeAt(i);
    one = Math.imul(one ^ unit, 0x01000193);
    two = Math.imul(two ^ (unit + i), 0x01000193);
  }
  const digits = (value: number): string => (value >>> 0).toString(36).padStart(7, '0');
  return digits(one) + digits(two);
}
