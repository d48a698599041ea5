import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analyse, type StateResult } from '@standoff/questions';
import { CONCEPTS } from '@standoff/engine';
import type { Concept } from '@standoff/situation';
import { parseSituation } from '@standoff/language/parse';
import { CASES } from './cases.js';

// The classic cases against their golden results. A state goes by its number in the publication.

/** Numbers of states. */
type Numbers = readonly number[];

/** By a concept's name; "SEQ+SIM" is stable under either. */
type ByConcept = Readonly<Record<string, Numbers>>;

interface Expected {
  readonly schema: 'standoff/expected/1';
  /** Who published the results, or what computed them. */
  readonly source: string;
  readonly numbering: string;
  /** By number, the options taken, sorted. */
  readonly states: Readonly<Record<string, readonly string[]>>;
  /** By number, the states that the publication counts as one. */
  readonly merged?: Readonly<Record<string, readonly (readonly string[])[]>>;
  readonly feasible: number;
  readonly statusQuo: number | null;
  /** By actor, best first, ties together. */
  readonly ranking: Readonly<Record<string, readonly Numbers[]>>;
  /** By actor: what the source says. */
  readonly stable: Readonly<Record<string, ByConcept>>;
  readonly equilibria: ByConcept;
  /** Where the published definitions, taken literally, give something else than the source. */
  readonly differs: readonly {
    /** "equilibria.GMR" or "stable.Canada.GMR". */
    readonly where: string;
    readonly published: Numbers;
    readonly ours: Numbers;
    readonly why: string;
  }[];
  /** From an independent computation; not published. */
  readonly computed: {
    readonly by: string;
    readonly stable?: Readonly<Record<string, ByConcept>>;
    readonly equilibria: ByConcept;
  };
}

const folders = readdirSync(CASES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

describe.each(folders)('%s', (folder) => {
  const at = (name: string): URL => new URL(`${folder}/${name}`, CASES);
  const files = readdirSync(at('')).filter((name) => name.endsWith('.standoff'));
  const situation = (): string => readFileSync(at(files[0]), 'utf8');

  test('says in words what it is', () => {
    expect(readFileSync(at('README.md'), 'utf8')).toMatch(/^# \S/);
  });

  test('is one situation that parses without an error', () => {
    expect(files).toHaveLength(1);
    const { model, diagnostics } = parseSituation(situation());
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(model).not.toBeNull();
  });

  if (existsSync(at('expected.json'))) golden(situation(), at('expected.json'));
});

function golden(situation: string, file: URL): void {
  const expected = JSON.parse(readFileSync(file, 'utf8')) as Expected;
  const { model } = parseSituation(situation);
  if (model === null) return; // said by the test that parses
  const result = analyse(model, { stability: true });
  const states = result.states!;
  const deciders = result.actors
    .filter(({ kind }) => kind === 'decision maker')
    .map(({ id }) => id);
  const numberOf = new Map<string, number>();
  for (const [number, taken] of Object.entries(expected.states))
    numberOf.set(taken.join(), Number(number));
  for (const [number, all] of Object.entries(expected.merged ?? {}))
    for (const taken of all) numberOf.set(taken.join(), Number(number));
  const number = ({ taken }: Pick<StateResult, 'taken'>): number => numberOf.get(taken.join())!;

  /** Their numbers, ascending. A merged state must be there with all its parts, or not at all. */
  const numbers = (some: readonly Pick<StateResult, 'taken'>[]): Numbers => {
    const counts = new Map<number, number>();
    for (const state of some) counts.set(number(state), (counts.get(number(state)) ?? 0) + 1);
    for (const [n, count] of counts) expect(count).toBe(expected.merged?.[n]?.length ?? 1);
    return [...counts.keys()].sort((a, b) => a - b);
  };

  const stableFor = (state: StateResult, actor: string, concept: string): boolean =>
    concept.split('+').some((one) => state.stability[actor].includes(one as Concept));

  /** What is to come out: the source's value unless it is listed as differing. */
  const ours = (where: string, published: Numbers): Numbers =>
    expected.differs.find((difference) => difference.where === where)?.ours ?? published;

  test('speaks of the states, actors and concepts of the analysis', () => {
    expect(expected.schema).toBe('standoff/expected/1');
    expect(new Set(states.map(({ taken }) => taken.join()))).toEqual(new Set(numberOf.keys()));
    expect(states).toHaveLength(expected.feasible);
    expect(result.space.feasible).toBe(expected.feasible);
    expect(Object.keys(expected.ranking).sort()).toEqual([...deciders].sort());
    expect(Object.keys({ ...expected.equilibria, ...expected.computed.equilibria })).toEqual(
      expect.arrayContaining([...CONCEPTS]),
    );
    if (expected.statusQuo !== null) expect(number(result.statusQuo)).toBe(expected.statusQuo);
  });

  test.each(Object.entries(expected.ranking))('%s ranks the states', (actor, ranking) => {
    const ranks = [...new Set(states.map(({ rank }) => rank[actor]))].sort((a, b) => b - a);
    expect(ranks.map((r) => numbers(states.filter(({ rank }) => rank[actor] === r)))).toEqual(
      ranking,
    );
  });

  const verdicts = [expected.stable, expected.computed.stable ?? {}].flatMap((byActor) =>
    Object.entries(byActor).flatMap(([actor, byConcept]) =>
      Object.entries(byConcept).map(([concept, published]) => ({ actor, concept, published })),
    ),
  );
  if (verdicts.length > 0)
    test.each(verdicts)('$concept stable for $actor', ({ actor, concept, published }) => {
      expect(numbers(states.filter((state) => stableFor(state, actor, concept)))).toEqual(
        ours(`stable.${actor}.${concept}`, published),
      );
    });

  const equilibria = [expected.equilibria, expected.computed.equilibria].flatMap((byConcept) =>
    Object.entries(byConcept).map(([concept, published]) => ({ concept, published })),
  );
  test.each(equilibria)('$concept equilibria', ({ concept, published }) => {
    const wanted = ours(`equilibria.${concept}`, published);
    expect(
      numbers(states.filter((state) => deciders.every((dm) => stableFor(state, dm, concept)))),
    ).toEqual(wanted);
    if ((CONCEPTS as readonly string[]).includes(concept))
      expect(
        numbers(result.equilibria.filter((e) => e.concepts.includes(concept as Concept))),
      ).toEqual(wanted);
  });

  test('differences name a published value and another one of ours', () => {
    for (const { where, published, ours, why } of expected.differs) {
      const [kind, ...path] = where.split('.');
      const value =
        kind === 'stable' ? expected.stable[path[0]][path[1]] : expected.equilibria[path[0]];
      expect(value).toEqual(published);
      expect(ours).not.toEqual(published);
      expect(why).not.toBe('');
    }
  });
}

test('north-korea-2017-irreversible: a rule that holds everywhere adds a fourth SEQ equilibrium', () => {
  const at = (name: string): string =>
    readFileSync(new URL(`north-korea-2017-irreversible/${name}`, CASES), 'utf8');
  const text = at('north-korea-2017-irreversible.standoff')
    .replace(/^ *cannot move .*$/m, '')
    .replace('"Invade the South"', '$& irreversible');
  const { equilibria } = analyse(parseSituation(text).model!);
  const { states, alternatives } = JSON.parse(at('expected.json')) as Expected & {
    readonly alternatives: readonly { readonly equilibria: ByConcept }[];
  };
  const found = (concept: Concept): Numbers =>
    Object.keys(states)
      .filter((n) =>
        equilibria.some(
          ({ taken, concepts }) => taken.join() === states[n].join() && concepts.includes(concept),
        ),
      )
      .map(Number);
  expect(Object.fromEntries(CONCEPTS.map((concept) => [concept, found(concept)]))).toEqual(
    alternatives[0].equilibria,
  );
  expect(found('SEQ')).toEqual([0, 5, 10, 12]);
});

test('garrison-diversion: the earlier tool’s tables are those of its own rule', () => {
  const at = (name: string): string =>
    readFileSync(new URL(`garrison-diversion/${name}`, CASES), 'utf8');
  const { states, equilibria: published } = JSON.parse(at('expected.json')) as Expected;
  const model = parseSituation(at('garrison-diversion.standoff')).model!;
  const { equilibria, opponentsRule } = analyse(model, { opponentsRule: 'each at most once' });
  expect(opponentsRule).toBe('each at most once');
  for (const concept of ['Nash', 'GMR', 'SMR', 'SEQ', 'SIM'] as const) {
    const found = Object.keys(states).filter((n) =>
      equilibria.some(
        ({ taken, concepts }) => taken.join() === states[n].join() && concepts.includes(concept),
      ),
    );
    expect(found.map(Number)).toEqual(published[concept]);
  }
});
