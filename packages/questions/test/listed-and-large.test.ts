import { isBetter, LargeStates } from '@standoff/engine';
import { parseSituation } from '@standoff/language/parse';
import { expect, test } from 'vitest';
import { analyse } from '../src/analyse/solve.js';
import { analyseLarge } from '../src/large/solve.js';
import { AnalysisError, prepare, largeModelOf, Lowering } from '@standoff/situation';
import type { AnalysisResult } from '../src/analyse/answer.js';
import type { LargeAnalysisResult } from '../src/large/answer.js';
import { randomText } from '../../situation/test/random-situation.js';
import { modelOf } from '../../situation/test/situations.js';

const LARGE = { why: 'to compare', limit: 1000 };

/** What both say, in one form. */
function listedSays(result: AnalysisResult): unknown {
  const nash = result.equilibria.filter(({ concepts }) => concepts.includes('Nash'));
  return {
    feasible: String(result.space.feasible),
    nash: nash
      .map(({ taken, reachable, against }) => [taken.join(), reachable, against])
      .sort(byFirst),
    now: result.statusQuo.stability,
    reaches: [result.statusQuo.reaches.improvements, result.statusQuo.reaches.moves].map(String),
    scenarios: result.scenarios.map(({ id, states, reachable, holdsNow }) => [
      id,
      String(states),
      reachable,
      holdsNow,
    ]),
  };
}

function largeSays(result: LargeAnalysisResult): unknown {
  const { improvements, moves } = result.statusQuo.reaches;
  return {
    feasible: result.space.feasible,
    nash: result.equilibria
      .map(({ taken, reachable, against }) => [taken.join(), reachable, against])
      .sort(byFirst),
    now: result.statusQuo.stability,
    reaches: [improvements.count, moves.count],
    scenarios: result.scenarios.map(({ id, states, reachable, holdsNow }) => [
      id,
      states,
      reachable,
      holdsNow,
    ]),
  };
}

const byFirst = (a: readonly unknown[], b: readonly unknown[]): number =>
  String(a[0]) < String(b[0]) ? -1 : 1;

test('random texts: listed states and sets of states say the same', () => {
  let compared = 0;
  for (let seed = 0; compared < 60; seed++) {
    const text = randomText(seed, { forms: ['prefers', 'ranks', 'weighs', 'weighs', 'factions'] });
    const { model } = parseSituation(text);
    if (!model) throw new Error(`seed ${seed} is no situation:\n${text}`);
    let listed: AnalysisResult;
    try {
      listed = analyse(model);
    } catch (error) {
      // The status quo may break a constraint.
      if (error instanceof AnalysisError) continue;
      throw error;
    }
    compared++;
    expect(largeSays(analyseLarge(model, LARGE)), text).toEqual(listedSays(listed));
  }
});

test('random weights: every two states compare alike, listed or looked at one by one', () => {
  for (let seed = 0; seed < 40; seed++) {
    const model = modelOf(randomText(seed, { forms: ['weighs'], rules: false }));
    const { ranks, space } = prepare(model);
    const states = new LargeStates(largeModelOf(model, new Lowering(model)));
    model.actors.forEach(({ id }, mover) => {
      const own = ranks.get(id)!;
      const standing = Array.from(space.codes, (code) =>
        states.standing(mover, states.values(BigInt(code))),
      );
      const differ = standing.flatMap((here, x) =>
        standing.flatMap((there, y) =>
          isBetter(here, there) === own[x] > own[y] ? [] : [`${id}: ${x}, ${y}`],
        ),
      );
      expect(differ, `seed ${seed}`).toEqual([]);
    });
  }
});

test('the same with 31 options more that are never taken', () => {
  const pad = Array.from({ length: 31 }, (_, k) => `x${k}`);
  const padding = `actor Pad { ${pad.map((name) => `option ${name}`).join(' ')} }
    always none of {${pad.map((name) => `Pad.${name}`).join(', ')}}`;
  for (const weights of ['a: 1073741824  b: 1', 'a: 0.1  b: 0.2  (a and b): 3000000000']) {
    const text = `situation "W" actor A { option a option b weighs { ${weights} } }`;
    const nash = (result: AnalysisResult | LargeAnalysisResult): unknown =>
      result.equilibria.map(({ taken }) => taken);
    expect(nash(analyse(modelOf(text)))).toEqual([['A.a', 'A.b']]);
    expect(nash(analyseLarge(modelOf(text + padding), LARGE))).toEqual([['A.a', 'A.b']]);
  }
});
