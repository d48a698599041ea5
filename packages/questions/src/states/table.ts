import { CONCEPTS } from '@standoff/engine';
import { type Concept, type Prepared } from '@standoff/situation';

/**
 * What `states` says of all states at once, column by column, for tables and graphs: cheap to copy from a
 * worker. Every list has a place for each state, in the order of the states.
 */
export interface StateTable {
  readonly size: number;
  readonly concepts: readonly Concept[];
  /** Bit k: the k-th option of the model is taken. As a number it is the state's decimal. */
  readonly codes: Uint32Array;
  /** Bit c: an equilibrium under the c-th concept. */
  readonly equilibria: Uint8Array;
  /** For each decision maker, by id; bit c: stable for it under the c-th concept. */
  readonly stable: Readonly<Record<string, Uint8Array>>;
  /** For each actor, by id: larger is better. */
  readonly ranks: Readonly<Record<string, Int32Array>>;
  /** Fewest steps from the status quo by improvements and by any moves; -1: not reached. */
  readonly improvements: Int32Array;
  readonly moves: Int32Array;
  /** For each scenario, in the order of the model: 1 where the state belongs to it. */
  readonly scenarios: readonly { readonly id: string; readonly has: Uint8Array }[];
  /** Index of a label in `labels`, -1 where the state has none. */
  readonly label: Int32Array;
  readonly labels: readonly string[];
  /** Indexes of the states that the status quo may be. */
  readonly statusQuo: readonly number[];
}

export function stateTable(prepared: Prepared): StateTable {
  const { space, deciders, model, ranks, statusQuo } = prepared;
  const { size } = space;
  const { verdicts } = prepared.judged;
  const masks = deciders.map((_, mover) => {
    const mask = new Uint8Array(size);
    CONCEPTS.forEach((concept, c) => {
      const stable = verdicts.get(concept)![mover];
      for (let s = 0; s < size; s++) mask[s] |= stable[s] << c;
    });
    return mask;
  });
  const equilibria = new Uint8Array(size).fill(2 ** CONCEPTS.length - 1);
  for (const mask of masks) for (let s = 0; s < size; s++) equilibria[s] &= mask[s];
  const { naming } = prepared;
  const { courses } = prepared;
  const scenarios = model.scenarios.map(({ id }) => ({ id, has: new Uint8Array(size) }));
  const inScenario = new Map(scenarios.map(({ id, has }) => [id, has]));
  const label = new Int32Array(size).fill(-1);
  const labels: string[] = [];
  const places = new Map<string, number>();
  for (let s = 0; s < size; s++) {
    const within = naming.scenariosOf(s);
    for (const id of within) inScenario.get(id)![s] = 1;
    const name = naming.labelOf(s);
    if (name === null) continue;
    let place = places.get(name);
    if (place === undefined) {
      places.set(name, (place = labels.length));
      labels.push(name);
    }
    label[s] = place;
  }
  return {
    size,
    concepts: CONCEPTS,
    codes: space.codes,
    equilibria,
    stable: Object.fromEntries(deciders.map(({ id }, mover) => [id, masks[mover]])),
    ranks: Object.fromEntries(ranks),
    improvements: courses.improvements.distance,
    moves: courses.moves.distance,
    scenarios,
    label,
    labels,
    statusQuo,
  };
}
