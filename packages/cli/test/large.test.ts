import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { QUESTION_NAMES } from '@standoff/questions';
import { WITHOUT_LIST } from '@standoff/situation';
import { expect, it } from 'vitest';
import { casePath } from '../../../test/cases.js';
import { THOROUGH } from '../../../test/thorough.js';
import { call } from './in-process.js';
import { schemaFaults } from './schema-faults.js';

// Models whose states are too many to be listed, at the command line.

const SAREL = casePath('sarel-basin');
/** With half of its riparians: said as the whole basin says it, in a hundredth of the time. */
const BASIN = fileURLToPath(new URL('../../questions/test/basin.standoff', import.meta.url));

/** Two in turn want to differ and to agree. */
const pennies = (count: number): string =>
  Array.from({ length: count }, (_, k) => {
    const other = k % 2 === 0 ? k + 1 : k - 1;
    return `actor A${k} { option o prefers { o ${k % 2 === 0 ? 'iff' : 'xor'} A${other}.o } }`;
  }).join('\n');

/** Too many states to be listed, and soon gone through. */
const PENNIES = `situation "P"\n${pennies(40)}`;

it('prints what fits the schema, alternatives included', async () => {
  const situation = `situation "P"\n${pennies(40).replace('option o', 'option o unknown')}`;
  const { stdout, status } = await call(['analyse', '-', '--json', '--limit', '3'], {
    input: situation,
  });
  expect(status).toBe(0);
  const result = JSON.parse(stdout) as { nash: unknown; statusQuoAlternatives: unknown[] };
  expect(result).toMatchObject({ schema: 'standoff/large-analysis/2' });
  expect(await schemaFaults(result)).toEqual([]);
  expect(result.nash).toMatchObject({ all: { count: '0', exact: true } });
  expect(result.statusQuoAlternatives).toHaveLength(2);
});

it('lists as many equilibria as --limit asks for', async () => {
  const actors = Array.from({ length: 40 }, (_, k) => `actor A${k} { option o }`).join('\n');
  const { stdout } = await call(['analyse', '-', '--json', '--limit', '3'], {
    input: `situation "F"\n${actors}`,
  });
  const { equilibria, nash } = JSON.parse(stdout) as {
    equilibria: unknown[];
    nash: { all: unknown };
  };
  expect(equilibria).toHaveLength(3);
  expect(nash.all).toEqual({ count: String(2 ** 40), exact: true });
});

it.runIf(THOROUGH)(
  'takes over where the memory is too small for the states, and says that',
  async () => {
    const actors = Array.from({ length: 18 }, (_, k) => `actor A${k} { option o }`).join('\n');
    const input = `situation "F"\n${actors}`;
    const small = ['analyse', '-', '--memory', '10MB'];
    expect((await call(small, { input })).stdout.replace(/\s+/g, ' ')).toMatch(
      /^F · in brief .*There are 262,144 states, too many to look at everything/,
    );
    const { stdout } = await call([...small, '--full'], { input });
    expect(stdout.replace(/\s+/g, ' ')).toMatch(
      /^F What can be said of so large a model .*10 MB is allowed, and --memory can allow more/,
    );
    expect((await call(['analyse', '-'], { input })).stdout).not.toContain('so large a model');
  },
);

it('refuses the rule that needs the states', async () => {
  const { status, stderr } = await call(['analyse', SAREL, '--opponents', 'once']);
  expect(status).toBe(1);
  expect(stderr).toContain('leave out --opponents once');
});

it('lists and counts states, and says what is not known of them', async () => {
  const { stdout } = await call(['states', BASIN, '--json', '--concept', 'Nash', '--limit', '3']);
  const answer = JSON.parse(stdout) as { states: unknown[] };
  expect(await schemaFaults(answer)).toEqual([]);
  expect(answer).toMatchObject({
    matching: 8,
    notKnown: ['GMR', 'SMR', 'SEQ', 'SSEQ', 'SIM'],
  });
  expect(answer.states).toHaveLength(3);
  // How many there are in all is held by packages/questions/test/large.test.ts.
  if (THOROUGH)
    expect(
      JSON.parse((await call(['states', SAREL, '--json', '--limit', '1'])).stdout),
    ).toMatchObject({ matching: '14624633760251904' });
  const told = await call(['states', BASIN, '--reachable', 'improvements', '--limit', '1']);
  expect(told.stdout).toMatch(/10,461,277 states/);
  expect(told.stdout).toMatch(/is left open/);
  const refused = await call(['states', '-', '--concept', 'SEQ'], { input: PENNIES });
  expect(refused.status).toBe(1);
  expect(refused.stderr).toContain('"--concept Nash" asks for');
});

it('answers what becomes of the scenarios', async () => {
  const { stdout } = await call(['scenarios', BASIN, '--scenario', 'scramble', '--json']);
  const answer = JSON.parse(stdout) as {
    scenarios: { id: string; equilibria: Record<string, unknown>; needs: unknown }[];
  };
  expect(await schemaFaults(answer)).toEqual([]);
  expect(answer).toMatchObject({ notKnown: ['GMR', 'SMR', 'SEQ', 'SSEQ', 'SIM'] });
  expect(answer.scenarios[0].equilibria).toMatchObject({ Nash: 8, SEQ: null });
  const told = await call(['scenarios', BASIN, '--scenario', 'scramble']);
  expect(told.stdout).toMatch(/left open/);
});

it('explains a state that is named by its options', async () => {
  const asked = ['explain', BASIN, '--state', '+Corvia.divert', '--actor', 'Corvia'];
  const { stdout } = await call([...asked, '--concept', 'SSEQ', '--json']);
  const answer = JSON.parse(stdout) as {
    state: unknown;
    explanations: { improvements: { answersLookedAt: unknown }[] }[];
  };
  expect(await schemaFaults(answer)).toEqual([]);
  const [why] = answer.explanations;
  expect(answer.state).toMatchObject({ name: { added: ['Corvia.divert'] } });
  expect(why).toMatchObject({ stable: true, kind: 'deterred' });
  expect(why.improvements[0]).toMatchObject({ sanction: {}, answersLookedAt: null });
  const told = await call(['explain', BASIN, '--actor', 'Belmor', '--concept', 'SSEQ']);
  expect(told.stdout).toMatch(/Nothing deters it/);
  expect(told.stdout).not.toMatch(/looked at/);
  const refused = await call(['explain', '-', '--actor', 'A0', '--concept', 'SSEQ', '--slack'], {
    input: PENNIES,
  });
  expect(refused.status).toBe(1);
  expect(refused.stderr).toContain('cannot be listed');
  const wrong = await call(['explain', '-', '--state', '+A7.p'], { input: PENNIES });
  expect(wrong.stderr).toContain('did you mean A7.o?');
});

it('holds what happened against the model', async () => {
  const events = 'event 2020-01-10 "One" { A0.o }\nevent 2020-01-20 "Two" { A2.o, A3.o }';
  const input = `situation "P"\n${pennies(40)}\n${events}`;
  const { stdout } = await call(['replay', '-', '--json'], { input });
  const answer = JSON.parse(stdout) as { notKnown?: unknown };
  expect(await schemaFaults(answer)).toEqual([]);
  expect(answer).toMatchObject({ score: { before: { steps: 3 } } });
  expect((await call(['replay', '-'], { input })).stdout).toMatch(/of 3 steps made matters better/);
});

it('says what does not fit the model', async () => {
  const { stdout } = await call(['plausible', BASIN, '--json']);
  const answer = JSON.parse(stdout) as { checks: { fits: boolean | null; about: string }[] };
  expect(await schemaFaults(answer)).toEqual([]);
  expect(answer.checks).toHaveLength(6 + 1 + 32);
  expect(answer.checks.filter(({ fits }) => !fits).map(({ about }) => about)).toEqual(['Belmor']);
});

it('tells where the present course leads and ends', async () => {
  const { stdout } = await call(['outlook', BASIN, '--json', '--limit', '2']);
  const answer = JSON.parse(stdout) as { outlooks: unknown[] };
  expect(await schemaFaults(answer)).toEqual([]);
  const end = {
    concepts: ['Nash', 'GMR', 'SMR', 'SEQ', 'SSEQ', 'SIM'],
    round: 0,
    hold: 'none',
    pull: null,
  };
  expect(answer).toMatchObject({
    standard: 'at-once',
    insteadOf: 'looking-ahead',
    notKnown: ['GMR', 'SMR', 'SEQ', 'SSEQ', 'SIM'],
  });
  expect(answer.outlooks).toMatchObject([
    {
      concepts: [],
      course: { states: 10461276, holding: 4 },
      ends: [end, end],
      moreEnds: 2,
    },
  ]);
  // Each two go round, and all of them together.
  const round = await call(['outlook', '-'], { input: `situation "P"\n${pennies(40)}` });
  expect(round.stdout.replace(/\s+/g, ' ')).toContain(
    'The nearest of 1,099,511,627,776 states in which it goes round.',
  );
});

it('says whose word can be believed', async () => {
  const input = `${readFileSync(BASIN, 'utf8')}\nassurance water: not Belmor.divert when compact by Belmor to Corvia\npromise readings: Jurven.share by Jurven to Kestrel`;
  const { stdout } = await call(['commitments', '-', '--json'], { input });
  const answer = JSON.parse(stdout) as unknown;
  expect(await schemaFaults(answer)).toEqual([]);
  expect(answer).toMatchObject({
    commitments: [
      { id: 'water', due: 995328, readings: [{ all: { binding: null } }] },
      { id: 'readings', readings: [{ all: { binding: null } }] },
    ],
    standard: 'at-once',
    insteadOf: 'looking-ahead',
  });
  const told = await call(['commitments', '-'], {
    input: `situation "P"\n${pennies(40)}\npromise one: A0.o by A0 to A1`,
  });
  expect(told.stdout).toMatch(
    /would still not be broken later, when others have answered,\s+is left open/,
  );
});

it('says which outcome comes of which faction', async () => {
  const divided = `actor F { option o faction f { prefers { o } } faction g { prefers { not o } } }`;
  const input = `situation "P"\n${pennies(40)}\n${divided}\nscenario taken = F.o`;
  const { stdout } = await call(['factions', '-', '--json'], { input });
  const answer = JSON.parse(stdout) as unknown;
  expect(await schemaFaults(answer)).toEqual([]);
  expect(answer).toMatchObject({
    standard: 'at-once',
    insteadOf: 'looking-ahead',
    combinations: [
      { prevails: { F: 'f' }, equilibria: 0, ends: [{ round: 2 ** 40 }] },
      { prevails: { F: 'g' }, equilibria: 0, ends: [{ round: 2 ** 40 }] },
    ],
    scenarios: [{ holds: [false, false], reached: [true, false] }],
  });
  expect((await call(['factions', BASIN])).stdout).toContain('No decision maker has factions');
  const told = await call(['factions', '-', '--standard', 'guarded'], { input });
  expect(told.stdout.replace(/\s+/g, ' ')).toContain('Judged by at once, and not by guarded');
});

it('says what it means for those who cannot move', async () => {
  const { stdout } = await call(['stakeholders', BASIN, '--json', '--limit', '2']);
  const answer = JSON.parse(stdout) as { outcomes: unknown[] };
  expect(await schemaFaults(answer)).toEqual([]);
  expect(answer).toMatchObject({
    stakeholders: [{ actor: 'Fishers', places: 12, today: 8 }],
    // Beside the two at which the course ends that are shown.
    ends: [{}, {}],
    outcomeCount: 6,
  });
  expect(answer.outcomes).toHaveLength(2);
});

it('says what an agreement would be worth, and of whom that is left open', async () => {
  const { stdout } = await call(['agreements', BASIN, '--json']);
  const answer = JSON.parse(stdout) as {
    agreements: { parties: { actor: string; leaves: unknown; defects: unknown }[] }[];
  };
  expect(await schemaFaults(answer)).toEqual([]);
  const [{ parties }] = answer.agreements;
  const open = parties.filter(({ leaves }) => leaves === null);
  expect(open.map(({ actor }) => actor)).toEqual(['Avarn', 'Belmor']);
  expect(open.every(({ defects }) => defects !== null)).toBe(true);
  const told = await call(['agreements', BASIN]);
  expect(told.stdout).toMatch(/has a reason to leave, deterred or not/);
});

it('names the questions that do without the list where one refuses', async () => {
  // More options than are ever listed, and no more than that.
  const actors = Array.from({ length: 31 }, (_, k) => `actor A${k} { option o }`).join('\n');
  const input = `situation "F"\n${actors}`;
  const refuses = await Promise.all(
    QUESTION_NAMES.map(async (name) => {
      const more = name === 'mediate' ? ['--goal', 'A0.o'] : [];
      const { stderr } = await call([name, '-', ...more], { input });
      return stderr.includes('cannot be listed');
    }),
  );
  const answering = QUESTION_NAMES.filter((_, k) => !refuses[k]);
  expect(WITHOUT_LIST.split(/, | and /).sort()).toEqual(['analyse', ...answering].sort());
});
