import { CONCEPTS } from '@standoff/engine';
import { explainState } from '../../src/explain/solve.js';
import { prepare } from '@standoff/situation';
import { parseSituation } from '@standoff/language/parse';
import { expect, it } from 'vitest';
import {
  explanationsText,
  extensionExplanationsText,
  foresightExplanationsText,
} from '../../src/explain/text.js';
import { analysis, explanations } from './fixtures.js';

it('tells all actors and concepts compactly', async () => {
  await expect(
    explanationsText(analysis('river'), explanations('river-explained')),
  ).toMatchFileSnapshot('golden/river-explained.txt');
});

it('tells one actor in full', async () => {
  await expect(
    explanationsText(analysis('river'), explanations('river-upland')),
  ).toMatchFileSnapshot('golden/river-upland.txt');
});

it('says that nobody can move where there is no decision maker', () => {
  const model = { actors: [], options: [], agreements: [] };
  for (const text of [explanationsText, extensionExplanationsText, foresightExplanationsText])
    expect(text(model, [])).toBe('Nobody can move: no actor has an option.\n');
});

it('says where the better moves are told that it leaves out', () => {
  const model = parseSituation(`
situation "Wide"
actor A { option x option y prefers { x y } }
actor B { option z prefers { z } }
`).model!;
  const prepared = prepare(model);
  const why = (concepts: readonly (typeof CONCEPTS)[number][], state = 0): string =>
    explanationsText(
      model,
      ['A', 'B'].flatMap((actor) =>
        concepts.map((one) => explainState(prepared, state, actor, one)),
      ),
      { width: 200 },
    );
  const short = why(CONCEPTS);
  expect(short.match(/That leads to/g)).toHaveLength(3);
  expect(short).toContain(
    'And 1 more better move: “standoff explain --actor A --concept SEQ” tells all of them.',
  );
  expect(why(['SEQ']).match(/That leads to/g)).toHaveLength(4);
  expect(why(['SEQ'])).not.toContain('more better move');
});
