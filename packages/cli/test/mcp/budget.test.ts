import { tokensIn, USUAL_TOKENS } from '@standoff/mcp';
import { expect, it } from 'vitest';
import { asked, CASES, overHttp } from './clients.js';
import { emptyCase, STATEMENTS } from './strait.js';

/** What tools are asked of every case. */
const OF_EVERY: readonly (readonly [string, object])[] = [
  ['text', {}],
  ['propose', { statements: Array.from({ length: 60 }, () => STATEMENTS[0]) }],
  ['apply', { edits: [{ add: 'actor another "Another"' }] }],
  ['left_out', {}],
  ['verdict', {}],
  ['why', {}],
  ['ask', { question: 'states', as: 'data' }],
  ['ask', { question: 'outlook' }],
];

/** And what takes longer, of one that is small. */
const OF_ONE: readonly (readonly [string, object])[] = [
  ['what_if', { edits: [{ add: 'never Union.another' }] }],
  ['compare', { cases: ['elmira', 'chicken'] }],
  ['render', {}],
  ['render', { as: 'html' }],
  ['ask', { question: 'evidence', as: 'data' }],
];

it('answers no tool of any case with more tokens than are asked for', async () => {
  await overHttp(CASES, async (client) => {
    const { tools } = await client.listTools();
    const cases = (await client.listResources()).resources
      .filter(({ uri }) => uri.startsWith('standoff://case/'))
      .map(({ name }) => name);
    expect(cases.length).toBeGreaterThan(10);
    const over: unknown[] = [];
    const measure = async (name: string, given: object, most: number) => {
      const { text } = await asked(client, name, given as Record<string, unknown>);
      if (tokensIn(text) > most) over.push([name, given, tokensIn(text)]);
      return text;
    };
    for (const one of cases)
      for (const [name, given] of OF_EVERY)
        await measure(name, { ...given, case: one }, USUAL_TOKENS);
    for (const [name, given] of OF_ONE)
      await measure(name, name === 'compare' ? given : { ...given, case: 'elmira' }, USUAL_TOKENS);
    const measured = [...OF_EVERY, ...OF_ONE].map(([name]) => name);
    expect(new Set(measured)).toEqual(new Set(tools.map(({ name }) => name)));
    const short = await measure('verdict', { case: 'korea-2018' }, USUAL_TOKENS);
    const [, more] = /more: (\d+)/.exec(short)!;
    const whole = await measure(
      'verdict',
      { case: 'korea-2018', more: Number(more) },
      Number(more),
    );
    expect(whole).not.toContain('"cut"');
    expect(over).toEqual([]);
  });
});

it('shows a long text part by part', async () => {
  const { folder } = await emptyCase();
  await overHttp(folder, async (client) => {
    const { text } = await asked(client, 'text', { source: 'gazette', paragraphs: 'P3-P4' });
    expect(
      text
        .split('\n')
        .slice(2)
        .map((line) => line.slice(0, 2)),
    ).toEqual(['P3', 'P4']);
    const rest = await asked(client, 'text', { source: 'gazette', paragraphs: 'P5-' });
    expect(
      rest.text
        .split('\n')
        .slice(2)
        .map((line) => line.slice(0, 2)),
    ).toEqual(['P5', 'P6']);
  });
});
