import { printSituation } from '@standoff/language/print';
import { deadlinesAhead, modelAsOf } from '@standoff/model';
import { expect, test } from 'vitest';
import { takenIn } from '../src/listing.js';
import { prepare, type Prepared } from '../src/prepare.js';
import { Random } from '../src/random.js';
import { modelOf } from './situations.js';

const MODELS = Number(process.env.STANDOFF_MODELS ?? 300);
const OPTIONS = ['A.x', 'A.y', 'B.x', 'B.y'] as const;

type Taken = ReadonlySet<string>;
type Literal = readonly [option: string, taken: boolean];

const written = ([option, taken]: Literal): string => `${taken ? '' : 'not '}${option}`;
const hold = (literals: readonly Literal[], taken: Taken): boolean =>
  literals.every(([id, is]) => taken.has(id) === is);

test('until the day a state is judged by where it comes to on that day', () => {
  const random = new Random(20190329);
  const one = <T>(of: readonly T[]): T => of[random.below(of.length)];
  let compared = 0;
  for (let run = 0; run < MODELS; run++) {
    const literal = (): Literal => [one(OPTIONS), random.below(2) === 0];
    const deadlines = Array.from({ length: 1 + random.below(3) }, () => ({
      by: one(['2019-01', '2019-03-29', '2019-04-12', '2020']),
      unless: one([null, [literal()], [literal(), literal()]]),
      then: [literal()],
    }));
    const follows = Array.from({ length: random.below(3) }, () => ({
      when: [literal(), literal()],
      then: literal(),
    }));
    const wishes = Array.from({ length: 6 }, () => [literal(), literal()]);
    const head = `situation "S" as of 2019-02-01\n${['A', 'B']
      .map(
        (id, a) =>
          `actor ${id} { option x\n option y\n prefers {\n${wishes
            .slice(3 * a, 3 * a + 3)
            .map((both) => both.map(written).join(' and '))
            .join('\n')}\n} }`,
      )
      .join('\n')}\n`;
    const rules = deadlines.map(
      ({ by, unless, then }) =>
        `by ${by} ${unless === null ? '' : `unless ${unless.map(written).join(' and ')}`} then { ${then.map(written).join(', ')} }`,
    );
    const byThemselves = follows.map(
      ({ when, then }) => `when ${when.map(written).join(' and ')} then { ${written(then)} }`,
    );
    const plainText = [head, ...byThemselves].join('\n');
    const text = [plainText, ...rules].join('\n');
    /** Null: it comes to no rest. */
    const rest = (start: Taken | null): Taken | null => {
      let taken = start;
      for (let step = 0; taken !== null && step < 40; step++) {
        const now: Taken = taken;
        const due = follows.filter(({ when }) => hold(when, now)).map(({ then }) => then);
        if (due.some(([id, is]) => due.some(([other, not]) => id === other && is !== not)))
          return null;
        const next = new Set(
          OPTIONS.filter((id) => due.find(([of]) => of === id)?.[1] ?? now.has(id)),
        );
        if (next.size === now.size && [...next].every((id) => now.has(id))) return now;
        taken = next;
      }
      return null;
    };
    const ahead = deadlines
      .filter(({ by }) => by > '2019-02-01')
      .sort((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : 0));
    const onTheDay = (start: Taken): Taken | null =>
      ahead.reduce<Taken | null>((taken, { unless, then }) => {
        if (taken === null || (unless !== null && hold(unless, taken))) return taken;
        return rest(
          new Set(OPTIONS.filter((id) => then.find(([of]) => of === id)?.[1] ?? taken.has(id))),
        );
      }, start);
    let plain: Prepared;
    try {
      plain = prepare(modelOf(plainText));
    } catch {
      // What follows contradicts itself, which a move leads to as well as a deadline, or leaves no state.
      continue;
    }
    compared++;
    const prepared = prepare(modelOf(text));
    expect([...prepared.space.codes]).toEqual([...plain.space.codes]);
    const states = [...prepared.space.codes.keys()];
    for (const [a, id] of ['A', 'B'].entries()) {
      // Most important first: the first wish to tell two states apart decides.
      const places = states.map((s) => {
        const then = onTheDay(new Set(takenIn(prepared, s)))!;
        return wishes
          .slice(3 * a, 3 * a + 3)
          .map((wish) => (hold(wish, then) ? 'y' : 'n'))
          .join('');
      });
      const ascending = [...new Set(places)].sort();
      expect([...prepared.ranks.get(id)!], text).toEqual(
        places.map((place) => 1 + ascending.indexOf(place)),
      );
    }
    const again = printSituation(prepared.model);
    expect(printSituation(modelOf(again))).toBe(again);
    // After the day nothing of it is left.
    const later = prepare(modelAsOf(prepared.model, '2021'));
    expect(deadlinesAhead(later.model)).toEqual([]);
    expect(later.judged).toEqual(plain.judged);
  }
  expect(compared).toBeGreaterThan(MODELS / 3);
});
