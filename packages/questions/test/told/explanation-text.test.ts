import { CONCEPTS } from '@standoff/engine';
import { explainState } from '../../src/explain/explanation.js';
import { prepare } from '@standoff/situation';
import { parseSituation } from '@standoff/language/parse';
import { expect, it } from 'vitest';
import { explain } from '../../src/explain/solve.js';
import { tellExplain } from '../../src/explain/tell.js';
import { tellExplanations } from '../../src/explain/tell-explanation.js';
import { Words } from '../../src/told/words.js';
import { analysis, explanations } from './fixtures.js';
import { printed } from './printed.js';

it('tells all actors and concepts compactly', async () => {
  await expect(
    printed(tellExplanations(new Words(analysis('river')), explanations('river-explained'))),
  ).toMatchFileSnapshot('golden/river-explained.txt');
});

it('tells one actor in full', async () => {
  await expect(
    printed(tellExplanations(new Words(analysis('river')), explanations('river-upland'))),
  ).toMatchFileSnapshot('golden/river-upland.txt');
});

it('says that nobody can move where there is no decision maker', () => {
  const model = parseSituation('situation "Nobody"\nactor A { }').model!;
  for (const options of [{}, { extension: 'a' }] as const)
    expect(printed(tellExplain(new Words(model), explain(prepare(model), options)))).toBe(
      'Nobody can move: no actor has an option.\n',
    );
});

it('says where the better moves are told that it leaves out', () => {
  const model = parseSituation(`
situation "Wide"
actor A { option x option y prefers { x y } }
actor B { option z prefers { z } }
`).model!;
  const prepared = prepare(model);
  const why = (concepts: readonly (typeof CONCEPTS)[number][], state = 0): string =>
    printed(
      tellExplanations(
        new Words(model),
        ['A', 'B'].flatMap((actor) =>
          concepts.map((one) => explainState(prepared, state, actor, one)),
        ),
      ),
      { width: 200 },
    );
  const short = why(CONCEPTS);
  expect(short.match(/That leads to/g)).toHaveLength(3);
  expect(short).toContain(
    'And 1 more better move. “standoff explain CASE --actor A --concept SEQ” tells all of them.',
  );
  expect(why(['SEQ']).match(/That leads to/g)).toHaveLength(4);
  expect(why(['SEQ'])).not.toContain('more better move');
});
