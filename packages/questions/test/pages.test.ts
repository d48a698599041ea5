import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { QUESTION_NAMES, questionNamed } from '../src/questions.js';

const folders = fileURLToPath(new URL('../src/', import.meta.url));
const index = fileURLToPath(new URL('../../../docs/questions/README.md', import.meta.url));

/** Those of the list in its order, then what else has a page. */
const names = new Set<string>([
  ...QUESTION_NAMES,
  ...readdirSync(folders).filter((name) => existsSync(pageOf(name))),
]);

function pageOf(name: string): string {
  return `${folders}${name}/README.md`;
}

it('docs/questions lists the page of every question; -u writes the list', async () => {
  const rows = [...names].map((name) => {
    const [heading] = readFileSync(pageOf(name), 'utf8').split('\n', 1);
    expect(heading, pageOf(name)).toMatch(/^# \S/);
    return [
      `[${heading.slice(2)}](../../packages/questions/src/${name}/README.md)`,
      `\`standoff ${name}\``,
    ];
  });
  const written = readFileSync(index, 'utf8');
  await expect(written.replace(/(?:^\|.*\n)+/m, table(rows))).toMatchFileSnapshot(index);
});

/** Of a folder of the sources, the names of its files. */
const filesIn = (name: string): string[] => readdirSync(`${folders}${name}`);

it('what is a question by its folder is in the list', () => {
  const asked = readdirSync(folders, { withFileTypes: true })
    .filter((one) => one.isDirectory() && filesIn(one.name).includes('question.ts'))
    .map(({ name }) => name);
  expect(asked.sort()).toEqual([...QUESTION_NAMES].sort());
});

it.each(QUESTION_NAMES)('%s is called so everywhere', (name) => {
  expect(questionNamed(name).name).toBe(name);
  expect(filesIn(name)).toEqual(
    expect.arrayContaining(['README.md', 'answer.ts', 'question.ts', 'solve.ts', 'tell.ts']),
  );
  const answer = readFileSync(`${folders}${name}/answer.ts`, 'utf8');
  expect(answer).toContain(`readonly schema: 'standoff/${name}/2';`);
});

function table(rows: readonly (readonly string[])[]): string {
  const all = [['question', 'command'], ...rows];
  const widths = [0, 1].map((k) => Math.max(...all.map((row) => row[k].length)));
  return [all[0], widths.map((width) => '-'.repeat(width)), ...rows]
    .map((row) => `| ${row.map((cell, k) => cell.padEnd(widths[k])).join(' | ')} |\n`)
    .join('');
}
