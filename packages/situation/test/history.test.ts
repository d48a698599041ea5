import { arcMoves, createGame, RESPONSE_CONCEPTS } from '@standoff/engine';
import { parseSituation } from '@standoff/language/parse';
import { describe, expect, test } from 'vitest';
import { takenIn } from '../src/listing.js';
import { judge } from '../src/judge.js';
import { prepare } from '../src/prepare.js';
import { Random } from '../src/random.js';
import { modelOf } from './situations.js';

const MODELS = Number(process.env.STANDOFF_MODELS ?? 300);

/** What is read off sequences of moves, and so of arcs alone. */
/** Never taken, taken, or given up for good. */
type Past = 'never' | 'taken' | 'given';

const OPTIONS = ['A.x', 'A.y', 'B.x', 'B.y'] as const;

interface Written {
  readonly once: readonly boolean[];
  readonly text: string;
}

function written(random: Random): Written {
  const once = OPTIONS.map(() => random.below(2) === 0);
  const literal = (): string => `${random.below(2) === 0 ? '' : 'not '}${OPTIONS[random.below(4)]}`;
  const wishes = (): string =>
    Array.from({ length: 3 }, () => `${literal()} and ${literal()} or ${literal()}`).join('\n');
  const actor = (id: string, from: number): string =>
    `actor ${id} {\n option x ${once[from] ? 'not resumable' : ''}\n option y ${once[from + 1] ? 'not resumable' : ''}\n prefers {\n${wishes()}\n} }`;
  return { once, text: `situation "S"\n${actor('A', 0)}\n${actor('B', 2)}` };
}

/** All states by definition, each option with its past; of one that may be taken up again: taken or not. */
function statesOf(once: readonly boolean[]): Past[][] {
  return once.reduce<Past[][]>(
    (all, single) =>
      all.flatMap((one) =>
        (['never', 'taken', ...(single ? (['given'] as const) : [])] as const).map((past) => [
          ...one,
          past,
        ]),
      ),
    [[]],
  );
}

function mayChange(once: boolean, from: Past, to: Past): boolean {
  if (from === to || !once) return true;
  return (from === 'never' && to === 'taken') || (from === 'taken' && to === 'given');
}

test('what is not resumable is given up once: the verdicts are those of a literal reading', () => {
  const random = new Random(20180427);
  for (let run = 0; run < MODELS; run++) {
    const { once, text } = written(random);
    const prepared = prepare(modelOf(text));
    const { model, space, judged } = prepared;
    const states = statesOf(once);
    expect(space.size).toBe(states.length);
    const keyOf = (state: readonly Past[]): string =>
      OPTIONS.flatMap((id, k) =>
        state[k] === 'taken' ? [id] : state[k] === 'given' ? [`${id}GivenUp`] : [],
      ).join();
    const place = new Map(
      Array.from({ length: space.size }, (_, s) => [[...takenIn(prepared, s)].sort().join(), s]),
    );
    const numbers = states.map((state) => place.get(keyOf(state).split(',').sort().join())!);
    expect(new Set(numbers).size).toBe(states.length);
    const arcs = ['A', 'B'].map((owner) =>
      states.map((from) =>
        states.flatMap((to, t) => {
          if (to === from) return [];
          const fits = OPTIONS.every((id, k) =>
            id.startsWith(owner) ? mayChange(once[k], from[k], to[k]) : from[k] === to[k],
          );
          return fits ? [t] : [];
        }),
      ),
    );
    const ranks = prepared.game.ranks.map((own) => Int32Array.from(numbers, (s) => own[s]));
    const literal = judge(
      createGame(arcMoves(states.length, arcs), ranks, null),
      RESPONSE_CONCEPTS,
    );
    for (const concept of RESPONSE_CONCEPTS)
      for (const [mover, stable] of literal.verdicts.get(concept)!.entries())
        expect([...stable], text).toEqual(
          numbers.map((s) => judged.verdicts.get(concept)![mover][s]),
        );
    expect(model.options.filter(({ historyOf }) => historyOf !== undefined)).toHaveLength(
      once.filter(Boolean).length,
    );
  }
});

const ANN = `situation "Not resumable" as of 2020
actor A "Ann" { option go "Go" not resumable  prefers { go } }
actor B "Bob" { option wait "Wait" prefers { wait if A.go } }
`;

describe('where things stand', () => {
  const today = (events: string): unknown => {
    const prepared = prepare(modelOf(ANN + events));
    return [...takenIn(prepared, prepared.statusQuo[0])];
  };

  test('the first time is open', () => {
    const prepared = prepare(modelOf(ANN));
    expect(prepared.states.moves('A', prepared.states.now[0])).toHaveLength(1);
  });

  test('an event that ends it gives it up', () => {
    expect(today('event 2019 "Up" { A.go }')).toEqual(['A.go']);
    expect(today('event 2018 "Up" { A.go }\nevent 2019 "Down" { not A.go }')).toEqual([
      'A.goGivenUp',
    ]);
  });

  test('an event that takes it up again is told of', () => {
    const { diagnostics } = parseSituation(
      `${ANN}event 2019 "Down" { not A.go }\nevent 2020 "Up" { A.go }`,
    );
    expect(diagnostics.map(({ code }) => code)).toEqual(['event-against-option']);
  });
});
