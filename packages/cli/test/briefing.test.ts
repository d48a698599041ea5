import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ANSWERED, QUESTIONS, type AnalysisResult, type Answers } from '@standoff/questions';
import { call } from './in-process.js';
import { schemaFaults } from './schema-faults.js';

// Named as somebody types it: how far the closing lines, which name it, wrap must not depend on where
// the repository lies.
const cwd = fileURLToPath(new URL('../../../', import.meta.url));
const korea = 'cases/korea-2018';

let known: ReturnType<typeof call> | undefined;
/** The composed answer on the Korean case, asked once. */
const composed = (): ReturnType<typeof call> => (known ??= call(['analyse', korea], { cwd }));

describe('standoff analyse, the composed answer', () => {
  it('answers on one screen what the article is about', async () => {
    const { stdout, status } = await composed();
    expect(status).toBe(0);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(45);
    expect(lines.filter((line) => line.length > 100)).toEqual([]);
    const text = stdout.replace(/\s+/g, ' ');
    // Who would move; where the ways part; what two could do together; who prevails.
    expect(text).toMatch(/United States would assure Pyongyang that its regime stays, North Korea/);
    expect(text).toMatch(
      /Then it is a race: if China is first no longer to enforce the sanctions on the North, it ends in “Open North between the powers”; if North Korea is first to change sides/,
    );
    expect(text).toMatch(
      /Together North Korea and the United States could go on from “Open North between the powers” to “Disarmament, relief and peace/,
    );
    expect(text).toMatch(
      /It hangs on who prevails: with “War and regime change” in the United States/,
    );
    expect(text).toMatch(/no probabilities, and no forecast/);
  });

  it('is the same as the question is asked by its name, by any standard', async () => {
    expect((await composed()).stdout).toBe((await call(['briefing', korea], { cwd })).stdout);
    for (const more of [[], ['--standard', 'at-once']]) {
      const here = await call(['analyse', 'cases/elmira', ...more], { cwd });
      const there = await call(['briefing', 'cases/elmira', ...more], { cwd });
      expect(here.stdout).toBe(there.stdout);
      expect(here.stdout).toContain(`Judged by ${more.length > 0 ? 'at once' : 'looking ahead'}.`);
    }
  });

  it('answers all questions in full on request', async () => {
    const { stdout, stderr, status } = await call(['analyse', korea, '--full'], { cwd });
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout.split('\n').filter((line) => line.length > 100)).toEqual([]);
    expect(stdout).not.toMatch(/undefined|NaN|\[object/);
    const text = stdout.replace(/\s+/g, ' ');
    for (const { title } of ANSWERED.map((name) => QUESTIONS[name])) expect(text).toContain(title);
    // The promise after disarming; Beijing’s worst case; the workers; what is unknown; what happened.
    expect(text).toMatch(/“War and regime change”/);
    expect(text).toMatch(/The North a garrison state in the US camp/);
    expect(text).toMatch(/South Korean workers/);
    expect(text).toMatch(/24 worlds/);
    expect(text).toMatch(/After it, where the model is tested, 4 of 7 steps made matters better/);
  });

  it('gives the parts that are asked for, and the outcomes in full on request', async () => {
    const part = (await call(['analyse', korea, '--only', 'commitments, replay'], { cwd })).stdout;
    expect(part).toMatch(/Whose word can be believed/);
    expect(part).toMatch(/What happened/);
    expect(part).not.toMatch(/In brief|scenarios$/m);
    const full = (await call(['analyse', korea, '--only', 'outcomes'], { cwd })).stdout;
    expect(full).toMatch(/What would hold/);
    expect(full).not.toMatch(/Whose word/);
  });

  it('answers by its schema, in proportion unless all is asked for', async () => {
    const { stdout } = await call(['analyse', korea, '--json'], { cwd });
    const result = JSON.parse(stdout) as AnalysisResult & { answers: Answers };
    expect(await schemaFaults(result)).toEqual([]);
    expect(Object.keys(result.answers)).toEqual(['briefing', 'leftOut']);
    expect(stdout.length).toBeLessThanOrEqual(60_000);
    expect(stdout.indexOf('\n')).toBe(stdout.length - 1);
    const full = JSON.parse(
      (await call(['analyse', korea, '--json', '--full', '--pretty'], { cwd })).stdout,
    ) as typeof result;
    expect(await schemaFaults(full)).toEqual([]);
    expect(Object.keys(full.answers)).toEqual([...ANSWERED, 'leftOut']);
    const alone = JSON.parse(
      (await call(['analyse', korea, '--json', '--only', 'outcomes'], { cwd })).stdout,
    ) as object;
    expect(alone).not.toHaveProperty('answers');
  });

  it('answers what alone is asked for', async () => {
    const one = JSON.parse(
      (await call(['analyse', 'cases/elmira', '--json', '--only', 'plausible'], { cwd })).stdout,
    ) as { answers: Answers };
    expect(await schemaFaults(one)).toEqual([]);
    expect(one).toMatchObject({ schema: 'standoff/answers/2' });
    expect(Object.keys(one.answers)).toEqual(['plausible', 'leftOut']);
  });

  it('refuses a part that there is not', async () => {
    const { status, stderr } = await call(['analyse', korea, '--only', 'weather'], { cwd });
    expect(status).toBe(2);
    expect(stderr).toMatch(/Choose from outcomes, briefing, outlook, scenarios/);
  });
});
