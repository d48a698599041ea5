import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'oxfmt';
import { describe, expect, it } from 'vitest';
import { agreementTable, markings, oneReaderTwice, twoReaders } from '../../gold/agreement.js';
import { unmark } from '../../gold/marked.js';
import { ARTICLE, measure, measureBySecond, proposed } from '../../gold/measure.js';
import { score, SPEECH_ACTS, total, type Gold } from '../../gold/score.js';
import { speechActs, table } from '../../gold/table.js';
import { RULES } from '../../src/aid.js';

const file = path.resolve(import.meta.dirname, '../../../../docs/reading-aid.md');
const read = (): string => readFileSync(file, 'utf8');

/** STANDOFF_WRITE=1 puts what is measured into the page; otherwise the page must say it already. */
async function check(name: string, content: string): Promise<void> {
  const marks = [`<!-- ${name} -->`, `<!-- end of ${name} -->`] as const;
  const { code: part } = await format(file, `${marks[0]}\n\n${content}\n\n${marks[1]}\n`);
  if (process.env['STANDOFF_WRITE'] === '1') {
    const page = read();
    const [start, end] = [page.indexOf(marks[0]), page.indexOf(marks[1]) + marks[1].length];
    writeFileSync(file, page.slice(0, start) + part.trim() + page.slice(end));
  }
  expect(read()).toContain(part.trim());
}

describe('docs/reading-aid.md', () => {
  it('lists the rules', () =>
    check(
      'rules',
      [
        '| rule | finds |',
        '| --- | --- |',
        ...RULES.map(({ id, finds }) => `| \`${id}\` | ${finds} |`),
      ].join('\n'),
    ));

  it.each(['building', 'measured', 'apart', 'acts/seen', 'acts/apart'] as const)(
    'tells the figures of the present rules: %s',
    async (set) => check(set, table((await measure(set))!)),
  );

  it('tells how many lines the present rules propose', async () => {
    const row = async (what: string, set: Parameters<typeof proposed>[0]) => {
      const { lines, carried } = await proposed(set);
      return `| ${what} | ${lines} | ${carried} |`;
    };
    await check(
      'lines',
      [
        '| texts | lines | other findings that they carry |',
        '| --- | --: | --: |',
        await row('dam, lockout, blockade and two more', 'building'),
        await row('communiqué, bulletin, report from a court, opinion', 'acts/seen'),
        await row('take-over, ceasefire', 'apart'),
        await row('wire report, minutes, monitoring mission, feature', 'acts/apart'),
        await row('texts only measured on', 'measured'),
      ].join('\n'),
    );
  });

  it('tells how far two markings agree', () => {
    const both = twoReaders().map((text) => ({ set: text.set, marks: markings(text) }));
    const all = both.map(({ marks }) => marks);
    const of = (set: string) => both.filter((text) => text.set === set).map(({ marks }) => marks);
    return check(
      'agreement',
      agreementTable([
        ['one reader twice', oneReaderTwice()],
        ['two readers, the same texts', of('apart')],
        ['two readers, texts only measured on', of('measured')],
        ['two readers, all six', all],
        ...SPEECH_ACTS.map((kind) => [kind, all, [kind]] as const),
      ]),
    );
  });

  it('tells how a second reader would fare as a reading aid', () => {
    const scores = twoReaders()
      .filter(({ set }) => set === 'apart')
      .map(({ name, set, second }) => {
        const file = `../../gold/${set}/${name.replace('.marked.txt', '.json')}`;
        const gold = JSON.parse(
          readFileSync(path.resolve(import.meta.dirname, file), 'utf8'),
        ) as Gold;
        return score(gold, unmark(second).annotations);
      });
    return check('second reader', table(total(scores)));
  });

  it('tells what the present rules find by the marks of each reader', async () => {
    const row = async (what: string, set: 'apart' | 'measured') =>
      `| ${what} | ${speechActs((await measure(set))!)} | ${speechActs(await measureBySecond(set))} |`;
    await check(
      'by reader',
      [
        '| speech acts | by the first reader | by the second |',
        '| --- | --- | --- |',
        await row('take-over, ceasefire', 'apart'),
        await row('texts only measured on', 'measured'),
      ].join('\n'),
    );
  });

  // Somebody else's text: not in the repository.
  it.skipIf(ARTICLE === undefined)(
    'tells the figures of the present rules: the article',
    async () => check('article', table((await measure('article'))!)),
  );
});
