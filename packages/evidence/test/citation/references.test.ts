import { describe, expect, it } from 'vitest';
import { citedNames, cslItem, readReferences, references } from '../../src/cite.js';

describe('names in an author line', () => {
  it.each([
    ['Rita De Luca', [{ family: 'De Luca', given: 'Rita' }]],
    ['Karl von der Aue', [{ family: 'von der Aue', given: 'Karl' }]],
    ['Ben Ola Sr.', [{ family: 'Ola', given: 'Ben', suffix: 'Sr.' }]],
    ['Ola, Ben, III', [{ family: 'Ola', given: 'Ben', suffix: 'III' }]],
    ['Prof. Dr. Ada Sample, PhD', [{ family: 'Sample', given: 'Ada' }]],
    ['By Ada Sample in Vale', [{ family: 'Sample', given: 'Ada' }]],
    ['Ana María López Vidal', [{ family: 'López Vidal', given: 'Ana María' }]],
    ['River Rights Watch', [{ literal: 'River Rights Watch' }]],
    ['Reuters and Associated Press', [{ literal: 'Reuters' }, { literal: 'Associated Press' }]],
    [
      '{Vale and Sons}; Ada Sample',
      [{ literal: 'Vale and Sons' }, { family: 'Sample', given: 'Ada' }],
    ],
  ])('%s', (line, names) => {
    expect(citedNames(line)).toEqual(names);
  });
});

const SOURCE = {
  id: 'lock',
  title: 'The lock & the 10 % question',
  author: '{River Rights Watch}; Ola, Ben, Jr.; Sample, Ada',
  published: '2021-06-02',
  accessed: '2021-07-01',
  publisher: 'Vale Press',
  url: 'https://valley.example/a_b?x=1&y=2',
  doi: '10.1000/182',
  kind: 'report',
  note: null,
};

describe('a bibliography for reference managers', () => {
  it.each(['bibtex', 'ris'] as const)('in %s comes back as it was', (form) => {
    expect(readReferences(references([cslItem(SOURCE)], form))).toEqual([SOURCE]);
  });

  it('in BibTeX may leave authors unnamed, and say where a page is in howpublished', () => {
    const text =
      '@misc{x, author = {Sample, Ada and others}, title = {T}, howpublished = {\\url{https://v.example/a}}}';
    expect(readReferences(text)).toMatchObject([
      { author: 'Sample, Ada', publisher: null, url: 'https://v.example/a' },
    ]);
  });

  it('in BibTeX may join texts, name months, and write letters as LaTeX does', () => {
    const text = `% a remark
      @string{vale = "Vale"}
      @comment{ not this one }
      @article{Mu20, title = {The {L}ock -- a case}, author = "M{\\\"u}ller, J{\\'o}zef and {Bank of Vale}",
        year = 2020, month = mar, journal = vale # " Review", doi = {https://doi.org/10.1000/182}}
      @misc{Mu20, title = "Another", year = "2021"}`;
    expect(readReferences(text)).toMatchObject([
      {
        id: 'Mu20',
        title: 'The Lock – a case',
        author: 'Müller, Józef; {Bank of Vale}',
        published: '2020-03',
        publisher: 'Vale Review',
        doi: '10.1000/182',
        kind: 'journal article',
      },
      { id: 'Mu20_2', title: 'Another', published: '2021' },
    ]);
  });

  it('that is none, or ends in the middle, is refused with the place', () => {
    expect(() => readReferences('A list of books.')).toThrow(/neither BibTeX/u);
    expect(() => readReferences('\n@book{a, title = {The lock}')).toThrow(/line 2 has no end/u);
    expect(() => readReferences('TY  - BOOK\nTI  - The lock\n')).toThrow(/"ER  - " is missing/u);
  });
});
