import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { stateMeant, prepare } from '@standoff/situation';
import { outlook } from '../src/outlook/solve.js';
import { scenarios } from '../src/scenarios/solve.js';
import { randomText } from '../../situation/test/random-situation.js';
import { CHICKEN, modelOf, PRISONERS } from '../../situation/test/situations.js';

const koreaText = readFileSync(
  new URL('../../../cases/korea-2018/korea.standoff', import.meta.url),
  'utf8',
);

/** A wants both to do the same, B wants them to differ: improvements go round. */
const PENNIES = `
situation "Pennies"
actor A { option heads prefers { heads iff B.heads } }
actor B { option heads prefers { heads xor A.heads } }
`;

/** Going to war cannot be undone and ends everything; nobody wants it. */
const BRINK = `
situation "Brink"
actor A { option arm "Arm" slow  option war "War" irreversible  prefers { not war  arm } }
actor B { option arm "Arm" prefers { arm iff A.arm } }
A.war requires A.arm
never A.war and B.arm
scenario arms "Both armed" = A.arm and B.arm
scenario ruin "War" = A.war
scenario impossible "War on an armed B" = A.war and B.arm
`;

describe('outlook', () => {
  it('of the prisoners: silence ends in talking, whoever begins', () => {
    const silent = PRISONERS.replace(/(option c "\w+ keeps silent")/g, '$1 taken');
    const prepared = prepare(modelOf(silent));
    const [from] = outlook(prepared, { to: stateMeant(prepared, 'none') }).outlooks;
    expect(from.from.taken).toEqual(['A.c', 'B.c']);
    expect(from.reasons.map(({ actor, drops }) => [actor, drops])).toEqual([
      ['A', ['A.c']],
      ['B', ['B.c']],
    ]);
    expect(from.ends).toMatchObject([{ states: 1, nearest: { state: { taken: [] } } }]);
    expect(from.paths!.paths.map((path) => path.map(({ actor }) => actor).join(' '))).toEqual([
      'A B',
      'B A',
    ]);
  });

  it('lists what would hold by its distance, and only then by the number of concepts', () => {
    // Silence is near and held by five concepts, talking is far and held by all six.
    const silent = PRISONERS.replace(/(option c "\w+ keeps silent")/g, '$1 taken');
    const [from] = outlook(prepare(modelOf(silent))).outlooks;
    expect(
      from.improvements.firm.map(({ steps, concepts }) => [steps.length, concepts.length]),
    ).toEqual([
      [0, 5],
      [2, 6],
    ]);
    for (let seed = 0; seed < 30; seed++) {
      const model = modelOf(randomText(seed, { forms: ['ranks', 'weighs'] }));
      for (const { improvements, moves } of outlook(prepare(model, { statusQuoOptional: true }))
        .outlooks)
        for (const { firm } of [improvements, moves]) {
          const listed = firm.map(({ steps, concepts, state }) => [
            steps.length,
            -concepts.length,
            Number(state.name.decimal),
          ]);
          expect(listed).toEqual(
            [...listed].sort((x, y) => x[0] - y[0] || x[1] - y[1] || x[2] - y[2]),
          );
        }
    }
  });

  it('of chicken from a crash: two ends, one for each who swerves', () => {
    const [from] = outlook(prepare(modelOf(CHICKEN))).outlooks;
    expect(from.from.taken).toEqual([]);
    expect(from.concepts).toEqual([]);
    expect(from.improvements).toMatchObject({ states: 2, equilibria: 2, firmCount: 2 });
    expect(from.ends.map(({ nearest }) => nearest.state.taken)).toEqual([
      ['A.swerve'],
      ['B.swerve'],
    ]);
    expect(from.ends[0].nearest.steps).toMatchObject([{ actor: 'A', takes: ['A.swerve'] }]);
    // Any moves: all four states. Nobody is ever without a move.
    expect(from.moves).toMatchObject({ states: 3, noWayOut: [] });
  });

  it('of pennies: improvements go round, and no end is a single state', () => {
    const [from] = outlook(prepare(modelOf(PENNIES))).outlooks;
    expect(from.ends).toMatchObject([{ states: 4 }]);
    expect(from.ends[0].nearest.steps).toEqual([]);
  });

  it('names the steps that take long and who could move meanwhile', () => {
    const prepared = prepare(modelOf(BRINK));
    const [from] = outlook(prepared, { to: stateMeant(prepared, 'arms') }).outlooks;
    // A arms (slow), then B follows; from nothing taken B has no improvement.
    expect(from.paths).toMatchObject({ by: 'improvements', all: true });
    expect(from.paths!.paths).toHaveLength(1);
    expect(from.ends[0].nearest.slow).toEqual([{ step: 0, options: ['A.arm'], mayReact: [] }]);
    // After the war A can still disarm? No: war requires arms, and war stays.
    expect(from.moves.noWayOut.map(({ taken }) => taken)).toEqual([['A.arm', 'A.war']]);
  });

  it('gives one answer for each state that the status quo may be', () => {
    const prepared = prepare(modelOf(CHICKEN.replace('"A swerves"', '"A swerves" unknown')));
    expect(outlook(prepared).outlooks.map(({ from }) => from.taken)).toEqual([[], ['A.swerve']]);
  });

  it('of Korea ends where the case says, and finds several ways to the garrison', () => {
    const prepared = prepare(modelOf(koreaText));
    const [from] = outlook(prepared, {
      to: stateMeant(prepared, 'enlistedNorth'),
      limit: 5,
    }).outlooks;
    expect(from.improvements).toMatchObject({ states: 241, firmCount: 8 });
    expect(from.ends.map(({ nearest }) => nearest.state.name.label)).toEqual([
      'Open North between the powers',
      'The North disarmed, enlisted, with US troops in it',
    ]);
    expect(from.paths).toMatchObject({ by: 'improvements', all: false });
    expect(from.paths!.paths.map(({ length }) => length)).toEqual([7, 7, 7, 7, 7]);
  });
});

describe('scenarios', () => {
  const [arms, ruin, impossible] = scenarios(prepare(modelOf(BRINK))).scenarios;

  it('say whether it would hold, how it comes about, and by whose moves', () => {
    expect(arms).toMatchObject({
      states: 1,
      holdsNow: false,
      equilibria: { Nash: 1, SEQ: 1 },
      reachable: { improvements: true, moves: true },
      needs: { improvements: ['A', 'B'], moves: ['A', 'B'] },
      // A would lose its second wish by disarming, B its only one.
      undoes: [
        { actor: 'A', gains: 'none' },
        { actor: 'B', gains: 'none' },
      ],
      against: { A: { everywhere: 'better', firmest: 'better' }, B: { everywhere: 'same' } },
      // A is as well off where it alone is armed.
      extremes: [],
    });
    expect(ruin).toMatchObject({
      states: 1,
      reachable: { improvements: false, moves: true },
      path: { by: 'moves', steps: [{ actor: 'A', takes: ['A.arm', 'A.war'] }] },
      needs: { improvements: [], moves: ['A'] },
      undoes: [],
      extremes: [{ kind: 'worst', actor: 'A', asserted: false, holds: true }],
    });
  });

  it('name the constraints that rule one out', () => {
    expect(impossible).toMatchObject({
      states: 0,
      ruledOutBy: ['never A.war and B.arm'],
      firmest: null,
      path: null,
    });
  });

  it('refuse a name that is none, with the nearest', () => {
    expect(() => scenarios(prepare(modelOf(BRINK)), 'ruins')).toThrow(
      expect.objectContaining({ code: 'unknown-scenario', hint: 'did you mean ruin?' }),
    );
  });

  it('of Korea: Beijing’s worst case can come about by improvements, and three can stop it', () => {
    const [garrison] = scenarios(prepare(modelOf(koreaText)), 'garrison').scenarios;
    expect(garrison.reachable.improvements).toBe(true);
    expect(garrison.needs).toEqual({ improvements: ['NK', 'US', 'SK'], moves: ['NK'] });
    expect(garrison.against['CN'].everywhere).toBe('worse');
    expect(garrison.extremes).toContainEqual({
      kind: 'worst',
      actor: 'CN',
      asserted: true,
      holds: true,
    });
    expect(garrison.undoes).toEqual([]);
  });
});
