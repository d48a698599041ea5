import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { prepare, situationOf } from '@standoff/situation';
import { QUESTIONS, robustness, type RobustnessResult } from '@standoff/questions';
import { throughThreads } from '@standoff/sweeps';
import { parseSituation } from '@standoff/language/parse';
import { call, SWEEP_WORKER } from './in-process.js';

const korea = fileURLToPath(new URL('../../../cases/korea-2018/korea.standoff', import.meta.url));

it('worlds shared among threads come to what one thread finds', async () => {
  // 80 worlds of 10,000 states: enough for threads where there are several processors.
  const args = ['robustness', korea, '--samples', '80', '--seed', '7', '--json'];
  const { stdout, status } = await call(args);
  expect(status).toBe(0);
  const { model } = parseSituation(readFileSync(korea, 'utf8'));
  const alone = robustness(prepare(model!), { samples: 80, seed: 7 });
  expect(JSON.parse(stdout) as RobustnessResult).toEqual(JSON.parse(JSON.stringify(alone)));
});

it('threads that come back all at once lose nothing of one another', async () => {
  const { model } = parseSituation(
    'situation "Orders"\nactor A { option x option y option z prefers { in no order { x  y  z } } }',
  );
  const options = { samples: 60, seed: 3 };
  const items = (await QUESTIONS.robustness.cut!())(situationOf(model!), options);
  // Slow here, so that the rest is left to threads, where it is quick.
  const slowly = (from: number, to: number): ReturnType<typeof items.solve> => {
    // By processor time, which is what is measured: on a busy machine it is less than goes by.
    for (const until = worked() + 50 * (to - from); worked() < until;);
    return items.solve(from, to);
  };
  let furthest = 0;
  const through = throughThreads(
    { model: model!, options: {} },
    {
      script: SWEEP_WORKER,
      watch: (done) => (furthest = done),
      size: 3,
    },
  );
  const part = await through(
    { question: 'robustness', options, stage: 0 },
    { ...items, solve: slowly },
  );
  expect(part).toEqual(items.solve(0, items.count));
  expect(furthest).toBe(1);
});

function worked(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

it('says what is wrong with a model that has no answer, before any thread starts', async () => {
  const { status, stderr } = await call(['robustness', '-'], {
    input: 'situation "None"\nactor A { option x perhaps { x } }\nnever A.x\nalways A.x\n',
  });
  expect(status).toBe(1);
  expect(stderr).not.toMatch(/ {4}at /);
});
