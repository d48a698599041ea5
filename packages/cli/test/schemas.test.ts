import { QUESTION_NAMES } from '@standoff/questions';
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { casePath } from '../../../test/cases.js';
import { THOROUGH } from '../../../test/thorough.js';
import { SCHEMA_NAMES } from '../src/schema-names.js';
import { starter } from '../src/starter.js';
import { call } from './in-process.js';
import { schemaFaults } from './schema-faults.js';

const folder = casePath('');
const cases = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);
/** To answer all questions of them takes longest; others ask the Korean case. */
const LARGE = ['korea-2018', 'sarel-basin'];

/** The model is a file that people keep: what it is called has stayed. */
function schemaNamed(name: string): string {
  return `standoff/${name}/${name === 'model' ? 1 : 2}`;
}

async function answered(args: readonly string[], input = ''): Promise<{ readonly schema: string }> {
  return JSON.parse((await call(args, { input })).stdout) as { readonly schema: string };
}

/** The paths, within the schema, of the properties that have no description of their own. */
function withoutDescription(schema: object, path = ''): string[] {
  const { properties = {} } = schema as { readonly properties?: Readonly<Record<string, object>> };
  return [
    ...Object.entries(properties)
      .filter(
        ([, property]) => !/\S/.test((property as { description?: string }).description ?? ''),
      )
      .map(([property]) => `${path}/properties/${property}`),
    ...Object.entries(schema).flatMap(([key, inner]: [string, unknown]) =>
      typeof inner === 'object' && inner !== null
        ? withoutDescription(inner, `${path}/${key}`)
        : [],
    ),
  ];
}

describe('what is printed fits the published schema', () => {
  it.each([
    ['model', ['model', '-', '--json']],
    ['analysis', ['analyse', '-', '--json', '--stability']],
    ['analysis', ['analyse', '-', '--json', '--extension', 'all', '--strength', '--coalitions']],
    ['explain', ['explain', '-', '--json', '--extension', 'c']],
    ['explain', ['explain', '-', '--json', '--slack']],
    [
      'explain',
      ['explain', '-', '--json', '--actor', 'Union', '--concept', 'SMR', '--state', 'none'],
    ],
    ['states', ['states', '-', '--json']],
    ['check', ['check', '-', '--json']],
    ['format', ['format', '-', '--json']],
    ['error', ['states', '-', '--json', '--where', 'nothing']],
  ])('%s', async (name, args) => {
    const answer = await answered(args, starter);
    expect(answer.schema).toBe(schemaNamed(name));
    expect(await schemaFaults(answer)).toEqual([]);
  });

  it('error, with diagnostics', async () => {
    const answer = await answered(['analyse', '-', '--json'], 'situation "A" actor {');
    expect(answer).toMatchObject({ schema: 'standoff/error/2' });
    expect(await schemaFaults(answer)).toEqual([]);
  });

  it.each(cases.filter((name) => THOROUGH || name !== 'sarel-basin'))(
    'analysis, of the case %s',
    async (name) => {
      const answer = await answered(['analyse', folder + name, '--json']);
      expect(answer.schema).toMatch(/^standoff\/(large-)?analysis\/2$/);
      expect(await schemaFaults(answer)).toEqual([]);
    },
  );

  it.each(cases.filter((name) => THOROUGH || !LARGE.includes(name)))(
    'every other answer, of the case %s',
    { timeout: 300_000 },
    async (name) => {
      for (const args of [
        ['model'],
        ['check'],
        ['format'],
        ['explain', '--slack'],
        ['explain', '--extension', 'a'],
        ['explain', '--concept', 'L2'],
        ['states'],
        ['states', '--where', 'nothing'],
        ['source', 'list'],
        ['source', 'check'],
        ['cite', 'situation'],
        ...QUESTION_NAMES.map((question) => [
          question,
          ...(question === 'mediate' ? ['--goal', '#0'] : []),
          ...(question === 'compare' ? [folder + name] : []),
        ]),
      ]) {
        const at = args[0] === 'source' ? 2 : 1;
        const answer = await answered([
          ...args.slice(0, at),
          folder + name,
          ...args.slice(at),
          '--json',
        ]);
        expect(await schemaFaults(answer), args.join(' ')).toEqual([]);
      }
    },
  );
});

describe('a schema', () => {
  it.each(SCHEMA_NAMES)('of %s is closed and says what it is', async (name) => {
    const schema = await answered(['schema', name]);
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: `urn:${schemaNamed(name).replaceAll('/', ':')}`,
      title: schemaNamed(name),
      description: expect.stringMatching(/\S/) as unknown,
      properties: { schema: { const: schemaNamed(name) } },
    });
    const open: unknown[] = [];
    JSON.stringify(schema, (_, value: unknown) => {
      const { type, additionalProperties } = (value ?? {}) as Record<string, unknown>;
      if (type === 'object' && (additionalProperties ?? true) === true) open.push(value);
      return value;
    });
    expect(open).toEqual([]);
  });

  it.each(SCHEMA_NAMES)('of %s describes each of its properties', async (name) => {
    expect(withoutDescription(await answered(['schema', name]))).toEqual([]);
  });

  it('refuses a property that nobody has told of, at any depth', async () => {
    const answer = await answered(['analyse', '-', '--json', '--stability'], starter);
    expect(await schemaFaults({ ...answer, other: 1 })).toEqual([
      'analysis:  must NOT have additional properties {"additionalProperty":"other"}',
    ]);
    const { statusQuo } = answer as unknown as { readonly statusQuo: object };
    expect(await schemaFaults({ ...answer, statusQuo: { ...statusQuo, more: 1 } })).toEqual([
      'analysis: /statusQuo must NOT have additional properties {"additionalProperty":"more"}',
    ]);
  });

  it('refuses a concept of looking ahead that there is not', async () => {
    const args = ['analyse', `${folder}chicken`, '--json', '--concepts', 'L3'];
    const { foresight, ...rest } = (await answered(args)) as unknown as {
      readonly schema: string;
      readonly foresight: readonly [object];
    };
    const called = (concept: string): unknown => ({
      ...rest,
      foresight: [{ ...foresight[0], concept }],
    });
    expect(await schemaFaults(called('L99'))).toEqual([]);
    for (const wrong of ['L0', 'L100', 'Maximin', 'nonmyopic'])
      expect(await schemaFaults(called(wrong))).toHaveLength(1);
  });
});
