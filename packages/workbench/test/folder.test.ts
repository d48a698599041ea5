import { describe, expect, test } from 'vitest';
import { MOST_FILES } from '../src/files/dropped.js';
import { folderOf } from '../src/start/folder.js';

const at = (...paths: readonly string[]) =>
  paths.map((path) => ({ path, file: new File(['words'], path.split('/').at(-1)!) }));

const why = (...paths: readonly string[]): string => {
  const folder = folderOf(at(...paths));
  return folder.is === 'unclear' ? folder.why : folder.is;
};

describe('a folder that is given to the start page', () => {
  test('is a case where it has one situation, whatever is hidden in it', () => {
    const folder = folderOf(
      at('ferry/ferry.standoff', 'ferry/sources.json', 'ferry/.git/old.standoff'),
    );
    expect(folder).toMatchObject({ is: 'case', situation: { path: 'ferry/ferry.standoff' } });
    if (folder.is === 'case')
      expect(folder.beside.map(({ path }) => path)).toEqual(['ferry/sources.json']);
  });

  test('is texts where it has none', () => {
    const folder = folderOf(at('notes/a.txt', 'notes/b.PDF', 'notes/picture.png'));
    expect(folder.is === 'texts' && folder.files.map(({ path }) => path)).toEqual([
      'notes/a.txt',
      'notes/b.PDF',
    ]);
  });

  test('is told why where it is neither', () => {
    expect(why('a/one.standoff', 'a/two.standoff')).toMatch(/one\.standoff, a\/two\.standoff/);
    expect(why('a/picture.png')).toMatch(/neither a situation nor a text/);
    const many = Array.from({ length: MOST_FILES + 1 }, (_, k) => `a/${k}.txt`);
    expect(why(...many)).toMatch(/more than 500 files/);
  });
});
