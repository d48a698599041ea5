import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LongScroller, TALLEST, type Scrolls } from '../src/layout/long-scroller.js';

const PAGE = 600;

/** An element as a browser has it, with what stands above and below the list in it. */
function element(above: number, length: number, below = 0) {
  let top = 0;
  let told = true;
  const listeners = new Map<string, ((event: unknown) => void)[]>();
  const tell = (name: string, event: unknown = {}): void =>
    listeners.get(name)?.forEach((listener) => listener(event));
  const scrollHeight = above + Math.min(length, TALLEST) + below;
  const one = {
    clientHeight: PAGE,
    scrollHeight,
    get scrollTop() {
      return top;
    },
    set scrollTop(to: number) {
      const before = top;
      top = Math.max(0, Math.min(Math.round(to), scrollHeight - PAGE));
      if (top !== before && told) tell('scroll');
    },
    addEventListener(name: string, listener: (event: unknown) => void) {
      listeners.set(name, [...(listeners.get(name) ?? []), listener]);
    },
    removeEventListener(name: string) {
      listeners.delete(name);
    },
  };
  let shift = 0;
  const scroller = new LongScroller(one as unknown as Scrolls, (by) => (shift = by));
  scroller.fit(above, length);
  /** Scrolls as a browser does, which tells of it a little later. */
  const scrollUntold = (to: number): void => {
    told = false;
    one.scrollTop = to;
    told = true;
  };
  return {
    one,
    scroller,
    tell,
    scrollUntold,
    shift: () => shift,
    furthest: above + length + below - PAGE,
  };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('a list that is not too tall is scrolled by the browser alone', () => {
  const { one, scroller, shift } = element(40, TALLEST);
  for (const top of [1, 500, 7_654_321, TALLEST + 40 - PAGE, 0]) {
    one.scrollTop = top;
    expect([scroller.scrollTop, shift()]).toEqual([top, 0]);
  }
  expect(scroller.scrollHeight).toBe(one.scrollHeight);
});

test('of a taller one each end is reached with the bar, and by key', () => {
  const { one, scroller, tell, furthest } = element(40, 32_000_000, 20);
  expect(scroller.scrollHeight - PAGE).toBe(furthest);
  one.scrollTop = Infinity;
  expect(scroller.scrollTop).toBeCloseTo(furthest, 3);
  one.scrollTop = 0;
  expect(scroller.scrollTop).toBe(0);
  const press = (key: string) =>
    tell('keydown', { key, target: one, preventDefault: () => undefined });
  press('End');
  expect([scroller.scrollTop, one.scrollTop]).toEqual([furthest, one.scrollHeight - PAGE]);
  press('Home');
  expect([scroller.scrollTop, one.scrollTop]).toEqual([0, 0]);
});

test('what is less than a page moves by just that, wherever one is, and settling moves nothing', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.integer({ min: 0, max: 3_000 }),
        fc.integer({ min: 3_000, max: 31_997_000 }),
        fc.integer({ min: 31_997_000, max: 31_999_440 }),
      ),
      fc.array(fc.integer({ min: -PAGE, max: PAGE }), { maxLength: 30 }),
      (begin, steps) => {
        const { one, scroller, shift, furthest } = element(40, 32_000_000);
        scroller.scrollTo({ top: begin });
        for (const step of steps) {
          const before = scroller.scrollTop;
          one.scrollTop += step;
          expect(scroller.scrollTop).toBeCloseTo(Math.max(0, Math.min(before + step, furthest)), 6);
          // A row that starts where one is stands at the top of what is seen.
          expect(scroller.scrollTop + shift()).toBeCloseTo(one.scrollTop, 6);
        }
        const there = scroller.scrollTop;
        vi.advanceTimersByTime(1_000);
        expect(scroller.scrollTop).toBe(there);
        expect(there + shift()).toBeCloseTo(one.scrollTop, 6);
      },
    ),
    { numRuns: 60 },
  );
});

test.each([1, -1])('step by step one gets past every row to the end (%i)', (direction) => {
  const { one, scroller, furthest } = element(0, 20_000_000);
  scroller.scrollTo({ top: direction > 0 ? furthest - 30_000 : 30_000 });
  const end = direction > 0 ? furthest : 0;
  for (let k = 0; scroller.scrollTop !== end; k++) {
    const before = scroller.scrollTop;
    one.scrollTop += direction * 100;
    expect(Math.abs(scroller.scrollTop - before)).toBeLessThanOrEqual(PAGE);
    expect(k).toBeLessThan(301);
  }
});

test('settling does not take back a scroll that is told of a little later', () => {
  const { one, scroller, tell, scrollUntold } = element(0, 32_000_000);
  one.scrollTop = 4_000_000;
  scrollUntold(2_000_000);
  vi.advanceTimersByTime(1_000);
  tell('scroll');
  vi.advanceTimersByTime(1_000);
  expect(scroller.scrollTop / 32_000_000).toBeCloseTo(0.25, 3);
  expect(one.scrollTop).toBeCloseTo(2_000_000, -3);
});

test('a list that becomes shorter is scrolled within what is left', () => {
  const { one, scroller, shift } = element(0, 32_000_000);
  scroller.scrollTo({ top: 30_000_000 });
  scroller.fit(0, 16_000_000);
  expect(scroller.scrollTop).toBe(16_000_000 - PAGE);
  Object.assign(one, { scrollHeight: 5_000 });
  scroller.fit(0, 5_000);
  expect(scroller.scrollTop).toBe(one.scrollTop);
  expect(shift()).toBe(0);
});
