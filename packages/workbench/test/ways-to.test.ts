import { expect, it } from 'vitest';
import type { CourseGraph } from '@standoff/questions';
import { stepKey, waysTo } from '../src/views/outlook/ways-to.js';

type Step = CourseGraph['steps'][number];

const step = (actor: string, from: string[], to: string[]): Step => ({
  actor,
  from,
  to,
  takes: to.filter((id) => !from.includes(id)),
  drops: from.filter((id) => !to.includes(id)),
  slow: [],
});

const state = (taken: string[], layer: number): CourseGraph['states'][number] => ({
  key: taken.join(' '),
  layer,
  kind: layer === 0 ? 'today' : 'passing',
  concepts: [],
  name: { label: null, decimal: 0, column: '', added: [], dropped: [] },
});

it('shows the ways on which nobody moves twice in a row', () => {
  const [x, xy, y] = [
    step('A', [], ['A.x']),
    step('A', ['A.x'], ['A.x', 'A.y']),
    step('B', ['A.x'], ['A.x', 'B.y']),
  ];
  const last = step('A', ['A.x', 'B.y'], ['A.x', 'A.y']);
  const graph: CourseGraph = {
    states: [state([], 0), state(['A.x'], 1), state(['A.x', 'B.y'], 2), state(['A.x', 'A.y'], 3)],
    steps: [x, xy, y, last],
    reached: 3,
    hidden: [],
  };
  const ways = waysTo('A.x A.y', graph);
  expect([x, y, last].every((one) => ways.has(stepKey(one)))).toBe(true);
  expect(ways.has(stepKey(xy))).toBe(false);
  expect([...waysTo('A.x', graph)].sort()).toEqual(['', '>A.x', 'A.x']);
});
