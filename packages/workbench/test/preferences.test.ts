import { AnalysisError, prepare, type Prepared } from '@standoff/situation';
import { applyEdits, type EditResult } from '@standoff/language';
import { moveStatement } from '@standoff/language/edit';
import type { PreferenceStatement } from '@standoff/model';
import { describe, expect, test } from 'vitest';
import { preferenceLevels, stateTable } from '@standoff/questions';
import { modelOf } from '../../situation/test/situations.js';
import { caseText } from '../../../test/cases.js';
import { formatHolder, holderShown, preferenceOf } from '../src/views/preferences/holder.js';
import { levelsOf } from '../src/views/preferences/levels.js';
import {
  keysAfter,
  moveBetween,
  moveBy,
  statementRows,
  type Move,
} from '../src/views/preferences/statements.js';

const korea = caseText('korea-2018/korea.standoff');

/** The texts of the statements, as the language reads them again. */
function order(text: string, actor: string, faction: string | null = null): string[] {
  const preference = preferenceOf(modelOf(text), { actor, faction, seenBy: null });
  return statementRows(preference, faction).map(({ statement }) => statement.text);
}

function done(text: string, result: EditResult): string {
  if (!result.ok) throw new Error(result.refusal.message);
  return applyEdits(text, result.edits);
}

const MIXED = `situation "Mixed"
actor A {
  option a
  option b
  prefers { a  b }
  faction f { prefers { not a  not b } }
  faction g { prefers { a or b } }
  prefers { a and b
    in no order { a xor b  a iff b } }
}
`;

describe('levels', () => {
  const prepared: Prepared = prepare(modelOf(korea));
  const table = stateTable(prepared);

  test('every state is in the level of its rank, best first, and today where its rank says', () => {
    for (const actor of ['NK', 'US', 'workersSK']) {
      const own = prepared.model.actors.find(({ id }) => id === actor)!;
      const ranked = preferenceLevels(prepared, { actor, faction: own.prevails, seenBy: null });
      const levels = levelsOf(table, ranked, prepared.model);
      const ranks = prepared.ranks.get(actor)!;
      expect(levels.length).toBe(Math.max(...ranks));
      expect(levels.flatMap(({ states }) => states).length).toBe(table.size);
      levels.forEach(({ states }, k) => {
        for (const s of states) expect(ranks[s]).toBe(levels.length - k);
      });
      const [today] = prepared.statusQuo;
      expect(levels.findIndex((level) => level.today)).toBe(levels.length - ranks[today]);
    }
  });

  test('a scenario begins in the level of its best state and ends in that of its worst', () => {
    const ranked = preferenceLevels(prepared, { actor: 'CN', faction: null, seenBy: null });
    const levels = levelsOf(table, ranked, prepared.model);
    table.scenarios.forEach(({ has }, scenario) => {
      const own = [...ranked.level].filter((_, s) => has[s] === 1);
      expect(levels[Math.min(...own)].begins).toContain(scenario);
      if (Math.max(...own) > Math.min(...own))
        expect(levels[Math.max(...own)].ends).toContain(scenario);
    });
  });

  test('a faction ranks by its own statements, and a picture by those it consists of', () => {
    const change = preferenceLevels(prepared, { actor: 'US', faction: 'change', seenBy: null });
    const deal = preferenceLevels(prepared, { actor: 'US', faction: 'deal', seenBy: null });
    expect(change.level).not.toEqual(deal.level);
    const seen = preferenceLevels(prepared, { actor: 'US', faction: null, seenBy: 'JP' });
    // Japan's picture consists of eight statements; the first that tells two states apart decides.
    expect(seen.levels).toBeGreaterThan(2);
    expect(seen.level).not.toEqual(deal.level);
  });

  test('of an actor that is not there is said that it is not', () => {
    expect(() => preferenceLevels(prepared, { actor: 'XX', faction: null, seenBy: null })).toThrow(
      AnalysisError,
    );
  });
});

test('the holder is the one in the address, else the actor named, else a decision maker with statements', () => {
  const model = modelOf(korea);
  const shown = (whose: string | null, actor: string | null): string =>
    formatHolder(holderShown(model, whose, actor)!);
  expect(shown(null, null)).toBe('NK');
  expect(shown(null, 'CN')).toBe('CN');
  expect(shown('US/change', 'CN')).toBe('US/change');
  expect(shown('US', null)).toBe('US/deal');
  expect(shown('JP:US', null)).toBe('JP:US');
  expect(shown('nobody', null)).toBe('NK');
  expect(holderShown(modelOf('situation "Empty"'), null, null)).toBeNull();
});

describe('moves', () => {
  const rows = (faction: string | null) =>
    statementRows(preferenceOf(modelOf(MIXED), { actor: 'A', faction, seenBy: null }), faction);
  const after = (move: Move | null, id: string, faction: string | null): string[] | string | null =>
    move === null
      ? null
      : 'problem' in move
        ? move.problem
        : order(done(MIXED, moveStatement(MIXED, id, move.place)), 'A', faction);

  test('a step moves a statement by one, and the first and last say so', () => {
    const list = rows('g');
    expect(list.map(({ statement }) => statement.text)).toEqual([
      'a',
      'b',
      'a or b',
      'a and b',
      'a xor b',
      'a iff b',
    ]);
    expect(after(moveBy(list, 1, -1), 'A.2', 'g')).toEqual([
      'b',
      'a',
      'a or b',
      'a and b',
      'a xor b',
      'a iff b',
    ]);
    expect(moveBy(list, 0, -1)).toBeNull();
  });

  test('what is common passes all that is a faction’s, and does not become the faction’s', () => {
    const list = rows('f');
    const moved = after(moveBy(list, 4, -1), list[4].statement.id, 'f');
    expect(moved).toEqual(['a', 'b', 'a and b', 'not a', 'not b', 'a xor b', 'a iff b']);
    const model = modelOf(
      done(
        MIXED,
        moveStatement(MIXED, list[4].statement.id, (moveBy(list, 4, -1) as { place: never }).place),
      ),
    );
    const own = statementRows(preferenceOf(model, { actor: 'A', faction: 'g', seenBy: null }), 'g');
    expect(own.map(({ statement }) => statement.faction)).toEqual([
      null,
      null,
      null,
      'g',
      null,
      null,
    ]);
  });

  test('a faction’s statement stays among its own, and a drop outside is refused with the reason', () => {
    const list = rows('f');
    expect(after(moveBy(list, 3, -1), 'A.4', 'f')).toEqual([
      'a',
      'b',
      'not b',
      'not a',
      'a and b',
      'a xor b',
      'a iff b',
    ]);
    expect(moveBetween(list, 2, 1)).toHaveProperty('problem');
    expect(moveBetween(list, 0, 3)).toHaveProperty('problem');
  });

  test('wherever a statement is put it stands there, and whose each statement is stays; or it is refused', () => {
    let refused = 0;
    for (const faction of [null, 'f', 'g']) {
      const list = rows(faction);
      for (let from = 0; from < list.length; from++)
        for (let gap = 0; gap <= list.length; gap++) {
          if (gap === from || gap === from + 1) continue;
          const move = moveBetween(list, from, gap);
          if ('problem' in move) {
            refused++;
            continue;
          }
          const text = done(MIXED, moveStatement(MIXED, list[from].statement.id, move.place));
          const preference = preferenceOf(modelOf(text), { actor: 'A', faction, seenBy: null });
          const say = ({ statement }: (typeof list)[number]): string =>
            `${statement.faction ?? ''}: ${statement.text}`;
          const wanted = list.map(say);
          const [moved] = wanted.splice(from, 1);
          wanted.splice(gap > from ? gap - 1 : gap, 0, moved);
          expect(statementRows(preference, faction).map(say)).toEqual(wanted);
        }
    }
    expect(refused).toBeGreaterThan(0);
  });

  test('at the edge of a group the others stay out of it, and those of the group leave it by a step', () => {
    const list = rows(null);
    const into = (move: Move): number => {
      const text = done(
        MIXED,
        moveStatement(MIXED, list[0].statement.id, (move as never)['place']),
      );
      const preference = preferenceOf(modelOf(text), { actor: 'A', faction: null, seenBy: null });
      return statementRows(preference, null).filter(({ group }) => group !== null).length;
    };
    expect(into(moveBetween(list, 0, 3))).toBe(2);
    expect(into(moveBetween(list, 0, 4))).toBe(3);
    expect(into(moveBetween(list, 0, 5))).toBe(2);
    const left = moveBy(list, 3, -1) as { place: never };
    const text = done(MIXED, moveStatement(MIXED, list[3].statement.id, left.place));
    expect(order(text, 'A')).toEqual(['a', 'b', 'a and b', 'a xor b', 'a iff b']);
    expect(
      statementRows(
        preferenceOf(modelOf(text), { actor: 'A', faction: null, seenBy: null }),
        null,
      ).map(({ group }) => group),
    ).toEqual([null, null, null, null, 0]);
  });
});

describe('keys', () => {
  const list = (...texts: string[]): Pick<PreferenceStatement, 'id' | 'text'>[] =>
    texts.map((text, k) => ({ id: `A.${k + 1}`, text }));
  let next = 0;
  const fresh = (): string => `k${next++}`;
  const keys = (rows: readonly { readonly key: string }[]): string[] => rows.map(({ key }) => key);

  test('a key goes with what is moved, stays with what is rewritten, and is never used twice', () => {
    next = 0;
    const first = keysAfter([], list('x', 'y', 'x', 'z'), fresh);
    expect(keys(first)).toEqual(['k0', 'k1', 'k2', 'k3']);
    const moved = keysAfter(first, list('z', 'x', 'y', 'x'), fresh);
    expect(keys(moved)[0]).toBe('k3');
    expect(new Set(keys(moved)).size).toBe(4);
    const rewritten = keysAfter(moved, list('z', 'not x', 'y', 'x'), fresh);
    expect(keys(rewritten)).toEqual(keys(moved));
    const removed = keysAfter(rewritten, list('z', 'y', 'x'), fresh);
    expect(keys(removed)).toEqual([0, 2, 3].map((k) => keys(rewritten)[k]));
    expect(keys(keysAfter(removed, list('z', 'y', 'x', 'w'), fresh))[3]).toBe('k4');
  });
});
