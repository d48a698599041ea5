import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CheapestChanges,
  createGame,
  EngineError,
  fromScores,
  optionMoves,
  ranked,
  stateSpace,
  swapsFrom,
  type ChangeSpace,
  type Game,
  type Ranks,
  type Removal,
  type ResponseConcept,
  type Sought,
} from '../src/index.js';
import { Definitions, type GraphModel } from './oracle.js';
import { arcForm, definitionsOf, gameOf, MODELS, optionForm, type Recipe } from './random-game.js';

const CONCEPTS: readonly ResponseConcept[] = ['Nash', 'GMR', 'SMR', 'SEQ', 'SSEQ'];

/** Rankings by swaps of places, each swap costing 1. */
function bySwaps({ ranks }: Game): ChangeSpace {
  const levels = ranks.map((own) => [[own]]);
  const seen = ranks.map((own) => new Set([own.join()]));
  return {
    swaps: ranks.map(() => null),
    removals: [],
    rankings: (mover, cost) => {
      for (let c = levels[mover].length; c <= cost; c++)
        levels[mover].push(
          levels[mover][c - 1].flatMap((from) =>
            [...swapsFrom(from)].filter((to) => {
              const fresh = !seen[mover].has(to.join());
              seen[mover].add(to.join());
              return fresh;
            }),
          ),
        );
      return levels[mover][cost];
    },
  };
}

/** The least cost, by looking at 0, 1, 2, … */
function least(game: Game, space: ChangeSpace, sought: Sought, most = 8): number | null {
  const search = new CheapestChanges(game, sought, space);
  for (let cost = 0; cost <= most; cost++) if (search.at(cost).length > 0) return cost;
  return null;
}

/** Two options, one each; rankings from the best state to the worst. */
function twoByTwo(...bestFirst: readonly (readonly number[])[]): Game {
  const space = stateSpace(2, Uint32Array.from([0, 1, 2, 3]));
  const moves = optionMoves(space, [[0], [1]], ['both', 'both']);
  return createGame(
    moves,
    bestFirst.map((order) => ranked(Int32Array.from([0, 1, 2, 3], (s) => order.indexOf(s)))),
    space,
  );
}

describe('inverse GMCR by adjacent swaps (theory 7.4)', () => {
  const target = (state: number, concept: ResponseConcept): Sought => ({
    goal: [state],
    concept,
    reach: null,
    starts: [],
  });
  // Bits: 1 the first's option, 2 the second's. Chicken: taking it is to give way.
  const chicken = twoByTwo([2, 3, 1, 0], [1, 3, 2, 0]);
  const dilemma = twoByTwo([2, 3, 0, 1], [1, 3, 0, 2]);

  test.each([
    ['Nash', 2],
    ['GMR', 0],
    ['SMR', 0],
    ['SEQ', 2],
  ] as const)('Chicken, both give way: %s %d', (concept, cost) => {
    expect(least(chicken, bySwaps(chicken), target(3, concept))).toBe(cost);
  });

  test.each([
    ['Nash', 2],
    ['SEQ', 0],
  ] as const)('the prisoner’s dilemma, both cooperate: %s %d', (concept, cost) => {
    expect(least(dilemma, bySwaps(dilemma), target(3, concept))).toBe(cost);
  });

  test('one swap in each ranking makes giving way rational, and no other two do', () => {
    const search = new CheapestChanges(chicken, target(3, 'Nash'), bySwaps(chicken));
    expect(search.at(2).map(({ rankings }) => rankings.map((own) => own?.cost))).toEqual([[1, 1]]);
  });
});

/** A model, what may be changed in it, and what is sought. */
interface Asked {
  readonly recipe: Recipe;
  readonly sought: Sought;
  /** By mover, alternative scores with what they cost. */
  readonly alternatives: readonly (readonly { cost: number; scores: readonly number[] }[])[];
  readonly removals: readonly {
    cost: number;
    states: readonly number[];
    moves: readonly (readonly [number, number])[];
  }[];
}

const sizeOf = (recipe: Recipe): number =>
  'arcs' in recipe.form ? recipe.form.size : recipe.form.feasible.length;

const asked: fc.Arbitrary<Asked> = fc
  .oneof(arcForm(fc.integer({ min: 2, max: 3 })), optionForm({ options: fc.constantFrom(2, 3) }))
  .chain((recipe) => {
    const size = sizeOf(recipe);
    const state = fc.nat(size - 1);
    const cost = fc.integer({ min: 1, max: 2 });
    const scores = fc.array(fc.nat(3), { minLength: size, maxLength: size });
    // Taking away single moves would leave moves of option form intransitive.
    const move =
      'arcs' in recipe.form
        ? fc.array(fc.tuple(state, state), { maxLength: 2 })
        : fc.constant<[number, number][]>([]);
    return fc.record({
      recipe: fc.constant(recipe),
      sought: fc.record({
        goal: fc.uniqueArray(state, { minLength: 1, maxLength: 2 }),
        concept: fc.constantFrom(...CONCEPTS),
        reach: fc.constantFrom<Sought['reach']>('improvements', 'moves', null),
        starts: fc.array(state, { minLength: 1, maxLength: 1 }),
      }),
      alternatives: fc.array(fc.array(fc.record({ cost, scores }), { maxLength: 3 }), {
        minLength: recipe.n,
        maxLength: recipe.n,
      }),
      removals: fc.array(
        fc.record({ cost, states: fc.uniqueArray(state, { maxLength: 2 }), moves: move }),
        { maxLength: 3 },
      ),
    });
  });

const has = (moves: readonly (readonly [number, number])[], from: number, to: number): boolean =>
  moves.some(([a, b]) => a === from && b === to);

function spaceOf({ recipe, alternatives, removals }: Asked): ChangeSpace {
  const size = sizeOf(recipe);
  const rankings = alternatives.map((own) =>
    [1, 2].map((cost) =>
      own.flatMap((one): Ranks[] =>
        one.cost === cost ? [fromScores(Float64Array.from(one.scores))] : [],
      ),
    ),
  );
  return {
    swaps: recipe.scores.map(() => null),
    rankings: (mover, cost) => rankings[mover][cost - 1] ?? [],
    removals: removals.map(({ cost, states, moves }): Removal => ({
      cost,
      states:
        states.length > 0 ? Uint8Array.from({ length: size }, (_, s) => +states.includes(s)) : null,
      move: moves.length > 0 ? (from, to) => has(moves, from, to) : null,
    })),
  };
}

/** Each way to change the model: an alternative or none by mover, and some removals. */
interface Choice {
  readonly alternatives: readonly (number | null)[];
  readonly removals: readonly number[];
}

function choicesOf({ alternatives, removals }: Asked): Choice[] {
  let all: Choice[] = [{ alternatives: [], removals: [] }];
  for (const own of alternatives)
    all = all.flatMap((choice) =>
      [null, ...own.keys()].map((k) => ({
        ...choice,
        alternatives: [...choice.alternatives, k],
      })),
    );
  for (const k of removals.keys())
    all = all.flatMap((choice) => [choice, { ...choice, removals: [...choice.removals, k] }]);
  return all;
}

function costOf(asked: Asked, { alternatives, removals }: Choice): number {
  const given = alternatives.map((k, i) => (k === null ? 0 : asked.alternatives[i][k].cost));
  return [...given, ...removals.map((k) => asked.removals[k].cost)].reduce((a, b) => a + b, 0);
}

/** By the definitions: the states of the goal that the changed model would have as wished. */
function achieved(asked: Asked, choice: Choice, base: GraphModel): number[] {
  const taken = choice.removals.map((k) => asked.removals[k]);
  const gone = (s: number): boolean => taken.some(({ states }) => states.includes(s));
  const moves = base.moves.map((lists) =>
    lists.map(
      (targets, from) =>
        new Set(
          [...targets].filter((to) => !gone(to) && !taken.some((r) => has(r.moves, from, to))),
        ),
    ),
  );
  const prefers = (i: number, x: number, y: number): boolean => {
    const k = choice.alternatives[i];
    if (k === null) return base.prefers(i, x, y);
    const { scores } = asked.alternatives[i][k];
    return scores[x] > scores[y];
  };
  const changed = new Definitions({ ...base, moves, prefers });
  const { goal, concept, reach, starts } = asked.sought;
  const movers = Array.from({ length: base.n }, (_, i) => i);
  const distance = reach && changed.distances(starts, movers, reach === 'improvements');
  return goal.filter(
    (s) =>
      !gone(s) &&
      movers.every((i) => changed.stable(i, s, concept)) &&
      (distance === null || distance[s] >= 0),
  );
}

const nameOf = (asked: Asked, state: number, { alternatives, removals }: Choice): string =>
  `${state}: ${alternatives
    .map((k, i) =>
      k === null ? '' : fromScores(Float64Array.from(asked.alternatives[i][k].scores)).join(),
    )
    .join(' ')} | ${removals.join()}`;

/** Whether the first makes only changes that the second makes as well. */
const within = (a: Choice, b: Choice): boolean =>
  a.alternatives.every((k, i) => k === null || k === b.alternatives[i]) &&
  a.removals.every((k) => b.removals.includes(k));

test('finds what trying every set of changes finds, by the definitions', () => {
  fc.assert(
    fc.property(asked, (asked) => {
      const game = gameOf(asked.recipe);
      const base = definitionsOf(asked.recipe).model;
      const space = spaceOf(asked);
      const all = choicesOf(asked).map((choice) => ({
        choice,
        cost: costOf(asked, choice),
        goals: achieved(asked, choice, base),
      }));
      const search = new CheapestChanges(game, asked.sought, space);
      const most = Math.max(...all.map(({ cost }) => cost));
      for (let cost = 0; cost <= most; cost++) {
        const found = new Set(
          search.at(cost).map(({ state, rankings, removals }) => {
            const given = rankings.map((own) => own?.ranks.join() ?? '');
            return `${state}: ${given.join(' ')} | ${removals.join()}`;
          }),
        );
        const right = all.filter((one) => one.cost === cost);
        const successful = right.flatMap(({ choice, goals }) =>
          goals.map((s) => nameOf(asked, s, choice)),
        );
        for (const one of found) expect(successful).toContain(one);
        for (const { choice, goals } of right)
          for (const s of goals)
            if (
              !all.some(
                (other) =>
                  other.choice !== choice &&
                  other.goals.includes(s) &&
                  within(other.choice, choice),
              )
            )
              expect([...found]).toContain(nameOf(asked, s, choice));
      }
    }),
    { numRuns: MODELS / 4 },
  );
});

test('refuses what is not defined', () => {
  const game = twoByTwo([0, 1, 2, 3], [0, 1, 2, 3]);
  const sought: Sought = { goal: [3], concept: 'SEQ', reach: null, starts: [] };
  const space: ChangeSpace = { swaps: [null, null], rankings: () => [], removals: [] };
  const refused = (changed: Partial<Sought>, removals: Removal[] = [], over = game) => {
    expect(
      () => new CheapestChanges(over, { ...sought, ...changed }, { ...space, removals }),
    ).toThrow(EngineError);
  };
  refused({ goal: [4] });
  refused({ concept: 'SIM' as ResponseConcept });
  refused({}, [{ cost: 0, states: null, move: null }]);
  refused({}, [], { ...game, opponentsRule: 'each at most once' });
});

test('stops when told to', () => {
  const game = twoByTwo([2, 3, 1, 0], [1, 3, 2, 0]);
  const sought: Sought = { goal: [3], concept: 'Nash', reach: null, starts: [] };
  const one = [game.ranks[0]];
  const many: ChangeSpace = {
    swaps: [null, null],
    rankings: () => Array.from({ length: 300 }, () => one[0].map((r) => r)),
    removals: Array.from({ length: 8 }, () => ({
      cost: 1,
      states: null,
      move: (from: number, to: number) => from === 3 && to === 2,
    })),
  };
  const search = new CheapestChanges(game, sought, many, () => {
    throw new EngineError('cancelled', 'enough');
  });
  expect(() => search.at(5)).toThrow(/enough/);
});
