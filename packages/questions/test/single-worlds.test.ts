// Each way to settle what is open, by itself, where there are few of them.
import { parseSituation } from '@standoff/language/parse';
import { prepare } from '@standoff/situation';
import { expect, test } from 'vitest';
import type { RobustnessResult } from '../src/robustness/answer.js';
import { robustness } from '../src/robustness/solve.js';
import { settledWords, worldsFigure } from '../src/robustness/strips.js';
import { Words } from '../src/told/words.js';

const { model } = parseSituation(`situation "Two roads"
actor A "Ann" {
  option go "Go"
  option sing "Sing"
  faction bold "The bold" { prefers { go  perhaps 25 % sing if B.pay } }
  faction shy "The shy" { prefers { not go } }
  prevails bold
}
actor B "Ben" { option pay "Pay" prefers { in no order { pay iff A.go  not pay } } }
scenario gone "Gone" = A.go
scenario paid "Paid" = B.pay
`);

const answer = robustness(prepare(model!));
const words = new Words(model!);

/** The share of the worlds in which something is so. */
function shareIn(so: (one: NonNullable<RobustnessResult['single']>[number]) => boolean): number {
  return answer.single!.filter(so).reduce((sum, { share }) => sum + share, 0);
}

test('the worlds one by one come to the shares of all of them', () => {
  expect(answer.single).toHaveLength(answer.worlds.looked);
  expect(shareIn(() => true)).toBeCloseTo(1);
  expect(shareIn(({ statusQuo }) => statusQuo)).toBeCloseTo(answer.statusQuo.share);
  for (const { id, holds, reached } of answer.scenarios) {
    expect(shareIn((one) => one.holds.includes(id))).toBeCloseTo(holds.share);
    expect(shareIn((one) => one.reached.includes(id))).toBeCloseTo(reached.share);
  }
});

test('each is told apart from the others', () => {
  const told = answer.single!.map(({ settled }) => settledWords(words, settled, model!));
  expect(new Set(told).size).toBe(told.length);
  expect(told.some((one) => one.startsWith('“The bold” prevails in Ann; Ann wants “Sing”'))).toBe(
    true,
  );
  expect(told.some((one) => one.includes('“The shy” prevails in Ann; to Ben matters'))).toBe(true);
  const [figure] = worldsFigure(words, answer, model!);
  const { svg } = figure.draw(900);
  for (const one of told) expect(svg).toContain(`<title>${one.replaceAll('&', '&amp;')}</title>`);
});

test('of many worlds only the shares are told', () => {
  const many = parseSituation(`situation "Many"
actor A "Ann" { ${'abcde'.replace(/./g, 'option $& "Do $&"\n')} prefers { ${[...'abcde'].map((one) => `perhaps ${one}`).join('\n')} } }`).model!;
  const { single, worlds } = robustness(prepare(many));
  expect(worlds.looked).toBe(32);
  expect(single).toBeUndefined();
});
