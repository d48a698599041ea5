import { analyse } from '../../src/analyse/solve.js';
import { CONCEPTS } from '@standoff/engine';
import { explainForesightAt } from '../../src/explain/foresight.js';
import { explainState } from '../../src/explain/explanation.js';
import { findState, prepare } from '@standoff/situation';
import { slackOf } from '../../src/explain/slack.js';
import { parseSituation } from '@standoff/language/parse';
import { expect, it } from 'vitest';
import { analysisText } from '../../src/analyse/text.js';
import { tellForesightExplanations } from '../../src/explain/tell-foresight.js';
import { tellExplanations } from '../../src/explain/tell-explanation.js';
import { Words } from '../../src/told/words.js';
import { printed } from './printed.js';

const model = parseSituation(`
situation "Two drivers on a narrow bridge" as of 2020-02-02
actor Red "Red driver" { option stop "Stop before the bridge"
  ranks onlyBlue > both > onlyRed > crash }
actor Blue "Blue driver" { option stop "Stop before the bridge"
  ranks onlyRed > both > onlyBlue ~ crash }
state crash "Both drive on" = { }
state onlyRed "Red alone stops" = { Red.stop }
state onlyBlue "Blue alone stops" = { Blue.stop }
state both "Both stop" = { Red.stop, Blue.stop }
`).model!;
const prepared = prepare(model);
const both = findState(prepared, 'both');

const fits = (text: string): void => {
  for (const line of text.split('\n')) expect(line.length, line).toBeLessThanOrEqual(100);
};

it('tells what would hold if both looked ahead, experimental concepts marked', async () => {
  const result = analyse(model, {
    concepts: ['Nash', 'SEQ'],
    foresight: ['L3', 'NonMyopic', 'Stackelberg', 'Maximin2'],
  });
  const text = analysisText(result, { caseName: 'bridge' });
  fits(text);
  expect(text).toContain('experimental');
  await expect(text).toMatchFileSnapshot('golden/bridge-foresight.txt');
});

it('marks what depends on ties', () => {
  const tied = parseSituation(
    'situation "Tied" actor A { option x option y prefers { x or y } } actor B { option z prefers { z } }',
  ).model!;
  const text = analysisText(analyse(tied, { foresight: ['L1'] }));
  expect(text.replace(/\s+/g, ' ')).toContain('B has a reason to move. (depends on ties');
  const why = printed(
    tellForesightExplanations(new Words(tied), explainForesightAt(prepare(tied), 0, 'A', 'L1')),
  );
  expect(why).toContain('This depends on ties');
});

it('counts what it does not list', () => {
  const options = Array.from({ length: 4 }, (_, k) => `option o${k}`).join(' ');
  const wide = parseSituation(
    `situation "Wide" actor A { ${options} } actor B { ${options} }`,
  ).model!;
  const text = analysisText(analyse(wide, { foresight: ['L2'] }));
  expect(text).toContain('256 outcomes');
  expect(text).toContain('and 244 more outcomes (--json has them)');
});

it('tells the line of play', async () => {
  const explanations = (['L2', 'NonMyopic', 'Stackelberg', 'Maximin3'] as const).flatMap(
    (concept) => explainForesightAt(prepared, both, 'Red', concept),
  );
  const text = printed(tellForesightExplanations(new Words(model), explanations));
  fits(text);
  await expect(text).toMatchFileSnapshot('golden/bridge-line.txt');
});

it('tells how many swaps would change a verdict', async () => {
  const explanations = ['Red', 'Blue'].flatMap((actor) =>
    CONCEPTS.map((concept) => ({
      ...explainState(prepared, both, actor, concept),
      slack: slackOf(prepared, both, actor, concept),
    })),
  );
  const all = printed(tellExplanations(new Words(model), explanations));
  const one = printed(tellExplanations(new Words(model), explanations.slice(0, CONCEPTS.length)));
  fits(all + one);
  await expect(`${all}\n${one}`).toMatchFileSnapshot('golden/bridge-slack.txt');
});
