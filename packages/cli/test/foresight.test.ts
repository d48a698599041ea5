import { expect, it } from 'vitest';
import { casePath } from '../../../test/cases.js';
import { call } from './in-process.js';
import { schemaFaults } from './schema-faults.js';

const chicken = casePath('chicken');
const elmira = casePath('elmira');

async function expectValid(name: string, document: unknown): Promise<void> {
  expect(document).toMatchObject({ schema: `standoff/${name}/2` });
  expect(await schemaFaults(document)).toEqual([]);
}

it('concepts of looking ahead come beside the others, which stay as they are', async () => {
  const args = ['analyse', chicken, '--json', '--stability'];
  const plain = JSON.parse((await call(args)).stdout) as Record<string, unknown>;
  const { foresight, ...rest } = JSON.parse(
    (await call([...args, '--concepts', 'l3,nonmyopic,Stackelberg,Maximin3'])).stdout,
  ) as Record<string, unknown>;
  expect(rest).toEqual(plain);
  await expectValid('analysis', { ...rest, foresight });
  expect(foresight).toMatchObject([
    { concept: 'L3', equilibria: [{ taken: ['Blue.swerve', 'Red.swerve'] }] },
    { concept: 'NonMyopic', count: 1 },
    { concept: 'Stackelberg', leader: 'Red', equilibria: [{ taken: ['Blue.swerve'] }] },
    { concept: 'Stackelberg', leader: 'Blue', equilibria: [{ taken: ['Red.swerve'] }] },
    { concept: 'Maximin3', experimental: true },
  ]);
  const few = (await call(['analyse', chicken, '--json', '--concepts', 'SEQ,L3,Nash'])).stdout;
  expect(JSON.parse(few)).toMatchObject({ concepts: ['Nash', 'SEQ'], foresight: [{}] });
});

it('explain --concept L3 gives the line of play', async () => {
  const args = ['explain', chicken, '--concept', 'l3', '--actor', 'Red', '--state', '#3'];
  const answer = JSON.parse((await call([...args, '--json'])).stdout) as unknown;
  await expectValid('explain', answer);
  expect(answer).toMatchObject({ foresight: [{ actor: 'Red', stable: true }], explanations: [] });
  expect((await call(args)).stdout).toContain('Red driver stays under L3');
});

it('explain --slack adds swaps to the JSON and the text', async () => {
  const args = ['explain', chicken, '--slack', '--state', '#3'];
  const answer = JSON.parse((await call([...args, '--json'])).stdout) as {
    explanations: { concept: string; slack: { swaps: number } | null }[];
  };
  await expectValid('explain', answer);
  expect(answer.explanations.map(({ concept, slack }) => [concept, slack?.swaps])).toContainEqual([
    'SEQ',
    1,
  ]);
  expect((await call(args)).stdout).toContain(
    'It would take 1 swap in the ranking of the Red driver',
  );
});

it.each([
  [['analyse', elmira, '--concepts', 'Nash,L3'], 1, 'has 3 (Ministry, Uniroyal, Council)'],
  [['explain', elmira, '--concept', 'NonMyopic'], 1, 'is defined for two decision makers'],
  [['explain', chicken, '--concept', 'L3', '--slack'], 2, 'not for L3'],
  [['analyse', chicken, '--concepts', 'L0'], 2, 'L1 to L99'],
  [['explain', chicken, '--concept', 'L100'], 2, 'L1 to L99'],
])('%j ends with %i and a reason', async (args, status, reason) => {
  const run = await call(args);
  expect(run.status).toBe(status);
  expect(run.stdout).toBe('');
  expect(run.stderr).toContain(reason);
});

it('too many states to look ahead from: says so, and what to leave out', async () => {
  const options = (n: number): string =>
    Array.from({ length: n }, (_, k) => `option o${k}`).join('\n');
  const input = `situation "Large"\nactor A { ${options(20)} }\nactor B { ${options(20)} }`;
  const run = await call(['analyse', '-', '--concepts', 'L3'], { input });
  expect(run.status).toBe(1);
  expect(run.stderr).toContain('L3 would have to look at every state');
  expect(run.stderr).toContain('without L3, what can be said');
});
