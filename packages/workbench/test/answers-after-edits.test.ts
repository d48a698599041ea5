import { readFileSync } from 'node:fs';
import { briefing, stateTable, wholeBriefing } from '@standoff/questions';
import type { BriefingResult, RestOfBriefing } from '@standoff/questions';
import { parseSituation } from '@standoff/language/parse';
import { situationOf } from '@standoff/situation';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Answering } from '../src/answers/answering.js';
import type { AskedName } from '../src/answers/lanes.js';
import type { FromWorker } from '../src/answers/protocol.js';

const CASES = ['chicken', 'elmira', 'euphrates-1975', 'euphrates-1975-misperception', 'border'];
const texts = CASES.map((name) =>
  readFileSync(new URL(`../../../cases/${name}/${name}.standoff`, import.meta.url), 'utf8'),
);

/** In the order in which the page asks them. */
const ASKED = ['firstOfBriefing', 'table', 'restOfBriefing'] as const satisfies AskedName[];

/** Comments lines out, or in where they are. */
function edited(text: string, lines: readonly number[]): string {
  const all = text.split('\n');
  for (const n of lines) {
    const k = n % all.length;
    all[k] = all[k].startsWith('#') ? all[k].slice(1) : `#${all[k]}`;
  }
  return all.join('\n');
}

/** What a worker that has answered earlier texts says of one. */
async function answersOf(side: Answering, said: FromWorker[], version: number, text: string) {
  said.length = 0;
  side.receive({ type: 'text', version, text });
  for (const question of ASKED)
    side.receive({ type: 'ask', version, key: question, question, params: undefined });
  const told = (): FromWorker[] => said.filter(({ type }) => type !== 'progress');
  while (told().length < ASKED.length + 1) await new Promise(setImmediate);
  return told().slice(1);
}

function fresh(text: string): unknown {
  try {
    const situation = situationOf(parseSituation(text).model!);
    return [briefing(situation), stateTable(situation.listed)];
  } catch (error) {
    return error instanceof Error ? error.message : error;
  }
}

test('after any edits a worker says of a text what is said of it by itself', async () => {
  let compared = 0;
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...texts),
      fc.array(fc.array(fc.nat(1_000), { minLength: 1, maxLength: 2 }), {
        minLength: 4,
        maxLength: 8,
      }),
      async (start, edits) => {
        const said: FromWorker[] = [];
        const side = new Answering(
          (message) => said.push(message),
          (work) => setImmediate(work),
          () => 0,
        );
        let text = start;
        let version = 0;
        for (const lines of [[], ...edits]) {
          const next = edited(text, lines);
          if (parseSituation(next).model === null) continue;
          text = next;
          const answers = await answersOf(side, said, ++version, text);
          const failed = answers.find((one) => one.type === 'failed');
          if (failed) {
            expect(failed.problem.message).toBe(fresh(text));
            refused++;
            continue;
          }
          const [first, table, rest] = answers.map((one) => 'result' in one && one.result);
          const whole = wholeBriefing(first as BriefingResult, rest as RestOfBriefing);
          expect([whole, table]).toEqual(fresh(text));
          compared++;
        }
      },
    ),
    { numRuns: 15 },
  );
  expect(compared).toBeGreaterThan(refused);
}, 240_000);
