import { expect, test } from 'vitest';
import { timelineSvg } from '../../src/svg/timeline.js';
import { textWidth } from '../../src/svg/svg.js';

test('a date stands beside the line as a whole, in lines where it is long', () => {
  const event = { days: 0, label: 'Talks', note: '', mark: 'small' } as const;
  const dates = ['19 September 2018', 'about 5 March 2018 to about 28 September 2018'];
  const { svg } = timelineSvg(
    { events: dates.map((date) => ({ ...event, date })), divide: null },
    { id: 'x', title: 'Title', description: 'What it shows', width: 736 },
  );
  const told = [...svg.matchAll(/<text([^>]*text-anchor="end"[^>]*)>([^<]*)<\/text>/g)];
  expect(told.map(([, , words]) => words).join(' ')).toBe(dates.join(' '));
  for (const [, about, words] of told)
    expect(Number(/ x="([^"]*)"/.exec(about)![1]) - textWidth(words, { size: 11 })).toBeGreaterThan(
      0,
    );
});
