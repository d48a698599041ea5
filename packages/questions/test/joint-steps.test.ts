import { Page, printBlocks } from '@standoff/document';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parseSituation } from '@standoff/language/parse';
import type { Proposition } from '@standoff/model';
import { explain } from '@standoff/engine';
import { codeOf, prepare, type Prepared } from '@standoff/situation';
import { describe, expect, it } from 'vitest';
import { JointEnds, coalitionCount, coalitionsOf } from '../src/coalitions/joint-ends.js';
import type { MediateResult } from '../src/mediate/answer.js';
import type { MediationMove } from '../src/mediate/moves.js';
import { coalitions } from '../src/coalitions/solve.js';
import { tellCoalitions } from '../src/coalitions/tell.js';
import { settlement } from '../src/mediate/settlement.js';
import { scenarios } from '../src/scenarios/solve.js';
import { Words } from '../src/told/words.js';
import { mediate } from '../src/mediate/mediation.js';
import {
  randomText,
  LiteralGame,
  ACTORS,
  OPTIONS,
  textOf,
  keyOf,
  type Taken,
} from '../../situation/test/random-text.js';
import { modelOf, PRISONERS } from '../../situation/test/situations.js';

const scenario = (id: string): Proposition => ({ op: 'scenario', id });

type Joint = Extract<MediationMove, { kind: 'joint' }>;

function jointOf({ plans }: MediateResult): Joint[] {
  return plans.flatMap(({ moves }) => moves.filter((move) => move.kind === 'joint'));
}

const SIGNING = (['A', 'B', 'C'] as const)
  .map((id) => `actor ${id} { option sign prefers { all of {A.sign, B.sign, C.sign} } }`)
  .join('\n');

describe('what nobody does alone', () => {
  const prepared = prepare(
    modelOf(`situation "Joint"\n${SIGNING}
actor D "Dan" { option d "Dance" prefers { d } }
scenario signed = A.sign and B.sign and C.sign`),
  );

  it('three who gain only if all sign: the joint step is the answer, from where the course ends', () => {
    const result = mediate(prepared, scenario('signed'), { text: 'signed' });
    expect(result).toMatchObject({ cheapest: 1, nothingBelow: 1, inTheWay: [], cutShort: null });
    expect(result.considered).toMatchObject({ coalitions: 11, allCoalitions: 11 });
    const [joint] = jointOf(result);
    expect(joint).toMatchObject({ cost: 1, needCommitment: [], exposed: [] });
    expect([...joint.members].sort()).toEqual(['A', 'B', 'C']);
    expect(joint.from.taken).toEqual(['D.d']);
    expect(joint.parts.map(({ keeps, takes }) => [keeps, takes.length])).toEqual(
      Array(3).fill(['by itself', 1]),
    );
    expect(result.plans[0].path!.steps.map(({ actor }) => actor)).toEqual(['D', ...joint.members]);
  });

  it('coalitions says of it that it would hold, and of how many it looked at', () => {
    const { joint, stable } = coalitions(prepared);
    expect(joint).toMatchObject({ looked: 11, asked: 11, all: 11 });
    expect(stable).not.toBeNull();
    expect(
      joint.together.map(({ members, leftBy }) => [[...members].sort().join(), leftBy]),
    ).toEqual([
      // From where Dan dances already; from today with him; and without, where he would go on to dance.
      ['A,B,C', []],
      ['A,B,C,D', []],
      ['A,B,C', ['D']],
    ]);
    expect(joint.together[0]).toMatchObject({ turnBack: [], leftBy: [] });
    expect(joint.together[0].concepts).toContain('Nash');
  });

  it('coalitions up to a size: what was not looked at is counted', () => {
    const { joint } = coalitions(prepared, { size: 2 });
    expect(joint).toEqual({ looked: 6, asked: 6, all: 11, together: [], more: 0 });
    const words = new Words(prepared.model);
    const blocks = tellCoalitions(words, coalitions(prepared, { size: 2 }));
    const page = new Page({ width: 400 });
    printBlocks(page, blocks.slice(0, 1));
    expect(page.toString()).toContain('the 6 smallest looked at of 11 coalitions');
  });

  it('is no change where any moves count, or where it is switched off', () => {
    const moves = mediate(prepared, scenario('signed'), { text: 'signed', reach: 'moves' });
    expect(moves).toMatchObject({ cheapest: 0, considered: { coalitions: 0, allCoalitions: 0 } });
  });
});

describe('two prisoners', () => {
  it('could keep silent together, and the one who follows would need a promise: by hand', () => {
    const prepared = prepare(
      modelOf(`${PRISONERS}\npromise pact "Ben, if Anna" : B.c when A.c to A`),
    );
    const [joint] = jointOf(mediate(prepared, scenario('silence'), { text: 'silence' }));
    expect(joint.needCommitment).toHaveLength(1);
    // Whoever has begun would rather be the only one who talks: only the answer keeps it from that.
    expect(joint.parts.map(({ keeps }) => keeps)).toEqual(['by answers', 'not']);
    const [first, second] = joint.members;
    expect(joint.parts[1].commitment).toEqual({
      askedBy: [first],
      said: second === 'B' ? 'pact' : null,
    });
  });
});

describe('the Korean case', () => {
  it('finds the joint step of North Korea and the United States to disarmament for relief', () => {
    const model = parseSituation(readFileSync('cases/korea-2018/korea.standoff', 'utf8')).model!;
    const result = mediate(prepare(model), scenario('bargain'), { text: 'bargain', beyond: 0 });
    expect(result.cheapest).toBe(1);
    const [joint] = jointOf(result);
    expect(joint).toMatchObject({
      members: ['NK', 'US'],
      exposed: ['NK'],
      needCommitment: [],
      parts: [{ keeps: 'cannot be undone' }, { keeps: 'by itself' }],
    });
    expect(result.plans[0].concepts).toContain('Nash');
  });
});

/** By the definition: moves of the members in any legal order, each of whom gains and has changed something. */
function literalEnds(game: LiteralGame, members: readonly string[], from: Taken): Set<string> {
  interface Node {
    readonly state: Taken;
    readonly last: string;
  }
  const all = new Map<string, Node>([['', { state: from, last: '' }]]);
  for (const { state, last } of all.values())
    for (const actor of members.filter((one) => one !== last))
      for (const to of game.moves(actor, state))
        all.set(`${keyOf(to)} ${actor}`, { state: to, last: actor });
  const ends = [...all.values()]
    .map(({ state }) => state)
    .filter((to) =>
      members.every(
        (actor) =>
          game.worth(actor, to) > game.worth(actor, from) &&
          OPTIONS.some(
            (option) => option.startsWith(`${actor}.`) && to.has(option) !== from.has(option),
          ),
      ),
    );
  return new Set(ends.map(keyOf));
}

const taken = ({ model, space }: Prepared, state: number): Taken =>
  new Set(model.options.filter((_, k) => (space.codes[state] >>> k) & 1).map(({ id }) => id));

describe('random situations', () => {
  it('whoever would turn back has an undeterred improvement there, and what holds nobody leaves', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const prepared = prepare(modelOf(textOf(randomText(seed))));
        const { game, deciders, space } = prepared;
        for (const one of coalitions(prepared).joint.together) {
          const to = space.indexOf(Number(one.to.name.decimal));
          const leave = deciders.flatMap(({ id }, m) =>
            explain(game, m, to, 'SEQ').stable ? [] : [id],
          );
          expect(new Set([...one.turnBack, ...one.leftBy])).toEqual(new Set(leave));
          expect(one.concepts.includes('SEQ')).toBe(leave.length === 0);
          expect(one.parts.map(({ actor }) => actor)).toEqual(one.members);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('a plan of mediation with a joint step is one in the changed model', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const prepared = prepare(modelOf(textOf(randomText(seed))));
        const goal: Proposition = { op: 'option', id: 'A.x' };
        const { plans, cheapest } = mediate(prepared, goal, { text: 'A.x', most: 1 });
        for (const { cost, concepts, state, moves } of plans) {
          expect(cost).toBeGreaterThanOrEqual(cheapest!);
          expect(concepts).toContain('SEQ');
          for (const move of moves)
            if (move.kind === 'joint' && moves.length === 1) {
              const place = (taken: Taken): number => space.indexOf(codeOf(prepared.model, taken));
              const { space, deciders } = prepared;
              const members = move.members.map((id) => deciders.findIndex((one) => one.id === id));
              expect(
                new JointEnds(prepared).from(members, place(new Set(move.from.taken))),
              ).toContain(place(new Set(state.taken)));
            }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('coalitions can bring about what the definition says', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const text = randomText(seed);
        const prepared = prepare(modelOf(textOf(text)));
        const game = new LiteralGame(text);
        const ends = new JointEnds(prepared);
        const coalitions = [...coalitionsOf(ACTORS.length)];
        expect(coalitions).toHaveLength(coalitionCount(ACTORS.length));
        for (const members of coalitions)
          for (let from = 0; from < prepared.space.size; from++)
            expect(
              new Set(ends.from(members, from).map((to) => keyOf(taken(prepared, to)))),
            ).toEqual(
              literalEnds(
                game,
                members.map((m) => prepared.deciders[m].id),
                taken(prepared, from),
              ),
            );
      }),
      { numRuns: 40 },
    );
  });
});

describe('the goal that is picked where none is given', () => {
  const pact = (more: string): Prepared =>
    prepare(
      modelOf(`situation "Pact"
actor A { option strike prefers { A.strike and B.strike } }
actor B { option strike prefers { A.strike and B.strike } }
actor C { option yield prefers { not (A.strike and B.strike) } }
scenario war = A.strike and B.strike
${more}`),
    );

  it('is never what some gain by at the price of another', () => {
    const prepared = pact('');
    expect(settlement(prepared, scenarios(prepared).scenarios)).toBeNull();
  });
});
