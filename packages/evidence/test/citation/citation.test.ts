import { expect, it } from 'vitest';
import {
  bibliography,
  citedNames,
  cslItem,
  type CitationStyle,
  type CitedName,
  type CitedSource,
  type CslItem,
} from '../../src/cite.js';

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
])('formats a bibliography in %s', (style, text) => {
  const item = cslItem({
    ...bare,
    kind: 'article',
    author: 'Ann Example and Moon Jae-in',
    published: '2024-03-01',
    publisher: 'The Gazette',
    url: 'https://example.org/a',
  });
  expect(bibliography([item], style)).toEqual([{ id: 'gazette', text }]);
});

it('says that a date is missing', () => {
  const item = cslItem({ ...bare, author: 'Port Authority' });
  expect(bibliography([item], 'apa')[0].text).toBe('Port Authority. (n.d.). Dockers “stop” work.');
  expect(bibliography([item], 'harvard1')[0].text).toContain('(no date)');
});

it('has an entry for every source, in the order of the style', () => {
  const items = ['b', 'a'].map((id) =>
    cslItem({ ...bare, id, title: id.toUpperCase(), author: `Ann ${id.toUpperCase()}` }),
  );
  expect(bibliography(items, 'apa').map(({ id }) => id)).toEqual(['a', 'b']);
  expect(bibliography(items, 'vancouver').map(({ id }) => id)).toEqual(['b', 'a']);
  expect(bibliography([], 'apa')).toEqual([]);
});

const report: CslItem = {
  id: 'r',
  type: 'report',
  title: 'On docks',
  publisher: 'Port Press',
  issued: { 'date-parts': [[2024, 3, 1]] },
};
/** Undefined where the item is to be without. */
type Changes = { readonly [K in keyof CslItem]?: CslItem[K] | undefined };
const text = (item: Changes, style: CitationStyle) =>
  bibliography([{ ...report, ...item } as CslItem], style)[0].text;
const people = (n: number) =>
  Array.from({ length: n }, (_, i) => ({ family: `F${i + 1}`, given: 'Gil' }));

it.each<[string, readonly CitedName[], string, string, string]>([
  [
    'a particle',
    [{ family: 'van der Berg', given: 'Ludwig' }],
    'van der Berg, L.',
    'van der Berg, L.',
    'van der Berg L',
  ],
  ['two first names', [{ family: 'Kim', given: 'Jong Un' }], 'Kim, J. U.', 'Kim, J.U.', 'Kim JU'],
  [
    'a hyphen',
    [{ family: 'Sartre', given: 'Jean-Paul' }],
    'Sartre, J.-P.',
    'Sartre, J.-P.',
    'Sartre JP',
  ],
  ['initials', [{ family: "O'Neil", given: 'J.R.' }], 'O’Neil, J. R.', 'O’Neil, J.R.', 'O’Neil JR'],
  [
    'a suffix',
    [{ family: 'King', given: 'Martin Luther Jr.' }],
    'King, M. L. Jr.',
    'King, M.L. Jr.',
    'King ML Jr.',
  ],
  [
    'a body',
    [{ literal: 'The Port Council' }],
    'The Port Council.',
    'The Port Council',
    'The Port Council.',
  ],
  ['two', people(2), 'F1, G., & F2, G.', 'F1, G. and F2, G.', 'F1 G, F2 G.'],
  [
    'four',
    people(4),
    'F1, G., F2, G., F3, G., & F4, G.',
    'F1, G. et al.',
    'F1 G, F2 G, F3 G, F4 G.',
  ],
  [
    'seven',
    people(7),
    'F1, G., F2, G., F3, G., F4, G., F5, G., F6, G., & F7, G.',
    'F1, G. et al.',
    'F1 G, F2 G, F3 G, F4 G, F5 G, F6 G, et al.',
  ],
])('writes names: %s', (_, author, apa, harvard, vancouver) => {
  expect(text({ author }, 'apa')).toMatch(`${apa} (2024). On docks. Port Press.`);
  expect(text({ author }, 'harvard1')).toBe(`${harvard} (2024) On docks. Port Press.`);
  expect(text({ author }, 'vancouver')).toMatch(`1. ${vancouver}`);
});

it('names the first nineteen of more than twenty authors and the last', () => {
  expect(text({ author: people(20) }, 'apa')).toContain('F19, G., & F20, G. (2024)');
  expect(text({ author: people(22) }, 'apa')).toContain('F19, G., … F22, G. (2024)');
});

const place = { 'container-title': 'The Gazette', publisher: undefined } as const;
const online = {
  URL: 'https://example.org/a',
  accessed: { 'date-parts': [[2024, 5, 2]] },
} as const;
it.each<[Changes, string, string, string]>([
  [
    { type: 'book', ...online },
    'On docks. (2024). Port Press. https://example.org/a',
    'On docks (2024). Port Press. Available at: https://example.org/a (Accessed: May 2, 2024).',
    '1. On docks [Internet]. Port Press; 2024 [cited 2024 May 2]. Available from: https://example.org/a',
  ],
  [
    { type: 'book', DOI: '10.1/x' },
    'On docks. (2024). Port Press. https://doi.org/10.1/x',
    'On docks (2024). Port Press. doi:10.1/x.',
    '1. On docks. Port Press; 2024.',
  ],
  [
    { type: 'chapter', ...place },
    'On docks. (2024). In The Gazette.',
    '“On docks” (2024) in The Gazette.',
    '1. On docks. In: The Gazette. 2024.',
  ],
  [
    { type: 'article-newspaper', ...place },
    'On docks. (2024, March 1). The Gazette.',
    'The Gazette (2024) “On docks,” 1 March.',
    '1. On docks. The Gazette. 2024 Mar 1.',
  ],
  [
    { type: 'webpage', ...place, ...online },
    'On docks. (2024, March 1). The Gazette. https://example.org/a',
    'On docks (2024) The Gazette. Available at: https://example.org/a (Accessed: May 2, 2024).',
    '1. On docks [Internet]. The Gazette. 2024 [cited 2024 May 2]. Available from: https://example.org/a',
  ],
  [
    { type: 'webpage', ...place, ...online, issued: undefined },
    'On docks. (n.d.). The Gazette. Retrieved May 2, 2024, from https://example.org/a',
    'On docks (no date) The Gazette. Available at: https://example.org/a (Accessed: May 2, 2024).',
    '1. On docks [Internet]. The Gazette. [cited 2024 May 2]. Available from: https://example.org/a',
  ],
  [
    { type: 'speech' },
    'On docks. (2024, March 1). Port Press.',
    '“On docks” (2024). Port Press, 1 March.',
    '1. On docks. Port Press; 2024 Mar 1.',
  ],
  [
    { type: 'interview' },
    'On docks. (2024, March 1). [Interview]. Port Press.',
    '“On docks” (2024). Port Press.',
    '1. On docks. Port Press; 2024.',
  ],
  [
    { type: 'document', genre: 'joint statement' },
    'On docks. (2024). [Joint statement]. Port Press.',
    '“On docks” (2024). Port Press.',
    '1. On docks. Port Press; 2024.',
  ],
  [
    { type: 'thesis', ...online },
    'On docks. (2024). [Port Press]. https://example.org/a',
    'On docks (2024). Port Press. Available at: https://example.org/a (Accessed: May 2, 2024).',
    '1. On docks [Internet]. Port Press; 2024 [cited 2024 May 2]. Available from: https://example.org/a',
  ],
  [
    { type: 'legislation' },
    'On docks, (2024).',
    'On docks (2024). Port Press.',
    '1. On docks. Port Press; Mar 1, 2024.',
  ],
  [
    { type: 'chapter', publisher: undefined, issued: undefined },
    'On docks. (n.d.).',
    '“On docks” (no date).',
    '1. On docks.',
  ],
])('writes %o', (item, apa, harvard, vancouver) => {
  expect(text(item, 'apa')).toBe(apa);
  expect(text(item, 'harvard1')).toBe(harvard);
  expect(text(item, 'vancouver')).toBe(vancouver);
});

it.each([
  ['Is it so?', 'Is it so?', '“Is it so?,”'],
  ['He said "yes"', 'He said “yes.”', '“He said ‘yes,’”'],
  ["Ends 'so'", 'Ends “so.”', '“Ends ‘so,’”'],
  ['A "b \'c\' d" e', 'A “b ‘c’ d” e.', '“A ‘b “c” d’ e,”'],
  ["It's the 1990's", 'It’s the 1990’s.', '“It’s the 1990’s,”'],
  ['Rock ‘n’ roll', 'Rock ‘n’ roll.', '“Rock ‘n’ roll,”'],
  ['Twelve inches (12")', 'Twelve inches (12").', '“Twelve inches (12"),”'],
  ["The workers' day", 'The workers’ day.', '“The workers’ day,”'],
])('sets the quotation marks of %s', (title, sentence, quoted) => {
  const item = { title, author: people(1), type: 'post', ...place } as const;
  expect(text(item, 'apa')).toContain(`). ${sentence} The Gazette`);
  expect(text(item, 'harvard1')).toContain(`(2024) ${quoted} The Gazette`);
});

it('sorts by author, date and title, and tells works of one author and year apart', () => {
  const author = people(1);
  const { issued, ...undated } = report;
  expect(issued).toBeDefined();
  const items: CslItem[] = [
    { ...report, id: 'two', author, title: 'Two' },
    { ...undated, id: 'undated', author },
    { ...report, id: 'one', author, title: 'One' },
    { ...report, id: 'old', author, issued: { 'date-parts': [[2020]] } },
  ];
  const ids = (style: CitationStyle) => bibliography(items, style).map(({ id }) => id);
  expect(ids('apa')).toEqual(['undated', 'old', 'one', 'two']);
  expect(ids('harvard1')).toEqual(['old', 'one', 'two', 'undated']);
  expect(ids('vancouver')).toEqual(['two', 'undated', 'one', 'old']);
  expect(bibliography(items, 'apa').map((one) => /\((.*?)\)/.exec(one.text)?.[1])).toEqual([
    'n.d.',
    '2020',
    '2024a',
    '2024b',
  ]);
});
