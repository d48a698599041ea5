import { sentencesOf, type Stretch } from '../sentences.js';
import type { SourceText } from '../source-text.js';
import type { CarriedFinding, Suggestion } from '../suggestion.js';
import { actorsIn, ACTORS, type Mention } from './actors.js';
import { actorLines } from './actor-lines.js';
import { ATTRIBUTIONS, attributionsIn } from './attribution.js';
import { COMMITMENTS, SPEECH_ACTS, speechActsIn } from './commitments.js';
import { CONDITIONS } from './conditions.js';
import { EVENTS, eventsIn } from './events.js';
import { EXTREMES } from './extremes.js';
import { overlaps } from './clauses.js';
import { linesOf, type Found, type Line } from './lines.js';
import { MODALITY } from './modality.js';
import { OPTIONS } from './options.js';
import { QUANTITIES } from './quantities.js';
import { Ids } from './ids.js';
import { fingerprint, passageAt, type Place } from './places.js';
import { askedIn, findingOf, proposalOf, type Told } from './proposals.js';
import type { Condition } from './whens.js';
import { apart, hitsOf, sentenceAt, type Passage, type PatternRule, type Rule } from './rule.js';
import type { Scene } from './referents.js';
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
  const { actor } = parties.by ?? { actor: null };
  return rule.kind === 'option' && actor !== null && known.some(({ id }) => id === actor)
    ? { within: actor }
    : {};
}

/** The name of the actor that speaks, or the words for him. */
function nameOf({ by }: Parties, names: ReadonlyMap<string, string>): string | null {
  if (by === null) return null;
  return by.actor === null ? by.words : (names.get(by.actor) ?? by.actor);
}

/** Paragraphs from which the progress is told once. */
const TELL_EVERY = 200;

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
  const mentions = new Map<number, Mention[]>();
  for (const one of actors.mentions) {
    const here = mentions.get(one.at);
    if (here) here.push(one);
    else mentions.set(one.at, [one]);
  }
  const seen = new Map<string, number>();
  let before: Scene | null = null;
  const lines = places.flatMap((place, at) => {
    if (at % TELL_EVERY === 0) progress(at / places.length);
    const here = mentions.get(at) ?? [];
    const found = hitsIn(place.passage, reference);
    // The same words twice in a sentence are told apart by which of them it is.
    const keys = new Map(
      found.map((one) => {
        const key = `${one.rule.id}|${wordsOf(place, one.hit)}|${sentenceOf(place, one.hit)}`;
        const times = seen.get(key) ?? 0;
        seen.set(key, times + 1);
        return [one.hit, times === 0 ? key : `${key}|${times}`];
      }),
    );
    const scene: Scene = {
      passage: place.passage,
      mentions: here,
      said: found.filter(({ rule }) => rule.kind === 'attribution').map(({ hit }) => hit),
      before: before && { ...before, before: null },
    };
    before = scene;
    const spoken = linesOf(place.passage, found, here).map((line) => ({
      place,
      line,
      key: keys.get(line.hit)!,
      parties: partiesOf(scene, line),
      conditions: conditionsOf(place, line, here),
    }));
    return spoken.map((one) => ({ ...one, asked: askedBeside(one, spoken, known) }));
  });
  const heard = new Set(
    lines
      .filter(({ line }) => SPOKEN.has(line.rule.kind))
      .flatMap(({ parties: { by, to } }) => [by?.actor ?? null, to]),
  );
  const suggestions = actorLines(places, { actors, heard, known, ids });
  for (const { place, line, key, ...around } of lines) {
    const { parties } = around;
    const told = toldOf(place, line, { ...around, known, names: actors.names });
    suggestions.push({
      id: fingerprint(key),
      ...findingIn(place, line, told),
      proposal: proposalOf(told, ids),
      ...(line.carried.length === 0
        ? {}
        : { carries: line.carried.map((one) => findingIn(place, one)) }),
      ...(SPOKEN.has(line.rule.kind) ? { by: told.speaker } : {}),
      ...(SPOKEN.has(line.rule.kind) && parties.by?.unsure ? { unsure: true } : {}),
      ...withinOf(told),
    });
  }
  progress(1);
  return suggestions;
}

function wordsOf({ passage }: Place, { start, end }: Stretch): string {
  return passage.text.slice(start, end);
}

function sentenceOf(place: Place, { start }: Stretch): string {
  return wordsOf(place, sentenceAt(place.passage, start));
}

/** A line with the words that it is made of. */
function toldOf(
  place: Place,
  { rule, hit, told, carried }: Line,
  {
    names,
    ...around
  }: Pick<Told, 'parties' | 'known' | 'conditions' | 'asked'> & {
    readonly names: ReadonlyMap<string, string>;
  },
): Told {
  return {
    ...around,
    rule,
    hit,
    words: wordsOf(place, hit),
    told: wordsOf(place, told),
    quantities: carried
      .filter((one) => one.rule.kind === 'quantity' && overlaps(one.hit, told))
      .map((one) => wordsOf(place, one.hit)),
    paragraph: place.paragraph,
    speaker: nameOf(around.parties, names),
  };
}

/** The conditions that a line carries, in the order of the text. */
function conditionsOf(
  place: Place,
  { told, carried }: Line,
  mentions: readonly Mention[],
): Condition[] {
  const { end } = sentenceAt(place.passage, told.start);
  return carried
    .filter(({ rule }) => rule.kind === 'condition')
    .map(({ hit }): Condition => ({
      words: wordsOf(place, hit),
      after: wordsOf(place, { start: hit.end, end }),
      place: overlaps(hit, told) ? 'inside' : hit.start < told.start ? 'before' : 'behind',
      // "The regime" may be another than it is taken for.
      named: mentions
        .filter((one) => one.start >= hit.start && one.end <= hit.end)
        .map(({ actor, rule, start, end: close }) => ({
          actor: rule === 'actor-description' ? null : actor,
          start: start - hit.start,
          end: close - hit.start,
        })),
    }));
}

interface Spoken extends Pick<Told, 'parties' | 'conditions'> {
  readonly place: Place;
  readonly line: Line;
}

/** What the demand in the sentence of a line asks for, where there is just one. */
function askedBeside(
  one: Spoken,
  spoken: readonly Spoken[],
  known: readonly KnownActor[],
): Told['asked'] {
  const asked = spoken
    .filter(
      ({ line }) =>
        line.rule.kind === 'demand' &&
        sentenceOf(one.place, line.hit) === sentenceOf(one.place, one.line.hit),
    )
    .map(({ place, line, parties, conditions }) =>
      askedIn(
        wordsOf(place, line.hit),
        conditions,
        known.find(({ id }) => id === parties.to),
      ),
    );
  return asked.length === 1 ? asked[0] : null;
}

function findingIn(place: Place, { rule, hit }: Found, told?: Told): CarriedFinding {
  return {
    kind: rule.kind,
    rule: rule.id,
    passage: passageAt(place, hit),
    finding: findingOf({ rule, hit, words: wordsOf(place, hit) }, told?.speaker ?? null),
    ...(hit.date === undefined ? {} : { date: hit.date }),
    ...(hit.strength === undefined ? {} : { strength: hit.strength }),
  };
}

function hitsIn(passage: Passage, reference: string | null): Found[] {
  const found: Found[] = [];
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
