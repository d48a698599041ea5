import { FIRMEST_FIRST, UNANSWERED } from '@standoff/engine';
import { judge, type Prepared, type State } from '@standoff/situation';
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
  const { space } = prepared;
  const named = statesByName(prepared);
  const best = firmestOf(prepared, named);
  return [
    ...model.scenarios.map(({ id, label }) => ({ id, label, at: best.get(id) })),
    ...model.states.map(({ id, label }) => ({ id, label, at: best.get(label) })),
  ].flatMap(({ id, label, at }) =>
    at === undefined ? [] : [{ id, label, ...at, state: BigInt(space.codes[at.state]) }],
  );
}

/** By the id of a scenario, and by what a state is called; what is today's name alone is left out. */
function statesByName({
  model,
  naming,
  space,
  statusQuo: [today],
}: Prepared): Map<string, number[]> {
  const named = new Map(model.scenarios.map(({ id }) => [id, naming.statesOf(id)]));
  for (const { label } of model.states) if (!named.has(label)) named.set(label, []);
  // Elsewhere what a state is called is the label of a scenario that it is counted for already.
  const ids = new Set(model.scenarios.map(({ id }) => id));
  if (
    model.states.length > 0 ||
    model.options.some(({ inGraph }) => inGraph) ||
    model.scenarios.some(({ id, label }) => label !== id && ids.has(label))
  )
    for (let s = 0; s < space.size; s++) {
      const label = naming.labelOf(s);
      if (label !== null) named.get(label)?.push(s);
    }
  return new Map([...named].filter(([, states]) => states.some((s) => s !== today)));
}

interface Firmest {
  readonly state: number;
  /** Its place among the concepts, the firmest first; behind them: it does not hold. */
  readonly firmness: number;
}

/** Of each name the state that holds most firmly, of equally firm ones the most welcome. */
function firmestOf(
  { space, game, ranks, statusQuo: [today] }: Prepared,
  named: ReadonlyMap<string, readonly number[]>,
): Map<string, Firmest> {
  const surplus = new Int16Array(space.size);
  for (const own of ranks.values())
    for (let s = 0; s < space.size; s++) surplus[s] += Math.sign(own[s] - own[today]);
  const mostWelcome = (states: readonly number[], holds: (s: number) => boolean): number => {
    let best = -1;
    for (const s of states)
      if (
        holds(s) &&
        (best < 0 || surplus[s] > surplus[best] || (surplus[s] === surplus[best] && s < best))
      )
        best = s;
    return best;
  };
  const found = new Map<string, Firmest>();
  for (let firmness = 0; firmness <= FIRMEST_FIRST.length; firmness++) {
    // What is less firm is judged only where a name has nothing firmer: it takes long.
    const open = [...named].filter(([name]) => !found.has(name));
    if (open.length === 0) break;
    const concept = FIRMEST_FIRST.at(firmness);
    const lists = concept === undefined ? [] : judge(game, [concept]).verdicts.get(concept)!;
    for (const [name, states] of open) {
      const state = mostWelcome(states, (s) => lists.every((stable) => stable[s] === 1));
      if (state >= 0) found.set(name, { state, firmness });
    }
  }
  return found;
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
