import type { Watch } from '@standoff/engine';
import { isWhatIf, type Grounded } from '@standoff/model';
import {
  countGrounds,
  elementsOf,
  isBare,
  isCounted,
  removableIn,
  AnalysisError,
  turnedBetween,
  withStatements,
  prepare,
  situationShown,
  type Element,
  type ElementShown,
  type Outcome,
  type Turned,
  type Prepared,
  type Standard,
  USUAL_STANDARD,
} from '@standoff/situation';
import { elementShown, placedIn, sourceUses, type SourceUse } from './source-coverage.js';
import type { TextAtHand } from './text-at-hand.js';
import type { EvidenceResult, WithoutPassage, Coverage } from './answer.js';

export interface EvidenceOptions {
  /** The usual one when left out. */
  readonly standard?: Standard;
  /** The texts of sources that are at hand. */
  readonly texts?: readonly TextAtHand[];
  readonly watch?: Watch;
}

/**
 * What the elements of a situation rest on, what rests on nothing or on a doubtful claim, which sources
 * nothing uses, and what would be different without a source or a passage: without the preference
 * statements and constraints that rest on it alone and on no reason of the analyst's (ours).
 */
export function evidence(
  prepared: Prepared,
  { standard = USUAL_STANDARD, texts = [], watch = () => undefined }: EvidenceOptions = {},
): EvidenceResult {
  const { model } = prepared;
  const atHand = new Map(texts.map((text) => [text.source, text]));
  const elements = placedIn(elementsOf(model), atHand);
  const sources = sourceUses(model, elements, atHand);
  const places = placesOf(sources);
  const removable = removableIn(model);
  const counted = elements.filter(isCounted(model));
  const outcomes = prepared.courseOutcomes(standard);
  const base = outcomes.of(prepared.game.ranks);
  const without = places.flatMap(({ source, paragraph }, k): WithoutPassage[] => {
    watch(k / places.length);
    const resting = elements.filter(
      (one) => removable.has(one.id) && restsOnAlone(one.grounds, elements, source, paragraph),
    );
    if (resting.length === 0) return [];
    const after = solvedWithout(prepared, standard, new Set(resting.map(({ id }) => id)));
    const turned = after && turnedBetween(model, base, after.outcome);
    const distance = after ? distanceBetween(prepared, base, after.prepared, after.outcome) : 1;
    return turned !== null && distance === 0 && changes(turned) === 0
      ? []
      : [{ source, paragraph, elements: resting.map(elementShown), distance, turned }];
  });
  return {
    schema: 'standoff/evidence/2',
    situation: situationShown(model),
    standard,
    coverage: coverageOf(counted),
    bare: counted.filter(({ grounds }) => isBare(grounds)).map(elementShown),
    whatIfs: elements.filter(({ grounds }) => isWhatIf(grounds)).map(elementShown),
    ...(model.leftOut === undefined
      ? {}
      : {
          leftOut: model.leftOut.map(({ text, because, evidence: said }) => ({
            text,
            because,
            evidence: said,
          })),
        }),
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
        ...restingOn(id, elements),
      })),
    sources,
    without: without.sort(
      (a, b) => weight(b) - weight(a) || (a.paragraph ?? 0) - (b.paragraph ?? 0),
    ),
    tried: places.length,
  };
}

function coverageOf(elements: readonly Element[]): Coverage[] {
  const kinds = [...new Set(elements.map(({ kind }) => kind))];
  return kinds.map((kind) => ({
    kind,
    ...countGrounds(elements.filter((one) => one.kind === kind)),
  }));
}

interface Place {
  readonly source: string;
  readonly paragraph: number | null;
}

/** Every source, and every paragraph of it that is cited. */
function placesOf(sources: readonly SourceUse[]): Place[] {
  return sources.flatMap(({ id, paragraphs }): Place[] => [
    { source: id, paragraph: null },
    ...paragraphs.map((paragraph) => ({ source: id, paragraph })),
  ]);
}

/** Whether all references, its own and those of the claims behind it, are to this place; no reason. */
function restsOnAlone(
  grounds: Grounded,
  elements: readonly Element[],
  source: string,
  paragraph: number | null,
): boolean {
  const claims = behind(grounds, elements);
  const passages = [grounds, ...claims].flatMap(({ evidence: own }) => own);
  return (
    passages.length > 0 &&
    [grounds, ...claims].every(({ because }) => because === null) &&
    passages.every(
      (one) =>
        one.source === source &&
        (paragraph === null ||
          (one.paragraphs?.from === paragraph && one.paragraphs.to === paragraph)),
    )
  );
}

/** The grounds of the claims that something rests on, and of those that these rest on. */
function behind({ restsOn: ids }: Grounded, elements: readonly Element[]): Grounded[] {
  const found = new Map<string, Grounded>();
  const waiting = [...ids];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const claim = elements.find((one) => one.kind === 'claim' && one.id === id);
    if (claim === undefined || found.has(id)) continue;
    found.set(id, claim.grounds);
    waiting.push(...claim.grounds.restsOn);
  }
  return [...found.values()];
}

/** What rests on a claim directly, and what does so only through another claim. */
function restingOn(
  claim: string,
  elements: readonly Element[],
): { readonly elements: readonly ElementShown[]; readonly through: readonly ElementShown[] } {
  const grounds = elements.find(({ kind, id }) => kind === 'claim' && id === claim)?.grounds;
  const direct = elements.filter((one) => one.grounds.restsOn.includes(claim));
  const through = elements.filter(
    (one) =>
      one.grounds !== grounds &&
      !direct.includes(one) &&
      behind(one.grounds, elements).some((other) => other === grounds),
  );
  return { elements: direct.map(elementShown), through: through.map(elementShown) };
}

function solvedWithout(
  { model, game, memory }: Prepared,
  standard: Standard,
  ids: ReadonlySet<string>,
): { prepared: Prepared; outcome: Outcome } | null {
  try {
    const prepared = prepare(
      {
        ...model,
        actors: model.actors.map((actor) => withStatements(actor, ids, 'left out')),
        constraints: model.constraints.filter(({ id }) => !ids.has(id)),
      },
      { opponentsRule: game.opponentsRule, memory },
    );
    return { prepared, outcome: prepared.courseOutcomes(standard).of(prepared.game.ranks) };
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
