import { difference } from '@standoff/language';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { CaseFile, CaseFileName, CaseStore, Conflict, Saved } from '../src/case-store.js';
import { SituationDocument } from '../src/document/document.js';
import type { Draft } from '../src/document/draft.js';
import type { DraftPlace } from '../src/document/drafts.js';
import { Saving } from '../src/document/saving.js';

test('edits are steps of one history, to be undone and done again', () => {
  const text = new SituationDocument('one\r\ntwo');
  expect(text.text).toBe('one\ntwo');
  text.edit(
    [
      { from: 0, to: 3, insert: '1' },
      { from: 4, to: 7, insert: '2' },
    ],
    'numbers',
  );
  expect(text.text).toBe('1\n2');
  expect(text.undo()).toBe(true);
  expect(text.text).toBe('one\ntwo');
  expect(text.canUndo).toBe(false);
  expect(text.redo()).toBe(true);
  expect(text.text).toBe('1\n2');
});

test('what is changed beside the text is made, undone and done again with it, or alone', () => {
  const text = new SituationDocument('one');
  const beside: string[] = [];
  let steps = 0;
  const stop = text.subscribeHistory(() => steps++);
  const changed = vi.fn();
  text.subscribe(changed);
  const step = (what: string) => ({
    make: () => beside.push(what),
    takeBack: () => beside.push(`not ${what}`),
  });
  expect(text.editBeside([{ from: 3, to: 3, insert: ' two' }], 'accepted', step('a'))).toBe(1);
  text.editBeside([], 'rejected', step('b'));
  expect([text.text, beside, changed.mock.calls.length]).toEqual(['one two', ['a', 'b'], 1]);
  text.edit([{ from: 0, to: 3, insert: '1' }], 'typed');

  text.undo();
  expect([text.text, beside.length]).toEqual(['one two', 2]);
  text.undo();
  expect([text.text, beside.at(-1), text.canUndo, text.canRedo]).toEqual([
    'one two',
    'not b',
    true,
    true,
  ]);
  text.undo();
  expect([text.text, beside.at(-1), text.canUndo]).toEqual(['one', 'not a', false]);
  text.redo();
  text.redo();
  expect([text.text, beside.slice(-2)]).toEqual(['one two', ['a', 'b']]);
  expect(steps).toBe(8);
  stop();
});

test('a text becomes another by one edit', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, after) => {
      const edit = difference(before, after);
      const made =
        edit === null ? before : before.slice(0, edit.from) + edit.insert + before.slice(edit.to);
      expect(made).toBe(after);
    }),
  );
});

/** A store in memory that others can write to behind our back. */
class Memory implements CaseStore {
  readonly kind = 'browser';
  readonly name = 'test';
  readonly id = 'test';
  changed: (file: CaseFileName) => void = () => undefined;
  reached: (is: boolean) => void = () => undefined;
  /** Where saving fails: before anything is written, or after. */
  fails: 'before' | 'after' | null = null;
  /** @param file null: it is gone. */
  constructor(public file: CaseFile | null) {}
  load() {
    return this.file === null
      ? Promise.reject(new Error('gone'))
      : Promise.resolve({ situation: this.file });
  }
  save(_: CaseFileName, text: string, basedOn: string | null): Promise<Saved | Conflict> {
    if (this.fails === 'before') return Promise.reject(new Error('no answer'));
    if (basedOn !== (this.file?.version ?? null))
      return Promise.resolve({ saved: false, present: this.file });
    this.file = { text, version: `of ${text}` };
    if (this.fails === 'after') return Promise.reject(new Error('no answer'));
    return Promise.resolve({ saved: true, version: this.file.version });
  }
  watch(changed: (file: CaseFileName) => void, reached?: (is: boolean) => void) {
    this.changed = changed;
    this.reached = reached ?? this.reached;
    return () => undefined;
  }
  sourceText() {
    return Promise.resolve(null);
  }
  addSourceText() {
    return Promise.resolve();
  }
}

function memoryDraft(): DraftPlace {
  let kept: Draft | null = null;
  return {
    read: () => kept,
    write: (draft) => void (kept = draft),
    clear: () => void (kept = null),
    leave() {},
  };
}

function opened(stored: string, draft = memoryDraft()) {
  const file = { text: stored, version: `of ${stored}` };
  const store = new Memory(file);
  const text = new SituationDocument(stored);
  return { store, text, draft, saving: new Saving(text, store, file, draft) };
}

test('what is changed is saved, with the line ends it had', async () => {
  const { store, text, saving, draft } = opened('a\r\nb');
  text.edit([{ from: 0, to: 1, insert: 'A' }], 'typed');
  expect(saving.state.is).toBe('unsaved');
  expect(draft.read()).toEqual({ text: 'A\nb', basedOn: 'of a\r\nb' });
  await saving.now();
  expect(store.file?.text).toBe('A\r\nb');
  expect(saving.state.is).toBe('saved');
  expect(draft.read()).toBeNull();
});

test('a change elsewhere is never written over, and either text can be taken', async () => {
  const { store, text, saving } = opened('a');
  store.file = { text: 'theirs', version: 'of theirs' };
  text.edit([{ from: 0, to: 1, insert: 'mine' }], 'typed');
  await saving.now();
  expect(saving.state).toEqual({ is: 'conflict', present: store.file });
  expect(store.file?.text).toBe('theirs');
  await saving.keepMine();
  expect(store.file?.text).toBe('mine');
  text.undo();
  expect(text.text).toBe('theirs');
  text.undo();
  expect(text.text).toBe('mine');

  const other = opened('a');
  other.store.file = { text: 'theirs', version: 'of theirs' };
  other.text.edit([{ from: 0, to: 1, insert: 'mine' }], 'typed');
  await other.saving.now();
  other.saving.takeTheirs();
  expect(other.text.text).toBe('theirs');
  expect(other.saving.state.is).toBe('saved');
  other.text.undo();
  expect(other.text.text).toBe('mine');
});

describe('a file that was gone and is back', () => {
  async function gone() {
    const one = opened('a');
    const { file } = one.store;
    one.store.file = null;
    one.store.changed('situation');
    one.text.edit([{ from: 1, to: 1, insert: 'b' }], 'typed');
    await one.saving.now();
    expect(one.saving.state).toEqual({ is: 'conflict', present: null });
    return { ...one, file };
  }

  test('as it was: the text is saved', async () => {
    const { store, saving, file } = await gone();
    store.file = file;
    store.changed('situation');
    await vi.waitFor(() => expect(saving.state.is).toBe('unsaved'));
    await saving.now();
    expect([saving.state.is, store.file?.text]).toEqual(['saved', 'ab']);
  });

  test('with the text as it is here, or as it was before one typed: nothing is to be decided', async () => {
    const same = await gone();
    same.store.file = { text: 'ab', version: 'of ab' };
    same.store.changed('situation');
    await vi.waitFor(() => expect(same.saving.state.is).toBe('saved'));

    const undone = await gone();
    undone.text.undo();
    undone.store.file = { text: 'c', version: 'of c' };
    undone.store.changed('situation');
    await vi.waitFor(() => expect(undone.saving.state.is).toBe('saved'));
    expect(undone.text.text).toBe('c');
  });

  test('with another text: one decides between the two', async () => {
    const { store, saving } = await gone();
    store.file = { text: 'c', version: 'of c' };
    store.changed('situation');
    await vi.waitFor(() => expect(saving.state).toEqual({ is: 'conflict', present: store.file }));
  });
});

test('a draft of another version than is stored stays to be decided on, whenever one looks', async () => {
  const draft = memoryDraft();
  draft.write({ text: 'mine', basedOn: 'of older' });
  const { store, saving } = opened('a', draft);
  expect(saving.state.is).toBe('conflict');
  store.reached(false);
  store.reached(true);
  await vi.waitFor(() => expect(saving.state).toEqual({ is: 'conflict', present: store.file }));
  expect(store.file?.text).toBe('a');
});

test('a change elsewhere under an unchanged text is taken over', async () => {
  const { store, text } = opened('a');
  store.file = { text: 'theirs', version: 'of theirs' };
  store.changed('situation');
  await vi.waitFor(() => expect(text.text).toBe('theirs'));
});

test('what was not saved is there again after a reload', () => {
  const first = opened('a');
  first.text.edit([{ from: 1, to: 1, insert: 'b' }], 'typed');
  first.saving.close();
  const again = opened('a', first.draft);
  expect(again.text.text).toBe('ab');
  expect(again.saving.state.is).toBe('unsaved');
  again.saving.close();
});

test('what could not be saved is tried again, later each time, and at once when the store is back', async () => {
  vi.useFakeTimers();
  const { store, text, saving } = opened('a');
  store.fails = 'before';
  const tries = vi.spyOn(store, 'save');
  text.edit([{ from: 1, to: 1, insert: 'b' }], 'typed');
  await vi.advanceTimersByTimeAsync(900);
  expect(saving.state).toEqual({ is: 'failed', why: 'no answer' });
  for (const [wait, count] of [
    [1_000, 2],
    [2_000, 3],
    [4_000, 4],
    [7_000, 4],
    [1_000, 5],
  ] as const) {
    await vi.advanceTimersByTimeAsync(wait);
    expect(tries).toHaveBeenCalledTimes(count);
  }
  store.reached(false);
  expect(saving.reached).toBe(false);
  store.fails = null;
  store.reached(true);
  await vi.advanceTimersByTimeAsync(0);
  expect(store.file?.text).toBe('ab');
  expect(saving.state.is).toBe('saved');
  vi.useRealTimers();
});

test('what was stored although the answer was lost is no conflict', async () => {
  const { store, text, saving } = opened('a');
  store.fails = 'after';
  text.edit([{ from: 1, to: 1, insert: 'b' }], 'typed');
  await saving.now();
  expect(saving.state.is).toBe('failed');
  text.edit([{ from: 2, to: 2, insert: 'c' }], 'typed');
  store.fails = null;
  store.reached(false);
  store.reached(true);
  await vi.waitFor(() => expect(store.file?.text).toBe('abc'));
  expect(saving.state.is).toBe('saved');

  // What somebody else stored meanwhile still is one.
  store.fails = 'after';
  text.edit([{ from: 3, to: 3, insert: 'd' }], 'typed');
  await saving.now();
  store.fails = null;
  store.file = { text: 'theirs', version: 'of theirs' };
  await saving.now();
  expect(saving.state).toEqual({ is: 'conflict', present: store.file });
  saving.close();
});

test('a change elsewhere while the store could not be reached is taken over when it is back', async () => {
  const { store, text, saving } = opened('a');
  store.reached(false);
  store.file = { text: 'theirs', version: 'of theirs' };
  store.reached(true);
  await vi.waitFor(() => expect(text.text).toBe('theirs'));
  expect(saving.state.is).toBe('saved');
});

test('what was done last has its words, until something is typed or undone', () => {
  const document = new SituationDocument('a');
  expect(document.done).toBeNull();
  document.edit([{ from: 0, to: 1, insert: 'b' }], 'changed a');
  expect(document.done).toBe('changed a');
  document.replace('c', 'took c');
  expect(document.done).toBe('took c');
  document.undo();
  expect(document.done).toBeNull();
});
