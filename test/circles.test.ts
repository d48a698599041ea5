import { expect, test } from 'vitest';
import { circlesIn } from '../scripts/circles.js';

const graph = (imports: Record<string, string[]>) => new Map(Object.entries(imports));

test('where all imports lead one way there is no circle', () => {
  expect(circlesIn(graph({ a: ['b', 'c'], b: ['d'], c: ['d', 'b'], d: [] }))).toEqual([]);
});

test('a circle is told from a file to itself, without what leads to it', () => {
  expect(circlesIn(graph({ a: ['b'], b: ['c'], c: ['d', 'b'], d: [] }))).toEqual([['b', 'c', 'b']]);
});

test('a file that imports itself stands in a circle', () => {
  expect(circlesIn(graph({ a: ['a'] }))).toEqual([['a', 'a']]);
});

test('each of several circles is told, also where they share a file', () => {
  const found = circlesIn(graph({ a: ['b', 'c'], b: ['a'], c: ['a'], d: ['e'], e: ['d'] }));
  expect(found).toEqual([
    ['a', 'b', 'a'],
    ['a', 'c', 'a'],
    ['d', 'e', 'd'],
  ]);
});

test('what has been left out closes no circle', () => {
  expect(circlesIn(graph({ a: ['b'], c: ['a'] }))).toEqual([]);
});
