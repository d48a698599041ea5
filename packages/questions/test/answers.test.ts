import { describe, expect, it } from 'vitest';
import { ANSWERED } from '../src/composed/answered.js';
import { answeredQuickly, answers } from '../src/composed/answers.js';
import { settlement } from '../src/mediate/settlement.js';
import { prepare, type Prepared } from '@standoff/situation';
import type { ScenarioAnswer } from '../src/scenarios/answer.js';
import { scenarios } from '../src/scenarios/solve.js';
import { modelOf, PRISONERS } from '../../situation/test/situations.js';

const settled = (prepared: Prepared): ScenarioAnswer | null =>
  settlement(prepared, scenarios(prepared).scenarios);

describe('the composed answer', () => {
  it('asks what the situation has something to say to', () => {
    const all = answers(prepare(modelOf(PRISONERS)));
    expect(Object.keys(all)).toEqual([
      'briefing',
      'outlook',
      'scenarios',
      'stakeholders',
      'mediate',
      'plausible',
      'leftOut',
    ]);
    expect(all.leftOut).toEqual([]);
  });

  it('asks only what it is told to', () => {
    const prepared = prepare(
      modelOf(`${PRISONERS}\npromise p "P" : A.c when B.c to B\nevent 1949 "Caught" { not A.c }`),
    );
    for (const question of ANSWERED) {
      const { leftOut, ...told } = answers(prepared, [question]);
      expect(leftOut).toEqual([]);
      expect(Object.keys(told).filter((name) => name !== question)).toEqual([]);
    }
    expect(answers(prepared, ['replay', 'commitments'])).toMatchObject({
      commitments: { schema: 'standoff/commitments/2' },
      replay: { schema: 'standoff/replay/2' },
    });
  });

  it('says why a question has no answer here', () => {
    const faction = (name: string): string =>
      Array.from(
        { length: 5 },
        (_, k) => `faction ${name}${k} "${name}${k}" { prefers { o } }`,
      ).join(' ');
    const actors = ['A', 'B', 'C', 'D']
      .map(
        (id) =>
          `actor ${id} { option o ${faction(id.toLowerCase())} prevails ${id.toLowerCase()}0 }`,
      )
      .join('\n');
    const { leftOut, factions } = answers(prepare(modelOf(`situation "Many"\n${actors}`)), [
      'factions',
    ]);
    expect(leftOut).toMatchObject([
      { question: 'factions', why: expect.stringContaining('625 combinations') as string },
    ]);
    expect(factions).toBeUndefined();
  });

  it('tells what can be answered quickly', () => {
    const of = (options: number): boolean =>
      answeredQuickly(
        prepare(
          modelOf(
            `situation "Large"\nactor A { ${Array.from({ length: options }, (_, k) => `option o${k}`).join(' ')} }`,
          ),
        ),
      );
    expect(of(6)).toBe(true);
    // 8,192 states, and from each all others.
    expect(of(13)).toBe(false);
    expect(of(15)).toBe(false);
  });
});

describe('settlement', () => {
  const found = (text: string) => settled(prepare(modelOf(text)))?.id ?? null;

  it('is what most would gain by and improvements do not lead to', () => {
    expect(found(PRISONERS)).toBe('silence');
    // Where improvements lead, nothing has to change; where few gain, it settles nothing.
    expect(found(PRISONERS.replaceAll('not c }', 'c }'))).toBeNull();
    expect(found(PRISONERS.replaceAll('A.c and B.c', 'A.c and not B.c'))).toBeNull();
  });
});
