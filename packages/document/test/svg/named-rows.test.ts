import { expect, test } from 'vitest';
import { stripsSvg, type Part } from '../../src/svg/strips.js';
import { tornadoSvg } from '../../src/svg/tornado.js';

const frame = { id: 'x', title: 'Title', description: 'What it shows' };

/** The rectangles of a drawing: where each begins, how wide and how high it is. */
function rectangles(svg: string): { x: number; y: number; width: number; height: number }[] {
  return [...svg.matchAll(/<rect [^>]*>/g)].map(([one]) => {
    const of = (name: string): number => Number(new RegExp(` ${name}="([^"]*)"`).exec(one)![1]);
    return { x: of('x'), y: of('y'), width: of('width'), height: of('height') };
  });
}

const part = (share: number, spread = 0): Part => ({
  share,
  low: share - spread,
  high: share + spread,
  words: `${share}`,
});

test('the bars of a tornado are as long as what they count, to either side of one line', () => {
  const rows = [
    { label: 'One', left: 0.4, right: 0.1 },
    { label: 'Two', left: 0.2, right: 0 },
  ];
  const { svg } = tornadoSvg({ left: 'Lost', right: 'Won', rows }, { ...frame, width: 800 });
  const [first, right, second, ...more] = rectangles(svg);
  expect(more).toEqual([]);
  expect(first.width / second.width).toBeCloseTo(2);
  expect(first.width / right.width).toBeCloseTo(4);
  expect(first.x + first.width).toBeCloseTo(right.x);
  expect(second.x + second.width).toBeCloseTo(right.x);
});

test('a strip is filled for its share, and an estimate has its bounds', () => {
  const draw = (share: Part): string =>
    stripsSvg(
      { strip: 'Ends there', line: 'Holds', rows: [{ label: 'Peace', share, also: part(0.25) }] },
      { ...frame, width: 800 },
    ).svg;
  const [, , whole, filled, line] = rectangles(draw(part(0.5)));
  expect(filled.width / whole.width).toBeCloseTo(0.5);
  expect(line.width / whole.width).toBeCloseTo(0.25);
  expect(draw(part(0.5))).not.toContain('<path');
  expect(draw(part(0.5, 0.1))).toContain('<path');
});

test('on a narrow page names stand above what is drawn, within the page', () => {
  const label = 'A name that is so long that it takes more than one line of a narrow page';
  const strips = { strip: 's', line: 'l', rows: [{ label, share: part(1), also: null }] };
  const tornado = { left: 'l', right: 'r', rows: [{ label, left: 0.5, right: 0.5 }] };
  for (const draw of [
    (width: number) => stripsSvg(strips, { ...frame, width }),
    (width: number) => tornadoSvg(tornado, { ...frame, width }),
  ]) {
    const [wide, narrow] = [draw(900), draw(340)];
    expect(narrow.width).toBe(340);
    const last = (svg: string): { x: number; y: number; width: number } => rectangles(svg).at(-1)!;
    expect(last(narrow.svg).y).toBeGreaterThan(last(wide.svg).y);
    expect(last(narrow.svg).x + last(narrow.svg).width).toBeLessThanOrEqual(340);
  }
});

test('a long name is told to its end, since what is changed stands there', () => {
  const label = `${'Somebody wants something that takes many words to be said, '.repeat(3)}did it not care`;
  for (const width of [340, 900]) {
    const { svg } = tornadoSvg(
      { left: 'l', right: 'r', rows: [{ label, left: 0.5, right: 0.5 }] },
      { ...frame, width },
    );
    expect(svg).not.toContain('…');
    expect(svg).toContain('care');
  }
});
