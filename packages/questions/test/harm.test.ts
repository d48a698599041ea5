// A plan does not begin by harming those whom its goal is meant to win.
import { expect, it } from 'vitest';
import { codeOf, prepare, type Prepared } from '@standoff/situation';
import { modelOf } from '../../situation/test/situations.js';
import type { Plan } from '../src/mediate/answer.js';
import { MEDIATION_COSTS } from '../src/mediate/moves.js';
import { mediate, type MediateOptions } from '../src/mediate/mediation.js';
import { tellMediate } from '../src/mediate/tell.js';
import { toldText } from '../src/told/telling.js';
import { Words } from '../src/told/words.js';
import { chance } from '../../../test/chance.js';

const INVASION = `situation "Invasion"
actor A "Anria" {
  option invade "Invade"  option pay "Pay"
  prefers {
    V.sign
    pay iff V.sign
    not invade
    invade iff not V.sign
  }
}
actor V "Vestia" {
  option sign "Sign"
  prefers {
    not A.invade
    A.pay
    sign iff A.invade
  }
}
scenario settled "Settled" = V.sign and A.pay and not A.invade`;

const GOAL = { op: 'scenario', id: 'settled' } as const;
const OPTIONS: MediateOptions = { text: 'settled', costs: { ...MEDIATION_COSTS, joint: null } };

const takes = ({ path }: Plan): string[] => path!.steps.flatMap((step) => step.takes);

it('takes the invasion only if told so: by hand', () => {
  const prepared = prepare(modelOf(INVASION));
  const any = mediate(prepared, GOAL, { ...OPTIONS, anyStep: true });
  expect(any).toMatchObject({ cheapest: 1, setAside: null });
  expect(takes(any.plans[0])[0]).toBe('A.invade');
  const result = mediate(prepared, GOAL, OPTIONS);
  expect(result.cheapest).toBeGreaterThan(1);
  expect(result.plans.length).toBeGreaterThan(0);
  for (const plan of result.plans) expect(takes(plan)).not.toContain('A.invade');
  expect(result.setAside!.example).toMatchObject({
    step: { actor: 'A', takes: ['A.invade'] },
    harms: ['V'],
  });
  const { model } = prepared;
  const text = toldText(
    result.situation,
    'changes',
    tellMediate(new Words(model), result, model),
    {},
  ).replace(/\s+/g, ' ');
  expect(text).toContain('So it is where Anria would invade, which harms Vestia. --any-step');
});

/** Whether a step of the way is by another, puts a member of the goal below today, and could be answered, read literally. */
function harms(prepared: Prepared, { path, state, moves }: Plan): boolean {
  if (moves.some(({ kind }) => kind !== 'statement')) return false;
  const { space, game, deciders, statusQuo, model } = prepared;
  const at = (taken: ReadonlySet<string>): number => space.indexOf(codeOf(model, taken));
  const [now] = statusQuo;
  const goal = at(new Set(state.taken));
  const taken = new Set(prepared.naming.state(now).taken);
  const places = [now];
  for (const step of path!.steps) {
    for (const id of step.takes) taken.add(id);
    for (const id of step.drops) taken.delete(id);
    places.push(at(taken));
  }
  return path!.steps.some((step, k) =>
    deciders.some(({ id }, mover) => {
      const own = game.ranks[mover];
      const [from, to] = [places[k], places[k + 1]];
      return (
        id !== step.actor &&
        own[goal] > own[now] &&
        own[to] < own[now] &&
        own[from] >= own[now] &&
        // Its own wishes are those of the changed model: only where they are as they were.
        !moves.some((move) => move.kind === 'statement' && move.actor === id) &&
        Array.from({ length: space.size }).some(
          (_, s) => own[s] > own[to] && canMove(prepared, mover, to, s),
        )
      );
    }),
  );
}

function canMove({ game }: Prepared, mover: number, from: number, to: number): boolean {
  const out = new Int32Array(game.moves.maxDegree);
  return out.subarray(0, game.moves.successors(mover, from, out)).includes(to);
}

it('no plan on random models has such a step, read literally, and without the rule some have', () => {
  let found = 0;
  for (let seed = 1; seed <= 120; seed++) {
    const prepared = prepare(modelOf(randomText(seed)));
    const goal = { op: 'scenario', id: 'goal' } as const;
    const options = {
      ...OPTIONS,
      most: 2,
      reach: seed % 2 === 0 ? 'moves' : 'improvements',
    } as const;
    for (const plan of mediate(prepared, goal, options).plans)
      expect([seed, plan.moves.length > 0 && harms(prepared, plan)]).toEqual([seed, false]);
    const any = mediate(prepared, goal, { ...options, anyStep: true });
    if (any.plans.some((plan) => plan.moves.length > 0 && harms(prepared, plan))) found++;
  }
  expect(found).toBeGreaterThan(0);
});

function randomText(seed: number): string {
  const below = chance(seed * 7919);
  const ids = ['A.x', 'A.y', 'B.x', 'B.y', 'C.x'];
  const one = (): string => `${below(2) === 0 ? 'not ' : ''}${ids[below(ids.length)]}`;
  const wish = (): string => (below(2) === 0 ? one() : `${one()} or ${one()}`);
  const actor = (id: string, options: string): string =>
    `actor ${id} { ${options} prefers {\n${wish()}\n${wish()}\n${wish()}\n} }`;
  return `situation "Random"
${actor('A', 'option x option y')}
${actor('B', 'option x option y')}
${actor('C', 'option x')}
scenario goal "Goal" = ${ids.map((id) => (below(2) === 0 ? id : `not ${id}`)).join(' and ')}`;
}
