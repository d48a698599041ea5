import { CONCEPTS } from '@standoff/engine';
import type { Count, OptionId } from '@standoff/model';
import { takenIn, type Concept, type Prepared, type StateShown } from '@standoff/situation';

/** A state in several models. They are compared by the options taken. */
export interface ComparedPlace {
  /** Ids of the options taken in it, sorted. */
  readonly taken: readonly OptionId[];
  /** By model: its name there; null where it is no state of the model. */
  readonly shown: readonly (StateShown | null)[];
}

/** A state that would hold in one of the models at least. */
export interface ComparedState extends ComparedPlace {
  /** By model: the concepts under which it would hold. */
  readonly concepts: readonly (readonly Concept[])[];
}

/** What would hold in single states, model against model. */
export interface ComparedEquilibria {
  /** Those held otherwise in one model than in another first. */
  readonly states: readonly ComparedState[];
  /** How many are not listed. */
  readonly more: {
    /** Held otherwise in one model than in another. */
    readonly differing: Count;
    /** Held under the same concepts in all of them. */
    readonly alike: Count;
  };
}

/** So many states are listed of each kind: held otherwise, and alike. */
const LISTED = 12;

/** The states that would hold in some of the models, by the concepts under which they do in each. */
export function comparedEquilibria(
  models: readonly Prepared[],
  held: readonly Held[],
): ComparedEquilibria {
  const solved = held.map((entries) => ({ held: new Map(entries) }));
  const keys = new Set(solved.flatMap(({ held }) => [...held.keys()]));
  const differing: string[] = [];
  const alike: string[] = [];
  for (const key of keys) {
    const masks = solved.map(({ held }) => held.get(key) ?? 0);
    (masks.every((mask) => mask === masks[0]) ? alike : differing).push(key);
  }
  const states = [...listed(differing, solved), ...listed(alike, solved)].map(
    (key): ComparedState => {
      const taken = key === '' ? [] : key.split(' ');
      return {
        ...comparedPlace(taken, models),
        concepts: solved.map(({ held }) => {
          const mask = held.get(key) ?? 0;
          return CONCEPTS.filter((_, c) => (mask >> c) & 1);
        }),
      };
    },
  );
  return {
    states,
    more: {
      differing: Math.max(0, differing.length - LISTED),
      alike: Math.max(0, alike.length - LISTED),
    },
  };
}

/** A state by the options taken, as it is told in each of the models. */
export function comparedPlace(
  taken: readonly OptionId[],
  models: readonly Prepared[],
): ComparedPlace {
  return { taken, shown: models.map((prepared) => shownIn(prepared, taken)) };
}

function shownIn(
  { space, sortedOptions, naming }: Prepared,
  taken: readonly OptionId[],
): StateShown | null {
  const options = sortedOptions.filter(({ id }) => taken.includes(id));
  if (options.length < taken.length) return null;
  const s = space.indexOf(options.reduce((code, { bit }) => code | bit, 0));
  return s < 0 ? null : naming.state(s);
}

/** Those on which the models disagree under most concepts first, then those held under most. */
function listed(
  keys: readonly string[],
  solved: readonly { readonly held: ReadonlyMap<string, number> }[],
): readonly string[] {
  const weights = new Map(
    keys.map((key) => {
      const masks = solved.map(({ held }) => held.get(key) ?? 0);
      const some = masks.reduce((all, mask) => all | mask);
      const every = masks.reduce((all, mask) => all & mask);
      return [key, (CONCEPTS.length + 1) * bits(some & ~every) + bits(some)] as const;
    }),
  );
  return [...keys]
    .sort((a, b) => weights.get(b)! - weights.get(a)! || (a < b ? -1 : 1))
    .slice(0, LISTED);
}

/** The states that would hold, by the options taken: a bit for each concept under which they would. */
export type Held = readonly (readonly [taken: string, concepts: number])[];

export function heldIn(prepared: Prepared): Held {
  const { space, judged } = prepared;
  const held: [string, number][] = [];
  for (let s = 0; s < space.size; s++) {
    let mask = 0;
    CONCEPTS.forEach((concept, c) => {
      if (judged.verdicts.get(concept)!.every((stable) => stable[s] === 1)) mask |= 1 << c;
    });
    if (mask !== 0) held.push([takenIn(prepared, s).join(' '), mask]);
  }
  return held;
}

function bits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest > 0; rest >>= 1) count += rest & 1;
  return count;
}
