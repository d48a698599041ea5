import {
  EXTENSIONS,
  isFirm,
  relationalKernel,
  RESPONSE_CONCEPTS,
  ruleOf,
  UNANSWERED,
  USUAL_CONCEPT,
  type Extension,
  type PreferenceRelation,
  type ResponseConcept,
} from '@standoff/engine';
import type { Courses, Prepared } from '@standoff/situation';
import { highestDegree, type Beyond, relationsOf } from '../explain/relations.js';
import type { ExtensionsResult, StrengthResult, StrengthCount } from './doubt-answer.js';

/** How many states are listed. */
const LISTED = 20;

/** The extensions side by side. @throws AnalysisError 'too-many-worlds'. */
export function extensions(
  prepared: Prepared,
  courses: Courses,
  asked: readonly Extension[] = EXTENSIONS,
): ExtensionsResult {
  const relations = relationsOf(prepared, { unknown: true, strength: false });
  const { size } = prepared.space;
  const held = asked.map((extension) => equilibria(prepared, relations, extension, 0));
  const everywhere = (concept: ResponseConcept, s: number): boolean =>
    held.every((lists) => lists.get(concept)![s] === 1);
  const { naming } = prepared;
  const firm = Array.from({ length: size }, (_, s) => s)
    .map((s) => ({ s, concepts: RESPONSE_CONCEPTS.filter((concept) => everywhere(concept, s)) }))
    .filter(({ concepts }) => isFirm(concepts));
  return {
    unknown: Object.fromEntries(
      prepared.deciders.map(({ id }, mover) => [id, unknownShare(relations[mover])]),
    ),
    extensions: asked.map((extension, k) => ({
      extension,
      count: byConcept((concept) => total(held[k].get(concept)!)),
      statusQuo: RESPONSE_CONCEPTS.filter(
        (concept) => held[k].get(concept)![prepared.statusQuo[0]] === 1,
      ),
    })),
    held: byConcept((concept) => {
      let all = 0;
      let some = 0;
      for (let s = 0; s < size; s++)
        if (everywhere(concept, s)) all++;
        else if (held.some((lists) => lists.get(concept)![s] === 1)) some++;
      return { all, some };
    }),
    equilibria: firm
      .sort(
        (a, b) => b.concepts.length - a.concepts.length || nearer(courses, a.s, b.s) || a.s - b.s,
      )
      .slice(0, LISTED)
      .map(({ s, concepts }) => ({
        state: naming.state(s),
        concepts,
        reachable: courses.reach(s),
      })),
  };
}

/**
 * How strong the deterrents are that hold each equilibrium; with extensions, also where what is not
 * known counts as unknown. @throws AnalysisError 'too-many-worlds'.
 */
export function strength(
  prepared: Prepared,
  courses: Courses,
  asked: readonly Extension[] = [],
): StrengthResult {
  const degrees = highestDegree(prepared.model);
  const known = new Levels(prepared, degrees, { unknown: false, strength: true }, 'b');
  const { naming } = prepared;
  const firm = Array.from({ length: prepared.space.size }, (_, s) => s).filter(
    (s) => known.at(USUAL_CONCEPT, s) !== undefined,
  );
  const strongest = (s: number): number => known.at(USUAL_CONCEPT, s) ?? degrees + 1;
  return {
    degrees,
    count: known.count(),
    ...(asked.length === 0
      ? {}
      : {
          hybrid: asked.map((extension) => ({
            extension,
            count: new Levels(
              prepared,
              degrees,
              { unknown: true, strength: true },
              extension,
            ).count(),
          })),
        }),
    equilibria: firm
      .sort((a, b) => strongest(b) - strongest(a) || nearer(courses, a, b) || a - b)
      .slice(0, LISTED)
      .map((s) => ({
        state: naming.state(s),
        reachable: courses.reach(s),
        level: Object.fromEntries(
          RESPONSE_CONCEPTS.flatMap((concept) => {
            const level = known.at(concept, s);
            return level === undefined ? [] : [[concept, level]];
          }),
        ),
      })),
  };
}

/** By concept and state, the loss in degrees that deters at least. */
class Levels {
  readonly #levels: readonly Map<ResponseConcept, Uint8Array>[];

  constructor(
    readonly prepared: Prepared,
    readonly degrees: number,
    beyond: Beyond,
    extension: Extension,
  ) {
    const relations = relationsOf(prepared, beyond);
    this.#levels = Array.from({ length: degrees + 1 }, (_, level) =>
      equilibria(prepared, relations, extension, level),
    );
  }

  /** Undefined: the state would not hold. Null: nobody would move. */
  at(concept: ResponseConcept, s: number): number | null | undefined {
    if (this.#levels[0].get(concept)![s] === 0) return undefined;
    if (this.#levels[0].get(UNANSWERED)![s] === 1) return null;
    let level = 0;
    while (level < this.degrees && this.#levels[level + 1].get(concept)![s] === 1) level++;
    return level;
  }

  count(): StrengthCount {
    const deterring = RESPONSE_CONCEPTS.filter((concept) => ruleOf(concept).answers !== 'none');
    return Object.fromEntries(
      deterring.map((concept) => {
        const tally = { strong: 0, weak: 0, noBetterMove: 0 };
        for (let s = 0; s < this.prepared.space.size; s++) {
          const level = this.at(concept, s);
          if (level === null) tally.noBetterMove++;
          else if (level !== undefined) tally[level >= 2 ? 'strong' : 'weak']++;
        }
        return [concept, tally];
      }),
    ) as StrengthCount;
  }
}

/** By concept, where every decision maker is stable. */
function equilibria(
  prepared: Prepared,
  relations: readonly PreferenceRelation[],
  extension: Extension,
  level: number,
): Map<ResponseConcept, Uint8Array> {
  const kernel = relationalKernel(prepared.game, relations, { extension, level });
  return new Map(
    RESPONSE_CONCEPTS.map((concept) => {
      const all = new Uint8Array(prepared.space.size).fill(1);
      relations.forEach((_, mover) => {
        const stable = kernel(mover, concept);
        for (let s = 0; s < all.length; s++) all[s] &= stable[s];
      });
      return [concept, all] as const;
    }),
  );
}

function unknownShare({ classOf, classes, compare }: PreferenceRelation): number {
  const sizes = new Float64Array(classes);
  for (const k of classOf) sizes[k]++;
  let unknown = 0;
  for (let a = 0; a < classes; a++)
    for (let b = 0; b < a; b++) if (Number.isNaN(compare(a, b))) unknown += sizes[a] * sizes[b];
  const pairs = (classOf.length * (classOf.length - 1)) / 2;
  return pairs === 0 ? 0 : unknown / pairs;
}

function nearer(courses: Courses, a: number, b: number): number {
  return courses.farness(a) - courses.farness(b);
}

function total(verdicts: Uint8Array): number {
  return verdicts.reduce((sum, one) => sum + one, 0);
}

function byConcept<T>(of: (concept: ResponseConcept) => T): Record<ResponseConcept, T> {
  return Object.fromEntries(RESPONSE_CONCEPTS.map((c) => [c, of(c)])) as Record<ResponseConcept, T>;
}
