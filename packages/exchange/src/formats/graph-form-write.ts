import type { ConflictModel } from '@standoff/model';
import type { PrepareOptions } from '@standoff/situation';
import type { Written } from '../format.js';
import { graphOf } from '../graph.js';
import { DRAWN } from './dot.js';
import { leftOut } from '../left-out.js';
import { listed } from '../listed.js';

/** States, moves and rankings, by name: what options say is said by the moves. */
export function writeGraphForm(model: ConflictModel, options: PrepareOptions): Written<string> {
  const { deciders, states, moves } = graphOf(listed(model, options));
  const used = new Set<string>();
  const names = states.map(({ label, column, number }) => {
    const wished = label ?? column;
    const name = used.has(wished) ? `${wished} (${number})` : wished;
    used.add(name);
    return name;
  });
  const now = states.findIndex(({ isNow }) => isNow);
  const one = states.filter(({ isNow }) => isNow).length === 1;
  const content = {
    title: model.situation.title,
    states: names,
    ...(one ? { statusQuo: names[now] } : {}),
    decisionMakers: deciders.map(({ label }, mover) => ({
      name: label,
      moves: moves
        .filter((move) => move.mover === mover)
        .map(({ from, to }) => [names[from - 1], names[to - 1]]),
      ranking: rankingFrom(states.map(({ ranks }) => ranks[mover])).map((place) =>
        place.length === 1 ? names[place[0]] : place.map((state) => names[state]),
      ),
    })),
  };
  return {
    content: `${JSON.stringify(content, null, 2)}\n`,
    notes: leftOut(model, [...DRAWN, 'agreements']),
  };
}

/** States by rank, the best first. */
function rankingFrom(ranks: readonly number[]): number[][] {
  const places = new Map<number, number[]>();
  for (const [state, rank] of ranks.entries())
    places.set(rank, [...(places.get(rank) ?? []), state]);
  return [...places].sort(([a], [b]) => b - a).map(([, place]) => place);
}
