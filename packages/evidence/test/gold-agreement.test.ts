import { describe, expect, it } from 'vitest';
import { counts, kappa, markings, twoReaders } from '../gold/agreement.js';

const head = 'A title. Of two sentences\n\n=====\n\n';
const text = (body: string) => `${head}${body}\n`;

describe('the agreement of two markings', () => {
  // Four sentences and four kinds: 16 cells. The first has three marks, the second two, both one.
  const pair = {
    first: text(
      '[demand|A calls on B to go]. B [promise|will go] and [promise|will stay away].\n\nIt rains. [threat|A will come back].',
    ),
    second: text(
      '[demand|A calls on [actor:b|B] to go]. B [assurance|will go and will stay away].\n\nIt rains. A will come back.',
    ),
  };
  const marks = markings(pair);

  it('numbers the sentences of the body and counts a kind once in each', () => {
    expect(marks).toEqual({
      sentences: 4,
      first: ['1 demand', '2 promise', '4 threat'],
      second: ['1 demand', '2 assurance'],
    });
  });

  it('counts what each has and what both have', () => {
    expect(counts([marks])).toEqual({ first: 3, second: 2, both: 1 });
    expect(counts([marks, marks], ['promise'])).toEqual({ first: 2, second: 0, both: 0 });
  });

  it('takes away what chance would give', () => {
    // Agreed: 13 of 16. By chance (3 × 2 + 13 × 14) / 256 = 188 / 256.
    expect(kappa([marks])).toBeCloseTo((13 / 16 - 188 / 256) / (1 - 188 / 256), 12);
    expect(kappa([marks], ['demand'])).toBe(1);
    expect(kappa([marks, marks], ['promise'])).toBe(0);
  });

  it('refuses markings of different texts', () => {
    expect(() => markings({ ...pair, second: text('Something else.') })).toThrow('two texts');
  });
});

it('the second reader marked the texts as they stand', () => {
  const texts = twoReaders();
  expect(texts).toHaveLength(6);
  for (const each of texts) expect(markings(each).second.length).toBeGreaterThan(0);
});
