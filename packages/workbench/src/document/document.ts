import { history, invertedEffects, redo, redoDepth, undo, undoDepth } from '@codemirror/commands';
import {
  Annotation,
  Compartment,
  EditorState,
  StateEffect,
  type Extension,
  type Transaction,
  type TransactionSpec,
} from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { difference } from '@standoff/language';

/** A replacement in the text, offsets in UTF-16 units of the text before all of the edits. */
export interface TextEdit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** Says on a transaction what was done. */
const did = Annotation.define<string>();

/** A change of a file beside the text that is made, undone and done again with a step of the history. */
export interface Beside<Made = unknown> {
  readonly make: () => Made;
  readonly takeBack: () => unknown;
}

const beside = StateEffect.define<Beside>();

const undoneBeside = invertedEffects.of(({ effects }) =>
  effects
    .filter((effect) => effect.is(beside))
    .map(({ value: { make, takeBack } }) => beside.of({ make: takeBack, takeBack: make })),
);

/** What an editor does by itself, and what changes beside the text with it. */
export function withBeside(spec: TransactionSpec, changes: Beside): TransactionSpec {
  return { ...spec, effects: beside.of(changes) };
}

/**
 * The text of the situation, and the only place where it changes: what is typed, what forms edit and
 * what is taken over from the disk are transactions of one CodeMirror state, and so have one history.
 * An editor may be attached to show it; without one it works all the same.
 */
export class SituationDocument {
  #state: EditorState;
  #view: EditorView | null = null;
  /** What only an editor needs. */
  readonly #shown = new Compartment();
  #text: string;
  #done: string | null = null;
  readonly #listeners = new Set<() => void>();
  readonly #ofHistory = new Set<() => void>();

  constructor(text: string) {
    this.#text = text.replace(/\r\n?/g, '\n');
    this.#state = EditorState.create({
      doc: text,
      extensions: [history(), undoneBeside, this.#shown.of([])],
    });
  }

  /** The text, with line ends of one unit. */
  get text(): string {
    return this.#text;
  }

  get state(): EditorState {
    return this.#view?.state ?? this.#state;
  }

  get view(): EditorView | null {
    return this.#view;
  }

  /** What the last change was, in the words it was made with; null where it was typed, undone or redone. */
  get done(): string | null {
    return this.#done;
  }

  get canUndo(): boolean {
    return undoDepth(this.state) > 0;
  }

  get canRedo(): boolean {
    return redoDepth(this.state) > 0;
  }

  /** Calls back after every change of the text, until the returned function is called. */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Calls back after every step of the history, forward or back, until the returned function is called. */
  subscribeHistory = (listener: () => void): (() => void) => {
    this.#ofHistory.add(listener);
    return () => this.#ofHistory.delete(listener);
  };

  /**
   * Edits the text as one step of the history.
   * @throws RangeError where the edits overlap or lie outside the text.
   */
  edit(edits: readonly TextEdit[], what: string): void {
    if (edits.length > 0) this.#step(edits, what, []);
  }

  /**
   * Changes a file beside the text, and edits the text with it or leaves it, as one step of the history.
   * @returns what the change gives
   */
  editBeside<Made>(
    edits: readonly TextEdit[],
    what: string,
    { make, takeBack }: Beside<Made>,
  ): Made {
    let made!: Made;
    this.#step(edits, what, [beside.of({ make: () => (made = make()), takeBack })]);
    return made;
  }

  /** Puts another text in its place, which can be undone. Only what differs is replaced. */
  replace(text: string, what: string): void {
    const edit = difference(this.#text, text);
    if (edit !== null) this.edit([edit], what);
  }

  undo(): boolean {
    return undo({ state: this.state, dispatch: (one) => this.#apply(one) });
  }

  redo(): boolean {
    return redo({ state: this.state, dispatch: (one) => this.#apply(one) });
  }

  /** Shows the document in an editor, with these extensions for as long as it is shown. */
  attach(
    extensions: Extension,
    make: (state: EditorState, apply: Apply) => EditorView,
  ): EditorView {
    this.detach();
    const view = make(this.#with(extensions), (transactions) => {
      view.update(transactions);
      this.#told(transactions);
    });
    this.#view = view;
    return view;
  }

  /** Takes the document back from its editor. */
  detach(): void {
    if (this.#view === null) return;
    const view = this.#view;
    this.#state = view.state;
    this.#view = null;
    this.#state = this.#with([]);
    view.destroy();
  }

  #with(extensions: Extension): EditorState {
    return this.#state.update({ effects: this.#shown.reconfigure(extensions) }).state;
  }

  #step(edits: readonly TextEdit[], what: string, effects: StateEffect<Beside>[]): void {
    const spec = {
      changes: edits.map(({ from, to, insert }) => ({ from, to, insert })),
      effects,
      annotations: did.of(what),
      userEvent: 'input.form',
    };
    this.#apply(this.state.update(spec));
  }

  #apply(transaction: Transaction): void {
    if (this.#view !== null) {
      this.#view.dispatch(transaction);
      return;
    }
    this.#state = transaction.state;
    this.#told([transaction]);
  }

  #told(transactions: readonly Transaction[]): void {
    const last = transactions.findLast(({ docChanged }) => docChanged);
    const besides = transactions
      .flatMap(({ effects }) => effects)
      .filter((effect) => effect.is(beside));
    if (last === undefined && besides.length === 0) return;
    for (const { value } of besides) value.make();
    if (last !== undefined) {
      this.#done = last.annotation(did) ?? null;
      this.#text = this.state.doc.toString();
      for (const listener of this.#listeners) listener();
    }
    for (const listener of this.#ofHistory) listener();
  }
}

/** What an editor hands its transactions to. */
export type Apply = (transactions: readonly Transaction[]) => void;
