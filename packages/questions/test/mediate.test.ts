import { describe, expect, it } from 'vitest';
import type { Proposition } from '@standoff/model';
import { caseText } from '../../../test/cases.js';
import { tellMediate } from '../src/mediate/tell.js';
import { Words } from '../src/told/words.js';
import { printed } from './told/printed.js';
import { answered } from '../src/cut.js';
import { mediation } from '../src/mediate/solve.js';
import { mediate, type MediateOptions } from '../src/mediate/mediation.js';
import { MEDIATION_COSTS, type MediationMove } from '../src/mediate/moves.js';
import { prepare, type Prepared } from '@standoff/situation';
import type { MediateResult } from '../src/mediate/answer.js';
import { CHICKEN, modelOf, PRISONERS } from '../../situation/test/situations.js';

const fromDoor = (...given: Parameters<typeof mediation>): MediateResult =>
  answered(mediation(...given));

const scenario = (id: string): Proposition => ({ op: 'scenario', id });
/** Without joint steps. */
const ALONE = { ...MEDIATION_COSTS, joint: null };
const state = (id: string): Proposition => ({ op: 'state', id });

function asked(
  prepared: Prepared,
  goal: Proposition,
  options: Partial<MediateOptions> = {},
): MediateResult {
  return mediate(prepared, goal, { text: 'goal', ...options });
}

/** "Anna: c left out". */
function short(move: MediationMove): string {
  switch (move.kind) {
    case 'statement':
      return `${move.actor}: ${move.text} ${move.edit} ${move.places}`;
    case 'order':
      return `${move.actor}: another order`;
    case 'binding':
      return `${move.commitment} binds`;
    case 'irreversible':
      return `${move.option} irreversible`;
    case 'ruled out':
      return `${move.scenario} ruled out`;
    case 'joint':
      return `${[...move.members].sort().join('+')} together`;
    case 'fixed':
      return `${move.option} ${move.taken ? 'kept' : 'barred'}`;
  }
}

const plansOf = ({ plans }: MediateResult): Set<string> =>
  new Set(plans.map(({ moves }) => moves.map(short).sort().join(' + ')));

describe('two prisoners, both to keep silent', () => {
  const prepared = prepare(
    modelOf(`${PRISONERS}\npromise pact "Anna, if Ben" : A.c when B.c to B`),
  );

  it('needs nothing to be held by answers, and says that moves lead there', () => {
    const result = asked(prepared, scenario('silence'), { reach: 'moves' });
    expect(result).toMatchObject({ cheapest: 0, nothingBelow: 0, impossible: null, inTheWay: [] });
    expect(result.plans).toHaveLength(1);
    expect(result.plans[0]).toMatchObject({ cost: 0, moves: [], path: { by: 'moves' } });
    expect(result.goal).toMatchObject({ states: 1, holding: 1, reached: 1, both: 1 });
  });

  it('takes one change for each of them for nobody to have a better move: by hand', () => {
    // Who would talk must not care, or not be able to: three ways for Anna, two for Ben.
    const result = asked(prepared, scenario('silence'), {
      concept: 'Nash',
      reach: 'moves',
      limit: 10,
    });
    expect(result.cheapest).toBe(4);
    const anna = ['A: not c left out 1', 'A.c irreversible', 'pact binds'];
    const ben = ['B: not c left out 1', 'B.c irreversible'];
    expect(plansOf(result)).toEqual(
      new Set(anna.flatMap((a) => ben.map((b) => [a, b].sort().join(' + ')))),
    );
    expect(result.inTheWay.map(({ step }) => [step.actor, step.drops])).toEqual([
      ['A', ['A.c']],
      ['B', ['B.c']],
    ]);
    for (const { concepts, path, sideEffects } of result.plans) {
      expect(concepts).toContain('Nash');
      expect(path).not.toBeNull();
      expect(sideEffects.begins).toEqual(['silence']);
    }
  });

  it('takes both wishes turned round for it to come about by improvements', () => {
    const result = asked(prepared, scenario('silence'), { most: 6, beyond: 0, costs: ALONE });
    expect(result.cheapest).toBe(6);
    expect(plansOf(result)).toEqual(new Set(['A: not c reversed 1 + B: not c reversed 1']));
    expect(result.plans[0].path).toMatchObject({ by: 'improvements', steps: [{}, {}] });
    expect(result.plans[0].sideEffects.statusQuo).toBe('ceases to hold');
  });

  it('says how far it looked where nothing was found', () => {
    const result = asked(prepared, scenario('silence'), { most: 5, costs: ALONE });
    expect(result).toMatchObject({ cheapest: null, nothingBelow: 6, plans: [], impossible: null });
    expect(result.considered.rankings['A']).toBeGreaterThan(3);
  });

  it('takes the costs it is given, and leaves out what is switched off', () => {
    const costs = { ...MEDIATION_COSTS, binding: 1, irreversible: null };
    const result = asked(prepared, scenario('silence'), { concept: 'Nash', reach: 'moves', costs });
    expect(result.cheapest).toBe(3);
    expect(plansOf(result)).toEqual(
      new Set(['B: not c left out 1 + pact binds', 'A: not c left out 1 + B: not c left out 1']),
    );
  });

  it('refuses the other rule of opponents, and tells an impossible goal from the rest', () => {
    const once = prepare(prepared.model, { opponentsRule: 'each at most once' });
    expect(() => asked(once, scenario('silence'))).toThrow(/published rule/);
    const nowhere = asked(prepared, {
      op: 'and',
      args: [scenario('silence'), scenario('betrayal')],
    });
    expect(nowhere).toMatchObject({ impossible: 'no state', plans: [], goal: { ruledOutBy: [] } });
  });
});

describe('what no change can reach', () => {
  const prepared = prepare(
    modelOf(`
situation "After the fire"
actor A { option burn taken irreversible option build prefers { build } }
actor B { option pay prefers { not pay } }
never burn and build
scenario house = A.build
scenario green = not A.burn
`),
  );

  it('names the constraints that rule out every state', () => {
    const both: Proposition = {
      op: 'and',
      args: [scenario('house'), { op: 'option', id: 'A.burn' }],
    };
    expect(asked(prepared, both)).toMatchObject({
      impossible: 'no state',
      goal: { states: 0, ruledOutBy: ['never burn and build'] },
    });
  });

  it('says that no moves lead there', () => {
    expect(asked(prepared, scenario('green'))).toMatchObject({
      impossible: 'not reachable',
      cheapest: null,
      plans: [],
    });
    expect(asked(prepared, scenario('green'), { reach: null }).impossible).toBeNull();
  });
});

describe('preferences that are rankings', () => {
  const prepared = prepare(modelOf(CHICKEN));
  const swaps = { ...MEDIATION_COSTS, irreversible: null, ruledOut: null, fixed: null };

  it('change by swaps: as many as published for both to swerve', () => {
    // Theory 7.4: Nash 2, SEQ 2, GMR and SMR 0.
    const cost = (concept: 'Nash' | 'GMR' | 'SMR' | 'SEQ'): number | null =>
      asked(prepared, state('both'), { concept, reach: null, costs: swaps }).cheapest;
    expect(cost('Nash')).toBe(2);
    expect(cost('SEQ')).toBe(2);
    expect(cost('GMR')).toBe(0);
    expect(cost('SMR')).toBe(0);
  });

  it('are told as what would be preferred to what', () => {
    const [plan] = asked(prepared, state('both'), {
      concept: 'Nash',
      reach: null,
      costs: swaps,
      beyond: 0,
    }).plans;
    expect(plan.moves).toMatchObject([
      { kind: 'order', actor: 'A', cost: 1 },
      { kind: 'order', actor: 'B', cost: 1 },
    ]);
    const labels = plan.moves.map((move) =>
      move.kind === 'order' ? move.prefers.map((pair) => pair.map(({ name }) => name.label)) : [],
    );
    expect(labels).toEqual([
      [['Both swerve', 'B swerves alone']],
      [['Both swerve', 'A swerves alone']],
    ]);
    expect(plan.concepts).toContain('Nash');
  });
});

it('rules out what tempts, and keeps options as they are', () => {
  const prepared = prepare(
    modelOf(`
situation "A fence"
actor A { option move prefers { B.sell  not move  } }
actor B { option sell option cheat prefers { cheat sell } }
never sell and cheat
scenario fraud = B.cheat
scenario sale = B.sell
`),
  );
  const rules = { ...MEDIATION_COSTS, place: null, leftOut: null, reversed: null };
  const plans = (costs: typeof rules): MediateResult =>
    asked(prepared, scenario('sale'), { concept: 'Nash', costs, beyond: 0 });
  // Who has sold and cannot take it back cannot cheat either.
  expect(plansOf(plans(rules))).toEqual(new Set(['B.sell irreversible']));
  const result = plans({ ...rules, irreversible: null });
  expect(plansOf(result)).toEqual(new Set(['fraud ruled out', 'B.cheat barred']));
  expect(result.plans.map(({ sideEffects }) => sideEffects.ceases)).toEqual([['fraud'], ['fraud']]);
});

describe('a decision maker without a preference, among many states', () => {
  /** A cares about nothing; B would rather take none of its options. */
  const many = (options: readonly string[]): Prepared =>
    prepare(
      modelOf(`
situation "Nobody asked A"
actor A { option a }
actor B {
${options.map((o) => `  option ${o}`).join('\n')}
  prefers {
${options.map((o) => `    not ${o}`).join('\n')}
  }
}
scenario everything = ${options.map((o) => `B.${o}`).join(' and ')}
`),
    );

  it('is asked only for what could matter to the goal', () => {
    // 64 states: 128 rankings of A are one exchange away, some 350 million four.
    const result = asked(many(['d', 'e', 'f', 'g', 'h']), scenario('everything'));
    expect(result).toMatchObject({ cheapest: null, nothingBelow: 5, cutShort: null });
    expect(result.considered.models).toBeLessThan(1000);
    expect(result.considered.rankings['A']).toBeLessThan(100);
  });

  it('says where steps or memory end the search, and tells what was found by then', () => {
    const prepared = many(['d', 'e', 'f', 'g', 'h']);
    expect(asked(prepared, scenario('everything'), { steps: 3000 })).toMatchObject({
      cheapest: null,
      nothingBelow: 2,
      cutShort: { at: 2, by: 'steps' },
    });
    const tight = { ...prepared, room: 3000 };
    expect(asked(tight, scenario('everything')).cutShort).toMatchObject({ by: 'memory' });
    const none = { op: 'not', arg: scenario('everything') } as const;
    // 63 states share them.
    expect(asked(prepared, none, { steps: 0 })).toMatchObject({
      cheapest: null,
      nothingBelow: 0,
      cutShort: { at: 0, by: 'steps' },
    });
  });

  it('a state that takes much leaves the others what they need', () => {
    const prepared = many(['d', 'e', 'f', 'g', 'h']);
    const small = asked(prepared, scenario('everything'), { steps: 40_000 });
    const either = {
      op: 'or',
      args: [scenario('everything'), { op: 'not', arg: { op: 'option', id: 'B.d' } }],
    } as const;
    const wide = asked(prepared, either, { steps: 40_000 });
    expect(small.cutShort).toEqual({ at: 4, by: 'steps' });
    expect(wide).toMatchObject({ cheapest: 0, cutShort: null });
  });
});

describe('plans that are alike', () => {
  const prepared = prepare(
    modelOf(`situation "Alike"
      scenario wished = A.go or not C.stay
      actor A { option go irreversible  weighs { go: -3  B.pay: -1 } }
      actor B { option pay  prefers { C.stay } }
      actor C { option stay taken  weighs { B.pay: -1  stay: 6 } }`),
  );

  it('are one where the changes are, and each state that they bring about is told', () => {
    for (const concept of ['GMR', 'SEQ', 'Nash'] as const) {
      const { plans } = asked(prepared, scenario('wished'), {
        concept,
        most: 6,
        beyond: 2,
        limit: 50,
      });
      expect(plans.length).toBeGreaterThan(0);
      expect(new Set(plans.map(({ moves }) => JSON.stringify(moves))).size).toBe(plans.length);
      for (const { state, also } of plans) {
        const states = [state, ...also].map(({ name }) => name.decimal);
        expect(new Set(states).size).toBe(states.length);
      }
    }
  });
});

describe('without a goal', () => {
  it('what most would gain by is looked for, and said to be picked', () => {
    // A hunt of the stag: only together, and better for both.
    const prepared = prepare(
      modelOf(`situation "Stag"
actor A "Ann" { option stag "Hunt the stag" prefers { both not stag } }
actor B "Bob" { option stag "Hunt the stag" prefers { both not stag } }
scenario both "The stag" = A.stag and B.stag`),
    );
    const { goal, plans } = fromDoor(prepared, {});
    expect(goal).toMatchObject({ text: 'both', picked: true });
    expect(plans[0].moves.map(short)).toEqual(['A+B together']);
    expect(
      fromDoor(prepared, { goal: { text: 'both', condition: scenario('both') } }).goal.picked,
    ).toBe(false);
  });

  it('where nothing is better than today for most, it is looked for from where the course ends', () => {
    const model = modelOf(caseText('border/border.standoff'));
    const result = fromDoor(prepare(model), {});
    expect(result.goal).toMatchObject({
      text: 'openByMimicry',
      picked: true,
      betterThan: { name: { label: 'A hard border on the island' } },
    });
    const told = printed(tellMediate(new Words(model), result, model)).replace(/\s+/g, ' ');
    expect(told).toContain('better than “A hard border on the island”, where it does,');
    expect(told).toContain('improvements lead there, though not the best move of each');
  });

  it('where nothing is better for more than it is worse for, one is asked for', () => {
    const prepared = prepare(
      modelOf(`situation "Prey"
actor A "Ann" { option take "Take it" prefers { take } }
actor B "Bob" { option keep "Keep it" prefers { not A.take keep } }
scenario taken "Taken" = A.take`),
    );
    expect(() => fromDoor(prepared, {})).toThrow('mediation needs a goal');
  });
});
