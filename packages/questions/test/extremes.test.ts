import { expect, it } from 'vitest';
import { analyse } from '../src/analyse/solve.js';
import { analyseLarge } from '../src/large/solve.js';
import { diagnose, prepare } from '@standoff/situation';
import { plausible } from '../src/plausible/solve.js';
import { scenarios } from '../src/scenarios/solve.js';
import {
  holds,
  LiteralGame,
  randomText,
  textOf,
  type Taken,
} from '../../situation/test/random-text.js';
import { modelOf } from '../../situation/test/situations.js';

const KINDS = ['worst', 'best'] as const;

/** A scenario by its text, and the states in it. */
interface Asserted {
  readonly text: string;
  readonly has: (state: Taken) => boolean;
}

it('what is the worst or the best is the same everywhere, and never all states or none', () => {
  let so = 0;
  for (let seed = 0; seed < 60; seed++) {
    const random = randomText(seed);
    const all: Asserted[] = [
      { text: 'A.x and not A.x', has: () => false },
      { text: 'A.x or not A.x', has: () => true },
      { text: 'B.x', has: (state) => state.has('B.x') },
      { text: 'A.x and A.y', has: (state) => state.has('A.x') && state.has('A.y') },
      { text: 'there', has: (state) => holds(random.scenario, state) },
    ];
    const game = new LiteralGame(random);
    const model = modelOf(
      [
        textOf(random),
        ...all.map(({ text }, k) => `scenario s${k} = ${text}`),
        ...all.flatMap((_, k) => KINDS.map((kind) => `${kind} for B is s${k}`)),
      ].join('\n'),
    );
    const expected = all.flatMap(({ has }) => {
      const worth = (inside: boolean): number[] =>
        game.states.filter((one) => has(one) === inside).map((one) => game.worth('B', one));
      const [inside, outside] = [worth(true), worth(false)];
      return KINDS.map(
        (kind) =>
          inside.length > 0 &&
          outside.length > 0 &&
          inside.every((a) => outside.every((b) => (kind === 'worst' ? a <= b : a >= b))),
      );
    });
    so += expected.filter(Boolean).length;
    const told = (list: readonly { id: string; extremes: readonly Said[] }[]): boolean[] =>
      all.flatMap((_, k) =>
        KINDS.map((kind) => {
          const { extremes } = list.find(({ id }) => id === `s${k}`)!;
          return extremes.find((one) => one.kind === kind && one.actor === 'B')!.holds!;
        }),
      );
    const prepared = prepare(model);
    expect([seed, told(analyse(model).scenarios)]).toEqual([seed, expected]);
    expect([seed, told(scenarios(prepared).scenarios)]).toEqual([seed, expected]);
    expect([seed, told(analyseLarge(model, { why: 'asked' }).scenarios)]).toEqual([seed, expected]);
    expect(
      plausible(prepared)
        .checks.filter(({ kind }) => kind === 'extreme')
        .map(({ fits }) => fits),
    ).toEqual(expected);
    expect(diagnose(model).filter(({ code }) => /^false-(worst|best)$/.test(code))).toHaveLength(
      expected.filter((is) => !is).length,
    );
  }
  expect(so).toBeGreaterThan(5);
});

interface Said {
  readonly kind: 'worst' | 'best';
  readonly actor: string;
  readonly holds: boolean | null;
}
