import { describe, expect, it } from 'vitest';
import { prepare, type Concept } from '@standoff/situation';
import { caseText } from '../../../test/cases.js';
import { conceptsIn } from '../src/perceive/concept-masks.js';
import { SeenGame, SharedRoom } from '../src/perceive/seen-game.js';
import { CONCEPTS } from '@standoff/engine';
import { informedHypergames, solveLevel2 } from '../src/perceive/level2.js';
import { modelAsSeenBy } from '../src/perceive/seen-model.js';
import { perceive } from '../src/perceive/solve.js';
import { modelOf } from '../../situation/test/situations.js';
import { perceived } from './perceived.js';

const KOREA = caseText('korea-2018/korea.standoff');

describe('the Euphrates, each with a blind spot', () => {
  const prepared = prepare(
    modelOf(caseText('euphrates-1975-misperception/euphrates-1975-misperception.standoff')),
  );
  /** Numbers of states as in the case: feasible ones by ascending decimal, from 1. */
  const numbers = (masks: Uint16Array, concept: Concept): number[] =>
    [...masks].flatMap((mask, s) => (conceptsIn(mask).includes(concept) ? [s + 1] : []));
  const games = ['Syria', 'Iraq'].map(
    (actor) =>
      new SeenGame(modelAsSeenBy(prepared.model, actor), prepared, new SharedRoom(prepared, {})),
  );
  const unrecognised = games.map(({ projection }) =>
    [...projection].flatMap((state, s) => (state < 0 ? [s + 1] : [])),
  );

  it('leaves the states unrecognised that the file names', () => {
    expect(unrecognised).toEqual([
      [2, 5],
      [1, 4],
    ]);
  });

  it('gives the program’s Nash verdicts where not to recognise is not to move', () => {
    const stable = ['Syria', 'Iraq'].map((actor, k) => numbers(games[k].stable(actor), 'Nash'));
    expect(stable).toEqual([
      [1, 6],
      [2, 6],
    ]);
    expect(stable.map((list, k) => [...list, ...unrecognised[k]].sort())).toEqual([
      [1, 2, 5, 6],
      [1, 2, 4, 6],
    ]);
    const { equilibria } = perceive(prepared);
    expect(equilibria.Nash).toEqual({ real: 1, hypergame: 1, standstill: 2 });
  });

  it('has Iraq deterred at 5 until it knows that Syria does not see 2', () => {
    const views = solveLevel2(prepared, informedHypergames(prepared.model));
    for (const concept of ['GMR', 'SEQ'] as const) {
      expect(numbers(games[1].stable('Iraq'), concept)).toEqual([2, 5, 6]);
      expect(numbers(views.get('Iraq')!.stable, concept)).toEqual([2, 6]);
    }
  });

  it('gives the program’s verdicts under every concept at the second level', () => {
    const views = solveLevel2(prepared, informedHypergames(prepared.model));
    const published = {
      Syria: { Nash: [1, 2, 5, 6], SIM: [1, 2, 3, 5, 6] },
      Iraq: { Nash: [1, 2, 4, 6], SIM: [1, 2, 4, 6] },
    };
    (['Syria', 'Iraq'] as const).forEach((actor, k) => {
      for (const concept of ['Nash', 'GMR', 'SMR', 'SEQ', 'SIM'] as const) {
        const stable = numbers(views.get(actor)!.stable, concept);
        expect([actor, concept, [...stable, ...unrecognised[k]].sort()]).toEqual([
          actor,
          concept,
          published[actor][concept === 'SIM' ? 'SIM' : 'Nash'],
        ]);
      }
    });
  });

  it('lets both expect the war and nothing else', () => {
    for (const concept of CONCEPTS)
      for (const game of games) expect(numbers(game.equilibria(), concept)).toEqual([6]);
    expect(perceive(prepared).courses[0]).toMatchObject({ concepts: [], states: 0 });
  });

  it('counts 5 among the states that nobody who sees it leaves', () => {
    const { equilibria } = perceive(prepared);
    expect(CONCEPTS.map((concept) => [concept, equilibria[concept].standstill])).toEqual([
      ['Nash', 2],
      ['GMR', 3],
      ['SMR', 2],
      ['SEQ', 3],
      ['SSEQ', 2],
      ['SIM', 3],
    ]);
  });
});

describe('Korea 2018', () => {
  const result = perceived(KOREA, { actor: 'JP', level: 2, limit: 5 });
  const [japan] = result.actors;

  it('has Japan surprised by the turn to summits (P16)', () => {
    const unexpected = result.courses[0].steps.filter(
      ({ unexpectedBy }) => unexpectedBy.length > 0,
    );
    expect(unexpected.length).toBeGreaterThan(0);
    for (const { step, unexpectedBy } of unexpected) {
      expect(step.actor).toBe('US');
      expect(step.takes).toContain('US.meet');
      expect(unexpectedBy[0].why).toMatchObject({
        kind: 'thought no gain',
        because: 'it wants: not “Hold summits with Kim Jong-un”',
      });
    }
  });

  it('tells that Japan expects talks without Washington, which Washington leaves', () => {
    expect(japan.leaves.examples[0].state.name.label).toBe(
      'Talks between the Koreas, Washington apart',
    );
    expect(japan.leaves.examples[0].leaves?.step).toMatchObject({ actor: 'US' });
  });

  it('lets those who know expect what would hold', () => {
    const others = perceive(prepare(modelOf(KOREA)), { level: 2 }).level2!.actors.filter(
      ({ actor }) => actor !== 'JP',
    );
    for (const { surprises } of others)
      expect(Object.values(surprises)).toEqual(
        Object.values(surprises).map(() => ({ leaves: 0, holds: 0 })),
      );
  });

  it('makes the same hypergame of the second level of the informed as of the first', () => {
    const model = modelOf(KOREA);
    const games = informedHypergames(model);
    expect(games.get('US')!.get('US')).toBe(model);
    expect(games.get('JP')!.get('US')).toBe(games.get('JP')!.get('JP'));
    expect(Object.values(result.level2!.equilibria)).toEqual(
      Object.values(result.equilibria).map(({ hypergame }) => hypergame),
    );
  });
});
