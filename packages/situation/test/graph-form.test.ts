import { arcMoves, createGame, createModel, RESPONSE_CONCEPTS } from '@standoff/engine';
import { printSituation } from '@standoff/language/print';
import { expect, test } from 'vitest';
import { diagnose } from '../src/checks/diagnose.js';
import { judge } from '../src/judge.js';
import { prepare, type Prepared } from '../src/prepare.js';
import { Random } from '../src/random.js';
import { THOROUGH } from '../../../test/thorough.js';
import { modelOf } from './situations.js';

const MODELS = Number(process.env.STANDOFF_MODELS ?? (THOROUGH ? 300 : 150));

/** What is read off sequences of moves, and so of arcs alone. */
const OPTIONS = ['A.x', 'A.y', 'B.x', 'B.y'] as const;
const ACTORS = ['A', 'B', 'C'] as const;

interface Literal {
  readonly option: number;
  readonly is: boolean;
}

const written = ({ option, is }: Literal): string => `${is ? '' : 'not '}${OPTIONS[option]}`;
const holds = (all: readonly Literal[], code: number): boolean =>
  all.every(({ option, is }) => (((code >> option) & 1) === 1) === is);

function expectVerdicts(prepared: Prepared, arcs: number[][][], words: string): void {
  const { size } = prepared.space;
  const game = createGame(arcMoves(size, arcs), prepared.game.ranks, null);
  const byHand = judge(game, RESPONSE_CONCEPTS).verdicts;
  for (const concept of RESPONSE_CONCEPTS)
    expect(
      prepared.judged.verdicts.get(concept)!.map((own) => [...own]),
      `${concept} ${words}`,
    ).toEqual(byHand.get(concept)!.map((own) => [...own]));
}

test('states that are one and moves that are given: the verdicts are those of the arcs made by hand', () => {
  const random = new Random(1999);
  const below = (n: number): number => random.below(n);
  let compared = 0;
  let together = 0;
  for (let run = 0; run < MODELS; run++) {
    const literals = (): Literal[] => {
      const option = below(4);
      const two = [option, (option + 1 + below(3)) % 4];
      return two.map((one) => ({ option: one, is: below(2) === 0 }));
    };
    const never = literals();
    const one = literals();
    const given = Array.from({ length: below(4) }, () => ({
      actor: below(3),
      from: literals(),
      to: literals(),
    }));
    const forward = below(4);
    const all = (list: readonly Literal[]): string => list.map(written).join(' and ');
    const wishes = (): string =>
      Array.from({ length: 3 }, () => `(${all(literals())}) unless one`).join('\n');
    const actor = (id: string): string => {
      const own = OPTIONS.flatMap((option, k) =>
        option.startsWith(id) ? [`option ${option[2]} ${k === forward ? 'irreversible' : ''}`] : [],
      );
      return `actor ${id} { ${own.join('\n')}\nprefers { ${below(2) === 0 ? 'not one' : ''}\n${wishes()} } }`;
    };
    const text = `situation "S"\n${ACTORS.map(actor).join('\n')}\nnever ${all(never)}
scenario one = ${all(one)} as one state\n${given
      .map(({ actor: who, from, to }) => `${ACTORS[who]} can move from ${all(from)} to ${all(to)}`)
      .join('\n')}\n`;
    const model = modelOf(text);
    expect(printSituation(modelOf(printSituation(model)))).toBe(printSituation(model));
    const states = Array.from({ length: 16 }, (_, code) => code).filter((s) => !holds(never, s));
    const members = states.filter((s) => holds(one, s));
    const told = (s: number): number => (members.includes(s) ? members[0] : s);
    const nodes = states.filter((s) => told(s) === s);
    if (holds(never, 0)) continue;
    if (members.length > 0)
      expect(diagnose(model).filter(({ severity }) => severity === 'error')).toEqual([]);
    const prepared = prepare(model);
    expect([...prepared.space.codes], text).toEqual(nodes);
    const deciders = ['A', 'B', ...(given.some(({ actor: who }) => who === 2) ? ['C'] : [])];
    expect(prepared.deciders.map(({ id }) => id)).toEqual(deciders);
    const canMove = (who: number, from: number, to: number): boolean => {
      const own = OPTIONS.flatMap((option, k) => (option.startsWith(ACTORS[who]) ? [k] : []));
      const changed = [0, 1, 2, 3].filter((k) => ((from ^ to) >> k) & 1);
      return (
        given.some((g) => g.actor === who && holds(g.from, from) && holds(g.to, to)) ||
        (changed.every((k) => own.includes(k)) &&
          !(changed.includes(forward) && ((from >> forward) & 1) === 1))
      );
    };
    const arcs = deciders.map((_, who) =>
      nodes.map((from) => [
        ...new Set(
          states.flatMap((start) =>
            told(start) !== from
              ? []
              : states.flatMap((end) =>
                  told(end) !== from && canMove(who, start, end) ? [nodes.indexOf(told(end))] : [],
                ),
          ),
        ),
      ]),
    );
    expectVerdicts(prepared, arcs, text);
    compared++;
    if (members.length > 1) together++;
  }
  expect(compared).toBeGreaterThan(MODELS / 2);
  expect(together).toBeGreaterThan(MODELS / 4);
});

test('a graph: the verdicts are those of its states and arcs', () => {
  const random = new Random(1987);
  for (let run = 0; run < MODELS / 6; run++) {
    const states = Array.from({ length: 3 + random.below(4) }, (_, k) => `s${k}`);
    const decisionMakers = ['A', 'B', 'C'].map((name) => ({
      name,
      moves: states.flatMap((from) =>
        states.flatMap((to): [string, string][] =>
          from !== to && random.below(3) === 0 ? [[from, to]] : [],
        ),
      ),
      ranking: states
        .map((state) => ({ state, key: random.below(1000) }))
        .sort((a, b) => a.key - b.key)
        .map(({ state }) => state),
    }));
    if (decisionMakers.some(({ moves }) => moves.length === 0)) continue;
    const text = `situation "S"\ngraph g of {s0 taken, ${states.slice(1).join(', ')}}\n${decisionMakers
      .map(
        ({ name, moves, ranking }) =>
          `actor ${name} {\n${moves.map(([from, to]) => `can move from ${from} to ${to}`).join('\n')}\nranks ${ranking.join(' > ')} }`,
      )
      .join('\n')}\n`;
    const model = modelOf(text);
    expect(printSituation(modelOf(printSituation(model)))).toBe(printSituation(model));
    const prepared = prepare(model);
    expect(prepared.naming.name(prepared.statusQuo[0]).label).toBe('s0');
    const byHand = judge(createModel({ states, decisionMakers }).game, RESPONSE_CONCEPTS).verdicts;
    for (const concept of RESPONSE_CONCEPTS)
      expect(
        prepared.judged.verdicts.get(concept)!.map((own) => [...own]),
        `${concept} ${text}`,
      ).toEqual(byHand.get(concept)!.map((own) => [...own]));
  }
});

test('who tells states apart that are to be one, and a state that is one with others twice', () => {
  const codes = (text: string): string[] => diagnose(modelOf(text)).map(({ code }) => code);
  const head = 'situation "S"\nactor A { option x option y prefers { x } }\n';
  expect(codes(`${head}scenario s = A.y as one state`)).toContain('merged-apart');
  expect(codes(`${head}scenario s = A.x as one state`)).not.toContain('merged-apart');
  expect(
    codes(`${head}scenario s = A.x as one state\nscenario t = A.x and A.y as one state`),
  ).toContain('merged-twice');
});
