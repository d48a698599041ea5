import { expect, it } from 'vitest';
import { quoteFinder, type AnchoredText, type QuoteFinding } from '../../src/anchor.js';
import { anchored, V1 } from '../written-text.js';

const text = anchored(
  V1,
  'The ferry',
  'The mayor said: “We’ll close the line – soon”. Nobody believes it. The party went on.',
  'Mr. Hall may close the line if nobody pays… The line ends here.',
  'Art is long. Nobody believes it. It is so.',
);
const find = quoteFinder(text);

function told(finding: QuoteFinding): unknown {
  switch (finding.found) {
    case 'once':
    case 'across': {
      const { paragraphs, sentence, words } = finding.place;
      return [finding.found, paragraphs, sentence, words];
    }
    case 'nowhere':
      return [finding.found, finding.nearest?.words ?? null, finding.nearest?.differences ?? null];
    default:
      return [
        finding.found,
        finding.count,
        finding.places.map(({ paragraphs }) => paragraphs.from),
      ];
  }
}

it('finds words once, whatever their marks, dashes and white space', () => {
  expect(told(find('"We\'ll  close the line - soon"'))).toEqual([
    'once',
    { from: 1, to: 1 },
    1,
    '“We’ll close the line – soon”',
  ]);
  expect(told(find(' may close the line if nobody pays... The '))).toEqual([
    'once',
    { from: 2, to: 2 },
    1,
    'may close the line if nobody pays… The',
  ]);
  expect(
    told(quoteFinder(anchored(V1, 'T', 'The ﬁrst oﬃce is ‹open›.'))("first office is 'open'")),
  ).toEqual(['once', { from: 1, to: 1 }, 1, 'ﬁrst oﬃce is ‹open›']);
  expect(told(find('The line ends'))).toEqual(['once', { from: 2, to: 2 }, 2, 'The line ends']);
  // Whole words first: "art" stands in "party" too.
  expect(told(find('Art'))).toEqual(['once', { from: 3, to: 3 }, 1, 'Art']);
  expect(told(find('arty'))).toEqual(['once', { from: 1, to: 1 }, 3, 'arty']);
});

it('tells several places apart by what stands beside them, or by their paragraph', () => {
  const finding = find('Nobody believes it.');
  expect(told(finding)).toEqual(['several', 2, [1, 3]]);
  if (finding.found !== 'several') throw new Error('one place');
  for (const place of finding.places) {
    const { before: prefix, after: suffix } = place;
    expect(find('Nobody believes it.', { prefix })).toMatchObject({ found: 'once', place });
    expect(find('Nobody believes it.', { suffix })).toMatchObject({ found: 'once', place });
  }
  expect(find('Nobody believes it.', { paragraph: 3 })).toMatchObject({ found: 'once' });
  expect(told(find('Nobody believes it.', { paragraph: 2 }))).toEqual(['elsewhere', 2, [1, 3]]);
  expect(told(find('Nobody believes it.', { prefix: 'It is so.' }))).toEqual([
    'elsewhere',
    2,
    [1, 3],
  ]);
});

it('says where words run over the end of a paragraph, and what is nearest where they do not stand', () => {
  expect(told(find('The party went on. Mr. Hall'))).toEqual([
    'across',
    { from: 1, to: 2 },
    3,
    'The party went on.\n\nMr. Hall',
  ]);
  expect(told(find('Mr Hall may shut the line'))).toMatchObject([
    'nowhere',
    expect.stringContaining('Hall may close the line'),
    expect.any(Number),
  ]);
  expect(told(find('Zebras graze under quiet volcanoes'))).toEqual(['nowhere', null, null]);
  expect(told(find('  '))).toEqual(['nowhere', null, null]);
});

it('agrees with a literal search in random texts', () => {
  let seed = 7;
  const random = (below: number): number => {
    seed = (seed * 48271) % 2147483647;
    return seed % below;
  };
  const units = ['a', 'b', ' ', '’', '…', '–'];
  for (let round = 0; round < 300; round++) {
    const words = (length: number): string =>
      Array.from({ length }, () => units[random(units.length)])
        .join('')
        .replace(/\s+/gu, ' ')
        .trim() || 'a';
    const random3: AnchoredText = anchored(V1, words(12), words(12), words(12));
    const start = random(random3.text.length - 3);
    const quote = random3.text.slice(start, start + 2 + random(8));
    if (quote.trim() === '') continue;
    const finding = quoteFinder(random3)(quote.replace('’', "'").replace('…', '...'));
    expect(finding.found, JSON.stringify([random3.text, quote])).not.toBe('nowhere');
    const places = 'place' in finding ? [finding.place] : 'places' in finding ? finding.places : [];
    for (const { start: from, end, words: there } of places) {
      expect(random3.text.slice(from, end)).toBe(there);
      const straight = (one: string): string => one.replace(/\s+/gu, ' ').trim();
      expect(straight(there)).toBe(straight(quote));
    }
  }
});
