import { CONCEPTS } from '@standoff/engine';
import { expect, test } from 'vitest';
import { AnalysisError, prepare, withDiagrams, type Prepared } from '@standoff/situation';
import { randomText } from '../../situation/test/random-situation.js';
import { modelOf } from '../../situation/test/situations.js';
import type { ExplanationResult } from '../src/explain/answer.js';
import { explainAt } from '../src/explain/solve.js';
import { replay } from '../src/replay/solve.js';
import { scenarios, type ScenariosResult } from '../src/scenarios/solve.js';

// What is solved with sets of states says the same of listed states and of diagrams.

const WHY = new AnalysisError('too-large', 'to compare');

/** What is said for certain whichever way the states are kept. */
function known({ scenarios: answers }: ScenariosResult): unknown {
  return answers.map(({ equilibria, firmest, path, against, ...rest }) => ({
    ...rest,
    nash: equilibria.Nash,
    path: path && [path.by, path.steps.length],
    everywhere: Object.values(against).map(({ everywhere }) => everywhere),
    ...(firmest?.concepts.includes('Nash') ? { firmest, against } : {}),
  }));
}

test('random situations: what becomes of the scenarios', () => {
  let compared = 0;
  for (let seed = 0; compared < 60; seed++) {
    const text = randomText(seed, { forms: ['prefers', 'ranks', 'weighs', 'factions'] });
    const model = modelOf(text);
    let listed: ScenariosResult;
    try {
      listed = scenarios(prepare(model));
    } catch (error) {
      // The status quo may break a constraint.
      if (error instanceof AnalysisError) continue;
      throw error;
    }
    compared++;
    const sets = scenarios(withDiagrams(model, undefined, WHY));
    expect(known(sets), text).toEqual(known(listed));
    expect(sets.notKnown).toContain('SEQ');
    expect(listed.notKnown).toBeUndefined();
  }
});

/** Which answer is found may differ where several deter, and how many there are may not be counted. */
function explained({ improvements, ...rest }: ExplanationResult): unknown {
  return {
    ...rest,
    improvements: improvements.map(({ sanction, leftOpen, ...one }) => ({
      ...one,
      leftOpen,
      answersLookedAt: null,
      deterred:
        sanction && (sanction.simultaneous ? 'at once' : [sanction.path.length, sanction.result]),
    })),
  };
}

test('random situations: why states are stable', () => {
  let compared = 0;
  for (let seed = 0; compared < 25; seed++) {
    const text = randomText(seed, { forms: ['prefers', 'ranks', 'weighs', 'factions'] });
    const model = modelOf(text);
    let listed: Prepared;
    try {
      listed = prepare(model);
    } catch (error) {
      if (error instanceof AnalysisError) continue;
      throw error;
    }
    compared++;
    const sets = withDiagrams(model, undefined, WHY);
    for (const state of listed.states.all.first(6))
      for (const { id } of model.actors)
        for (const concept of CONCEPTS)
          expect(explained(explainAt(sets, state, id, concept)), text).toEqual(
            explained(explainAt(listed, state, id, concept)),
          );
  }
});

const EVENTS = `
situation "Two" as of 2020-02-01
actor A { option a option b prefers { b if B.c  not a  B.d } }
actor B { option c option d irreversible prefers { A.a  not d if A.b  c } }
actor C { option e prefers { e iff A.a  not B.d } }
never A.a and B.d
event 2020-01-10 "One" { A.a, B.c }
event 2020-01-20 "Two" { C.e }
event 2020-03-01 "Three" { B.d }
event 2020-04-01 "Four" { not A.a, A.b, B.d }
event 2020-05-01 "Five" { not B.d, not C.e }
`;

test('what happened, held against the model', () => {
  const model = modelOf(EVENTS);
  const listed = replay(prepare(model));
  expect(listed.events.flatMap(({ steps }) => steps).length).toBeGreaterThan(4);
  expect(replay(withDiagrams(model, undefined, WHY))).toEqual(listed);
});
