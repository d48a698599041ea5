import { describe, expect, it } from 'vitest';
import { AnalysisError, prepare } from '@standoff/situation';
import { solveLevel2 } from '../src/perceive/level2.js';
import { modelAsSeenBy } from '../src/perceive/seen-model.js';
import { CHICKEN, modelOf } from '../../situation/test/situations.js';
import { perceived } from './perceived.js';

/** States by label; all of those in the examples have one. */
function labels(
  states: readonly { readonly state: { readonly name: { label: string | null } } }[],
): string[] {
  return states.map(({ state }) => state.name.label ?? '?');
}

const STATES = `
state s0 = { }
state s1 = { A.c }
state s2 = { B.c }
state s3 = { A.c, B.c }
`;

describe('Chicken for A, a prisoners’ dilemma for B, and A takes it for Chicken (theory 8.1)', () => {
  const MISTAKEN = `
situation "Mistaken"
actor A { option c "A gives way"  ranks s2 > s3 > s1 > s0 }
actor B { option c "B gives way" taken  ranks s1 > s3 > s0 > s2 }
A perceives B { ranks s1 > s3 > s2 > s0 }
${STATES}`;
  const result = perceived(MISTAKEN);
  const [a, b] = result.actors;

  it('lets A expect two Nash equilibria of which B’s game has one', () => {
    expect(a.expected.Nash).toBe(2);
    expect(b.expected.Nash).toBe(1);
    expect(result.equilibria.Nash).toEqual({ real: 1, hypergame: 1, standstill: 0 });
    expect(labels(result.held.filter(({ concepts }) => concepts.includes('Nash')))).toEqual(['s1']);
  });

  it('surprises A at 2, which B leaves for 0', () => {
    expect(labels(a.leaves.examples)).toEqual(['s2']);
    const { leaves, concepts, distance } = a.leaves.examples[0];
    expect(concepts).toContain('Nash');
    expect(distance).toBe(0);
    expect(leaves).toMatchObject({
      step: { actor: 'B', from: ['B.c'], to: [], drops: ['B.c'] },
      possible: true,
    });
    expect(b.leaves.examples).toEqual([]);
    const [course] = result.courses;
    expect(course.steps.map(({ step, unexpectedBy }) => [step.actor, unexpectedBy])).toEqual([
      [
        'B',
        [
          {
            actor: 'A',
            why: {
              kind: 'thought no gain',
              unknown: [],
              breaks: [],
              because: 'its ranking says so',
            },
          },
        ],
      ],
    ]);
    // B gives up, A gives way: by two steps the hypergame equilibrium comes about.
    expect(course.ends).toMatchObject([
      { nearest: { name: { label: 's1' } }, hold: 'none', pull: 1 },
    ]);
    expect(course.ends[0].way.map(({ actor }) => actor)).toEqual(['B', 'A']);
  });

  it('says what the truth would change for A', () => {
    expect(a.revelation?.expected.Nash).toEqual({ gained: 0, lost: 1 });
    expect(a.revelation?.hypergame.Nash).toEqual({ gained: 0, lost: 0 });
    expect(b.revelation).toBeNull();
  });

  it('says what the truth would change for A’s own verdicts', () => {
    // 3 to 2 is better for A. In truth B would answer by 2 to 0, in A's eyes it would not.
    expect(a.revelation?.verdicts.SEQ).toEqual({ gained: 1, lost: 0 });
    expect(a.revelation?.verdicts.Nash).toEqual({ gained: 0, lost: 0 });
  });
});

describe('the second level', () => {
  /** In truth B would answer A's going by a blow. B takes A's going for impossible, and does not. */
  const BLIND = `
situation "Blind"
actor A { option go "Go"  prefers { not B.hit  go } }
actor B { option hit "Hit"  prefers { hit iff A.go } }
B perceives A { never go }
`;

  it('lets one who knows what the other does not recognise go unpunished', () => {
    const { equilibria, level2, actors } = perceived(BLIND, { level: 2 });
    // True game: at { } A is deterred. First level: A believes that B sees what it sees.
    expect(equilibria.SEQ).toEqual({ real: 2, hypergame: 1, standstill: 2 });
    expect(actors.map(({ actor, recognised }) => [actor, recognised])).toEqual([
      ['A', 4],
      ['B', 2],
    ]);
    const [a, b] = level2!.actors;
    // A no longer stays at { }: it knows that nobody will hit back.
    expect(a.verdicts.SEQ).toEqual({ gained: 0, lost: 1 });
    expect(b.verdicts.SEQ).toEqual({ gained: 0, lost: 0 });
    expect(level2!.equilibria.SEQ).toBe(0);
  });

  it('refuses a game with an option that the one who imagines it does not have', () => {
    const real = modelOf(
      BLIND.replace('never go', 'unaware of go').replace(
        'option go',
        'option wait "Wait" option go',
      ),
    );
    const small = modelAsSeenBy(real, 'B');
    const games = new Map([
      [
        'A',
        new Map([
          ['A', real],
          ['B', small],
        ]),
      ],
      [
        'B',
        new Map([
          ['A', real],
          ['B', small],
        ]),
      ],
    ]);
    expect(() => solveLevel2(prepare(real), games)).toThrow(
      expect.objectContaining({ code: 'unknown-option' }) as AnalysisError,
    );
  });
});

describe('an option that one does not know', () => {
  /** B can raise the stakes where A yields; A does not know. */
  const AMBUSH = `
situation "Ambush"
actor A { option go "Go"  prefers { not B.trap  go } }
actor B { option trap "Lay a trap"  prefers { A.go and trap  not trap } }
A perceives B { unaware of trap }
scenario caught "Caught" = A.go and B.trap
`;

  it('makes a game of fewer options, with every mention read as not taken', () => {
    const own = modelAsSeenBy(modelOf(AMBUSH), 'A');
    expect(own.options.map(({ id }) => id)).toEqual(['A.go']);
    expect(own.actors.map(({ options }) => options)).toEqual([['A.go'], []]);
    expect(prepare(own).space.size).toBe(2);
  });

  it('is a strategic surprise', () => {
    const { courses, actors } = perceived(AMBUSH);
    const [a] = actors;
    expect(a.states).toBe(2);
    expect(a.recognised).toBe(4);
    // A expects to go and nothing more to happen. B then lays its trap.
    expect(a.expected.Nash).toBe(1);
    const mine = courses[0].surprises[0];
    expect(mine.unexpected).toBe(0);
    expect(mine.first?.steps.map(({ actor, takes }) => [actor, ...takes])).toEqual([
      ['A', 'A.go'],
      ['B', 'B.trap'],
    ]);
    expect(mine.first?.why).toMatchObject({ kind: 'unknown option', unknown: ['B.trap'] });
    // The state {A.go} looks as expected; B leaves it.
    expect(a.leaves.counts.Nash).toBe(1);
    expect(a.leaves.examples[0].leaves?.step.takes).toEqual(['B.trap']);
    expect(courses[0].states).toBe(2);
  });

  it('is found taken today without being seen', () => {
    const { actors } = perceived(AMBUSH.replace('"Lay a trap"', '"Lay a trap" taken'));
    expect(actors[0].now[0]).toMatchObject({ taken: [], unseen: ['B.trap'], contradicts: [] });
    expect(actors[1].now[0]).toMatchObject({ taken: ['B.trap'], unseen: [] });
  });

  it('may stand in the way of what the actor attempts', () => {
    const { courses } = perceived(`
situation "Locked"
actor A { option enter "Enter"  prefers { enter } }
actor B { option lock "Lock the door" taken irreversible  prefers { lock } }
A perceives B { unaware of lock }
never A.enter and B.lock
`);
    expect(courses[0].steps).toMatchObject([
      { step: { actor: 'A', takes: ['A.enter'] }, possible: false },
    ]);
    expect(courses[0]).toMatchObject({ states: 0, ends: [{ hold: null, stuck: 'in vain' }] });
  });

  it('leaves a scenario about it unthought', () => {
    const [a] = perceived(AMBUSH).actors;
    expect(a.scenarios).toMatchObject([
      { id: 'caught', unthought: true, expected: [], expectedReach: false, reached: true },
    ]);
  });

  it('takes agreements and named states with it', () => {
    const own = modelAsSeenBy(
      modelOf(`
situation "Treaty"
actor A { option go "Go"  prefers { pact  not s  go } }
actor B { option stop "Stop"  prefers { pact } }
agreement pact "Pact" between A, B
state s = { B.stop }
A perceives B { unaware of pact, stop }
`),
      'A',
    );
    expect(own.agreements).toEqual([]);
    expect(own.states).toEqual([]);
    // What A wants of them: a pact it cannot conceive of, and that a state is not that never is.
    const { ranks, space } = prepare(own);
    expect([...space.codes]).toEqual([0, 1, 2, 3]);
    expect([...ranks.get('A')!]).toEqual([1, 2, 1, 2]);
  });
});

describe('constraints that one believes in', () => {
  it('leave states that are not recognised', () => {
    const { actors, equilibria } = perceived(CHICKEN + '\nA perceives B { never swerve }\n');
    const [a] = actors;
    expect([a.states, a.recognised]).toEqual([2, 2]);
    // B swerving alone is Nash, but A takes it for impossible: no equilibrium of the hypergame.
    expect(equilibria.Nash).toEqual({ real: 2, hypergame: 1, standstill: 1 });
  });

  it('may leave the present state unrecognised', () => {
    const { actors, courses } = perceived(
      CHICKEN.replace('"B swerves"', '"B swerves" taken') + '\nA perceives B { never swerve }\n',
    );
    expect(actors[0].now[0]).toEqual({
      taken: null,
      unseen: [],
      contradicts: ['never swerve'],
      expected: [],
    });
    expect(courses[0]).toMatchObject({
      states: 0,
      ends: [{ hold: null, stuck: 'not recognised' }],
    });
  });

  it('may contradict each other, so that no state is recognised', () => {
    const { actors, equilibria } = perceived(
      CHICKEN + '\nA perceives B { never swerve  always swerve }\n',
      { level: 2 },
    );
    expect(actors[0]).toMatchObject({ states: 0, recognised: 0 });
    expect(actors[0].contradiction).toEqual(['never swerve', 'always swerve']);
    // B stays in two; A does not know what to make of any.
    expect(equilibria.Nash).toEqual({ real: 2, hypergame: 0, standstill: 2 });
    expect(actors[1].pictures).toEqual([]);
  });
});

describe('without any picture', () => {
  it('is the ordinary answer', () => {
    const { misperceivers, equilibria, actors } = perceived(CHICKEN, { level: 2 });
    expect(misperceivers).toEqual([]);
    expect(equilibria.Nash).toEqual({ real: 2, hypergame: 2, standstill: 0 });
    expect(actors.flatMap(({ leaves, holds }) => [...leaves.examples, ...holds.examples])).toEqual(
      [],
    );
  });

  it('gives the very model', () => {
    const model = modelOf(CHICKEN);
    expect(modelAsSeenBy(model, 'A')).toBe(model);
  });
});

describe('wrong input', () => {
  it('names an actor that there is not', () => {
    expect(() => perceived(CHICKEN, { actor: 'C' })).toThrow(
      expect.objectContaining({ code: 'unknown-actor' }) as AnalysisError,
    );
  });

  it('says in whose eyes a ranking is incomplete', () => {
    expect(() => perceived(CHICKEN + '\nA perceives B { ranks both > crash }')).toThrow(
      /as A sees it: the ranking of B leaves out 2 states/,
    );
  });

  it('needs a game for each pair at the second level', () => {
    const prepared = prepare(modelOf(CHICKEN));
    expect(() => solveLevel2(prepared, new Map())).toThrow(/which game A takes anybody to play/);
  });
});

describe('what follows by itself, to one who does not know of an option in it', () => {
  const seen = (rule: string): ReturnType<typeof modelAsSeenBy> =>
    modelAsSeenBy(
      modelOf(`
situation "Unaware"
actor A { option go "Go" prefers { go } }
actor B { option stop "Stop" option hide "Hide" prefers { stop } }
A perceives B { unaware of B.hide }
${rule}
`),
      'A',
    );

  it.each([
    ['when B.hide then { B.stop }', 1],
    ['when A.go then { B.hide }', 0],
    ['when A.go then { B.stop, B.hide }', 1],
    ['by 2019-01-01 unless B.hide then { B.stop }', 1],
    ['by 2019-01-01 then { B.hide }', 0],
  ])('%s: is read without the option', (rule, left) => {
    const model = seen(rule);
    const following = [...(model.consequences ?? []), ...(model.deadlines ?? [])];
    expect(following).toHaveLength(left);
    const conditions = following.map((one) => ('when' in one ? one.when : one.unless));
    expect(JSON.stringify([following.map(({ then }) => then), conditions])).not.toContain('B.hide');
    expect(() => prepare(model)).not.toThrow();
  });
});
