import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { starter } from '../src/starter.js';
import { buildCommand, type Built } from './built.js';

const cases = fileURLToPath(new URL('../../../cases/', import.meta.url));

let built: Built;
beforeAll(() => {
  built = buildCommand();
});
afterAll(() => {
  built.remove();
});

/** What is wrong with an output by the schema that it names. */
function faults(name: string, output: string): unknown {
  const validate = new Ajv2020({ strictTypes: false }).compile(
    JSON.parse(built.run(['schema', name]).stdout) as object,
  );
  validate(JSON.parse(output));
  return validate.errors;
}

describe('what is printed fits the published schema', () => {
  it.each([
    ['analysis', ['analyse', '-', '--json', '--stability']],
    ['analysis', ['analyse', '-', '--json', '--extension', 'all', '--strength', '--coalitions']],
    ['relational-explanations', ['explain', '-', '--json', '--extension', 'c']],
    ['explanations', ['explain', '-', '--json']],
    [
      'explanation',
      ['explain', '-', '--json', '--actor', 'Union', '--concept', 'SMR', '--state', 'none'],
    ],
    ['states', ['states', '-', '--json']],
    ['check', ['check', '-', '--json']],
    ['format', ['format', '-', '--json']],
    ['error', ['states', '-', '--json', '--where', 'nothing']],
  ])('%s', (name, args) => {
    expect(faults(name, built.run(args, { input: starter }).stdout)).toBeNull();
  });

  it('error, with diagnostics', () => {
    const { stdout } = built.run(['analyse', '-', '--json'], { input: 'situation "A" actor {' });
    expect(faults('error', stdout)).toBeNull();
  });

  it.each(
    readdirSync(cases, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name),
  )('analysis, of the case %s', (name) => {
    const { stdout } = built.run(['analyse', cases + name, '--json']);
    const { schema } = JSON.parse(stdout) as { schema: string };
    expect(schema).toMatch(/^standoff\/(large-)?analysis\/1$/);
    expect(faults(schema.split('/')[1], stdout)).toBeNull();
  });
});

it('has the schema of the model', () => {
  expect(JSON.parse(built.run(['schema', 'model']).stdout)).toMatchObject({
    $id: 'urn:standoff:model:1',
  });
});
