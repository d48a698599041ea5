import { prepare } from '@standoff/situation';
import { expect, it } from 'vitest';
import { modelOf } from '../../situation/test/situations.js';
import { preferences } from '../src/preferences/solve.js';
import { tellPreferences } from '../src/preferences/tell.js';
import { Words } from '../src/told/words.js';
import { printed } from './told/printed.js';

const model = modelOf(`
situation "Stall"
actor Buyer {
  option pay
  prefers { Seller.deliver }
  faction thrift "Thrift" { prefers { not pay } }
  faction trust "Trust" { prefers { pay } }
  prevails thrift
}
actor Seller { option deliver prefers { Buyer.pay } }
actor Town { }
Seller perceives Buyer { prefers { not pay } }
`);
const prepared = prepare(model);

it('ranks by each faction, and by what others take an actor to be', () => {
  const { rankings } = preferences(prepared);
  expect(
    rankings.map(({ actor, faction, seenBy, counts, levels, today }) => [
      [actor, faction, seenBy].filter((one) => one !== null).join(' '),
      counts,
      levels,
      today,
    ]),
  ).toEqual([
    ['Buyer thrift', true, 4, 3],
    ['Buyer trust', false, 4, 4],
    ['Buyer Seller', false, 2, 1],
    ['Seller', true, 2, 2],
    ['Town', true, 1, 1],
  ]);
  const [thrift, trust] = rankings;
  expect(thrift.best.map(({ because }) => because)).toEqual([
    'it wants: not “pay”',
    'it wants: “deliver”',
    'it wants: not “pay”',
    null,
  ]);
  expect(trust.best[0]).toMatchObject({ count: 1, because: 'it wants: “pay”' });
});

it('tells as many levels as are asked for, and how many there are', () => {
  const answer = preferences(prepared, { actor: 'Buyer', limit: 2 });
  expect(answer.rankings.map(({ best }) => best.length)).toEqual([2, 2, 2]);
  const text = printed(tellPreferences(new Words(model), answer, model));
  expect(text).toContain('Buyer, where “Thrift” prevails as assumed');
  expect(text).toContain('Buyer as Seller takes it to be');
  expect(text).toContain('And 2 more levels: --limit 4.');
});
