import { Page, printBlocks } from '@standoff/document';
import { prepare, takenIn, type Prepared } from '@standoff/situation';
import { applyEdits, type EditResult } from '@standoff/language';
import {
  moveStatement,
  removeStatement,
  setPerhaps,
  setPrevails,
  setWants,
} from '@standoff/language/edit';
import { parseSituation } from '@standoff/language/parse';
import {
  changeBetween,
  changedWords,
  headline,
  holdsOtherwise,
  sameModel,
  stateTable,
  tellChange,
  Words,
  type TextChange,
  type Stand,
} from '@standoff/questions';
import { describe, expect, test } from 'vitest';
import { caseText } from '../../../test/cases.js';
import { LastChange } from '../src/changes/last-change.js';

const korea = caseText('korea-2018/korea.standoff');
const chicken = caseText('chicken/chicken.standoff');

/** What has been worked out of a text: nothing changes it, and the Korean case has many states. */
const known = new Map<string, { readonly stand: Stand; readonly prepared: Prepared }>();

function workedOut(text: string): { readonly stand: Stand; readonly prepared: Prepared } {
  const before = known.get(text);
  if (before !== undefined) return before;
  const { model, diagnostics } = parseSituation(text);
  if (model === null) throw new Error(JSON.stringify(diagnostics));
  const prepared = prepare(model);
  const found = { stand: { model, table: stateTable(prepared) }, prepared };
  known.set(text, found);
  return found;
}

const stand = (text: string): Stand => workedOut(text).stand;

function done(text: string, result: EditResult): string {
  if (!result.ok) throw new Error(result.refusal.message);
  return applyEdits(text, result.edits);
}

const change = (before: string, after: string): TextChange =>
  changeBetween(stand(before), stand(after));

const FIRM = ['Nash', 'SEQ', 'SSEQ'];

/** By the definition, from the library: the states that hold by Nash, SEQ or SSEQ, by their options. */
function held({ table }: Stand, text: string): Set<string> {
  const { prepared } = workedOut(text);
  const found = new Set<string>();
  for (let s = 0; s < table.size; s++)
    if (table.concepts.some((one, c) => FIRM.includes(one) && (table.equilibria[s] >>> c) & 1))
      found.add(takenIn(prepared, s).join());
  return found;
}

describe('Korea', () => {
  const edits: [string, string][] = [
    ['a statement moved', done(korea, moveStatement(korea, 'NK.13', { before: 'NK.1' }))],
    ['one removed', done(korea, removeStatement(korea, 'NK.4'))],
    ['one rewritten', done(korea, setWants(korea, 'CN.6', 'enforce'))],
    ['another faction', done(korea, setPrevails(korea, 'US', 'change'))],
  ];

  test.each(edits)(
    '%s: what is told as held and no longer held is what the library finds',
    (_, text) => {
      const [before, after] = [stand(korea), stand(text)];
      const told = changeBetween(before, after);
      const [then, now] = [held(before, korea), held(after, text)];
      const fresh = [...now].filter((one) => !then.has(one));
      const gone = [...then].filter((one) => !now.has(one));
      expect(told.gained.length).toBe(fresh.length);
      expect(told.lost.length).toBe(gone.length);
      expect(told.held).toEqual({ before: then.size, after: now.size });
      // Each is explained by a verdict that really is another than before.
      const place = new Map(Array.from(after.table.codes, (code, s) => [code, s] as const));
      for (const { state, actor, concept } of [...told.gained, ...told.lost]) {
        const s = place.get(state)!;
        const c = after.table.concepts.indexOf(concept!);
        const bit = (one: Stand): number => (one.table.stable[actor!][s] >>> c) & 1;
        expect(bit(before)).not.toBe(bit(after));
      }
    },
  );

  test('the other way round gained and lost change places, and the rankings turn', () => {
    const [, text] = edits[0];
    const [forth, back] = [change(korea, text), change(text, korea)];
    const ids = (list: TextChange['gained']): number[] => list.map(({ state }) => state).sort();
    expect(ids(back.gained)).toEqual(ids(forth.lost));
    expect(ids(back.lost)).toEqual(ids(forth.gained));
    const [nk] = forth.rankings!;
    expect(forth.rankings!.map(({ actor }) => actor)).toEqual(['NK']);
    expect(nk.scenarios.length).toBeGreaterThan(0);
    for (const { id, before, after, direction } of nk.scenarios) {
      const other = back.rankings![0].scenarios.find((one) => one.id === id)!;
      expect([other.before, other.after]).toEqual([after, before]);
      expect(direction).toBe(after > before ? 'up' : 'down');
    }
  });

  test('a place is the share of the other states that are worse, of equals half', () => {
    const [, text] = edits[0];
    const [before, after] = [stand(korea), stand(text)];
    const { today } = changeBetween(before, after).rankings![0];
    const place = ({ table }: Stand): number => {
      const ranks = table.ranks['NK'];
      const own = ranks[table.statusQuo[0]];
      const worse = ranks.filter((rank) => rank < own).length;
      const equal = ranks.filter((rank) => rank === own).length - 1;
      return (worse + equal / 2) / (table.size - 1);
    };
    if (place(before) === place(after)) expect(today).toBeNull();
    else {
      expect(today!.before).toBeCloseTo(place(before), 12);
      expect(today!.after).toBeCloseTo(place(after), 12);
    }
  });

  test('a faction that does not prevail, a picture and a comment change nothing that holds', () => {
    const faction = done(korea, removeStatement(korea, 'US.16'));
    const told = change(korea, faction);
    expect(holdsOtherwise(told)).toBe(false);
    expect(told.rankings).toEqual([]);
    expect(told.preferences.map(({ actor }) => actor)).toEqual(['US']);
    expect(headline(told)).toContain('Nothing changed');
    const picture = done(korea, removeStatement(korea, 'JP>US.3'));
    expect(sameModel(stand(korea).model, stand(picture).model)).toBe(false);
    expect(change(korea, picture).preferences).toMatchObject([{ actor: 'US', seenBy: 'JP' }]);
    expect(sameModel(stand(korea).model, stand(`${korea}\n# a remark\n`).model)).toBe(true);
  });
});

describe('what was changed, in words', () => {
  const told = (result: EditResult): string[] => {
    const text = done(korea, result);
    const { model } = stand(text);
    return changedWords(change(korea, text), model, new Words(model));
  };

  test('a move by one, a move by many, a removal, a doubt, a faction', () => {
    expect(told(moveStatement(korea, 'CN.3', { before: 'CN.2' }))).toEqual([
      'China: not “Go to war against the North” now counts for more than not “Move US troops into the North”.',
    ]);
    expect(told(moveStatement(korea, 'CN.1', { after: 'CN.4' }))).toEqual([
      'China: not “The North a garrison state in the US camp” now counts for less than 3 statements that it stood above.',
    ]);
    expect(told(removeStatement(korea, 'CN.7'))).toEqual([
      'China: it no longer wants “Intrigue from Beijing in Pyongyang”.',
    ]);
    expect(told(setPerhaps(korea, 'CN.7', { percent: 30 }))).toEqual([
      'China: “Intrigue from Beijing in Pyongyang” is now in doubt (perhaps).',
    ]);
    expect(told(setPrevails(korea, 'SK', 'hardline'))).toEqual([
      'Who prevails in South Korea: “Hard line” instead of “Sunshine Policy”.',
    ]);
  });
});

test('what an edit did is told in full: the edit, today, scenarios, single states, rankings', () => {
  const text = done(korea, removeStatement(korea, 'NK.4'));
  const told = change(korea, text);
  const { model } = stand(text);
  const page = new Page({});
  printBlocks(page, tellChange(new Words(model), told, model));
  const said = page.toString();
  expect(said).toContain('it no longer wants');
  const headings: [string, boolean][] = [
    ['Scenarios', told.scenarios.length > 0],
    ['Would now hold', told.gained.length > 0],
    ['Would no longer hold', told.lost.length > 0],
    ['ranks them', told.rankings!.length > 0],
  ];
  for (const [title, is] of headings) expect(said.includes(title), title).toBe(is);
  expect(headings.filter(([, is]) => is).length).toBeGreaterThan(1);
});

test('states that come and go with an option are told, and rankings then not compared', () => {
  const [before, after] = [stand(chicken), stand(`${chicken}\nactor Onlooker { option shout }\n`)];
  const told = changeBetween(before, after);
  expect(told.rankings).toBeNull();
  expect(told.differences.map(({ kind }) => kind)).toContain('actors and options');
  // Onlooker wants nothing, so that what held holds, with it shouting or not.
  expect(told.lost).toEqual([]);
  expect(told.held.after).toBe(2 * told.held.before);
  expect(changeBetween(after, before).lost.every(({ stateless }) => stateless)).toBe(true);
});

describe('the last change', () => {
  const one = stand(korea);
  const two = stand(done(korea, moveStatement(korea, 'CN.3', { before: 'CN.2' })));
  const three = stand(done(korea, removeStatement(korea, 'CN.7')));

  test('stays until the next that can change a result', () => {
    const last = new LastChange();
    let calls = 0;
    last.subscribe(() => calls++);
    last.take(one, 0);
    expect(last.change).toBeNull();
    last.take(two, 10_000);
    const first = last.change;
    expect(first!.preferences[0].changes[0].kind).toBe('moved');
    last.take({ ...two }, 20_000);
    expect(last.change).toBe(first);
    expect(calls).toBe(1);
    last.take(three, 30_000);
    expect(last.change!.preferences[0].changes.map(({ kind }) => kind)).toEqual([
      'removed',
      'moved',
    ]);
  });

  test('what follows at once is one change with what went before; taken back at once, it is the way back', () => {
    const last = new LastChange();
    last.take(one, 0);
    last.take(two, 10_000);
    last.take(three, 10_500);
    expect(last.change!.preferences[0].changes.map(({ kind }) => kind)).toEqual(['removed']);
    last.take(one, 11_000);
    expect(last.change!.preferences[0].changes.map(({ kind }) => kind)).toEqual(['added']);
  });
});
