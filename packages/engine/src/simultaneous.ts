import { EngineError } from './errors.js';
import type { Game } from './game.js';
import type { Verdicts } from './stability.js';

/** The others' changes made together with an improvement; `to` is the joint result. */
export interface JointChange {
  /** For each mover that changes something, the state its change alone would lead to. */
  readonly choices: readonly { readonly mover: number; readonly to: number }[];
  readonly to: number;
}

/** Where each improvement is sanctioned by some simultaneous choice of the others (theory 3.7). */
export function simultaneouslyStable(game: Game, focal: number): Verdicts {
  const { moves, ranks } = game;
  const reach = new Int32Array(moves.maxDegree);
  const stable = new Uint8Array(moves.size);
  for (let s = 0; s < moves.size; s++) {
    const count = moves.successors(focal, s, reach);
    let choices: Choices | null = null;
    let k = 0;
    for (; k < count; k++) {
      if (ranks[focal][reach[k]] <= ranks[focal][s]) continue;
      choices ??= choicesAt(game, focal, s);
      if (!sanctionedTogether(game, focal, s, reach[k], choices)) break;
    }
    stable[s] = k === count ? 1 : 0;
  }
  return stable;
}

/** A simultaneous choice of the others that leaves `focal` no better off than at s; null: none. */
export function simultaneousSanction(
  game: Game,
  focal: number,
  s: number,
  improvement: number,
): JointChange | null {
  return sanctionedTogether(game, focal, s, improvement, choicesAt(game, focal, s));
}

/** For each of the others its improvements from s; those who have none are left out. */
type Choices = readonly { readonly mover: number; readonly improvements: readonly number[] }[];

function choicesAt({ moves, ranks }: Game, focal: number, s: number): Choices {
  const reach = new Int32Array(moves.maxDegree);
  const choices: { mover: number; improvements: number[] }[] = [];
  for (let j = 0; j < moves.movers; j++) {
    if (j === focal) continue;
    const count = moves.successors(j, s, reach);
    const improvements = Array.from(reach.subarray(0, count)).filter(
      (t) => ranks[j][t] > ranks[j][s],
    );
    if (improvements.length > 0) choices.push({ mover: j, improvements });
  }
  return choices;
}

function sanctionedTogether(
  { space, ranks }: Game,
  focal: number,
  s: number,
  improvement: number,
  choices: Choices,
): JointChange | null {
  if (!space)
    throw new EngineError(
      'bad-argument',
      'SIM needs a model in option form: states and arcs alone do not say what a joint change is',
    );
  const { codes } = space;
  const chosen: { mover: number; to: number }[] = [];
  // Each mover changes its own options only, so the changes are disjoint and join by exclusive or.
  const search = (at: number, code: number): JointChange | null => {
    if (at === choices.length) {
      const to = space.indexOf(code >>> 0);
      return to >= 0 && ranks[focal][to] <= ranks[focal][s] ? { choices: [...chosen], to } : null;
    }
    const unchanged = search(at + 1, code);
    if (unchanged) return unchanged;
    for (const to of choices[at].improvements) {
      chosen.push({ mover: choices[at].mover, to });
      const found = search(at + 1, code ^ codes[s] ^ codes[to]);
      if (found) return found;
      chosen.pop();
    }
    return null;
  };
  return search(0, codes[improvement]);
}
