import { expect, it } from 'vitest';
import {
  bibliography,
  citedNames,
  cslItem,
  type CitationStyle,
  type CitedSource,
} from '../../src/index.js';

const bare: CitedSource = {
  id: 'gazette',
  title: "Dockers 'stop' work",
  author: null,
  published: null,
  accessed: null,
  publisher: null,
  url: null,
  doi: null,
  kind: null,
  note: null,
};

it.each([
  ['Ann Example', [{ family: 'Example', given: 'Ann' }]],
  ['Example, Ann', [{ family: 'Example', given: 'Ann' }]],
  [
    'Ann Example and Bob Other',
    [
      { family: 'Example', given: 'Ann' },
      { family: 'Other', given: 'Bob' },
    ],
  ],
  [
    'Ann Example, Bob Other, and Cy Third',
    [
      { family: 'Example', given: 'Ann' },
      { family: 'Other', given: 'Bob' },
      { family: 'Third', given: 'Cy' },
    ],
  ],
  [
    'Example, Ann; Other, Bob',
    [
      { family: 'Example', given: 'Ann' },
      { family: 'Other', given: 'Bob' },
    ],
  ],
  [
    'Moon Jae-in and Kim Jong Un',
    [
      { family: 'Moon', given: 'Jae-in' },
      { family: 'Kim', given: 'Jong Un' },
    ],
  ],
  ['Ludwig van der Berg', [{ family: 'van der Berg', given: 'Ludwig' }]],
  ['The White House', [{ literal: 'The White House' }]],
  ['Ministry of Trade and Industry', [{ literal: 'Ministry of Trade and Industry' }]],
  [
    'United Nations Command; Ann Example',
    [{ literal: 'United Nations Command' }, { family: 'Example', given: 'Ann' }],
  ],
  ['Reuters', [{ literal: 'Reuters' }]],
  ['  ', []],
])('reads the names in "%s"', (line, names) => {
  expect(citedNames(line)).toEqual(names);
});

it('makes CSL-JSON, and takes from the text what the situation does not say', () => {
  const item = cslItem(
    { ...bare, kind: 'news analysis', published: '2024-03', doi: 'https://doi.org/10.1/x' },
    { author: 'Ann Example', publisher: 'The Gazette', published: '2020', language: 'en' },
  );
  expect(item).toEqual({
    id: 'gazette',
    type: 'article-newspaper',
    title: "Dockers 'stop' work",
    author: [{ family: 'Example', given: 'Ann' }],
    issued: { 'date-parts': [[2024, 3]] },
    'container-title': 'The Gazette',
    DOI: '10.1/x',
    language: 'en',
  });
  expect(cslItem({ ...bare, kind: 'joint statement', publisher: 'Two ports' })).toMatchObject({
    type: 'document',
    genre: 'joint statement',
    publisher: 'Two ports',
  });
});

it.each<[CitationStyle, string]>([
  [
    'apa',
    'Example, A., & Moon, J. (2024, March 1). Dockers “stop” work. The Gazette. https://example.org/a',
  ],
  [
    'harvard1',
    'Example, A. and Moon, J. (2024) “Dockers ‘stop’ work,” The Gazette, 1 March. Available at: https://example.org/a.',
  ],
  [
    'vancouver',
    '1. Example A, Moon JI. Dockers “stop” work. The Gazette [Internet]. 2024 Mar 1; Available from: https://example.org/a',
  ],
])('formats a bibliography in %s', async (style, text) => {
  const item = cslItem({
    ...bare,
    kind: 'article',
    author: 'Ann Example and Moon Jae-in',
    published: '2024-03-01',
    publisher: 'The Gazette',
    url: 'https://example.org/a',
  });
  expect(await bibliography([item], style)).toEqual([{ id: 'gazette', text }]);
});

it('says that a date is missing', async () => {
  const item = cslItem({ ...bare, author: 'Port Authority' });
  expect((await bibliography([item], 'apa'))[0].text).toBe(
    'Port Authority. (n.d.). Dockers “stop” work.',
  );
  expect((await bibliography([item], 'harvard1'))[0].text).toContain('(no date)');
});

it('has an entry for every source, in the order of the style', async () => {
  const items = ['b', 'a'].map((id) =>
    cslItem({ ...bare, id, title: id.toUpperCase(), author: `Ann ${id.toUpperCase()}` }),
  );
  expect((await bibliography(items, 'apa')).map(({ id }) => id)).toEqual(['a', 'b']);
  expect((await bibliography(items, 'vancouver')).map(({ id }) => id)).toEqual(['b', 'a']);
  expect(await bibliography([], 'apa')).toEqual([]);
});
