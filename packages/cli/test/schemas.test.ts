import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { starter } from '../src/starter.js';
import { call } from './in-process.js';

const cases = fileURLToPath(new URL('../../../cases/', import.meta.url));

const validators = new Map<string, Promise<ValidateFunction>>();

async function compiled(name: string): Promise<ValidateFunction> {
  const { stdout } = await call(['schema', name]);
  return new Ajv2020({ strictTypes: false }).compile(JSON.parse(stdout) as object);
}

/** What is wrong with an output by the schema that it names. */
async function faults(name: string, output: string): Promise<unknown> {
  const kept = validators.get(name) ?? compiled(name);
  validators.set(name, kept);
  const validate = await kept;
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
  ])('%s', async (name, args) => {
    expect(await faults(name, (await call(args, { input: starter })).stdout)).toBeNull();
  });

  it('error, with diagnostics', async () => {
    const { stdout } = await call(['analyse', '-', '--json'], { input: 'situation "A" actor {' });
    expect(await faults('error', stdout)).toBeNull();
  });

  it.each(
    readdirSync(cases, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name),
  )('analysis, of the case %s', async (name) => {
    const { stdout } = await call(['analyse', cases + name, '--json']);
    const { schema } = JSON.parse(stdout) as { schema: string };
    expect(schema).toMatch(/^standoff\/(large-)?analysis\/1$/);
    expect(await faults(schema.split('/')[1], stdout)).toBeNull();
  });
});

it('has the schema of the model', async () => {
  expect(JSON.parse((await call(['schema', 'model'])).stdout)).toMatchObject({
    $id: 'urn:standoff:model:1',
  });
});
