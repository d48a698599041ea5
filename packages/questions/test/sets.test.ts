import { CONCEPTS, reachable } from '@standoff/engine';
import { expect, test } from 'vitest';
import {
  AnalysisError,
  largeCodeOf,
  prepare,
  STANDARD_NAMES,
  withDiagrams,
  type Prepared,
  type Situation,
} from '@standoff/situation';
import { randomText } from '../../situation/test/random-situation.js';
import { modelOf } from '../../situation/test/situations.js';
import type { ExplanationResult } from '../src/explain/answer.js';
import { explainAt } from '../src/explain/explanation.js';
import type { AgreementsResult } from '../src/agreements/answer.js';
import { agreements } from '../src/agreements/solve.js';
import type { CommitmentsResult, CommitmentTally } from '../src/commitments/answer.js';
import { commitments } from '../src/commitments/solve.js';
import type { BriefingResult } from '../src/briefing/answer.js';
import { briefing } from '../src/briefing/solve.js';
import type { FactionsResult } from '../src/factions/answer.js';
import { factions } from '../src/factions/solve.js';
import type { Course } from '../src/outlook/answer.js';
import { outlook } from '../src/outlook/solve.js';
import { plausible } from '../src/plausible/solve.js';
import { replay } from '../src/replay/solve.js';
import type { ScenariosResult } from '../src/scenarios/answer.js';
import { scenarios } from '../src/scenarios/solve.js';
import type { StakeholdersResult } from '../src/stakeholders/answer.js';
import { stakeholders } from '../src/stakeholders/solve.js';

// What is solved with sets of states says the same of listed states and of diagrams.

const WHY = new AnalysisError('too-large', 'to compare');

/** Random situations made ready in both ways; the status quo of each breaks no constraint. */
function* situations(count: number, more = ''): Generator<Both> {
  for (let seed = 0, found = 0; found < count; seed++) {
    const both = madeReady(`${randomText(seed, FORMS)}\n${more}`);
    if (both === null) continue;
    found++;
    yield both;
  }
}

const FORMS = { forms: ['prefers', 'ranks', 'weighs', 'factions'] } as const;

/** What has been made ready, by its text: most tests ask of the same situations. */
const ready = new Map<string, Both | null>();

/** @returns null where that cannot be */
function madeReady(text: string): Both | null {
  const known = ready.get(text);
  if (known !== undefined) return known;
  const model = modelOf(text);
  let both: Both | null = null;
  try {
    both = { text, listed: prepare(model), sets: withDiagrams(model, undefined, WHY) };
  } catch (error) {
    if (!(error instanceof AnalysisError)) throw error;
  }
  ready.set(text, both);
  return both;
}

interface Both {
  readonly text: string;
  readonly listed: Prepared;
  readonly sets: Situation;
}

/** What is said for certain whichever way the states are kept, and of the improvements of both. */
function known({ scenarios: answers }: ScenariosResult): unknown {
  return answers.map(
    ({
      id,
      states,
      ruledOutBy,
      holdsNow,
      holding,
      equilibria,
      reachable,
      needs,
      undoes,
      extremes,
      against,
      firmest,
    }) => ({
      ...{ id, states, ruledOutBy, holdsNow, holding, undoes, extremes },
      nash: equilibria.Nash,
      reachable: { improvements: reachable.improvements, moves: reachable.moves },
      byMoves: needs.moves,
      everywhere: Object.values(against).map(({ everywhere }) => everywhere),
      firmly: firmest !== null,
    }),
  );
}

test('random situations: what becomes of the scenarios', () => {
  for (const { text, listed, sets } of situations(60)) {
    const answer = scenarios(sets);
    expect(known(answer), text).toEqual(known(scenarios(listed, undefined, 'at-once')));
    expect(answer).toMatchObject({ standard: 'at-once', insteadOf: 'looking-ahead' });
    expect(answer.notKnown).toContain('SEQ');
    expect(scenarios(listed).notKnown).toBeUndefined();
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
  for (const { text, listed, sets } of situations(25))
    for (const state of listed.states.all.first(6))
      for (const { id } of listed.model.actors)
        for (const concept of CONCEPTS)
          expect(explained(explainAt(sets, state, id, concept)), text).toEqual(
            explained(explainAt(listed, state, id, concept)),
          );
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

test('random situations: what does not fit', () => {
  const said = 'worst for A is one\nbest for W is two\nevent 2020-01-10 "Now" { A.x, not C.x }';
  for (const { text, listed, sets } of situations(60, said))
    expect(plausible(sets), text).toEqual(plausible(listed));
});

/** What is said of scenarios and of who stands where; and how many states hold, the course ending in them or not. */
function standings({ ends, outcomeCount, ...rest }: StakeholdersResult): unknown {
  const ended = ends.reduce((sum, { end }) => sum + (end.round === 0 ? end.variants : 0), 0);
  return { ...rest, outcomes: null, held: ended + Number(outcomeCount) };
}

test('random situations: what it means for those who cannot move', () => {
  for (const { text, listed, sets } of situations(40)) {
    const asked = { all: true, limit: 1000, standard: 'at-once' } as const;
    const answer = stakeholders(sets, asked);
    const other = stakeholders(listed, asked);
    expect(standings(answer), text).toEqual(standings(other));
    expect(answer.outcomes).toHaveLength(Number(answer.outcomeCount));
    expect(stakeholders(sets)).toMatchObject({ insteadOf: 'looking-ahead' });
    // Where all improvements are followed, the course ends in more of what holds.
    for (const one of answer.outcomes) expect(other.outcomes, text).toContainEqual(one);
  }
});

/** Which of the improvements that are deterred is told, and by whom, may differ. */
function worth({ agreements: answers }: AgreementsResult): unknown {
  return answers.map(({ equilibria, best, parties, ...rest }) => ({
    ...rest,
    // Along the best steps, or along all improvements.
    onCourse: null,
    pull: null,
    nash: equilibria.Nash,
    ...(best?.concepts.includes('Nash') ? { best } : {}),
    parties: parties.map((party) => ({ ...party, held: party.held && party.held.state })),
  }));
}

test('random situations: what agreements would be worth', () => {
  const seen = { known: 0, open: 0, held: 0, leaving: 0 };
  for (const { text, listed, sets } of situations(40, 'agreement pact between A, C')) {
    const answer = agreements(sets);
    const [{ parties }] = answer.agreements;
    for (const { deterred, leaves, defects, held } of parties) {
      if (leaves === null) seen.open++;
      else seen.known++;
      if (deterred !== 0 && held) seen.held++;
      if (defects) seen.leaving++;
    }
    if (parties.every(({ leaves }) => leaves !== null))
      expect(worth(answer), text).toEqual(worth(agreements(listed)));
    else expect(answer.notKnown).toContain('SEQ');
  }
  expect(Object.values(seen).every((times) => times > 3)).toBe(true);
});

/** Where all improvements lead from a state and end, by one search over the list. */
function improvementsFrom(
  { game, space, naming }: Prepared,
  decimal: number,
): { states: number; ends: string[] } {
  const all = reachable(game, [space.indexOf(decimal)], true);
  return {
    states: all.distance.filter((steps) => steps >= 0).length - 1,
    ends: all
      .ends()
      .map(({ states, nearest }) =>
        states.length > 1
          ? `round ${states.length}, ${all.distance[nearest]} steps`
          : `stays ${naming.state(nearest).taken.join(' ')}, ${all.distance[nearest]} steps`,
      )
      .sort(),
  };
}

test('random situations: where every improvement leads', () => {
  const seen = { open: 0, more: 0, alike: 0 };
  const moved = ({ states, noWayOut }: Course): unknown => [states, noWayOut];
  for (const { text, listed, sets } of situations(60)) {
    const answer = outlook(sets, { limit: 32 });
    expect(answer).toMatchObject({ standard: 'at-once', insteadOf: 'looking-ahead' });
    const same = outlook(listed, { standard: 'at-once', limit: 32 });
    answer.outlooks.forEach(({ ends, endsOpen, course, moves, from, reasons }, k) => {
      const literal = improvementsFrom(listed, Number(from.name.decimal));
      expect(course.states, text).toBe(literal.states);
      expect(moved(moves), text).toEqual(moved(same.outlooks[k].moves));
      expect(reasons, text).toEqual(same.outlooks[k].reasons);
      if (endsOpen) {
        seen.open++;
        return;
      }
      // What the best improvements end in, every improvement does.
      const stays = ends.filter(({ round }) => round === 0);
      expect(
        stays.reduce((sum, { variants }) => sum + variants, 0),
        text,
      ).toBe(literal.ends.filter((one) => one.startsWith('stays')).length);
      for (const { nearest, way } of stays)
        expect(literal.ends, text).toContain(
          `stays ${nearest.taken.join(' ')}, ${way.length} steps`,
        );
      expect(
        ends.flatMap(({ round, way }) =>
          round === 0 ? [] : [`round ${round}, ${way.length} steps`],
        ),
      ).toEqual(literal.ends.filter((one) => one.startsWith('round')));
      if (stays.some(({ variants }) => variants > 1)) seen.alike++;
    });
    const [{ ends }] = answer.outlooks;
    const [short] = outlook(sets, { limit: 1 }).outlooks;
    if (short.moreEnds === undefined) continue;
    seen.more++;
    expect(1 + Number(short.moreEnds)).toBe(
      ends.reduce((sum, { round, variants }) => sum + (round === 0 ? variants : 0), 0),
    );
  }
  expect(seen.more).toBeGreaterThan(3);
  expect(seen.alike).toBeGreaterThan(3);
  expect(seen.open).toBeLessThan(10);
});

const ROUND = `
situation "An end, and going round"
actor A { option o prefers { not o if C.left  o iff B.o } }
actor B { option o prefers { o xor A.o } }
actor C { option left irreversible option right irreversible prefers { left or right } }
never C.left and C.right
`;

test('improvements that go round', () => {
  const model = modelOf(ROUND);
  const answer = outlook(withDiagrams(model, undefined, WHY));
  expect(answer.outlooks[0].ends.map(({ round, pull }) => [round, pull])).toEqual([
    [0, null],
    [4, null],
  ]);
  const [{ ends }] = outlook(prepare(model), { standard: 'at-once' }).outlooks;
  expect(ends.map(({ round, variants }) => [round, variants]).sort()).toEqual([
    [0, 1],
    [4, 1],
  ]);
});

test('random situations: which outcome if which faction prevails', () => {
  let divided = 0;
  const plain = ({ combinations, scenarios: named }: FactionsResult): unknown => [
    combinations.map(({ prevails, assumed, statusQuoHolds, equilibria }) => [
      prevails,
      assumed,
      statusQuoHolds,
      equilibria,
    ]),
    named.map(({ holds }) => holds),
  ];
  for (const { text, listed, sets } of situations(60)) {
    const answer = factions(sets);
    expect(answer).toMatchObject({ standard: 'at-once', insteadOf: 'looking-ahead' });
    if (answer.combinations.length > 1) divided++;
    expect(plain(answer), text).toEqual(plain(factions(listed, { standard: 'at-once' })));
  }
  expect(divided).toBeGreaterThan(20);
});

const GIVEN = `
assurance given: not A.x when B.x by A to B
threat warned: B.y when A.y by B to A
promise kept: C.x by C to A, B
demand asked: A.y xor B.y by B to A
`;

/** But for what follows along the course, of which sets know all improvements and not the best alone. */
function believed({ commitments: answers }: CommitmentsResult): unknown {
  const tally = ({ due, keepable, credible }: CommitmentTally): unknown => [
    due,
    keepable,
    credible,
  ];
  return answers.map(({ readings, course, outcome, ...rest }) => ({
    ...rest,
    known: course.comesDue !== null,
    outcome: outcome && [
      outcome.due,
      outcome.kept,
      outcome.breakers.map(({ actor, could, would }) => [actor, could, would]),
    ],
    readings: readings.map(({ actor, faction, assumed, temptation, kept, all, holding }) => ({
      ...{ actor, faction, assumed, temptation: temptation !== null, kept: kept !== null },
      tallies: [all, holding].map(tally),
    })),
  }));
}

test('random situations: whose word can be believed', () => {
  const seen = { credible: 0, not: 0 };
  for (const { text, listed, sets } of situations(60, GIVEN)) {
    const answer = commitments(sets);
    expect(believed(answer), text).toEqual(believed(commitments(listed, { standard: 'at-once' })));
    expect(answer).toMatchObject({ standard: 'at-once', insteadOf: 'looking-ahead' });
    for (const { all } of answer.commitments.flatMap(({ readings }) => readings)) {
      if (all.credible !== 0) seen.credible++;
      if (all.credible !== all.due) seen.not++;
      expect(all.binding).toBeNull();
    }
  }
  expect(Object.values(seen).every((times) => times > 30)).toBe(true);
});

/** Of a briefing what both makers of sets can say. */
function point({
  standard,
  askedFor,
  states,
  unranked,
  deciders,
  onlookers,
  today,
  ends,
  otherwise,
  factions: others,
  rests,
}: BriefingResult): unknown {
  const sorted = (some: readonly string[]): string[] => [...some].sort();
  return {
    ...{ standard, askedFor, states, unranked, deciders, onlookers, rests },
    today: {
      ...today,
      steps: sorted(today.steps.map(({ actor }) => actor)),
      heldBack: today.heldBack.map(({ step, answer }) => [step.actor, answer.length > 0]),
    },
    // Of states that no wish tells apart, which is told may differ.
    ends: sorted(
      ends.map(({ state, variants, round, pull, hold, against, heldBack, way }) =>
        JSON.stringify([
          ...(variants === 1 && round === 0 ? [state.taken] : []),
          ...[variants, round, Math.round(pull * 1e9), hold, round > 0 || against],
          ...[heldBack.map(({ step }) => step.actor), way!.length],
        ]),
      ),
    ),
    otherwise: otherwise.map((one) => [one.standard, one.ends.length]),
    factions: others.map(({ prevails, ends: some }) => [prevails, some.length]).slice(0, 1),
  };
}

test('random situations: the briefing tells where it leads, and what holds it there', () => {
  let together = 0;
  for (const { text, listed, sets } of situations(30))
    for (const standard of STANDARD_NAMES) {
      const one = briefing(listed, { standard });
      const other = briefing(sets, { standard });
      expect(point(other), text).toEqual(point(one));
      expect(one.leftOpen).toMatchObject({ together: false, standards: [], scenarios: [] });
      expect(other.leftOpen).toMatchObject({ together: true, asking: true, standards: [] });
      // Joint steps to what nobody would leave, if the coalition can make them part by part.
      for (const { members, hold, from, state } of other.together) {
        together++;
        expect(hold).toBe('none');
        for (const id of members)
          expect(
            sets.states.compare(id, codeOf(listed, state.taken), codeOf(listed, from.taken)),
            text,
          ).toBeGreaterThan(0);
      }
      const firm = ({ elsewhere }: BriefingResult): unknown =>
        elsewhere
          .filter(({ hold }) => hold === 'none')
          .map(({ id }) => id)
          .sort();
      // What a joint step leads to is told there.
      if (one.together.length + other.together.length === 0)
        expect(firm(other), text).toEqual(firm(one));
    }
  expect(together).toBeGreaterThan(0);
});

function codeOf({ model }: Prepared, taken: readonly string[]): bigint {
  return largeCodeOf(model, new Set(taken));
}
