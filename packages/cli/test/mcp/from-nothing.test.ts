import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DATA_NOTE } from '@standoff/mcp';
import { expect, it } from 'vitest';
import { call } from '../in-process.js';
import { asked, CASES, data, overHttp, overStdio } from './clients.js';
import { ARTICLE, emptyCase, STATEMENTS } from './strait.js';

const emptyFolder = (): string => mkdtempSync(path.join(tmpdir(), 'standoff-nothing-'));

it('gets from an empty folder and an article to an analysed, fully cited situation', async () => {
  const folder = emptyFolder();
  await overStdio(
    folder,
    async (client) => {
      expect((await asked(client, 'verdict')).text).toContain('begin one: add_text with case');
      const begun = { case: 'strait', title: 'The "strait"', source: 'gazette', words: ARTICLE };
      expect(await data(client, 'add_text', begun)).toMatchObject({
        case: 'strait',
        paragraphs: 6,
        says: { author: 'Ruth Calder' },
      });
      const { batch } = await data<{ batch: number }>(client, 'propose', {
        statements: STATEMENTS,
      });
      expect(await data(client, 'apply', { batch })).toMatchObject({
        applied: STATEMENTS.length,
        diagnostics: [{ severity: 'info', code: 'event-without-effect' }],
      });
      expect(await data(client, 'left_out')).toMatchObject({
        sentences: { open: 0 },
        onNothing: [],
      });
      expect(await data(client, 'verdict')).toMatchObject({ ends: [{ holds: 'firmly' }] });
    },
    '--write',
  );
  expect(readdirSync(path.join(folder, 'strait')).sort()).toEqual([
    '.gitignore',
    'annotations.json',
    'sources',
    'sources.json',
    'strait.standoff',
    'strait.standoff.before',
  ]);
  const place = path.join(folder, 'strait');
  expect(await call(['check', '--strict', place])).toMatchObject({ status: 0 });
  expect(await call(['source', 'check', place])).toMatchObject({ status: 0 });
});

it('begins no case in the place of another, without a name, or where it may not write', async () => {
  const folder = emptyFolder();
  mkdirSync(path.join(folder, 'harbour'));
  writeFileSync(path.join(folder, 'harbour', 'harbour.standoff'), 'situation "The harbour"\n');
  const text = { source: 'gazette', words: 'Words.', title: 'Another' };
  await overHttp(
    folder,
    async (client) => {
      for (const [given, code] of [
        [text, 'which-case'],
        [{ ...text, case: '../out' }, 'which-case'],
        [{ ...text, case: 'harbour' }, 'case-there'],
        [{ ...text, case: 'other', file: 'x' }, 'which-text'],
        [{ ...text, case: 'other', words: undefined, file: '../x' }, 'outside'],
        [{ ...text, case: 'other', words: undefined, file: 'x.txt' }, 'not-found'],
      ] as const)
        expect((await asked(client, 'add_text', given)).text).toContain(`"refused":"${code}"`);
    },
    '--write',
  );
  await overHttp(folder, async (client) => {
    const { text: told } = await asked(client, 'add_text', { ...text, case: 'other' });
    expect(told).toContain('"refused":"no-writing"');
  });
  expect(readdirSync(folder)).toEqual(['harbour']);
});

it('shows a text, and what is open in it, from a sentence on', async () => {
  const { folder } = await emptyCase();
  const long = path.join(folder, 'long.txt');
  // One paragraph that no usual answer has room for.
  const sentences = Array.from({ length: 400 }, (_, k) => `Sentence ${k + 1} of the minutes.`);
  writeFileSync(long, `Minutes\n\n${sentences.join(' ')}\n`);
  await call(['source', 'add', folder, 'minutes', long, '--declare']);
  await overHttp(folder, async (client) => {
    const { text: whole } = await asked(client, 'text', { source: 'minutes', paragraphs: 'P1' });
    expect(whole).toContain('P1 | Sentence 1 of');
    expect(whole).toMatch(/…\n\[cut here: .* sentence by sentence, as P7\.1-\]$/u);
    const lines = async (paragraphs: string): Promise<string[]> =>
      (await asked(client, 'text', { source: 'minutes', paragraphs })).text.split('\n').slice(2);
    expect(await lines('P1.399-')).toEqual([
      'P1.399 | Sentence 399 of the minutes.',
      'P1.400 | Sentence 400 of the minutes.',
    ]);
    expect(await lines('P0.1-P1.1')).toEqual(['P0.1 | (title) Minutes', `P1.1 | ${sentences[0]}`]);
    expect(await lines('P1.7')).toEqual([`P1.7 | ${sentences[6]}`]);
    const open = async (paragraphs: string): Promise<string[]> =>
      (
        await data<{ open: { at: string }[] }>(client, 'left_out', {
          source: 'minutes',
          paragraphs,
        })
      ).open.map(({ at }) => at);
    expect(await open('P1.399-')).toEqual(['minutes P1.399', 'minutes P1.400']);
    expect(await open('P2-')).toEqual([]);
  });
});

it('says with the words of a case as a resource that they are data', async () => {
  await overHttp(path.join(CASES, 'chicken'), async (client) => {
    for (const uri of ['case', 'report/markdown', 'report/html'].map(
      (one) => `standoff://${one}/chicken`,
    )) {
      const [words, note, ...more] = (await client.readResource({ uri })).contents;
      expect([words.uri, more]).toEqual([uri, []]);
      expect(note).toMatchObject({ text: DATA_NOTE });
    }
  });
});

it('lists the parts of a report by their words, and its drawings alone, each whole or not', async () => {
  const { folder } = await emptyCase();
  await overHttp(folder, async (client) => {
    const { batch } = await data<{ batch: number }>(client, 'propose', { statements: STATEMENTS });
    const scenario = { add: 'scenario calm "Calm [at sea]" = not Arden.close @gazette:P1' };
    await data(client, 'apply', { batch, edits: [scenario] });
    const { parts, figures } = await data<{ parts: string[]; figures: { shows: string }[] }>(
      client,
      'render',
      { part: 'parts', more: 5000 },
    );
    expect(parts).toContain('Calm [at sea] (calm)');
    expect(parts.filter((one) => /\\|<a|\]\(|gazette/u.test(one))).toEqual([]);
    expect(figures.length).toBeGreaterThan(2);
    expect(figures.filter(({ shows }) => shows === '')).toEqual([]);
    const { text: part } = await asked(client, 'render', { part: 'calm [at sea] (calm)' });
    expect(part).toContain('gazette');
    const drawn: string[] = [];
    for (const figure of figures.keys())
      drawn.push((await asked(client, 'render', { figure: figure + 1 })).text.split('\n')[1]);
    const leftOut = drawn.filter((one) => /^\[left out: the whole answer has \d+ tokens/.test(one));
    expect(leftOut.length).toBeGreaterThan(0);
    expect(drawn.filter((one) => !/^<svg.*<\/svg>$/.test(one))).toEqual(leftOut);
  });
});
