import { oneByOne } from '../../questions/src/cut.js';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { goThrough, Pace } from '../src/stretch.js';

// The clock goes on only where an item takes time.
beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

/** Items that take so many milliseconds each. */
const items = (count: number, each: (item: number) => number) =>
  oneByOne(count, (item) => {
    vi.advanceTimersByTime(each(item));
    return item;
  });

it('a stretch that takes longer than was expected is left early, and loses nothing', () => {
  const slow = items(40, (item) => (item < 20 ? 0 : 20));
  const first = goThrough(slow, { from: 0, to: 40 }, 60, 100);
  expect(first.to).toBeGreaterThan(16);
  expect(first.to).toBeLessThan(40);
  let part = first.part;
  for (let next = first.to; next < 40;) {
    const more = goThrough(slow, { from: next, to: 40 }, 20, 100);
    expect(more.to).toBeGreaterThan(next);
    part = slow.merge(more.part, part);
    next = more.to;
  }
  expect(part).toEqual(slow.solve(0, 40));
});

it('stretches are as long as items take, long ones first and short ones at the end', () => {
  const pace = new Pace(1);
  expect(pace.next(1_000_000)).toBe(3_000);
  expect(pace.next(64_000)).toBe(1_000);
  expect(pace.next(1_000)).toBe(500);
  expect(pace.next(100)).toBe(100);
  // Measured at five times as slow, again and again.
  for (let k = 0; k < 20; k++) pace.measure(100, 500);
  expect(pace.next(1_000_000)).toBe(600);
});
