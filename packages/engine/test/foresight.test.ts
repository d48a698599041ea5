import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createGame,
  EngineError,
  equilibria,
  explainForesight,
  foresightVerdicts,
  indifferent,
  optionMoves,
  stateSpace,
  type Foresight,
  type Game,
} from '../src/index.js';
import type { Definitions } from './oracle.js';
import { arcForm, definitionsOf, gameOf, MODELS, optionForm } from './random-game.js';
import { twoByTwo } from './small-games.js';

const two = fc.constant<number>(2);
const models = fc.oneof(
  arcForm(two),
  optionForm({ n: two, options: fc.integer({ min: 1, max: 4 }) }),
);
const other = (i: 0 | 1): 0 | 1 => (i === 0 ? 1 : 0);

/** Theory 3.9, read literally: G_h(i, s), with M_h(i, s) where there is a move; ties to the lowest. */
class Literal {
  readonly #known = new Map<string, { G: number; M: number | null; open: boolean }>();

  constructor(readonly definitions: Definitions) {}

  look(h: number, i: 0 | 1, s: number): { G: number; M: number | null; open: boolean } {
    if (h === 0) return { G: s, M: null, open: false };
    const key = `${h} ${i} ${s}`;
    const known = this.#known.get(key);
    if (known) return known;
    const { prefers } = this.definitions.model;
    const moves = [...this.definitions.R(i, s)].sort((a, b) => a - b);
    let result = { G: s, M: null as number | null, open: false };
    if (moves.length > 0) {
      const end = (q: number): number => this.look(h - 1, other(i), q).G;
      const M = moves.find((q) => moves.every((x) => !prefers(i, end(x), end(q))))!;
      const G = prefers(i, end(M), s) ? end(M) : s;
      // Open: another best move would end elsewhere, or what follows some move is open.
      const open =
        moves.some((q) => this.look(h - 1, other(i), q).open) ||
        (G !== s &&
          moves.some(
            (q) => end(q) !== end(M) && !prefers(i, end(M), end(q)) && !prefers(i, end(q), end(M)),
          ));
      result = { G, M, open };
    }
    this.#known.set(key, result);
    return result;
  }

  /** V_h(s) of theory 3.12 for i, on the turn of `who`; as a state whose rank it is. */
  value(h: number, i: 0 | 1, who: 0 | 1, s: number): number {
    if (h === 0) return s;
    const { prefers } = this.definitions.model;
    return [...this.definitions.R(who, s)]
      .map((q) => this.value(h - 1, i, other(who), q))
      .reduce((a, b) => ((who === i ? prefers(i, b, a) : prefers(i, a, b)) ? b : a), s);
  }

  /** Stable for all large horizons: through two whole rounds of the horizons from far out. */
  nonMyopic(i: 0 | 1, s: number): boolean {
    const states = Array.from({ length: this.definitions.model.size }, (_, x) => x);
    const at = (h: number): string =>
      [0, 1].map((j) => states.map((x) => this.look(h, j as 0 | 1, x).G).join()).join(' ');
    const far = 40;
    let period = 1;
    while (at(far + period) !== at(far)) period++;
    return Array.from({ length: period }, (_, k) => this.look(far + k, i, s).G).every(
      (G) => G === s,
    );
  }
}

const KINDS: readonly Foresight[] = [
  { kind: 'limited', horizon: 1 },
  { kind: 'limited', horizon: 2 },
  { kind: 'limited', horizon: 3 },
  { kind: 'limited', horizon: 6 },
  { kind: 'non-myopic' },
  { kind: 'Stackelberg', leader: 0 },
  { kind: 'Stackelberg', leader: 1 },
  { kind: 'maximin', horizon: 1 },
  { kind: 'maximin', horizon: 3 },
  { kind: 'maximin', horizon: 4 },
];

/** What is wrong with a line of play by the definitions; empty: nothing. */
function faults(literal: Literal, i: 0 | 1, s: number, foresight: Foresight, game: Game): string[] {
  const { definitions } = literal;
  const { prefers } = definitions.model;
  const { stable, moves, horizon, line, end, cycle } = explainForesight(game, i, s, foresight);
  const wrong: string[] = [];
  const must = (condition: boolean, what: string): void => {
    if (!condition) wrong.push(`${JSON.stringify(foresight)} of ${i} at ${s}: ${what}`);
  };
  must(moves === definitions.R(i, s).size, 'moves');
  must((line.length === 0) === (moves === 0), 'a line without a move, or none');
  must(line.length <= horizon, 'longer than the horizon');
  must(stable === !prefers(i, end, s), 'the end does not tell the verdict');
  must((cycle !== null) === (foresight.kind === 'non-myopic'), 'a cycle');
  let at = s;
  let turn = i;
  let left = horizon;
  for (const { mover, from, to } of line) {
    must(from === at && mover === turn, `${mover} from ${from}, not ${turn} from ${at}`);
    must(definitions.R(mover, from).has(to), `no move of ${mover} from ${from} to ${to}`);
    if (foresight.kind === 'maximin') {
      const now = literal.value(left - 1, i, other(turn), to);
      const values = [...definitions.R(turn, at)].map((q) =>
        literal.value(left - 1, i, other(turn), q),
      );
      must(
        values.every((v) => (turn === i ? !prefers(i, v, now) : !prefers(i, now, v))),
        `step to ${to}`,
      );
    } else {
      must(literal.look(left, turn, at).M === to, `step to ${to} is not the one expected`);
      if (at !== s || left < horizon)
        must(literal.look(left, turn, at).G !== at, `${turn} would have stopped at ${at}`);
    }
    at = to;
    turn = other(turn);
    left--;
  }
  must(end === at, 'the end is elsewhere');
  if (line.length > 0) {
    if (foresight.kind === 'maximin') {
      const value = literal.value(horizon - 1, i, other(i), line[0].to);
      must(!prefers(i, value, end) && !prefers(i, end, value), 'the end has another worth');
    } else must(literal.look(horizon - 1, other(i), line[0].to).G === end, 'the end is another');
  }
  return wrong;
}

function literallyStable(literal: Literal, i: 0 | 1, s: number, foresight: Foresight): boolean {
  const { definitions } = literal;
  switch (foresight.kind) {
    case 'limited':
      return literal.look(foresight.horizon, i, s).G === s;
    case 'Stackelberg':
      return literal.look(foresight.leader === i ? 2 : 1, i, s).G === s;
    case 'non-myopic':
      return literal.nonMyopic(i, s);
    case 'maximin':
      return [...definitions.R(i, s)].every(
        (s1) =>
          !definitions.model.prefers(i, literal.value(foresight.horizon - 1, i, other(i), s1), s),
      );
  }
}

test('verdicts and lines of play are those of the definitions', () => {
  const seen = { stable: 0, left: 0, long: 0, tied: 0 };
  fc.assert(
    fc.property(models, (recipe) => {
      const game = gameOf(recipe);
      const literal = new Literal(definitionsOf(recipe));
      const wrong: string[] = [];
      for (const foresight of KINDS) {
        const { stable, tieDependent } = foresightVerdicts(game, foresight);
        for (const i of [0, 1] as const)
          for (let s = 0; s < game.moves.size; s++) {
            const where = `${JSON.stringify(foresight)} of ${i} at ${s}`;
            const expected = literallyStable(literal, i, s, foresight);
            if ((stable[i][s] === 1) !== expected) wrong.push(`${where}: verdict`);
            const why = explainForesight(game, i, s, foresight);
            if (why.stable !== expected) wrong.push(`${where}: explained verdict`);
            if (why.tieDependent !== (tieDependent[i][s] === 1)) wrong.push(`${where}: ties`);
            if (
              foresight.kind === 'limited' &&
              why.tieDependent !== literal.look(foresight.horizon, i, s).open
            )
              wrong.push(`${where}: open`);
            wrong.push(...faults(literal, i, s, foresight, game));
            seen[expected ? 'stable' : 'left']++;
            if (why.line.length > 2) seen.long++;
            if (why.tieDependent) seen.tied++;
          }
      }
      expect(wrong.slice(0, 5)).toEqual([]);
    }),
    { numRuns: Math.ceil(MODELS / 40) },
  );
  for (const [kind, count] of Object.entries(seen))
    expect(count, kind).toBeGreaterThan(MODELS / 150);
}, 600_000);

describe('the fixtures of theory 3.9 to 3.11', () => {
  const chicken = twoByTwo([2, 3, 1, 0], [1, 3, 2, 0]);
  const dilemma = twoByTwo([2, 3, 0, 1], [1, 3, 0, 2]);
  const held = (game: Game, foresight: Foresight): number[] =>
    Array.from(equilibria(foresightVerdicts(game, foresight).stable, 4)).flatMap((v, s) =>
      v ? [s] : [],
    );

  test('chicken', () => {
    expect(held(chicken, { kind: 'limited', horizon: 1 })).toEqual([1, 2]);
    expect(held(chicken, { kind: 'limited', horizon: 2 })).toEqual([]);
    expect(held(chicken, { kind: 'limited', horizon: 3 })).toEqual([3]);
    expect(held(chicken, { kind: 'non-myopic' })).toEqual([3]);
    expect(held(chicken, { kind: 'Stackelberg', leader: 0 })).toEqual([2]);
    expect(held(chicken, { kind: 'Stackelberg', leader: 1 })).toEqual([1]);
  });

  test('prisoner’s dilemma, with the line of play', () => {
    expect(held(dilemma, { kind: 'limited', horizon: 2 })).toEqual([0, 3]);
    expect(held(dilemma, { kind: 'non-myopic' })).toEqual([0, 3]);
    expect(held(dilemma, { kind: 'Stackelberg', leader: 0 })).toEqual([0]);
    // To defect from 3 is answered by defecting, which leads to 0.
    expect(explainForesight(dilemma, 0, 3, { kind: 'limited', horizon: 2 })).toEqual({
      stable: true,
      moves: 1,
      horizon: 2,
      cycle: null,
      line: [
        { mover: 0, from: 3, to: 2 },
        { mover: 1, from: 2, to: 0 },
      ],
      end: 0,
      tieDependent: false,
    });
  });
});

test('wrong calls', () => {
  const game = twoByTwo([2, 3, 1, 0], [1, 3, 2, 0]);
  const space = stateSpace(
    3,
    Uint32Array.from({ length: 8 }, (_, s) => s),
  );
  const three = createGame(
    optionMoves(space, [[0], [1], [2]], ['both', 'both', 'both']),
    [0, 1, 2].map(() => indifferent(8)),
    space,
  );
  for (const call of [
    () => foresightVerdicts(three, { kind: 'non-myopic' }),
    () => explainForesight(three, 0, 0, { kind: 'limited', horizon: 2 }),
    () => foresightVerdicts(game, { kind: 'limited', horizon: 0 }),
    () => foresightVerdicts(game, { kind: 'maximin', horizon: NaN }),
    () => foresightVerdicts(game, { kind: 'Stackelberg', leader: 2 as 0 }),
    () => foresightVerdicts(game, { kind: 'far' } as unknown as Foresight),
    () => explainForesight(game, 0, 9, { kind: 'non-myopic' }),
    () => explainForesight(game, 5 as 0, 0, { kind: 'non-myopic' }),
  ])
    expect(call).toThrow(EngineError);
});
