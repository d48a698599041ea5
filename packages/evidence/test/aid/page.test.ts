import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'oxfmt';
import { describe, expect, it } from 'vitest';
import { kappa, type TwoMarkings } from '../../gold/agreement.js';
import { ARTICLE, measure } from '../../gold/measure.js';
import { table } from '../../gold/table.js';
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

  it('tells how far two markings agree', () => {
    const { texts } = JSON.parse(
      readFileSync(path.resolve(import.meta.dirname, '../../gold/agreement.json'), 'utf8'),
    ) as { texts: Record<string, TwoMarkings> };
    expect(read().replace(/\s+/g, ' ')).toContain(
      `Cohen’s kappa ${kappa(Object.values(texts)).toFixed(2)}`,
    );
  });

  // Somebody else's text: not in the repository.
  it.skipIf(ARTICLE === undefined)(
    'tells the figures of the present rules: the article',
    async () => check('article', table((await measure('article'))!)),
  );
});
