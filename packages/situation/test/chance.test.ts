import { parseSituation } from '@standoff/language/parse';
import { printSituation } from '@standoff/language/print';
import { CONCEPTS } from '@standoff/engine';
import { expect, test } from 'vitest';
import { takenIn } from '../src/listing.js';
import { prepare, type Prepared } from '../src/prepare.js';
import { Random } from '../src/random.js';
import { modelOf } from './situations.js';

const MODELS = Number(process.env.STANDOFF_MODELS ?? 300);

test('each way in which chance falls is the situation where it is a fact', () => {
  const random = new Random(1815);
  const one = <T>(of: readonly T[]): T => of[random.below(of.length)];
  for (let run = 0; run < MODELS; run++) {
    const literal = (): string => `${one(['', 'not '])}${one(['A.x', 'A.y', 'B.x', 'drought'])}`;
    const wishes = (): string =>
      Array.from({ length: 3 }, () => `${literal()} and ${literal()} or ${literal()}`).join('\n');
    const actors = `situation "S"
actor A { option x ${one(['', 'irreversible'])}\n option y prefers {\n${wishes()}\n} }
actor B { option x prefers {\n${wishes()}\n} }\n`;
    const prepared = prepare(modelOf(`${actors}chance drought "A drought" 30 %\n`));
    const again = printSituation(prepared.model);
    expect(printSituation(modelOf(again))).toBe(again);
    expect(prepared.statusQuo).toHaveLength(2);
    for (const comes of [true, false]) {
      const fact = prepare(
        modelOf(
          `${actors}actor Sky { option drought ${comes ? 'taken' : ''} }\n${comes ? 'always' : 'never'} Sky.drought\n`,
        ),
      );
      const place = new Map(keysOf(fact).map((key, s) => [key.replace('Sky', 'chance'), s]));
      const states = [...keysOf(prepared).entries()].filter(
        ([, key]) => key.includes('drought') === comes,
      );
      for (const concept of CONCEPTS)
        for (const mover of [0, 1]) {
          const verdicts = prepared.judged.verdicts.get(concept)![mover];
          const asFact = fact.judged.verdicts.get(concept)![mover];
          expect(
            states.map(([s]) => verdicts[s]),
            `${concept} ${actors}`,
          ).toEqual(states.map(([, key]) => asFact[place.get(key)!]));
        }
    }
  }
});

function keysOf(prepared: Prepared): string[] {
  return Array.from({ length: prepared.space.size }, (_, s) =>
    takenIn(prepared, s)
      .map((id) => id.replace('Sky', 'chance'))
      .sort()
      .join(),
  );
}

test.each([
  ['chance drought 130 %', 'bad-percentage'],
  ['chance drought\nchance drought', 'duplicate-option'],
  ['actor chance\nchance drought', 'duplicate-name'],
])('%s', (text, code) => {
  const { diagnostics } = parseSituation(`situation "S"\nactor A { option x }\n${text}\n`);
  expect(diagnostics.map((one) => one.code)).toEqual([code]);
});

test('an event settles it', () => {
  const text = `situation "S" as of 2018-08\nactor A { option x }\nchance drought "A drought"\nevent 2018-07 "No rain" { drought }\n`;
  const prepared = prepare(modelOf(text));
  expect(prepared.statusQuo.map((s) => takenIn(prepared, s))).toEqual([['chance.drought']]);
});
