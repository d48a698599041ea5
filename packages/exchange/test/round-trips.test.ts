import { withDirections } from '../src/directions.js';
import { readdirSync, readFileSync } from 'node:fs';
import { printSituation } from '@standoff/language/print';
import { AnalysisError, prepare } from '@standoff/situation';
import type { ConflictModel } from '@standoff/model';
import { describe, expect, it } from 'vitest';
import { CASES } from '../../../test/cases.js';
import { randomText } from '../../situation/test/random-situation.js';
import { modelOf } from '../../situation/test/situations.js';
import { toldApart } from '../src/told-apart.js';
import { read, verdictsOf, written } from './formats.js';

const cases = readdirSync(CASES, { recursive: true, encoding: 'utf8' }).filter((name) =>
  /^[^/]+\/[^/]+\.standoff$/.test(name),
);

/** Worked out once: every form is asked to keep the same models. */
function remembered<Key, Value>(of: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    if (!known.has(key)) known.set(key, of(key));
    return known.get(key)!;
  };
}

const verdictsKept = remembered(verdictsOf);

/** The first random models that have verdicts; none where rankings place a state twice or constraints contradict one another. */
const randomModels = remembered((count: number): ConflictModel[] => {
  const found: ConflictModel[] = [];
  for (let seed = 0; found.length < count; seed++) {
    const model = modelOf(randomText(seed, { forms: ['prefers', 'ranks', 'weighs', 'factions'] }));
    try {
      verdictsKept(model);
      found.push(model);
    } catch (error) {
      if (!(error instanceof AnalysisError)) throw error;
    }
  }
  return found;
});

/** What a form says nothing of changes verdicts only where a note says it. */
async function expectKept(format: string, model: ConflictModel): Promise<void> {
  const { content, notes } = await written(format, model);
  const lost = (part: string): boolean => notes.some(({ place }) => place === part);
  const apart = lost('states that are one') ? toldApart(model) : model;
  const kept = verdictsKept(
    lost('moves ruled out') ? { ...withDirections(apart), disallowed: [] } : apart,
  );
  const { model: again } = await read(format, content);
  expect(same(verdictsOf(again), kept)).toBe(true);
  expect(same(verdictsOf(modelOf(printSituation(again))), kept)).toBe(true);
}

// What differs is too long to be shown.
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const modelIn = remembered((name: string): ConflictModel =>
  modelOf(readFileSync(new URL(name, CASES), 'utf8')),
);

/** Of ten thousand states, and of so many options that none are listed. */
const LARGE = ['korea-2018/korea.standoff', 'sarel-basin/sarel-basin.standoff'];
const small = cases.filter((name) => !LARGE.includes(name));

describe.each(['gmcr', 'csv', 'xlsx'])('%s', (format) => {
  it.each(small)('of %s: states, moves, rankings and verdicts are the same', async (name) => {
    await expectKept(format, modelIn(name));
  });

  it('of random models: the same', async () => {
    for (const model of randomModels(60)) await expectKept(format, model);
  });
});

describe('gmcr of large models', () => {
  it('keeps a model whose states are too many to be listed', async () => {
    const model = modelIn('sarel-basin/sarel-basin.standoff');
    const { text } = await written('gmcr', model);
    const { model: again } = await read('gmcr', text);
    expect(again.options.map(({ label, direction }) => [label, direction])).toEqual(
      model.options.map(({ label, direction }) => [label, direction]),
    );
    // Written a second time it is the same file: nothing more is lost.
    expect((await written('gmcr', again)).text === text).toBe(true);
  });
  it('keeps ten thousand states of which every statement is a pattern', async () => {
    await expectKept('gmcr', modelIn('korea-2018/korea.standoff'));
  });
});

describe('nfg', () => {
  it('of random models: the same number of Nash equilibria, as all moves are there', async () => {
    for (let seed = 0; seed < 60; seed++) {
      const model = modelOf(randomText(seed, { forms: ['prefers', 'weighs'], rules: false }));
      const { model: again } = await read('nfg', (await written('nfg', model)).text);
      expect(nashIn(again), `seed ${seed}`).toBe(nashIn(model));
    }
  });
});

/** How many states are Nash for all. */
function nashIn(model: ConflictModel): number {
  const { equilibria, space } = prepare(model, { statusQuoOptional: true });
  return Array.from({ length: space.size }, (_, s) => s).filter((s) =>
    equilibria.conceptsAt(s).includes('Nash'),
  ).length;
}

describe('json', () => {
  it.each(cases)('of %s: nothing is left out', async (name) => {
    const model = modelIn(name);
    const { model: again } = await read('json', (await written('json', model)).text);
    expect(printSituation(again)).toBe(printSituation(model));
  });
});

describe.each(['dot', 'graphml', 'latex'])('%s', (format) => {
  it.each(small)('of %s is written', async (name) => {
    const model = modelIn(name);
    const { text } = await written(format, model);
    expect(text).toContain(format === 'latex' ? '\\begin{tabular}' : 's1');
  });
});
