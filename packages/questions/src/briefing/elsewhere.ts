import { FIRMEST_FIRST, UNANSWERED } from '@standoff/engine';
import type { Prepared, State } from '@standoff/situation';
import type { OtherOutcome } from './answer.js';
import { listedOf, type OutcomesOf } from './outcomes.js';

interface Elsewhere {
  readonly elsewhere: readonly OtherOutcome[];
  /** Scenarios of which it was not looked at whether they would hold. */
  readonly notLookedAt: readonly string[];
}

interface Named {
  readonly id: string;
  readonly label: string;
  readonly state: State;
  /** How firmly it would hold, whatever the standard; the least is the firmest. */
  readonly firmness: number;
}

/**
 * Of each scenario and named state that is not told already the state that would hold most firmly, of
 * equally firm ones the most welcome.
 *
 * @param told where the course stays, and what else is told.
 */
export function elsewhereOf(outcomes: OutcomesOf, told: readonly State[]): Elsewhere {
  const { states } = outcomes.situation;
  const listed = listedOf(outcomes.situation);
  const { found, notLookedAt } =
    listed === null ? inSets(outcomes) : { found: inList(outcomes, listed), notLookedAt: [] };
  const ended = new Set(told.flatMap((end) => [...states.scenariosOf(end), outcomes.labelOf(end)]));
  const isTold = ({ id, label }: Pick<Named, 'id' | 'label'>): boolean =>
    ended.has(id) || ended.has(label);
  const seen = new Set<string>();
  return {
    elsewhere: found
      .filter((one) => one.state !== outcomes.today && !isTold(one))
      .map((one) => ({ ...one, surplus: outcomes.surplus(one.state) }))
      .sort((a, b) => a.firmness - b.firmness || b.surplus - a.surplus)
      .filter(({ label }) => !seen.has(label) && seen.add(label))
      .map(({ state, id, label }) => ({ ...outcomes.outcome(state), id, label })),
    notLookedAt: notLookedAt.filter((one) => !isTold(one)).map(({ id }) => id),
  };
}

function inList({ situation: { model } }: OutcomesOf, prepared: Prepared): Named[] {
  const { naming, space, judged, ranks, statusQuo } = prepared;
  const [today] = statusQuo;
  const firmness = new Uint8Array(space.size).fill(FIRMEST_FIRST.length);
  for (const [k, concept] of [...FIRMEST_FIRST.entries()].reverse()) {
    const holds = new Uint8Array(space.size).fill(1);
    for (const stable of judged.verdicts.get(concept) ?? [])
      for (let s = 0; s < space.size; s++) holds[s] &= stable[s];
    for (let s = 0; s < space.size; s++) if (holds[s] === 1) firmness[s] = k;
  }
  const surplus = new Int16Array(space.size);
  for (const own of ranks.values())
    for (let s = 0; s < space.size; s++) surplus[s] += Math.sign(own[s] - own[today]);
  const best = new Map<string, number>();
  const consider = (name: string, s: number): void => {
    const before = best.get(name);
    if (
      before === undefined ||
      firmness[s] < firmness[before] ||
      (firmness[s] === firmness[before] &&
        (surplus[s] > surplus[before] || (surplus[s] === surplus[before] && s < before)))
    )
      best.set(name, s);
  };
  for (const { id } of model.scenarios) for (const s of naming.statesOf(id)) consider(id, s);
  // Elsewhere what a state is called is the label of a scenario that it is counted for already.
  const ids = new Set(model.scenarios.map(({ id }) => id));
  if (
    model.states.length > 0 ||
    model.options.some(({ inGraph }) => inGraph) ||
    model.scenarios.some(({ id, label }) => label !== id && ids.has(label))
  )
    for (let s = 0; s < space.size; s++) {
      const label = naming.labelOf(s);
      if (label !== null) consider(label, s);
    }
  return [
    ...model.scenarios.map(({ id, label }) => ({ id, label, at: best.get(id) })),
    ...model.states.map(({ id, label }) => ({ id, label, at: best.get(label) })),
  ].flatMap(({ id, label, at }) =>
    at === undefined ? [] : [{ id, label, state: BigInt(space.codes[at]), firmness: firmness[at] }],
  );
}

/** Only those that nobody would leave are known as a set; of these one that is better for as many as are found. */
function inSets({ situation, today }: OutcomesOf): {
  readonly found: Named[];
  readonly notLookedAt: readonly Pick<Named, 'id' | 'label'>[];
} {
  const { model, states } = situation;
  const firm = states.holding(UNANSWERED)!;
  const found: Named[] = [];
  const notLookedAt: Pick<Named, 'id' | 'label'>[] = [];
  for (const { id, label } of model.scenarios) {
    const all = states.where({ op: 'scenario', id });
    let set = all.and(firm);
    if (set.isEmpty) {
      if (!all.isEmpty) notLookedAt.push({ id, label });
      continue;
    }
    for (const actor of model.actors) {
      const welcome = set.and(states.better(actor.id, today));
      if (!welcome.isEmpty) set = welcome;
    }
    found.push({ id, label, state: set.first(1)[0], firmness: 0 });
  }
  return { found, notLookedAt };
}
