import { EngineError } from './errors.js';
import type { Game } from './game.js';
import { JointBounds } from './joint-bounds.js';
import type { Ranks } from './ranks.js';
import type { StateSpace } from './space.js';
import type { Verdicts } from './concepts.js';
import { unwatched, type Watch } from './watch.js';

const STATES_A_REPORT = 4096;

/** The others' changes made together with an improvement; `to` is the joint result. */
export interface JointChange {
  /** For each mover that changes something, the state its change alone would lead to. */
  readonly choices: readonly { readonly mover: number; readonly to: number }[];
  readonly to: number;
}

/**
 * Where each improvement is sanctioned by some simultaneous choice of the others (theory 3.7).
 * @param after what ending in a state comes to for the mover: its rank, or what it can escape to.
 * @param watch told how many of the states are done.
 */
export function simultaneouslyStable(
  game: Game,
  focal: number,
  after: Ranks,
  watch: Watch = unwatched,
): Verdicts {
  const { moves } = game;
  const own = game.ranks[focal];
  const others = new OthersChoices(game, focal, after, true);
  const reach = new Int32Array(moves.maxDegree);
  const stable = new Uint8Array(moves.size);
  for (let s = 0; s < moves.size; s++) {
    if (s % STATES_A_REPORT === 0) watch(s / moves.size);
    const count = moves.successors(focal, s, reach);
    let improvements = 0;
    let safe = false;
    for (let k = 0; k < count && !safe; k++) {
      if (own[reach[k]] <= own[s]) continue;
      reach[improvements++] = reach[k];
      safe = others.beyondHarm(s, reach[k]);
    }
    if (safe) continue;
    if (improvements > 0) others.lookFrom(s);
    let k = 0;
    while (k < improvements && others.sanction(reach[k]) >= 0) k++;
    stable[s] = k === improvements ? 1 : 0;
  }
  return stable;
}

/** A simultaneous choice of the others that leaves `focal` no better off than at s after all; null: none. */
export function simultaneousSanction(
  game: Game,
  focal: number,
  after: Ranks,
  s: number,
  improvement: number,
): JointChange | null {
  // Bounds take a look at every state: for one state only where there is more than that to be tried.
  let others = new OthersChoices(game, focal, after, false);
  others.lookFrom(s);
  if (others.choices > game.moves.size) {
    others = new OthersChoices(game, focal, after, true);
    others.lookFrom(s);
  }
  const to = others.sanction(improvement);
  return to < 0 ? null : { choices: others.chosen(), to };
}

/** @throws EngineError 'bad-argument' where there is none, so that SIM is not defined. */
export function optionFormOf({ space }: Game): StateSpace {
  if (!space)
    throw new EngineError(
      'bad-argument',
      'SIM needs a model in option form: states and arcs alone do not say what a joint change is',
    );
  return space;
}

/**
 * What the others may choose at one state at a time, and the search through their joint choices;
 * the arrays serve state after state. A branch is left where nothing that the remaining ones could
 * do, improvement or not, would harm. Cost of a search that finds nothing: at worst the product of
 * the others' numbers of improvements, each plus one.
 */
class OthersChoices {
  readonly #game: Game;
  readonly #focal: number;
  readonly #after: Ranks;
  readonly #space: StateSpace;
  /**
   * By mover: what can still come out once the focal decision maker, this mover and those before it
   * have chosen; at the end, once only the focal one has. Null where that is not worth its memory or
   * not known.
   */
  readonly #bounds: readonly (JointBounds | null)[];
  #state = 0;
  /** Those of the others who can improve, and where the improvements of each start and end. */
  readonly #movers: Int32Array;
  readonly #starts: Int32Array;
  #count = 0;
  /** The improvements, mover after mover: the state each leads to, and the options it changes. */
  readonly #targets: Int32Array;
  readonly #changes: Int32Array;
  /** For each mover the place of its choice among the improvements; -1: it changes nothing. */
  readonly #choice: Int32Array;
  readonly #reach: Int32Array;

  /** @param bounded whether branches are left by bounds. */
  constructor(game: Game, focal: number, after: Ranks, bounded: boolean) {
    const { movers, maxDegree } = game.moves;
    this.#game = game;
    this.#focal = focal;
    this.#after = after;
    this.#space = optionFormOf(game);
    this.#bounds = bounded
      ? boundsOf(game, this.#space, focal, after)
      : new Array<null>(movers + 1).fill(null);
    this.#movers = new Int32Array(movers);
    this.#starts = new Int32Array(movers + 1);
    this.#targets = new Int32Array(movers * maxDegree);
    this.#changes = new Int32Array(movers * maxDegree);
    this.#choice = new Int32Array(movers);
    this.#reach = new Int32Array(maxDegree);
  }

  /** Whether the improvement leads where nothing that the others can do is as bad as s. */
  beyondHarm(s: number, improvement: number): boolean {
    const bounds = this.#bounds[this.#bounds.length - 1];
    const own = this.#game.ranks[this.#focal];
    return bounds !== null && bounds.at(this.#space.codes[improvement]) > own[s];
  }

  lookFrom(s: number): void {
    const { moves, ranks } = this.#game;
    const { codes } = this.#space;
    this.#state = s;
    this.#count = 0;
    let end = 0;
    for (let j = 0; j < moves.movers; j++) {
      if (j === this.#focal) continue;
      const before = end;
      const reached = moves.successors(j, s, this.#reach);
      for (let k = 0; k < reached; k++) {
        const to = this.#reach[k];
        if (ranks[j][to] <= ranks[j][s]) continue;
        this.#targets[end] = to;
        this.#changes[end++] = codes[s] ^ codes[to];
      }
      if (end === before) continue;
      this.#movers[this.#count++] = j;
      this.#starts[this.#count] = end;
    }
  }

  /** How many joint choices there are at the state looked from. */
  get choices(): number {
    let product = 1;
    for (let m = 0; m < this.#count; m++) product *= this.#starts[m + 1] - this.#starts[m] + 1;
    return product;
  }

  /** A joint result no better for the focal decision maker than the state looked from; -1: none. */
  sanction(improvement: number): number {
    const { codes } = this.#space;
    return this.#search(0, codes[this.#state] ^ codes[improvement]);
  }

  /** The choices that the last sanction was found by. */
  chosen(): { mover: number; to: number }[] {
    const chosen: { mover: number; to: number }[] = [];
    for (let m = 0; m < this.#count; m++)
      if (this.#choice[m] >= 0)
        chosen.push({ mover: this.#movers[m], to: this.#targets[this.#choice[m]] });
    return chosen;
  }

  /** Each mover changes its own options, and what follows of that by itself: together all that anybody changes. */
  #search(m: number, changed: number): number {
    const start = this.#space.codes[this.#state];
    if (m === this.#count) {
      const to = this.#space.indexOf((start ^ changed) >>> 0);
      const bearable = this.#game.ranks[this.#focal][this.#state];
      return to >= 0 && this.#after[to] <= bearable ? to : -1;
    }
    const bounds = this.#bounds[this.#movers[m]];
    const bearable = this.#game.ranks[this.#focal][this.#state];
    this.#choice[m] = -1;
    let to = this.#search(m + 1, changed);
    for (let k = this.#starts[m]; to < 0 && k < this.#starts[m + 1]; k++) {
      const joint = changed | this.#changes[k];
      if (bounds && bounds.at(start ^ joint) > bearable) continue;
      this.#choice[m] = k;
      to = this.#search(m + 1, joint);
    }
    return to;
  }
}

function boundsOf(
  { moves }: Game,
  space: StateSpace,
  focal: number,
  after: Ranks,
): (JointBounds | null)[] {
  if (!moves.form) return new Array<null>(moves.movers + 1).fill(null);
  const masks = moves.form.owned.map((options) =>
    options.reduce((mask, option) => mask | (1 << option), 0),
  );
  const all = 2 ** space.optionCount - 1;
  // Options of nobody never change.
  let decided = masks.reduce((rest, mask) => rest & ~mask, all) | masks[focal];
  const bound = (mask: number): JointBounds | null =>
    mask === all ? null : JointBounds.within(space, after, mask);
  const alone = bound(decided);
  const bounds = masks.map((mask, j) => (j === focal ? null : bound((decided |= mask))));
  return [...bounds, alone];
}
