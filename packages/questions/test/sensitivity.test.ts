import { describe, expect, it } from 'vitest';
import { prepare, Random } from '@standoff/situation';
import { sensitivity } from '../src/sensitivity/solve.js';
import { CHICKEN, modelOf, PRISONERS } from '../../situation/test/situations.js';

describe('sensitivity', () => {
  const prepared = prepare(modelOf(PRISONERS));
  const { base, changes } = sensitivity(prepared);
  const change = (statement: string, edit: string): (typeof changes)[number] =>
    changes.find((c) => c.statement === statement && c.edit === edit)!;

  it('tries every statement in force in four ways, as far as they exist', () => {
    expect(base).toMatchObject({ equilibria: 2, statusQuoHolds: true, ends: [{ pull: 1 }] });
    // Two statements each: one of them cannot go up, the other not down.
    expect(changes).toHaveLength(2 * (2 + 2 + 1 + 1));
    expect(new Set(changes.map(({ actor }) => actor))).toEqual(new Set(['A', 'B']));
  });

  it('says what holds no longer, and what begins to, by hand', () => {
    // Anna not caring about Ben’s silence has nothing to fear from his answer.
    expect(change('A.1', 'left out').effect).toMatchObject({
      lost: 1,
      gained: 0,
      distance: 0.5,
      ceases: ['silence'],
      statusQuo: 'as before',
    });
    // Did she wish to keep silent, (c, not c) would hold as Ben would talk: both talking is left.
    expect(change('A.2', 'reversed').effect).toMatchObject({ lost: 2, gained: 1, distance: 1 });
    expect(change('A.2', 'reversed').effect.statusQuo).toBe('ceases to hold');
    // To talk before all else: the same as not to fear the answer.
    expect(change('A.2', 'one place up').effect).toEqual(change('A.1', 'one place down').effect);
    expect(change('A.2', 'one place up').effect.ceases).toEqual(['silence']);
  });

  it('sorts by what is told, then by distance', () => {
    const weights = changes.map(({ effect }) => effect.ceases.length + effect.begins.length);
    expect(Math.max(...weights.slice(-1))).toBeLessThanOrEqual(weights[0]);
  });

  it('has nothing to change in rankings, and says so', () => {
    expect(sensitivity(prepare(modelOf(CHICKEN))).changes).toEqual([]);
    // Random reorderings of nothing end.
    expect(
      sensitivity(prepare(modelOf(CHICKEN)), { distance: 2, samples: 3 }).reorderings,
    ).toMatchObject({ count: 3, unchanged: 3 });
  });

  it('reorders at random, the same for the same seed', () => {
    const ask = (seed: number): unknown =>
      sensitivity(prepared, { distance: 1, samples: 40, seed }).reorderings;
    expect(ask(5)).toEqual(ask(5));
    // One exchange is enough to end the silence, whoever makes it.
    expect(ask(5)).toMatchObject({ count: 40, scenarios: [{ id: 'silence', holds: 0 }, {}] });
  });

  it('reorders only what has a neighbour, and says where nothing has one', () => {
    const of = (list: string): ReturnType<typeof sensitivity> =>
      sensitivity(
        prepare(
          modelOf(`situation "s" actor A { option a option b option c prefers { ${list} } }`),
        ),
        { distance: 3, samples: 5 },
      );
    expect(of('in no order { a b }').reorderings).toMatchObject({ movable: 0, unchanged: 5 });
    expect(of('a').reorderings).toMatchObject({ movable: 0, unchanged: 5 });
    expect(of('in no order { a b } in no order { c }').reorderings).toMatchObject({ movable: 0 });
    // One that stands before a list in no order can be put after it.
    expect(of('a in no order { b c }').reorderings).toMatchObject({ movable: 1, count: 5 });
    expect(of('a b c').reorderings).toMatchObject({ movable: 3, count: 5 });
  });

  it('tries no more changes than it can, and says how many are left', () => {
    const text = `situation "s" actor A { option a option b prefers { a b (a or b) } }`;
    const result = sensitivity(prepare(modelOf(text)), { most: 4 });
    // Three statements in four ways, without the first up and the last down.
    expect(result.changes).toHaveLength(4);
    expect(result.untried).toBe(6);
    // What somebody could mean, and the weightiest statements first.
    expect(result.changes.map(({ edit }) => edit).sort()).toEqual([
      'left out',
      'left out',
      'left out',
      'one place up',
    ]);
    expect(sensitivity(prepare(modelOf(text)), { full: true }).untried).toBe(0);
  });
});

it('random numbers are even, and the same for a seed', () => {
  const random = new Random(42);
  const counts = new Array<number>(10).fill(0);
  for (let k = 0; k < 100_000; k++) counts[random.below(10)]++;
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400);
  expect(new Random(7).next()).toBe(new Random(7).next());
  expect(new Random(7).next()).not.toBe(new Random(8).next());
});
