import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { courseMapSvg, type CourseMap, type MapOutcome, type MapStep } from '../../src/index.js';

const frame = { id: 'm', title: 'A map', description: 'What it shows' };

const names = fc.array(fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 30 }), {
  maxLength: 4,
});
const steps: fc.Arbitrary<MapStep[]> = fc.array(
  fc.record({
    who: fc.constantFrom('Us', 'The ministry of the environment'),
    deed: fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 90 }),
    unless: fc.constantFrom('', 'unless they are first to leave'),
  }),
  { minLength: 1, maxLength: 4 },
);
const outcome = (id: string): fc.Arbitrary<MapOutcome> =>
  fc.record({
    id: fc.constant(id),
    name: fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 60 }),
    note: fc.constantFrom('', 'holds firmly'),
    better: names,
    worse: names,
  });
const maps: fc.Arbitrary<CourseMap> = fc.integer({ min: 0, max: 3 }).chain((count) =>
  fc.record({
    today: outcome('0'),
    common: count === 0 ? fc.constant([]) : fc.oneof(fc.constant([]), steps),
    ways: fc.tuple(
      ...Array.from({ length: count }, (_, k) => fc.record({ steps, end: outcome(`${k + 1}`) })),
    ),
    wished: fc.option(
      fc.record({
        from: count === 0 ? fc.constant(null) : fc.option(fc.nat(count - 1)),
        title: fc.constant('together:'),
        missing: steps,
        outcome: outcome('9'),
        done: fc.boolean(),
      }),
    ),
  }),
);

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function boxesIn(svg: string): Box[] {
  return [...svg.matchAll(/<rect x="(\S+)" y="(\S+)" width="(\S+)" height="(\S+)"/g)].map(
    ([, x, y, width, height]) => ({
      x: Number(x),
      y: Number(y),
      width: Number(width),
      height: Number(height),
    }),
  );
}

describe('a map of a course', () => {
  it('is no wider than its frame, with all outcomes within it and none over another', () => {
    fc.assert(
      fc.property(maps, fc.constantFrom(340, 640, 1200), (map, width) => {
        const drawn = courseMapSvg(map, { ...frame, width });
        expect(drawn.width).toBeLessThanOrEqual(width);
        const height = Number(/ height="([\d.]+)"/.exec(drawn.svg)![1]);
        const boxes = boxesIn(drawn.svg);
        expect(boxes).toHaveLength(1 + map.ways.length + (map.wished === null ? 0 : 1));
        for (const [k, a] of boxes.entries()) {
          expect(a.x >= 0 && a.x + a.width <= drawn.width).toBe(true);
          expect(a.y >= 0 && a.y + a.height <= height).toBe(true);
          for (const b of boxes.slice(k + 1))
            expect(
              a.x + a.width <= b.x ||
                b.x + b.width <= a.x ||
                a.y + a.height <= b.y ||
                b.y + b.height <= a.y,
            ).toBe(true);
        }
      }),
    );
  });

  it('leads to its outcomes where it is told how, and is an image else', () => {
    fc.assert(
      fc.property(maps, (map) => {
        const alone = courseMapSvg(map, { ...frame, width: 900 }).svg;
        expect(alone).toContain('role="img"');
        expect(alone).not.toContain('href');
        const linked = courseMapSvg(map, { ...frame, width: 900, link: (id) => `#${id}` }).svg;
        expect(linked).toContain('role="group"');
        for (const { end } of map.ways) expect(linked).toContain(`href="#${end.id}"`);
      }),
    );
  });

  it('breaks the line of what is missing, and not where it is taken as made', () => {
    const one = { id: '1', name: 'Peace', note: '', better: ['Us'], worse: ['Them'] };
    const map = (done: boolean): CourseMap => ({
      today: { ...one, id: '0', name: 'Today' },
      common: [],
      ways: [],
      wished: {
        from: null,
        title: 'together:',
        missing: [{ who: 'Us', deed: 'would sign', unless: '' }],
        outcome: one,
        done,
      },
    });
    for (const width of [340, 900]) {
      const dashes = (done: boolean): number =>
        courseMapSvg(map(done), { ...frame, width }).svg.split('stroke-dasharray').length - 1;
      expect(dashes(false)).toBeGreaterThan(0);
      expect(dashes(true)).toBe(0);
    }
    const { svg } = courseMapSvg(map(false), { ...frame, width: 900 });
    expect(svg).toContain('better: Us');
    expect(svg).toContain('worse: Them');
  });
});
