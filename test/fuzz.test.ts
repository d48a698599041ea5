import { afterAll, expect, test } from 'vitest';
import { targets } from './fuzz/targets.js';

const SEED = process.env.STANDOFF_SEED ?? '20180427';
const seed = SEED === 'random' ? Date.now() % 0x7fffffff : Number(SEED);

const all = targets(1);
afterAll(async () => {
  for (const target of all) await target.close();
});

test.each(all.map((target) => [target.name, target] as const))(
  '%s withstands random input',
  async (name, target) => {
    const { finding } = await target.fuzz({ seed, runs: target.runs });
    expect(
      finding && {
        ...finding,
        again: `npm run fuzz -- ${name} --seed ${seed} --path ${finding.path}`,
      },
    ).toBeNull();
  },
  3_600_000,
);
