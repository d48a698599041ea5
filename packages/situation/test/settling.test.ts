import { arcMoves, createGame, RESPONSE_CONCEPTS } from '@standoff/engine';
import { printSituation } from '@standoff/language/print';
import { expect, test } from 'vitest';
import { diagnose } from '../src/checks/diagnose.js';
import { judge } from '../src/judge.js';
import { takenIn } from '../src/listing.js';
import { prepare } from '../src/prepare.js';
import { Random } from '../src/random.js';
import { modelOf } from './situations.js';

const MODELS = Number(process.env.STANDOFF_MODELS ?? 300);

/** What is read off sequences of moves, and so of arcs alone. */
const OPTIONS = ['A.x', 'A.y', 'B.x', 'B.y', 'C.x'] as const;

type Taken = ReadonlySet<string>;
type Literal = readonly [option: string, taken: boolean];
interface Rule {
  readonly when: readonly Literal[];
  readonly then: readonly Literal[];
}

const written = ([option, taken]: Literal): string => `${taken ? '' : 'not '}${option}`;
const keyOf = (taken: Taken): string => [...taken].sort().join();

/** Where it comes to rest, rule by rule as it is defined; null: it does not. */
function rest(start: Taken, rules: readonly Rule[]): Taken | null {
  let taken = start;
  for (let step = 0; step < 100; step++) {
    const due = rules.filter(({ when }) => when.every(([id, is]) => taken.has(id) === is));
    const effects = due.flatMap(({ then }) => then);
    if (effects.some(([id, is]) => effects.some(([other, not]) => id === other && is !== not)))
      return null;
    const next = new Set(
      OPTIONS.filter((id) => effects.find(([of]) => of === id)?.[1] ?? taken.has(id)),
    );
    if (keyOf(next) === keyOf(taken)) return taken;
    taken = next;
  }
  return null;
}

const ALL: readonly Taken[] = Array.from(
  { length: 2 ** OPTIONS.length },
  (_, n) => new Set(OPTIONS.filter((_, k) => (n >> k) & 1)),
);

test('what follows by itself: the verdicts are those of the moves made by hand', () => {
  const random = new Random(20190329);
  const one = <T>(of: readonly T[]): T => of[random.below(of.length)];
  let compared = 0;
  let refused = 0;
  for (let run = 0; run < MODELS; run++) {
    const literal = (): Literal => [one(OPTIONS), random.below(2) === 0];
    const rules = Array.from({ length: 1 + random.below(3) }, (): Rule => {
      const then = literal();
      const second = literal();
      return {
        when: [literal(), literal()],
        then: second[0] === then[0] ? [then] : [then, second].slice(0, 1 + random.below(2)),
      };
    });
    const flags = OPTIONS.map(() => one(['', '', '', 'irreversible']));
    const wishes = (): string =>
      Array.from(
        { length: 3 },
        () => `${written(literal())} and ${written(literal())} or ${written(literal())}`,
      ).join('\n');
    const own = (id: string): string[] => OPTIONS.filter((option) => option.startsWith(id));
    const actors = ['A', 'B', 'C'].map((id) => {
      const options = own(id).map(
        (option) => `option ${option[2]} ${flags[OPTIONS.indexOf(option as 'A.x')]}`,
      );
      return `actor ${id} { ${options.join('\n')}\n prefers {\n${wishes()}\n} }`;
    });
    const text = `situation "S"\n${actors.join('\n')}\n${rules
      .map(
        ({ when, then }) =>
          `when ${when.map(written).join(' and ')} then { ${then.map(written).join(', ')} }`,
      )
      .join('\n')}\n`;
    const states = ALL.filter((taken) => {
      const end = rest(taken, rules);
      return end !== null && keyOf(end) === keyOf(taken);
    });
    const place = new Map(states.map((taken, s) => [keyOf(taken), s]));
    let unsettled = rest(new Set(), rules) === null;
    const arcs = ['A', 'B', 'C'].map((id) =>
      states.map((from) => {
        const ends = new Set<number>();
        for (const to of ALL) {
          const changed = OPTIONS.filter((option) => from.has(option) !== to.has(option));
          if (changed.length === 0 || changed.some((option) => !option.startsWith(id))) continue;
          if (changed.some((option) => from.has(option) && flags[OPTIONS.indexOf(option)] !== ''))
            continue;
          const end = rest(to, rules);
          if (end === null) unsettled = true;
          else if (keyOf(end) !== keyOf(from)) ends.add(place.get(keyOf(end))!);
        }
        return [...ends];
      }),
    );
    const model = modelOf(text);
    const printed = printSituation(model);
    expect(printSituation(modelOf(printed))).toBe(printed);
    if (states.length === 0) continue;
    if (unsettled) {
      expect(() => prepare(model), text).toThrow(/by itself/);
      expect(diagnose(model)[0].code).toMatch(/^consequences-/);
      refused++;
      continue;
    }
    const prepared = prepare(model);
    expect(prepared.space.size, text).toBe(states.length);
    const at = states.map((taken) =>
      Array.from({ length: states.length }, (_, s) => s).find(
        (s) => takenIn(prepared, s).join() === keyOf(taken),
      )!,
    );
    expect(takenIn(prepared, prepared.statusQuo[0]).join()).toBe(keyOf(rest(new Set(), rules)!));
    const game = createGame(
      arcMoves(states.length, arcs),
      prepared.game.ranks.map((ranks) => Int32Array.from(states, (_, s) => ranks[at[s]])),
      null,
    );
    const byHand = judge(game, RESPONSE_CONCEPTS).verdicts;
    for (const concept of RESPONSE_CONCEPTS)
      for (let mover = 0; mover < 3; mover++) {
        const verdicts = prepared.judged.verdicts.get(concept)![mover];
        expect(
          at.map((s) => verdicts[s]),
          `${concept} ${mover} ${text}`,
        ).toEqual([...byHand.get(concept)![mover]]);
      }
    compared++;
  }
  expect(compared).toBeGreaterThan(MODELS / 4);
  expect(refused).toBeGreaterThan(0);
});

const WAR = `situation "S" as of 2018-03-01
actor US "Washington" { option attack "Attack"  prefers { not CN.intervene } }
actor CN "Beijing" { option intervene "Intervene"  prefers { not US.attack } }
actor NK "Pyongyang" { option suspend "Suspend tests" taken  prefers { suspend } }
when US.attack then { CN.intervene }
when CN.intervene and NK.suspend then { not NK.suspend }
`;

test('a step tells who did what, and what followed by itself', () => {
  const prepared = prepare(modelOf(WAR));
  const [now] = prepared.statusQuo;
  const [war] = prepared.states.moves('US', BigInt(prepared.space.codes[now]));
  const [step] = prepared.states.steps([
    { actor: 'US', from: BigInt(prepared.space.codes[now]), to: war },
  ]);
  expect(step).toMatchObject({
    takes: ['US.attack'],
    drops: [],
    follows: { takes: ['CN.intervene'], drops: ['NK.suspend'] },
  });
});

test('what goes round or contradicts itself is told with what to do', () => {
  const circle = modelOf(
    `${WAR}when US.attack and CN.intervene then { not US.attack }\nwhen CN.intervene and not US.attack then { US.attack }\n`,
  );
  expect(diagnose(circle)).toMatchObject([{ code: 'consequences-circle', severity: 'error' }]);
  const clash = modelOf(`${WAR}when US.attack then { not CN.intervene }\n`);
  expect(diagnose(clash)).toMatchObject([
    { code: 'consequences-contradiction', hint: expect.stringContaining('conditions') as unknown },
  ]);
});
