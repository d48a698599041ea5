import { readFileSync } from 'node:fs';
import { CONCEPTS, integersOf } from '@standoff/engine';
import { conceptsFor, improvementsFrom, judge, prepare, type Prepared } from '@standoff/situation';
import { caseText } from '../../../test/cases.js';
import { explainState } from '../src/explain/explanation.js';
import { parseSituation } from '@standoff/language/parse';
import { describe, expect, test } from 'vitest';
import type { Comparison } from '../src/lesson/comparison.js';
import { ruledOut } from '../src/lesson/ruled-out.js';
import type { LessonResult, LessonStep } from '../src/lesson/answer.js';
import { lesson } from '../src/lesson/solve.js';

const prepared = (text: string): Prepared => prepare(parseSituation(text).model!);
const bundled = (name: string): Prepared =>
  prepared(
    readFileSync(new URL(`../../../cases/${name}/${name}.standoff`, import.meta.url), 'utf8'),
  );

/** The other forms of preference, a stakeholder, an indifferent actor and an option that is not taken up again. */
const FORMS = `situation "Forms"
actor A { option a "Do a"  option b "Do b" taken  weighs { a: 9007199254740993  b and B.c: -9007199254740992.5  B.c: 1 } }
actor B { option c "Do c" irreversible  option d "Do d"  ranks (c and A.a) > (not A.a and d) > others }
actor C { option e "Do e" }
actor S { prefers { A.a } }
never A.a and C.e and B.d
`;

const SMALL = [
  'chicken',
  'cuban-missile-crisis',
  'elmira',
  'elmira-nine-states',
  'euphrates-1975',
  'garrison-diversion',
  'matching-pennies',
  'north-korea-2017',
  'north-korea-2017-irreversible',
  'prisoners-dilemma',
  'stag-hunt',
];

const cases = [
  ...SMALL.map((name) => ({ name, situation: bundled(name) })),
  { name: 'other forms of preference', situation: prepared(FORMS) },
];

function ofKind<Kind extends LessonStep['kind']>({ steps }: LessonResult, kind: Kind) {
  return steps.filter((step): step is LessonStep & { kind: Kind } => step.kind === kind);
}

/** What the definition of the form of preference says, from what the lesson writes down. */
function read(comparison: Comparison): 'better' | 'worse' | 'same' {
  const sign = (difference: number) =>
    difference > 0 ? 'better' : difference < 0 ? 'worse' : 'same';
  switch (comparison.form) {
    case 'none':
      return 'same';
    case 'statements': {
      const last = comparison.statements.at(-1);
      return comparison.decided ? (last!.there ? 'better' : 'worse') : 'same';
    }
    case 'weights': {
      const [there, here] = integersOf([comparison.sums.there, comparison.sums.here]);
      return sign(Number(there - here));
    }
    case 'ranking':
      return sign(comparison.here.place - comparison.there.place);
  }
}

describe.each(cases)('by hand, $name', ({ situation }) => {
  const { deciders, space, game } = situation;
  const judged = judge(game, CONCEPTS);
  const all = deciders.flatMap(({ id }, mover) =>
    Array.from({ length: space.size }, (_, state) => ({ id, mover, state })),
  );
  const lessonOf = (state: number, actor: string, concept: (typeof CONCEPTS)[number]) =>
    lesson(situation, { state, actor, concept });

  test('every verdict is the kernel’s, and is what the steps before it come to', () => {
    for (const { id, mover, state } of all)
      for (const concept of CONCEPTS) {
        const told = lessonOf(state, id, concept);
        const [verdict] = ofKind(told, 'verdict');
        const stable = conceptsFor(judged, mover, state).includes(concept);
        expect(verdict).toMatchObject({ stable, kernel: stable });
        const last = new Map(
          told.steps.flatMap((step) =>
            step.kind === 'answers' || step.kind === 'escape' || step.kind === 'together'
              ? [[step.to.name.decimal, step.sanction]]
              : [],
          ),
        );
        const held = concept !== 'Nash' && [...last.values()].every((one) => one !== null);
        expect(verdict.improvements === 0 || held).toBe(stable);
      }
  });

  test('the moves are those of the game, and what is ruled out are all other changes', () => {
    const reach = new Int32Array(game.moves.maxDegree);
    for (const { id, mover, state } of all) {
      const [step] = ofKind(lessonOf(state, id, 'GMR'), 'moves');
      const count = game.moves.successors(mover, state, reach);
      expect(step.count).toBe(count);
      expect(step.moves.length + step.passedOver.moves).toBe(count);
      const changes = 2 ** deciders[mover].options.length - 1;
      // A change may lead from any of the states that are one, and to any of them.
      if (!situation.model.scenarios.some(({ merged }) => merged))
        expect(ruledOut(situation, mover, state)).toHaveLength(changes - count);
    }
  });

  test('what is called an improvement is one, and the comparison written down says so', () => {
    for (const { id, mover, state } of all) {
      const improving = improvementsFrom(situation, state).flatMap((one) =>
        one.mover === mover ? [space.codes[one.to]] : [],
      );
      const told = lessonOf(state, id, 'SEQ');
      const [moves] = ofKind(told, 'moves');
      const compared = ofKind(told, 'compare');
      const better = compared.filter(({ is }) => is === 'better');
      for (const step of compared) {
        expect(improving.includes(Number(step.to.name.decimal))).toBe(step.is === 'better');
        expect(read(step.comparison)).toBe(step.is);
      }
      expect(better.length + moves.passedOver.improvements).toBe(improving.length);
    }
  });

  test('every sanction is the explanation’s and stands among the answers', () => {
    for (const { id, mover, state } of all)
      for (const concept of CONCEPTS) {
        const why = explainState(situation, state, id, concept);
        const told = lessonOf(state, id, concept);
        const sanctions = new Map(
          why.improvements.map(({ to, sanction }) => [to.name.decimal, sanction]),
        );
        for (const step of ofKind(told, 'together'))
          expect(step.sanction).toEqual(sanctions.get(step.to.name.decimal));
        for (const step of ofKind(told, 'answers')) {
          expect(step.sanction).toEqual(sanctions.get(step.to.name.decimal));
          const harmful = step.answers.filter(({ leaves }) => leaves !== 'better');
          if (concept === 'GMR' || concept === 'SEQ')
            expect(step.harmful > 0).toBe(step.sanction !== null);
          if (step.sanction !== null)
            expect(harmful.map(({ to }) => to)).toContainEqual(step.sanction.result);
          for (const { path } of step.answers) {
            expect(path.length).toBeGreaterThan(0);
            path.forEach((one, k) => {
              expect(one.actor).not.toBe(id);
              if (k > 0) expect(one.actor).not.toBe(path[k - 1].actor);
            });
          }
        }
        for (const step of ofKind(told, 'escape')) {
          expect(step.without > 0).toBe(step.sanction !== null);
          if (step.sanction === null) continue;
          const { result, bestEscape } = step.sanction;
          const named = step.escapes.find(({ from }) => from.name.decimal === result.name.decimal)!;
          expect(named.best?.is).not.toBe('better');
          expect(named.best === null).toBe(bestEscape?.step === null);
        }
        expect(mover).toBeGreaterThanOrEqual(0);
      }
  });
});

test('on Korea the lesson stays short and tells the rest', () => {
  const korea = prepare(parseSituation(caseText('korea-2018/korea.standoff')).model!);
  const told = lesson(korea, { actor: 'US', concept: 'SMR' });
  expect(told.table).toBeNull();
  expect(told.steps.length).toBeLessThan(20);
  const [moves] = ofKind(told, 'moves');
  expect(moves.moves.length).toBeLessThanOrEqual(8);
  expect(moves.moves.length + moves.passedOver.moves).toBe(moves.count);
  expect(ofKind(told, 'verdict')[0]).toMatchObject({ stable: true, kernel: true });
});

test('without a state and an actor it begins where somebody has an improvement', () => {
  const told = lesson(bundled('prisoners-dilemma'));
  expect(ofKind(told, 'compare').some(({ is }) => is === 'better')).toBe(true);
});

test('where nobody decides anything it says so', () => {
  for (const text of ['situation "Nobody"', 'situation "Nobody"\nactor S { }'])
    expect(() => lesson(prepared(text))).toThrow('nobody has an option');
});

test('a decision maker that never has an improvement is shown today’s state', () => {
  const told = lesson(prepared(FORMS), { actor: 'C' });
  expect(told.state.taken).toEqual(['A.b']);
  expect(ofKind(told, 'verdict')[0]).toMatchObject({ stable: true, why: 'no better move' });
});

test('a stakeholder has nothing to decide, so every state is stable for it', () => {
  const told = lesson(prepared(FORMS), { state: 0, actor: 'S' });
  expect(told.steps.map(({ kind }) => kind)).toEqual(['state', 'verdict']);
  expect(ofKind(told, 'verdict')[0]).toMatchObject({ stable: true, why: 'no move' });
});
