import { parseSituation } from '@standoff/language/parse';
import { expect, test } from 'vitest';
import { kindOf } from '../src/start/kind-of.js';
import { situationOf } from '../src/start/opened-file.js';

const SITUATION = '# A case\n\nsituation "The ferry" as of 2031-05\n';
const ARTICLE = '# The ferry\n\nThe situation "on the pier" is tense.\n';

test.each([
  ['ferry.standoff', SITUATION, 'situation'],
  ['ferry.STANDOFF', SITUATION.replace('situation', '\uFEFFsituation'), 'situation'],
  ['ferry.txt', ARTICLE, 'text'],
  ['ferry.pdf', '%PDF-1.7', 'text'],
  ['ferry', ARTICLE, 'text'],
  ['ferry.txt', SITUATION, 'unclear'],
  ['ferry.md', 'situation ferry "The ferry"\n', 'unclear'],
  ['ferry.standoff', ARTICLE, 'unclear'],
] as const)('%s: by its name and by what is written in it', async (name, words, kind) => {
  expect(await kindOf(new File([words], name))).toBe(kind);
});

const NOTHING = {
  title: null,
  author: null,
  published: null,
  publisher: null,
  url: null,
  language: null,
};

test.each([
  ['two-towns.pdf', 'two_towns'],
  ['not.txt', 'not_text'],
  ['1984.txt', 'text1984'],
  ['....html', 'text'],
] as const)('of %s a situation is made that can be read', (file, id) => {
  const made = situationOf('A "quoted" \\ title', [
    { file, text: { metadata: { ...NOTHING, title: 'A "quoted" \\ title' } } },
  ]);
  expect(made.ids).toEqual([id]);
  const { model, diagnostics } = parseSituation(made.situation);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(model!.sources).toMatchObject([{ id, title: 'A "quoted" \\ title' }]);
  expect(model!.situation.title).toBe('A "quoted" \\ title');
  expect(situationOf('A', [{ file, text: { metadata: NOTHING } }]).situation).toContain(
    `"${file}"`,
  );
});

test('texts of one name are sources of several', () => {
  const one = { file: 'a/note.txt', text: { metadata: NOTHING } };
  const { ids, situation } = situationOf('Notes', [one, one]);
  expect(new Set(ids).size).toBe(2);
  expect(parseSituation(situation).model!.sources.map((source) => source.id)).toEqual(ids);
});
