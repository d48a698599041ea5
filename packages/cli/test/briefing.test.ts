import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ANSWERED, type AnalysisResult, type Answers } from '@standoff/questions';
import { call } from './in-process.js';
import { schemaFaults } from './schema-faults.js';

// Named as somebody types it: how far the closing lines, which name it, wrap must not depend on where
// the repository lies.
const cwd = fileURLToPath(new URL('../../../', import.meta.url));
const korea = 'cases/korea-2018';

describe('standoff analyse, the composed answer', () => {
  it('answers on two screens what the article is about', async () => {
    const { stdout, status } = await call(['analyse', korea], { cwd });
    expect(status).toBe(0);
    const lines = stdout.split('\n');
    expect(lines.length).toBeLessThanOrEqual(130);
    expect(lines.filter((line) => line.length > 100)).toEqual([]);
    const text = stdout.replace(/\s+/g, ' ');
    // The promise after disarming; Beijing’s worst case; the factions; the workers; what is unknown;
    // what would have to change; what happened.
    expect(text).toMatch(
      /The regime stays if it disarms \(United States\): due after “Dismantle the nuclear arsenal”, which cannot be undone; if “Bargain with the regime” prevails, kept .*?; if “War and regime change” prevails, kept in 41 % .*?“Go to war against the North”/,
    );
    expect(text).toMatch(
      /The worst for China, “The North a garrison state in the US camp”, can come about in 4 steps by United States, North Korea and South Korea, each in its own interest; .* can each stop it by not moving, China cannot\./,
    );
    expect(text).toMatch(
      /Where improvements end depends on who prevails: 4 different answers in 4/,
    );
    expect(text).toMatch(/South Korean workers: .*? they lose in “Open North, sealed border”/);
    expect(text).toMatch(/24 worlds with different rankings, all gone through\./);
    expect(text).toMatch(
      /What would have to change More would gain by “Disarmament for survival and relief” than lose/,
    );
    expect(text).toMatch(/After it, where the model is tested, 4 of 7 steps made matters better/);
    expect(text).toMatch(/not a forecast/);
  });

  it('gives the parts that are asked for, and the outcomes in full on request', async () => {
    const part = (await call(['analyse', korea, '--only', 'commitments, replay'], { cwd })).stdout;
    expect(part).toMatch(/Whose word can be believed/);
    expect(part).toMatch(/What happened/);
    expect(part).not.toMatch(/Where things stand|scenarios$/m);
    const full = (await call(['analyse', korea, '--only', 'outcomes'], { cwd })).stdout;
    expect(full).toMatch(/What would hold/);
    expect(full).not.toMatch(/Whose word/);
  });

  it('answers by its schema', async () => {
    const { stdout } = await call(['analyse', korea, '--json'], { cwd });
    const result = JSON.parse(stdout) as AnalysisResult & { answers: Answers };
    expect(await schemaFaults(result)).toEqual([]);
    expect(Object.keys(result.answers)).toEqual([...ANSWERED, 'leftOut']);
    const alone = JSON.parse(
      (await call(['analyse', korea, '--json', '--only', 'outcomes'], { cwd })).stdout,
    ) as object;
    expect(alone).not.toHaveProperty('answers');
  });

  it('refuses a part that there is not', async () => {
    const { status, stderr } = await call(['analyse', korea, '--only', 'weather'], { cwd });
    expect(status).toBe(2);
    expect(stderr).toMatch(/Choose from outcomes, outlook, scenarios/);
  });
});
