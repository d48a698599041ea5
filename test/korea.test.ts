import { describe, expect, test } from 'vitest';
import { analyse } from '@standoff/questions';
import { countedElements, countGrounds, diagnose } from '@standoff/situation';
import type { Grounded } from '@standoff/model';
import { modelOf } from '../packages/situation/test/situations.js';
import { caseText } from './cases.js';

const TEXT = caseText('korea-2018/korea.standoff');
const README = caseText('korea-2018/README.md');

const model = modelOf(TEXT);
const result = analyse(model);

describe('the reading', () => {
  test('rests on each of the four grounds, as README.md counts them', () => {
    const { count, words, passage, inference, own } = countGrounds(countedElements(model));
    expect(README.replace(/\s+/gu, ' ')).toContain(
      `Of ${count} elements ${words} rest on exact words of the article, ${passage} on a paragraph of it or on another source, ${inference} on what the modeller infers (\`inferred from @cogan:P3 because "…"\`) and ${own} on the modeller's own word.`,
    );
    expect(Math.min(words, passage, inference, own)).toBeGreaterThan(0);
  });

  test('is as rich as the article', () => {
    expect(result.actors.filter((a) => a.kind === 'decision maker').length).toBeGreaterThanOrEqual(
      5,
    );
    expect(result.actors.filter((a) => a.kind === 'stakeholder').length).toBeGreaterThanOrEqual(2);
    expect(model.options.length).toBeGreaterThanOrEqual(12);
    expect(model.scenarios.length).toBeGreaterThanOrEqual(6);
    expect(model.actors.flatMap((a) => a.factions).length).toBeGreaterThanOrEqual(2);
    expect(new Set(model.commitments.map((c) => c.kind))).toEqual(
      new Set(['promise', 'assurance', 'threat', 'demand']),
    );
    expect(model.perceptions.map((p) => [p.actor, p.of])).toContainEqual(['JP', 'US']);
    expect(new Set(model.claims.map((c) => c.strength))).toEqual(
      new Set(['claimed', 'reported', 'inferred', 'stated', 'denied']),
    );
  });

  test('has its paragraph, source or reason on every element', () => {
    const elements: (Grounded & { id?: string })[] = [
      ...model.options,
      ...model.constraints,
      ...model.scenarios,
      ...model.commitments,
      ...model.perceptions,
      ...model.extremes,
      ...model.claims,
      ...model.relations,
      ...model.events,
      ...model.agreements,
      ...model.actors.flatMap((a) => a.factions),
      ...model.actors.flatMap(({ preference }) =>
        preference.form === 'statements'
          ? preference.items.flatMap((i) => (i.item === 'statement' ? [i] : i.statements))
          : [],
      ),
    ];
    const bare = elements.filter((e) => e.evidence.length === 0 && e.because === null);
    expect(bare.map((e) => ('text' in e ? e.text : e.id))).toEqual([]);
  });

  test('refers to every paragraph from P0 to P20', () => {
    const told = new Set<number>();
    for (const [, from, to] of TEXT.matchAll(/@cogan:P(\d+)(?:-P(\d+))?/g))
      for (let p = Number(from); p <= Number(to ?? from); p++) told.add(p);
    expect([...told].sort((a, b) => a - b)).toEqual(Array.from({ length: 21 }, (_, p) => p));
  });

  test('has every row R1 to R19 in the table of its page', () => {
    for (let row = 1; row <= 19; row++) expect(README).toMatch(new RegExp(`^\\| R${row}\\s`, 'm'));
  });

  test('has nothing wrong, and the worst cases asserted are so', () => {
    expect(diagnose(model)).toEqual([]);
    expect(
      result.scenarios
        .flatMap((s) => s.extremes.map((e) => `${e.kind} for ${e.actor}: ${s.id}`))
        .sort(),
    ).toEqual([
      'best for firms: sunshine',
      'worst for CN: garrison',
      'worst for NK: war',
      'worst for SK: war',
      'worst for workersSK: war',
    ]);
    expect(result.scenarios.every((s) => s.extremes.every(({ holds }) => holds))).toBe(true);
  });
});

describe('what its page says the model shows, for every pair of factions', () => {
  test.each([
    ['deal', 'sunshine', 242, 6, 2, 86, 8, 2930, 2954],
    ['deal', 'hardline', 192, 6, 2, 206, 20, 2930, 2954],
    ['change', 'sunshine', 4, 4, 1, 212, 1, 610, 3034],
    ['change', 'hardline', 8, 3, 1, 1275, 4, 610, 3034],
  ] as const)(
    '%s in Washington, %s in Seoul',
    (us, sk, reached, nash, nashReached, seq, seqReached, smr, gmr) => {
      const found = analyse(
        modelOf(
          TEXT.replace('prevails deal', `prevails ${us}`).replace(
            'prevails sunshine',
            `prevails ${sk}`,
          ),
        ),
      );
      const under = (concept: string): typeof found.equilibria =>
        found.equilibria.filter((e) => e.concepts.includes(concept as 'Nash'));
      const improving = (concept: string): number =>
        under(concept).filter((e) => e.reachable.improvements).length;
      expect([
        found.statusQuo.reaches.improvements + 1,
        under('Nash').length,
        improving('Nash'),
        under('SEQ').length,
        improving('SEQ'),
        under('SMR').length,
        under('GMR').length,
      ]).toEqual([reached, nash, nashReached, seq, seqReached, smr, gmr]);
    },
  );

  test('10 000 states; the garrison is reached by improvements under the base assumptions', () => {
    expect(result.space.feasible).toBe(10_000);
    const garrison = result.scenarios.find(({ id }) => id === 'garrison')!;
    expect(garrison.reachable.improvements).toBe(true);
    expect(garrison.concepts).toContain('Nash');
  });
});
