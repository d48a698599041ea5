import { readFileSync } from 'node:fs';
import { afterEach, expect, it, vi } from 'vitest';
import { prepare, situationOf } from '@standoff/situation';
import { QUESTIONS, robustness, type RobustnessResult } from '@standoff/questions';
import { throughThreads } from '@standoff/sweeps';
import { parseSituation } from '@standoff/language/parse';
import { casePath } from '../../../test/cases.js';
import { call, SWEEP_WORKER } from './in-process.js';

const korea = casePath('korea-2018/korea.standoff');

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

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
  // Slow here, by the clock and by the work it is said to be, so that the rest is left to threads.
  vi.useFakeTimers({ toFake: ['performance'] });
  vi.spyOn(process, 'cpuUsage').mockImplementation(() => ({
    user: performance.now() * 1000,
    system: 0,
  }));
  let here = 0;
  const slowly = (from: number, to: number): ReturnType<typeof items.solve> => {
    vi.advanceTimersByTime(50 * (to - from));
    here += to - from;
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
  expect(here).toBeLessThan(items.count);
});

it('says what is wrong with a model that has no answer, before any thread starts', async () => {
  const { status, stderr } = await call(['robustness', '-'], {
    input: 'situation "None"\nactor A { option x perhaps { x } }\nnever A.x\nalways A.x\n',
  });
  expect(status).toBe(1);
  expect(stderr).not.toMatch(/ {4}at /);
});
