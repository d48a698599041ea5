import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildCommand, type Built } from './built.js';

const chicken = fileURLToPath(new URL('../../../cases/chicken', import.meta.url));
const elmira = fileURLToPath(new URL('../../../cases/elmira', import.meta.url));

let built: Built;
beforeAll(() => {
  built = buildCommand();
});
afterAll(() => {
  built.remove();
});

function expectValid(name: string, document: unknown): void {
  const validate = new Ajv2020({ strictTypes: false }).compile(
    JSON.parse(built.run(['schema', name]).stdout) as object,
  );
  validate(document);
  expect(validate.errors).toBeNull();
}

it('concepts of looking ahead come beside the others, which stay as they are', () => {
  const args = ['analyse', chicken, '--json', '--stability'];
  const plain = JSON.parse(built.run(args).stdout) as Record<string, unknown>;
  const { foresight, ...rest } = JSON.parse(
    built.run([...args, '--concepts', 'l3,nonmyopic,Stackelberg,Maximin3']).stdout,
  ) as Record<string, unknown>;
  expect(rest).toEqual(plain);
  expectValid('analysis', { ...rest, foresight });
  expect(foresight).toMatchObject([
    { concept: 'L3', equilibria: [{ taken: ['Blue.swerve', 'Red.swerve'] }] },
    { concept: 'NonMyopic', count: 1 },
    { concept: 'Stackelberg', leader: 'Red', equilibria: [{ taken: ['Blue.swerve'] }] },
    { concept: 'Stackelberg', leader: 'Blue', equilibria: [{ taken: ['Red.swerve'] }] },
    { concept: 'Maximin3', experimental: true },
  ]);
  const few = built.run(['analyse', chicken, '--json', '--concepts', 'SEQ,L3,Nash']).stdout;
  expect(JSON.parse(few)).toMatchObject({ concepts: ['Nash', 'SEQ'], foresight: [{}] });
});

it('explain --concept L3 gives the line of play', () => {
  const args = ['explain', chicken, '--concept', 'l3', '--actor', 'Red', '--state', '#3'];
  const answer = JSON.parse(built.run([...args, '--json']).stdout) as unknown;
  expectValid('foresight', answer);
  expect(answer).toMatchObject({ explanations: [{ actor: 'Red', stable: true }] });
  expect(built.run(args).stdout).toContain('Red driver stays under L3');
});

it('explain --slack adds swaps to the JSON and the text', () => {
  const args = ['explain', chicken, '--slack', '--state', '#3'];
  const answer = JSON.parse(built.run([...args, '--json']).stdout) as {
    explanations: { concept: string; slack: { swaps: number } | null }[];
  };
  expectValid('explanations', answer);
  expect(answer.explanations.map(({ concept, slack }) => [concept, slack?.swaps])).toContainEqual([
    'SEQ',
    1,
  ]);
  expect(built.run(args).stdout).toContain('It would take 1 swap in the ranking of Red driver');
});

it.each([
  [['analyse', elmira, '--concepts', 'Nash,L3'], 1, 'has 3 (Ministry, Uniroyal, Council)'],
  [['explain', elmira, '--concept', 'NonMyopic'], 1, 'is defined for two decision makers'],
  [['explain', chicken, '--concept', 'L3', '--slack'], 2, 'not for L3'],
  [['analyse', chicken, '--concepts', 'L0'], 2, 'L1 to L99'],
  [['explain', chicken, '--concept', 'L100'], 2, 'L1 to L99'],
])('%j ends with %i and a reason', (args, status, reason) => {
  const run = built.run(args);
  expect(run.status).toBe(status);
  expect(run.stdout).toBe('');
  expect(run.stderr).toContain(reason);
});

it('too many states to look ahead from: says so, and what to leave out', () => {
  const options = (n: number): string =>
    Array.from({ length: n }, (_, k) => `option o${k}`).join('\n');
  const input = `situation "Large"\nactor A { ${options(20)} }\nactor B { ${options(20)} }`;
  const run = built.run(['analyse', '-', '--concepts', 'L3'], { input });
  expect(run.status).toBe(1);
  expect(run.stderr).toContain('L3 would have to look at every state');
  expect(run.stderr).toContain('without L3, what can be said');
});
