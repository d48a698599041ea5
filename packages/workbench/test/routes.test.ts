import { expect, test } from 'vitest';
import { formatRoute, NOTHING_SELECTED, parseRoute } from '../src/routes.js';

test('an address says the view and what is selected, and is read back', () => {
  const route = {
    ...NOTHING_SELECTED,
    standard: null,
    case: 'korea-2018',
    view: 'states',
    state: '12',
    actor: 'NK',
    paragraph: 'cogan:P7',
  };
  const address = formatRoute(route);
  expect(address).toBe('#/states?case=korea-2018&state=12&actor=NK&paragraph=cogan:P7');
  expect(parseRoute(address)).toEqual(route);
});

test('what is no address of ours is the first view of nothing', () => {
  expect(parseRoute('')).toEqual({
    ...NOTHING_SELECTED,
    standard: null,
    case: null,
    view: '',
  });
  expect(parseRoute('#/%E0%A4%A?foo=bar').view).toBe('');
});
