import type { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { tokensIn, USUAL_TOKENS } from '@standoff/mcp';
import { expect, it } from 'vitest';
import { THOROUGH } from '../../../../test/thorough.js';
import { asked, CASES, overHttp } from './clients.js';
import { emptyCase, STATEMENTS } from './strait.js';

type Ask = readonly [name: string, given: object];

/** What tools are asked of every case. */
const OF_EVERY: readonly Ask[] = [
  ['add_text', { source: 'gazette', words: 'Refused: the server does not write. '.repeat(200) }],
  ['text', {}],
  ['propose', { statements: Array.from({ length: 60 }, () => STATEMENTS[0]) }],
  ['left_out', {}],
];

/** And what takes longer, of small ones. */
const OF_SMALL: readonly Ask[] = [
  ['verdict', {}],
  ['why', {}],
  ['ask', { question: 'states', as: 'data' }],
  ['ask', { question: 'outlook' }],
  ['ask', { question: 'evidence', as: 'data' }],
  ['apply', { edits: [{ add: 'actor another "Another"' }] }],
  ['what_if', { edits: [{ add: 'actor another "Another"' }] }],
  ['render', {}],
  ['render', { as: 'html' }],
  ['render', { part: 'parts' }],
  ['render', { part: 'briefing' }],
  ['render', { part: 'no such part' }],
  ['render', { figure: 1 }],
];
const SMALL = ['chicken', 'euphrates-1975-misperception'];

/** The answer, which must not be longer than that. */
async function within(client: Client, [name, given]: Ask, most = USUAL_TOKENS): Promise<string> {
  const { text } = await asked(client, name, given as Record<string, unknown>);
  expect([name, given, tokensIn(text) <= most]).toEqual([name, given, true]);
  return text;
}

const namesOf = async (client: Client): Promise<string[]> =>
  (await client.listResources()).resources
    .filter(({ uri }) => uri.startsWith('standoff://case/'))
    .map(({ name }) => name);

it('answers of every case with no more tokens than are asked for', async () => {
  await overHttp(CASES, async (client) => {
    const cases = await namesOf(client);
    expect(cases.length).toBeGreaterThan(10);
    for (const one of cases)
      for (const [name, given] of OF_EVERY) await within(client, [name, { ...given, case: one }]);
  });
});

it('does so whatever tool it is', async () => {
  await overHttp(CASES, async (client) => {
    const compared: Ask = ['compare', { cases: ['chicken', 'stag-hunt'] }];
    await within(client, compared);
    for (const one of THOROUGH ? await namesOf(client) : SMALL)
      for (const [name, given] of OF_SMALL) await within(client, [name, { ...given, case: one }]);
    const { tools } = await client.listTools();
    expect(new Set([...OF_EVERY, ...OF_SMALL, compared].map(([name]) => name))).toEqual(
      new Set(tools.map(({ name }) => name)),
    );
  });
});

it('gives all of a longer answer where more is asked for, as it says', async () => {
  await overHttp(CASES, async (client) => {
    const short = await within(client, ['render', { case: 'chicken' }]);
    const [, more] = /more: (\d+)/.exec(short)!;
    const given = { case: 'chicken', more: Number(more) };
    expect(await within(client, ['render', given], Number(more))).not.toContain('[cut here');
  });
});

it('shows a long text part by part', async () => {
  const { folder } = await emptyCase();
  await overHttp(folder, async (client) => {
    const numbers = async (paragraphs: string): Promise<string[]> => {
      const { text } = await asked(client, 'text', { source: 'gazette', paragraphs });
      const lines = text.split('\n').slice(2);
      return lines.map((line) => line.slice(0, 2));
    };
    expect(await numbers('P3-P4')).toEqual(['P3', 'P4']);
    expect(await numbers('P5-')).toEqual(['P5', 'P6']);
  });
});
