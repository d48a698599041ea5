import { describe, expect, it } from 'vitest';
import { stateMeant, prepare } from '@standoff/situation';
import { caseText } from '../../../test/cases.js';
import { outlook } from '../src/outlook/solve.js';
import { robustness } from '../src/robustness/solve.js';
import { scenarios } from '../src/scenarios/solve.js';
import { CHICKEN, modelOf, PRISONERS } from '../../situation/test/situations.js';

const koreaText = caseText('korea-2018/korea.standoff');

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
    const [from] = outlook(prepared, {
      standard: 'at-once',
      to: stateMeant(prepared, 'none'),
    }).outlooks;
    expect(from.from.taken).toEqual(['A.c', 'B.c']);
    expect(from.reasons.map(({ actor, drops }) => [actor, drops])).toEqual([
      ['A', ['A.c']],
      ['B', ['B.c']],
    ]);
    expect(from.ends).toMatchObject([{ round: 0, nearest: { taken: [] }, hold: 'none', pull: 1 }]);
    expect(from.paths!.paths.map((path) => path.map(({ actor }) => actor).join(' '))).toEqual([
      'A B',
      'B A',
    ]);
  });

  it('of the prisoners looking ahead: silence stays, held by answers, and the difference is told', () => {
    const silent = PRISONERS.replace(/(option c "\w+ keeps silent")/g, '$1 taken');
    const [from] = outlook(prepare(modelOf(silent))).outlooks;
    expect(from).toMatchObject({
      course: { states: 0, holding: 1 },
      steps: [],
      ends: [{ nearest: { taken: ['A.c', 'B.c'] }, hold: 'credible', pull: 1, way: [] }],
      otherwise: [{ standard: 'at-once', ends: [{ nearest: { taken: [] }, hold: 'none' }] }],
    });
    expect(from.reasons).toHaveLength(2);
  });

  it('of chicken from a crash: two ends, one for each who swerves', () => {
    const [from] = outlook(prepare(modelOf(CHICKEN))).outlooks;
    expect(from.from.taken).toEqual([]);
    expect(from.concepts).toEqual([]);
    expect(from.course).toMatchObject({ states: 2, holding: 2 });
    expect(from.ends.map(({ nearest, pull }) => [nearest.taken, pull])).toEqual([
      [['A.swerve'], 0.5],
      [['B.swerve'], 0.5],
    ]);
    expect(from.otherwise).toEqual([]);
    expect(from.ends[0].way).toMatchObject([{ actor: 'A', takes: ['A.swerve'] }]);
    // Any moves: all four states. Nobody is ever without a move.
    expect(from.moves).toMatchObject({ states: 3, noWayOut: [] });
  });

  it('of pennies: at once it goes round; looking ahead, today stays', () => {
    const prepared = prepare(modelOf(PENNIES));
    const [from] = outlook(prepared, { standard: 'at-once' }).outlooks;
    expect(from.ends).toMatchObject([{ round: 4, hold: null, pull: 1, way: [] }]);
    const [ahead] = outlook(prepared).outlooks;
    expect(ahead.ends).toMatchObject([{ round: 0, hold: 'credible' }]);
    expect(ahead.otherwise.map(({ standard, ends }) => [standard, ends[0].round])).toEqual([
      ['at-once', 4],
    ]);
  });

  it('names the steps that take long and who could move meanwhile', () => {
    const prepared = prepare(modelOf(BRINK));
    const [from] = outlook(prepared, { to: stateMeant(prepared, 'arms') }).outlooks;
    // A arms (slow), then B follows; from nothing taken B has no improvement.
    expect(from.paths).toMatchObject({ by: 'course', all: true });
    expect(from.paths!.paths).toHaveLength(1);
    expect(from.ends[0].slow).toEqual([{ step: 0, options: ['A.arm'], mayReact: [] }]);
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
      standard: 'at-once',
      to: stateMeant(prepared, 'enlistedNorth'),
      limit: 5,
    }).outlooks;
    expect(from.ends.map(({ nearest }) => nearest.name.label)).toEqual([
      'Open North between the powers',
      'The North disarmed, enlisted, with US troops in it',
    ]);
    expect(from.paths).toMatchObject({ by: 'course' });
    expect(from.paths!.paths.map(({ length }) => length)).toEqual([7, 8, 8, 8, 8]);
    const [ahead] = outlook(prepared).outlooks;
    expect(ahead.course.states).toBe(14);
    expect(ahead.ends.map(({ nearest, pull }) => [nearest.name.label, pull?.toFixed(2)])).toEqual([
      ['Open North between the powers', '0.50'],
      ['A garrison that keeps its weapons', '0.50'],
    ]);
  });

  it('shows of a way no step that does its mover harm that nobody needs', () => {
    const bundle = modelOf(`
situation "Bundle"
actor A "Ann" { option x "Sign" option y "Give up lunch" prefers { x  not y } }
actor B "Ben" { option z "Zip" option w "Wait" }
scenario s "Signed" = A.x and B.z
`);
    const [{ path }] = scenarios(prepare(bundle)).scenarios;
    expect(path).toMatchObject({
      by: 'moves',
      steps: [{ takes: ['A.x'] }, { takes: ['B.z'] }],
    });
  });

  it('counts as one end what no wish, scenario or name tells apart', () => {
    const prepared = prepare(
      modelOf(`
situation "Variants"
actor A "Ann" { option x "Sign" option y "Wear a hat" prefers { x } }
`),
    );
    const [{ ends }] = outlook(prepared).outlooks;
    expect(ends).toMatchObject([
      { nearest: { taken: ['A.x'] }, variants: 2, differ: ['A.y'], pull: 1 },
    ]);
  });
});

describe('scenarios', () => {
  const [arms, ruin, impossible] = scenarios(prepare(modelOf(BRINK))).scenarios;

  it('say whether it would hold, how it comes about, and by whose moves', () => {
    expect(arms).toMatchObject({
      states: 1,
      holdsNow: false,
      holding: 1,
      equilibria: { Nash: 1, SEQ: 1 },
      reachable: { course: true, improvements: true, moves: true },
      pull: 1,
      needs: { course: ['A', 'B'], moves: ['A', 'B'] },
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
      reachable: { course: false, improvements: false, moves: true },
      pull: 0,
      path: { by: 'moves', steps: [{ actor: 'A', takes: ['A.arm', 'A.war'] }] },
      needs: { course: [], moves: ['A'] },
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

  it('of Korea: Beijing’s worst case can come about along the course, and three can stop it', () => {
    const [garrison] = scenarios(prepare(modelOf(koreaText)), 'garrison').scenarios;
    expect(garrison.reachable.course).toBe(true);
    expect(garrison.pull).toBeCloseTo(0.5, 2);
    expect(garrison.needs).toEqual({ course: ['NK', 'US', 'SK'], moves: ['NK'] });
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

/** Each party's wish that it consents only to what is in force, without which consents alone are nobody's matter. */
const TIES = ['partnership', 'smart', 'failsafe'];
const tiesOf = (actor: string): string =>
  TIES.map((pact) => `${actor}.${pact} only if ${pact}`).join('\n    ');

it('the border case needs no wishes about lone consents: they are variants of one outcome, and hide another', () => {
  const written = caseText('border/border.standoff');
  const tied = written
    .replace(/(deviate .*\n {4}\})/, `$1\n    ${tiesOf('UK')}`)
    .replace(/(perhaps \(partnership if UK\.leave\).*)/, `$1\n    ${tiesOf('EU')}`);
  const ends = (text: string): unknown => {
    const prepared = prepare(modelOf(text));
    const [{ ends: along }] = outlook(prepared).outlooks;
    return {
      along: along.map(({ nearest, variants, pull }) => [nearest.name.label, variants, pull]),
      overWorlds: robustness(prepared).ends.map(({ state, pull }) => [state.name.label, pull]),
    };
  };
  expect(ends(written)).toEqual({
    along: [['A hard border on the island', 4, 1]],
    overWorlds: [
      ['A hard border on the island', 0.875],
      ['A border in the Irish Sea', 0.125],
    ],
  });
  // Six wishes nobody has said take the variants away, and with them the way to the second outcome.
  expect(ends(tied)).toEqual({
    along: [['A hard border on the island', 1, 1]],
    overWorlds: [['A hard border on the island', 1]],
  });
});
