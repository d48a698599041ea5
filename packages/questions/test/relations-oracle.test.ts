import type { Actor, Preference, PreferenceStatement, Proposition } from '@standoff/model';
import { expect, test } from 'vitest';
import { analyse } from '../src/analyse/solve.js';
import { explainExtension } from '../src/explain/extension.js';
import { prepare, type Prepared } from '@standoff/situation';
import { relationOf } from '../src/explain/relations.js';
import { randomText } from '../../situation/test/random-situation.js';
import { modelOf } from '../../situation/test/situations.js';

/**
 * Preferences with degrees and unknown pairs against a literal reading of theory 2.5 to 2.7: every world is
 * gone through, none is made one with another, and each pair is compared in each.
 */

type Compare = (x: number, y: number) => number;

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, k) =>
    permutations(items.filter((_, j) => j !== k)).map((rest) => [item, ...rest]),
  );
}

/** Every list of statements the preference may come to: each order, with and without each `perhaps`. */
function listsOf(preference: Preference, faction: string | null): PreferenceStatement[][] {
  if (preference.form !== 'statements') return [[]];
  const counts = (s: PreferenceStatement): boolean => s.faction === null || s.faction === faction;
  return preference.items.reduce<PreferenceStatement[][]>(
    (lists, item) => {
      const own = (item.item === 'statement' ? [item] : item.statements).filter(counts);
      const present = own.reduce<PreferenceStatement[][]>(
        (some, s) =>
          some.flatMap((list) => (s.perhaps === null ? [[...list, s]] : [[...list, s], list])),
        [[]],
      );
      const orders = present.flatMap(permutations);
      return lists.flatMap((list) => orders.map((order) => [...list, ...order]));
    },
    [[]],
  );
}

const DIGITS = 25;
const integer = (decimal: string): bigint => {
  const [whole, fraction = ''] = decimal.split('.');
  return BigInt(whole + fraction.padEnd(DIGITS, '0'));
};

/** How the actor compares two states in each of its worlds: the degree, less than 0 where the second is better. */
function worldsOf({ lowering, space }: Prepared, actor: Actor): Compare[] {
  const known = new Map<Proposition, boolean[]>();
  const holds = (s: number, p: Proposition): boolean => {
    let truth = known.get(p);
    if (!truth) known.set(p, (truth = Array.from(space.codes, (code) => lowering.holds(p, code))));
    return truth[s];
  };
  const inWorld = (preference: Preference, statements: readonly PreferenceStatement[]): Compare => {
    switch (preference.form) {
      case 'none':
        return () => 0;
      case 'statements':
        return (x, y) => {
          const first = statements.find(({ wants }) => holds(x, wants) !== holds(y, wants));
          if (!first) return 0;
          return (holds(x, first.wants) ? 1 : -1) * first.degree!;
        };
      case 'weights': {
        const worth = (s: number): bigint =>
          preference.weights.reduce(
            (sum, w) => (holds(s, w.of) ? sum + integer(w.exact ?? String(w.weight)) : sum),
            0n,
          );
        const steps = preference.exactThresholds ?? preference.thresholds!.map(String);
        return (x, y) => {
          const difference = worth(x) - worth(y);
          const amount = difference < 0n ? -difference : difference;
          if (amount === 0n) return 0;
          const degree = 1 + steps.filter((step) => amount >= integer(step)).length;
          return difference > 0n ? degree : -degree;
        };
      }
      case 'ranking': {
        const { cells } = preference;
        const cellOf = (s: number): number => {
          const k = cells.findIndex(({ any }) => any.some((p) => holds(s, p)));
          return k < 0 ? cells.findIndex(({ others }) => others) : k;
        };
        return (x, y) => {
          const [a, b] = [cellOf(x), cellOf(y)];
          const between = cells.slice(Math.min(a, b) + 1, Math.max(a, b) + 1);
          return Math.sign(b - a) * Math.max(0, ...between.map(({ degree }) => degree!));
        };
      }
    }
  };
  const factions = actor.factions.length > 0 ? actor.factions.map(({ id }) => id) : [null];
  return factions.flatMap((faction) => {
    const own = actor.factions.find(({ id }) => id === faction)?.preference;
    const preference = own ?? actor.preference;
    return listsOf(preference, faction).map((list) => inWorld(preference, list));
  });
}

/** What all worlds agree on, with the least degree; NaN where they do not. */
const folded =
  (worlds: readonly Compare[]): Compare =>
  (x, y) => {
    const all = worlds.map((compare) => compare(x, y));
    const [sign] = all.map(Math.sign);
    if (all.some((one) => Math.sign(one) !== sign)) return NaN;
    return sign * Math.min(...all.map(Math.abs));
  };

test('random texts: relations are the literal ones, pair by pair', () => {
  const seen = new Set<string>();
  for (let seed = 1000; seed < 1040; seed++) {
    const text = randomText(seed, {
      forms: ['prefers', 'prefers', 'prefers', 'ranks', 'weighs', 'factions'],
      rules: false,
    });
    const prepared = prepare(modelOf(text));
    for (const actor of prepared.deciders) {
      const worlds = worldsOf(prepared, actor);
      if (worlds.length > 60) continue; // Right too, but slow to read literally.
      const literal = folded(worlds);
      for (const strength of [false, true]) {
        const relation = relationOf(prepared, actor, { unknown: true, strength });
        const wrong: string[] = [];
        for (let x = 0; x < prepared.space.size; x++)
          for (let y = 0; y <= x; y++) {
            const degree = relation.compare(relation.classOf[x], relation.classOf[y]);
            const wanted = strength ? literal(x, y) : Math.sign(literal(x, y));
            const back = relation.compare(relation.classOf[y], relation.classOf[x]);
            if (!Object.is(degree + 0, wanted + 0) || !Object.is(back + 0, 0 - wanted))
              wrong.push(`${x}, ${y}: ${degree}, ${back}; ${wanted}`);
            seen.add(String(Math.abs(wanted)));
          }
        expect(wrong, `seed ${seed}, ${actor.id}, strength ${strength}\n${text}`).toEqual([]);
      }
    }
  }
  expect([...seen].sort()).toEqual(['0', '1', '2', '3', 'NaN']);
});

const twice = (actor: string): string => `situation "Degree"
  actor A { option o ${actor} }
  actor B { option p taken  prefers { p iff A.o } }`;

test('worlds with one ranking and two degrees: the least degree is sure', () => {
  const count = (actor: string): unknown =>
    analyse(modelOf(twice(actor)), { strength: true, extensions: ['d'] }).strength!.hybrid![0].count
      .SEQ;
  const weak = count('taken  prefers { B.p  not o }');
  const strong = count('taken  prefers { strongly B.p  B.p  not o }');
  expect(weak).not.toEqual(strong);
  expect(count('taken  prefers { perhaps strongly B.p  B.p  not o }')).toEqual(weak);
  expect(count('taken  prefers { in no order { strongly B.p  B.p }  not o }')).toEqual(weak);
  expect(count('taken  prefers { perhaps B.p  strongly B.p  not o }')).toEqual(weak);
  expect(count('taken  prefers { perhaps strongly B.p  strongly B.p  not o }')).toEqual(strong);
});

test('an explanation under an extension says the least degree too', () => {
  const prepared = prepare(modelOf(twice('prefers { perhaps strongly o  o }')));
  const { improvements } = explainExtension(prepared, 0, 'A', 'Nash', 'a');
  expect(improvements.map(({ degree }) => degree)).toEqual([1]);
});
