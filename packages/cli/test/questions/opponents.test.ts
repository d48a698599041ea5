import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { call } from '../in-process.js';
import { QUESTION_NAMES } from '@standoff/questions';

/** With something for every question: a faction, what is open, a picture, a promise, an agreement. */
const TEXT = `situation "Once" as of 2020-01-01
actor A { option o taken  option sign  prefers { not o  perhaps B.p }
  faction f { prefers { not o } }  faction g { prefers { o  strongly B.p } }  prevails f }
actor B { option p  option sign  prefers { perhaps p  C.r } }
actor C { option r  prefers { not r if A.o  strongly B.p } }
actor W { prefers { A.o } }
A perceives B { prefers { not p } }
agreement treaty "A treaty" between A, B
promise pr: B.p when A.o by B to A
scenario calm = not A.o and B.p
worst for W is calm
event 2019-06-01 "A begins" { A.o }`;

const other = path.join(mkdtempSync(path.join(tmpdir(), 'standoff-opponents-')), 'o.standoff');
writeFileSync(other, TEXT);
afterAll(() => rmSync(path.dirname(other), { recursive: true, force: true }));

const EXTRA: Readonly<Record<string, readonly string[]>> = {
  compare: [other],
  mediate: ['--goal', 'calm', '--most', '1'],
};

const REFUSED = ['coalitions', 'mediate'];

for (const name of QUESTION_NAMES)
  it(`answers or refuses ${name} with --opponents once`, async () => {
    const { status, stdout, stderr } = await call(
      [name, '-', '--opponents', 'once', ...(EXTRA[name] ?? [])],
      { input: TEXT },
    );
    expect(stderr).not.toMatch(/internal error/);
    if (REFUSED.includes(name)) {
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(/by the published rule of opponents only\n {2}leave --opponents out/);
    } else expect([name, status, stderr]).toEqual([name, 0, expect.any(String)]);
  });

it.each([
  [['analyse', '-', '--coalitions'], 2],
  [['analyse', '-', '--extension', 'all'], 2],
  [['analyse', '-', '--strength'], 2],
  [['analyse', '-', '--coalitions', '2', '--json'], 2],
  [['explain', '-', '--extension', 'a'], 2],
  [['explain', '-', '--slack'], 0],
  [['states', '-'], 0],
  [['analyse', '-'], 0],
  [['analyse', '-', '--concepts', 'SEQ,L3'], 1],
] as const)('%j with --opponents once gives %i', async (args, expected) => {
  const { status, stdout, stderr } = await call([...args, '--opponents', 'once'], { input: TEXT });
  expect(stderr).not.toMatch(/internal error/);
  expect(status).toBe(expected);
  if (expected === 2) {
    expect(stderr + stdout).toMatch(/by the published rule of opponents only/);
    expect(stderr + stdout).toMatch(/leave --opponents out/);
  }
});

it('writes a report without what is not defined, and says so', async () => {
  const { status, stdout, stderr } = await call(
    ['report', '-', '--opponents', 'once', '--format', 'markdown', '--out', '-'],
    { input: TEXT },
  );
  expect([status, stderr.includes('internal error')]).toEqual([0, false]);
  expect(stdout).toMatch(/Left out: what decision makers could do together, which is defined by/);
});
