import type { Watch } from '@standoff/engine';
import type { Claim, ConflictModel, Evidence, Grounded } from '@standoff/model';
import { AnalysisError } from '../errors.js';
import { Outcomes, turnedBetween, type Outcome, type Turned } from '../outcomes.js';
import { withStatements } from '../preference-edits.js';
import { prepare, type Prepared } from '../prepare.js';
import type { Concept, SituationShown } from '../result.js';
import { situationShown } from '../situation-shown.js';

/** The answer of `standoff evidence --json`: what rests on what, and what does without. */
export interface EvidenceResult {
  readonly schema: 'standoff/evidence/1';
  readonly situation: SituationShown;
  readonly concept: Concept;
  /** By kind of element: how many there are, and what they rest on. */
  readonly coverage: readonly Coverage[];
  /** Elements with neither a passage nor a reason nor a claim behind them. */
  readonly bare: readonly ElementShown[];
  /** Claims that are disputed, inferred or denied, with what rests on them. */
  readonly doubtful: readonly {
    readonly claim: string;
    readonly label: string;
    readonly strength: Claim['strength'];
    readonly disputed: boolean;
    readonly elements: readonly ElementShown[];
  }[];
  readonly sources: readonly SourceUse[];
  /** Sources and passages without which a conclusion is different, those that change most first. */
  readonly without: readonly WithoutPassage[];
  /** How many sources and passages were left out one by one. */
  readonly tried: number;
}

export interface Coverage {
  readonly kind: ElementKind;
  readonly count: number;
  /** With a passage; else with the analyst's reason or a claim only; with nothing. */
  readonly passage: number;
  readonly reason: number;
  readonly nothing: number;
}

export type ElementKind =
  | 'option'
  | 'preference'
  | 'faction'
  | 'constraint'
  | 'agreement'
  | 'scenario'
  | 'named state'
  | 'commitment'
  | 'perception'
  | 'extreme'
  | 'claim'
  | 'relation'
  | 'event';

export interface ElementShown {
  readonly kind: ElementKind;
  /** An id, or where there is none what it is about. */
  readonly of: string;
  readonly text: string;
}

export interface SourceUse {
  readonly id: string;
  readonly title: string;
  /** Elements that cite it. 0: nothing uses it. */
  readonly elements: number;
  /** Paragraphs that are cited, ascending. */
  readonly paragraphs: readonly number[];
}

export interface WithoutPassage {
  readonly source: string;
  /** Null: the source as a whole. */
  readonly paragraph: number | null;
  /** What rests on it alone and was left out. */
  readonly elements: readonly ElementShown[];
  /** Of all states that hold before or after, the share that holds only before or only after. */
  readonly distance: number;
  /** Null: without it the model has no answer. */
  readonly turned: Turned | null;
}

export interface EvidenceOptions {
  /** SEQ when left out. */
  readonly concept?: Concept;
  readonly watch?: Watch;
}

/**
 * What the elements of a situation rest on, what rests on nothing or on a doubtful claim, which sources
 * nothing uses, and what would be different without a source or a passage: without the preference
 * statements and constraints that rest on it alone and on no reason of the analyst's (ours).
 */
export function evidence(
  prepared: Prepared,
  { concept = 'SEQ', watch = () => undefined }: EvidenceOptions = {},
): EvidenceResult {
  const { model } = prepared;
  const elements = elementsOf(model);
  const places = placesOf(model);
  const outcomes = new Outcomes(prepared, concept);
  const base = outcomes.of(prepared.game.ranks);
  const without = places.flatMap(({ source, paragraph }, k): WithoutPassage[] => {
    watch(k / places.length);
    const resting = elements.filter(
      (one) =>
        (one.kind === 'preference' || one.kind === 'constraint') &&
        restsOnAlone(one.grounds, source, paragraph),
    );
    if (resting.length === 0) return [];
    const after = solvedWithout(prepared, concept, new Set(resting.map(({ of }) => of)));
    const turned = after && turnedBetween(model, base, after.outcome);
    const distance = after ? distanceBetween(prepared, base, after.prepared, after.outcome) : 1;
    return turned !== null && distance === 0 && changes(turned) === 0
      ? []
      : [{ source, paragraph, elements: resting.map(shown), distance, turned }];
  });
  return {
    schema: 'standoff/evidence/1',
    situation: situationShown(model),
    concept,
    coverage: coverageOf(elements),
    bare: elements.filter(({ grounds }) => restsOn(grounds) === 'nothing').map(shown),
    doubtful: model.claims
      .filter(
        ({ strength, disputed }) =>
          disputed.length > 0 || strength === 'inferred' || strength === 'denied',
      )
      .map(({ id, label, strength, disputed }) => ({
        claim: id,
        label,
        strength,
        disputed: disputed.length > 0,
        elements: elements.filter(({ grounds }) => grounds.restsOn.includes(id)).map(shown),
      })),
    sources: model.sources.map(({ id, title }) => sourceUse(id, title, elements)),
    without: without.sort(
      (a, b) => weight(b) - weight(a) || (a.paragraph ?? 0) - (b.paragraph ?? 0),
    ),
    tried: places.length,
  };
}

interface Element extends ElementShown {
  readonly grounds: Grounded;
}

function elementsOf(model: ConflictModel): Element[] {
  const all = (
    kind: ElementKind,
    list: readonly (Grounded & { readonly id: string; readonly label?: string })[],
  ): Element[] =>
    list.map((one) => ({ kind, of: one.id, text: one.label ?? one.id, grounds: one }));
  const { actors } = model;
  return [
    ...all(
      'option',
      model.options.filter(({ agreement }) => agreement === null),
    ),
    ...actors.flatMap(({ preference }) =>
      preference.form !== 'statements'
        ? []
        : preference.items
            .flatMap((item) => (item.item === 'statement' ? [item] : item.statements))
            .map((one): Element => ({
              kind: 'preference',
              of: one.id,
              text: one.text,
              grounds: one,
            })),
    ),
    ...all(
      'faction',
      actors.flatMap(({ factions }) => factions),
    ),
    ...model.constraints.map((one): Element => ({
      kind: 'constraint',
      of: one.id,
      text: one.text,
      grounds: one,
    })),
    ...all('agreement', model.agreements),
    ...all('scenario', model.scenarios),
    ...all('named state', model.states),
    ...all('commitment', model.commitments),
    ...model.perceptions.map((one): Element => ({
      kind: 'perception',
      of: `${one.actor} perceives ${one.of}`,
      text: `${one.actor} perceives ${one.of}`,
      grounds: one,
    })),
    ...model.extremes.map((one): Element => {
      const text = `${one.kind} for ${one.actor} is ${one.scenario}`;
      return { kind: 'extreme', of: text, text, grounds: one };
    }),
    ...all('claim', model.claims),
    ...model.relations.map((one): Element => {
      const text = `${one.from} ${one.kind} ${one.to}`;
      return { kind: 'relation', of: text, text, grounds: one };
    }),
    ...all('event', model.events),
  ];
}

const shown = ({ kind, of, text }: Element): ElementShown => ({ kind, of, text });

function restsOn({ evidence: passages, because, restsOn: claims }: Grounded): keyof Coverage {
  if (passages.length > 0) return 'passage';
  return because !== null || claims.length > 0 ? 'reason' : 'nothing';
}

function coverageOf(elements: readonly Element[]): Coverage[] {
  const kinds = [...new Set(elements.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const own = elements.filter((one) => one.kind === kind).map(({ grounds }) => restsOn(grounds));
    const count = (what: keyof Coverage): number => own.filter((one) => one === what).length;
    return {
      kind,
      count: own.length,
      passage: count('passage'),
      reason: count('reason'),
      nothing: count('nothing'),
    };
  });
}

function sourceUse(id: string, title: string, elements: readonly Element[]): SourceUse {
  const citing = elements.filter(({ grounds }) =>
    grounds.evidence.some(({ source }) => source === id),
  );
  const paragraphs = citing.flatMap(({ grounds }) =>
    grounds.evidence.filter(({ source }) => source === id).flatMap(paragraphsIn),
  );
  return {
    id,
    title,
    elements: citing.length,
    paragraphs: [...new Set(paragraphs)].sort((a, b) => a - b),
  };
}

function paragraphsIn({ paragraphs }: Evidence): number[] {
  if (paragraphs === null) return [];
  const { from, to } = paragraphs;
  return Array.from({ length: to - from + 1 }, (_, k) => from + k);
}

interface Place {
  readonly source: string;
  readonly paragraph: number | null;
}

/** Every source, and every paragraph of it that is cited. */
function placesOf(model: ConflictModel): Place[] {
  const elements = elementsOf(model);
  return model.sources.flatMap(({ id, title }): Place[] => [
    { source: id, paragraph: null },
    ...sourceUse(id, title, elements).paragraphs.map((paragraph) => ({ source: id, paragraph })),
  ]);
}

function restsOnAlone(
  { evidence: passages, because }: Grounded,
  source: string,
  paragraph: number | null,
): boolean {
  return (
    passages.length > 0 &&
    because === null &&
    passages.every(
      (one) =>
        one.source === source &&
        (paragraph === null ||
          (one.paragraphs?.from === paragraph && one.paragraphs.to === paragraph)),
    )
  );
}

function solvedWithout(
  { model, game }: Prepared,
  concept: Concept,
  ids: ReadonlySet<string>,
): { prepared: Prepared; outcome: Outcome } | null {
  try {
    const prepared = prepare(
      {
        ...model,
        actors: model.actors.map((actor) => withStatements(actor, ids, 'left out')),
        constraints: model.constraints.filter(({ id }) => !ids.has(id)),
      },
      { opponentsRule: game.opponentsRule },
    );
    return { prepared, outcome: new Outcomes(prepared, concept).of(prepared.game.ranks) };
  } catch (error) {
    if (error instanceof AnalysisError) return null;
    throw error;
  }
}

/** Jaccard distance of what holds; constraints left out add states. */
function distanceBetween(
  before: Prepared,
  { holds }: Outcome,
  after: Prepared,
  { holds: then }: Outcome,
): number {
  let both = 0;
  let either = 0;
  for (let s = 0; s < then.length; s++) {
    const old = before.space.indexOf(after.space.codes[s]);
    const held = old >= 0 && holds[old] === 1;
    if (held || then[s] === 1) either++;
    if (held && then[s] === 1) both++;
  }
  return either === 0 ? 0 : (either - both) / either;
}

function changes({ statusQuo, begins, ceases, opens, closes }: Turned): number {
  const named = begins.length + ceases.length + opens.length + closes.length;
  return named + (statusQuo === 'as before' ? 0 : 1);
}

function weight({ turned, distance }: WithoutPassage): number {
  return turned === null ? Infinity : changes(turned) + distance;
}
