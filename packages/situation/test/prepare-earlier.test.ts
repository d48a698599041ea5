import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseSituation } from '@standoff/language/parse';
import type { ConflictModel } from '@standoff/model';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analysePrepared, firstOfBriefing, outlook } from '@standoff/questions';
import { CONCEPTS } from '@standoff/engine';
import { judge } from '../src/judge.js';
import { prepare, type Prepared } from '../src/prepare.js';
import { modelOf, PRISONERS } from './situations.js';

const cases = fileURLToPath(new URL('../../../cases', import.meta.url));
const texts = readdirSync(cases)
  .map((id) => `${cases}/${id}/${id}.standoff`)
  .filter((file) => existsSync(file))
  .map((file) => readFileSync(file, 'utf8'));

/** All that is told of a situation; an error is an answer too. */
function told(model: ConflictModel, earlier: Prepared | null): [unknown, Prepared | null] {
  try {
    const prepared = prepare(model, { earlier });
    // The briefing first, as the page asks: what it judges is not judged again.
    const brief = firstOfBriefing(prepared);
    return [[brief, analysePrepared(prepared, { limit: 100 }), outlook(prepared)], prepared];
  } catch (error) {
    return [String(error), null];
  }
}

/** Leaves out one line, puts one in another's place, or turns one into a comment. */
function edited(text: string, [what, a, b]: readonly [number, number, number]): string {
  const lines = text.split('\n');
  const from = a % lines.length;
  const [line] = lines.splice(from, 1);
  if (what === 1) lines.splice(b % lines.length, 0, line);
  if (what === 2) lines.splice(from, 0, `# ${line}`);
  return lines.join('\n');
}

describe('preparing a situation after an edit', () => {
  const edit = fc.tuple(fc.nat(2), fc.nat(100_000), fc.nat(100_000));

  test('says of every edited case what preparing it from nothing says', () => {
    let compared = 0;
    let tookOver = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.array(edit, { minLength: 6, maxLength: 12 }),
        (start, edits) => {
          let text = start;
          let earlier: Prepared | null = told(modelOf(start), null)[1];
          for (const one of edits) {
            const next = edited(text, one);
            const { model } = parseSituation(next);
            if (model === null) continue;
            text = next;
            const [fresh] = told(model, null);
            const [after, prepared] = told(model, earlier);
            expect(after).toEqual(fresh);
            compared++;
            if (prepared !== null && prepared.space === earlier?.space) tookOver++;
            earlier = prepared ?? earlier;
          }
        },
      ),
      { numRuns: 12 },
    );
    expect(compared).toBeGreaterThan(0);
    expect(tookOver).toBeGreaterThan(0);
  }, 120_000);

  test('takes over everything where only words changed, and the states where a wish did', () => {
    const first = prepare(modelOf(PRISONERS));
    judge(first.game, CONCEPTS);
    const words = modelOf(PRISONERS.replace('Both talk', 'Both confess'));
    expect(prepare(words, { earlier: first }).game).toBe(first.game);
    const wish = modelOf(PRISONERS.replace('{ A.c  not c }', '{ not A.c  c }'));
    const after = prepare(wish, { earlier: first });
    expect(after.space).toBe(first.space);
    const judged = judge(after.game, CONCEPTS).verdicts;
    expect(judged).toEqual(judge(prepare(wish).game, CONCEPTS).verdicts);
    expect(judged.get('Nash')![0]).toBe(judge(first.game, CONCEPTS).verdicts.get('Nash')![0]);
    expect(judged.get('SEQ')![0]).not.toBe(judge(first.game, CONCEPTS).verdicts.get('SEQ')![0]);
    // Whatever comes first, what Anna would rather do herself is the same, and so is all that Ben expects.
    const order = modelOf(PRISONERS.replace('{ B.c  not c }', '{ not c  B.c }'));
    const { game } = prepare(order, { earlier: first });
    expect(game).not.toBe(first.game);
    const kept = judge(game, CONCEPTS).verdicts;
    expect(kept).toEqual(judge(prepare(order).game, CONCEPTS).verdicts);
    const before = judge(first.game, CONCEPTS).verdicts;
    for (const concept of CONCEPTS) expect(kept.get(concept)![1]).toBe(before.get(concept)![1]);
    const constraint = modelOf(`${PRISONERS}\nnever A.c and B.c\n`);
    expect(prepare(constraint, { earlier: first }).space).not.toBe(first.space);
  });
});
