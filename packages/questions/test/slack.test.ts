import { expect, test } from 'vitest';
import { RESPONSE_CONCEPTS } from '@standoff/engine';
import { caseText } from '../../../test/cases.js';
import { explainState } from '../src/explain/explanation.js';
import { findState, prepare } from '@standoff/situation';
import { slackOf } from '../src/explain/slack.js';
import { CHICKEN, modelOf, PRISONERS } from '../../situation/test/situations.js';

const prisoners = prepare(modelOf(PRISONERS));
const chicken = prepare(modelOf(CHICKEN));

test('theory 7.4: swaps that make mutual silence, or swerving, hold', () => {
  const swaps = (
    prepared: typeof prisoners,
    state: string,
    actor: string,
  ): (number | undefined)[] =>
    (['Nash', 'GMR', 'SMR', 'SEQ'] as const).map((concept) => {
      const s = findState(prepared, state);
      return explainState(prepared, s, actor, concept).stable
        ? 0
        : slackOf(prepared, s, actor, concept)!.swaps!;
    });
  expect(swaps(prisoners, 'silence', 'A')).toEqual([1, 0, 0, 0]);
  expect(swaps(chicken, 'both', 'A')).toEqual([1, 0, 0, 1]);
});

test('by name: what the state would have to be ranked above or below, and the rankings of others', () => {
  const slack = slackOf(prisoners, findState(prisoners, 'silence'), 'A', 'SEQ');
  expect(slack).toMatchObject({
    swaps: 1,
    change: { direction: 'down', alone: false, past: { taken: [], name: { label: 'Both talk' } } },
    others: [{ actor: 'B', swaps: 1, moreThan: null }],
  });
  // Under GMR an answer need not be wanted: only the actor’s own ranking counts.
  expect(slackOf(prisoners, findState(prisoners, 'silence'), 'A', 'GMR')!.others).toEqual([]);
});

test('whoever has no move stays whatever the rankings; SIM has no slack', () => {
  expect(slackOf(prisoners, 0, 'W', 'SEQ')).toEqual({ swaps: null, change: null, others: [] });
  expect(slackOf(prisoners, 0, 'A', 'SIM')).toBeNull();
});

test('of a large model, one state takes little; others’ rankings are not tried out', () => {
  const text = caseText('korea-2018/korea.standoff');
  const korea = prepare(modelOf(text));
  const [now] = korea.statusQuo;
  for (const { id } of korea.deciders)
    for (const concept of RESPONSE_CONCEPTS) {
      const { swaps, others } = slackOf(korea, now, id, concept)!;
      expect(swaps).toBeGreaterThan(0);
      expect(others).toEqual(concept === 'SEQ' || concept === 'SSEQ' ? null : []);
    }
});
