import { readdirSync, readFileSync } from 'node:fs';
import { parseSituation } from '@standoff/language/parse';
import type { ConflictModel } from '@standoff/model';
import { Budget, LargeStates } from '@standoff/engine';
import { beforeAll, describe, expect, test } from 'vitest';
import { CASES } from '../../../test/cases.js';
import { analyse } from '../src/analyse/solve.js';
import { analyseLarge } from '../src/large/solve.js';
import { AnalysisError, diagnose, largeCodeOf, largeModelOf, Lowering } from '@standoff/situation';
import type { AnalysisResult } from '../src/analyse/answer.js';
import type { LargeAnalysisResult } from '../src/large/answer.js';
import { THOROUGH } from '../../../test/thorough.js';
import { CHICKEN, modelOf, PRISONERS } from '../../situation/test/situations.js';

function caseModel(folder: string): ConflictModel {
  const at = new URL(`${folder}/`, CASES);
  const file = readdirSync(at).find((name) => name.endsWith('.standoff'))!;
  return parseSituation(readFileSync(new URL(file, at), 'utf8')).model!;
}

const large = (model: ConflictModel, memory = 2 ** 30): LargeAnalysisResult =>
  analyseLarge(model, { why: 'to compare', memory, limit: 5000 });

const FORMS = `
situation "Three forms of preference"
actor A { option x option y irreversible  option z unknown  ranks (x and y) > (x and not y) ~ (y and not x) > others }
actor B { option x taken not resumable  option y  weighs { x: 1.5  A.y: -0.25  not A.x: 2  y: 0.1 } }
actor C "A bystander" { weighs { A.x: 2  B.x: -3 } }
never A.x and A.z
A cannot move from not A.y to A.x and A.y
scenario two "Two of A's" = at least 2 of { A.x, A.y, A.z }
scenario nothing "Nothing" = none of { A.x, A.y, A.z, B.x, B.y }
best for A is two
worst for C is nothing
`;

const small: [string, ConflictModel][] = [
  ...readdirSync(CASES)
    // States that are one are worked out where they are listed only.
    .filter((folder) => {
      const { options, scenarios } = caseModel(folder);
      return options.length <= 16 && !scenarios.some(({ merged }) => merged);
    })
    .map((folder): [string, ConflictModel] => [folder, caseModel(folder)]),
  ['prisoners', modelOf(PRISONERS)],
  ['chicken', modelOf(CHICKEN)],
  ['three forms', modelOf(FORMS)],
];

describe.each(small)('%s: sets of states say what listed states say', (_, model) => {
  const listed = analyse(model, { stability: true });
  const nash = listed.equilibria.filter(({ concepts }) => concepts.includes('Nash'));
  const result = large(model);

  test('numbers of states, equilibria, and what can be reached', () => {
    expect(result.method).toBe('sets');
    expect(result.space.feasible).toBe(String(listed.space.feasible));
    const count = (some: readonly unknown[]) => ({ count: String(some.length), exact: true });
    expect(result.nash).toEqual({
      all: count(nash),
      byImprovements: count(nash.filter(({ reachable }) => reachable.improvements)),
      byMoves: count(nash.filter(({ reachable }) => reachable.moves)),
    });
    const plain = (e: AnalysisResult['equilibria'][number]) => ({
      taken: e.taken,
      reachable: e.reachable,
      scenarios: e.scenarios,
      name: { ...e.name, decimal: String(e.name.decimal) },
      path: e.path && { by: e.path.by, steps: e.path.steps.length },
      against: e.against,
    });
    const found = result.equilibria.map((e) => ({
      ...e,
      path: e.path && { by: e.path.by, steps: e.path.steps.length },
    }));
    expect(result.equilibria.every(({ path }) => path === null || path.shortest)).toBe(true);
    const byTaken = (a: { taken: readonly string[] }, b: { taken: readonly string[] }): number =>
      a.taken.join() < b.taken.join() ? -1 : 1;
    expect(found.sort(byTaken)).toEqual(nash.map(plain).sort(byTaken));
  });

  test('where things stand', () => {
    const pairs = [
      [result.statusQuo, listed.statusQuo] as const,
      ...(listed.statusQuoAlternatives ?? []).map(
        (now, k) => [result.statusQuoAlternatives![k], now] as const,
      ),
    ];
    for (const [now, wanted] of pairs) {
      expect(now.taken).toEqual(wanted.taken);
      expect(now.stability).toEqual(wanted.stability);
      expect(now.kinds).toEqual(wanted.kinds);
      expect(Object.values(now.undecided).flat()).toEqual([]);
      expect(now.reaches).toEqual({
        improvements: { count: String(wanted.reaches.improvements), exact: true },
        moves: { count: String(wanted.reaches.moves), exact: true },
      });
      for (const [actor, { count, best }] of Object.entries(now.improvements)) {
        const own = wanted.improvements.filter((step) => step.actor === actor);
        expect(count).toEqual({ count: String(own.length), exact: true });
        expect(best).toHaveLength(Math.min(5, own.length));
        const rank = (taken: readonly string[]): number =>
          listed.states!.find((state) => state.taken.join() === taken.join())!.rank[actor];
        expect(best.map(({ to }) => rank(to))).toEqual(
          own.slice(0, best.length).map(({ to }) => rank(to)),
        );
      }
    }
  });

  test('scenarios', () => {
    result.scenarios.forEach((scenario, k) => {
      const wanted = listed.scenarios[k];
      const inside = nash.filter(({ scenarios }) => scenarios.includes(wanted.id));
      expect(scenario.states).toBe(String(wanted.states));
      expect(scenario.nash).toEqual({ count: String(inside.length), exact: true });
      expect(scenario.nashReachable).toEqual({
        improvements: inside.some(({ reachable }) => reachable.improvements),
        moves: inside.some(({ reachable }) => reachable.moves),
      });
      expect(scenario.reachable).toEqual(wanted.reachable);
      expect(scenario.holdsNow).toBe(wanted.holdsNow);
      expect(scenario.extremes).toEqual(wanted.extremes);
      expect(scenario.path === null).toBe(wanted.path === null);
    });
  });

  test('without the memory for sets, what is found around the status quo is right', () => {
    const result = large(model, 0);
    expect(result.method).toBe('exploration');
    const exact = listed.tally
      .filter(({ concepts }) => concepts.includes('Nash'))
      .filter(({ reachable }) => reachable.improvements)
      .reduce((sum, { count }) => sum + count, 0);
    if (result.nash.byImprovements.exact)
      expect(result.nash.byImprovements.count).toBe(String(exact));
    expect(Number(result.nash.byImprovements.count)).toBeLessThanOrEqual(exact);
    for (const { taken, reachable } of result.equilibria) {
      const same = nash.find((e) => e.taken.join() === taken.join());
      expect(same).toBeDefined();
      if (reachable.improvements !== null)
        expect(reachable.improvements).toBe(same!.reachable.improvements);
    }
    for (const [actor, concepts] of Object.entries(result.statusQuo.stability)) {
      const undecided = result.statusQuo.undecided[actor] ?? [];
      const wanted = listed.statusQuo.stability[actor];
      expect(wanted.filter((concept) => !undecided.includes(concept))).toEqual(concepts);
    }
  });
});

describe('ten riparians and a fund', () => {
  const model = caseModel('sarel-basin');
  let told = 0;
  let result: LargeAnalysisResult;
  beforeAll(() => {
    result = analyseLarge(model, { why: 'many', limit: 200, onProgress: () => told++ });
  });

  test('are analysed exactly', () => {
    expect(told).toBeGreaterThan(10);
    expect(result.options.length).toBeGreaterThanOrEqual(60);
    // Of each riparian's options 36 settings satisfy the constraints, of the fund's all 4.
    expect(result.space.feasible).toBe(String(36n ** 10n * 4n));
    expect(result.nash.all).toEqual({ count: '128', exact: true });
    expect(result.nash.byImprovements).toEqual({ count: '64', exact: true });
    expect(result.equilibria.length).toBe(128);
    const nearest = result.equilibria.slice(0, 20);
    for (const { reachable, path } of nearest) {
      expect(reachable.improvements).toBe(true);
      expect(path!.by).toBe('improvements');
    }
    // Move by move: no improvement at the end of a path, and one at each of its steps.
    const states = new LargeStates(largeModelOf(model, new Lowering(model)));
    const code = (taken: readonly string[]): bigint => largeCodeOf(model, new Set(taken));
    for (const { taken, path } of nearest) {
      const better = (actor: number, from: bigint): bigint[] => {
        const found: bigint[] = [];
        states.eachImprovement(actor, from, new Budget(1e6), (to) => found.push(to) > 0);
        return found;
      };
      for (const mover of model.actors.keys()) expect(better(mover, code(taken))).toEqual([]);
      for (const { actor, from, to } of path!.steps) {
        const mover = model.actors.findIndex(({ id }) => id === actor);
        expect(better(mover, code(from))).toContain(code(to));
      }
    }
  });

  test('stop when the callback says so', () => {
    expect(() =>
      analyseLarge(model, {
        why: 'many',
        onProgress: (done) => {
          if (done > 0.35) throw new Error('stopped');
        },
      }),
    ).toThrow('stopped');
  });

  // Of small situations it is held above: what is found around the status quo is right.
  test.runIf(THOROUGH)(
    'too little memory for the sets: an exploration that says how far it got',
    () => {
      const little = analyseLarge(model, { why: 'many', memory: 2 ** 20 });
      expect(little.method).toBe('exploration');
      expect(little.space.feasible).not.toBeNull();
      expect(little.statusQuo.reaches.improvements.exact).toBe(false);
      expect(Number(little.statusQuo.reaches.improvements.count)).toBeGreaterThan(1000);
      expect(little.notAnswered.length).toBeGreaterThan(1);
      const none = analyseLarge(model, { why: 'many', memory: 0 });
      expect(none.space.feasible).toBeNull();
      expect(none.nash.all.exact).toBe(false);
      // Best replies get to some of those that exploring does not come near to.
      const exact = result.equilibria;
      expect(none.equilibria.length).toBeGreaterThan(0);
      for (const { taken, path } of none.equilibria) {
        const same = exact.find((e) => e.taken.join() === taken.join());
        expect(same?.reachable.improvements).toBe(true);
        expect(path!.steps.at(-1)!.to).toEqual(taken);
      }
      expect(none.scenarios.every(({ states }) => states === null)).toBe(true);
      expect(none.notAnswered.length).toBe(5);
    },
  );
});

describe('refusals', () => {
  const refusal = (text: string): AnalysisError => {
    try {
      large(modelOf(text));
    } catch (error) {
      if (error instanceof AnalysisError) return error;
      throw error;
    }
    throw new Error('no refusal');
  };

  test('are those of the listed states', () => {
    for (const text of [
      'situation "c" actor A { option x } always A.x never A.x',
      'situation "s" actor A { option x } always A.x',
      'situation "r" actor A { option x option y ranks x }',
      'situation "r" actor A { option x option y ranks x > y > others }',
    ]) {
      let wanted: unknown;
      try {
        analyse(modelOf(text));
      } catch (error) {
        wanted = error;
      }
      expect(refusal(text)).toMatchObject(
        Object.fromEntries(Object.entries(wanted as AnalysisError)),
      );
      expect(refusal(text).message).toBe((wanted as AnalysisError).message);
    }
  });
});

describe('diagnosis of many options', () => {
  const many = Array.from({ length: 40 }, (_, k) => `option o${k}`).join(' ');
  const found = (text: string): string[] =>
    diagnose(modelOf(`situation "b" actor A { ${many} ${text}`)).map(
      ({ code, message }) => `${code} | ${message}`,
    );

  test('contradiction, fixed options, infeasible status quo', () => {
    expect(found('} always A.o1 and A.o39 never A.o39 never A.o2')).toEqual([
      'model-too-large | 40 options: the states are too many to be listed',
      'contradictory-constraints | no state satisfies all constraints',
    ]);
    expect(found('} never A.o2 always A.o39').slice(1)).toEqual([
      'option-never-taken | A.o2 ("o2") can never be taken',
      'option-always-taken | A.o39 ("o39") can only be taken',
      'status-quo-infeasible | the status quo is not a feasible state',
    ]);
  });

  test('weights that do the same to all states', () => {
    expect(
      found('weighs { o1: 0  (o2 and not o2): 3  (o3 or not o3): 4  o5: 1  o6: 1000000000000 } }'),
    ).toEqual([
      'option-unmentioned | no wish of anybody mentions A.o0 ("o0"), A.o4 ("o4"), A.o7 ("o7") and 32 more of A',
      'model-too-large | 40 options: the states are too many to be listed',
      'weight-never-matters | the weight 0 never matters to A',
      'weight-never-matters | the weight 3 never matters to A',
      'weight-never-matters | the weight 4 never matters to A',
    ]);
  });

  test('empty scenarios, rankings, useless statements, false extremes', () => {
    expect(
      found(`prefers { o1 or not o1  o3  o38 and o39 } }
        actor B { ranks A.o1 > (A.o2 and not A.o1) }
        never A.o38 and A.o39
        scenario s "S" = A.o38 and A.o39`).slice(2),
    ).toEqual([
      'empty-scenario | no feasible state belongs to s ("S")',
      'statement-never-matters | "o1 or not o1" never matters to A',
      'statement-never-matters | "o38 and o39" never matters to A',
      'ranking-incomplete | the ranking of B leaves out 206158430208 feasible states',
    ]);
    expect(
      found(`prefers { not o1 } } scenario s "S" = A.o1 scenario t "T" = A.o2
        worst for A is s worst for A is t`).slice(2),
    ).toEqual(['false-worst | t is not the worst for A by its preferences']);
  });
});
