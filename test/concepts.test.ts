import { readFileSync } from 'node:fs';
import { COALITION_CONCEPTS, CONCEPTS, DEFINITIONS, FORESIGHT_CODES } from '@standoff/engine';
import { foresightConcept } from '@standoff/questions';
import { expect, test } from 'vitest';

const page = (name: string): string =>
  readFileSync(new URL(`../docs/${name}`, import.meta.url), 'utf8');

/** The first cells of the rows of the table that follows a heading cell. */
function firstCells(text: string, heading: RegExp): string[] {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => heading.test(line));
  const rows = lines.slice(
    at + 2,
    lines.findIndex((line, k) => k > at && !line.startsWith('|')),
  );
  return rows.map((row) => row.split('|')[1].trim());
}

test('the pages list the concepts of the table, with names and sources', () => {
  expect(firstCells(page('theory.md'), /^\| concept .*what deters an improvement/)).toEqual(
    CONCEPTS.map((code) => `${code}, ${DEFINITIONS[code].name} (${DEFINITIONS[code].source})`),
  );
  expect(
    firstCells(page('theory.md'), /^\| concept .*who looks how far/).map(
      (cell) => /^[A-Za-z]+/.exec(cell)![0],
    ),
  ).toEqual([...FORESIGHT_CODES]);
  expect(
    firstCells(page('../packages/questions/src/coalitions/README.md'), /^\| concept /),
  ).toEqual([...COALITION_CONCEPTS]);
  expect(page('../README.md')).toContain(`(${CONCEPTS.join(', ')})`);
});

test('the schema takes the codes of looking ahead that are read, and no others', () => {
  const source = readFileSync(
    new URL('../packages/engine/src/concepts.ts', import.meta.url),
    'utf8',
  );
  const pattern = new RegExp(/@pattern (\S+)/.exec(source)![1]);
  for (const text of ['L1', 'L99', 'L0', 'L100', 'L', 'NonMyopic', 'NonMyopic2', 'Stackelberg'])
    expect(pattern.test(text), text).toBe(foresightConcept(text) === text);
  for (const text of ['Maximin1', 'Maximin99', 'Maximin', 'Maximin100', 'Nash'])
    expect(pattern.test(text), text).toBe(foresightConcept(text) === text);
});
