import type { CaseFile, CaseStore, Version } from '../case-store.js';
import type { SituationDocument } from './document.js';
import type { DraftPlace } from './drafts.js';

/** Where the text stands against what is stored. */
export type SaveState =
  | { readonly is: 'saved' }
  | { readonly is: 'unsaved' }
  | { readonly is: 'saving' }
  /** Somebody else changed the file; `present` null: it is gone. Nothing is written until one decides. */
  | { readonly is: 'conflict'; readonly present: CaseFile | null }
  /** It could not be written; it is tried again. */
  | { readonly is: 'failed'; readonly why: string };

/** So long after the last key stroke the text is written. */
const PAUSE = 800;
/** So long after a failure it is tried again, then twice as long each time. */
const AGAIN = 1_000;
const LONGEST = 30_000;

/**
 * Writes the document to the store a moment after each change, if the store still holds what the text
 * was made from. Until it is stored the text is a draft that survives a reload.
 */
export class Saving {
  #state: SaveState = { is: 'saved' };
  #basedOn: Version | null;
  #storedText: string;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running = false;
  #failures = 0;
  #reached = true;
  /** What was sent and not answered: any of it may have been stored. */
  readonly #sent = new Set<string>();
  readonly #lineEnd: '\n' | '\r\n';
  readonly #listeners = new Set<() => void>();
  readonly #stop: (() => void)[];

  constructor(
    readonly document: SituationDocument,
    readonly store: CaseStore,
    stored: CaseFile,
    readonly draft: DraftPlace,
  ) {
    this.#lineEnd = /\r\n/.test(stored.text) && !/[^\r]\n/.test(stored.text) ? '\r\n' : '\n';
    this.#basedOn = stored.version;
    this.#storedText = plain(stored.text);
    this.#restore(stored);
    this.#stop = [
      document.subscribe(() => this.#changed()),
      store.watch(
        (file) => {
          if (file === 'situation') void this.#changedElsewhere();
        },
        (reached) => this.#reach(reached),
      ),
    ];
  }

  get state(): SaveState {
    return this.#state;
  }

  /** Whether the place where the case lives answers. */
  get reached(): boolean {
    return this.#reached;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Writes what is not written. */
  async now(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#running || this.#state.is === 'conflict') return;
    if (this.document.text === this.#storedText) {
      this.#settle();
      return;
    }
    this.#running = true;
    this.#turn({ is: 'saving' });
    const { text } = this.document;
    try {
      const result = await this.store.save('situation', this.#written(text), this.#basedOn);
      this.#running = false;
      this.#sent.add(text);
      if (result.saved) this.#stored(text, result.version);
      else if (result.present !== null && this.#sent.has(plain(result.present.text)))
        this.#stored(plain(result.present.text), result.present.version);
      else this.#turn({ is: 'conflict', present: result.present });
    } catch (error) {
      this.#running = false;
      this.#sent.add(text);
      this.#turn({ is: 'failed', why: error instanceof Error ? error.message : String(error) });
      this.#timer = setTimeout(
        () => void this.now(),
        Math.min(AGAIN * 2 ** this.#failures++, LONGEST),
      );
    }
  }

  /** Ends a conflict in favour of the text here: what is stored is replaced, and stays in the history. */
  async keepMine(): Promise<void> {
    if (this.#state.is !== 'conflict') return;
    const { present } = this.#state;
    if (present !== null) {
      const mine = this.document.text;
      this.document.replace(plain(present.text), 'was stored');
      this.document.replace(mine, 'kept instead of what was stored');
    }
    this.#basedOn = present?.version ?? null;
    this.#storedText = present === null ? '' : plain(present.text);
    this.#sent.clear();
    this.#turn({ is: 'unsaved' });
    await this.now();
  }

  /** Ends a conflict in favour of what is stored; the text here stays in the history. */
  takeTheirs(): void {
    if (this.#state.is !== 'conflict' || this.#state.present === null) return;
    const { text, version } = this.#state.present;
    this.#sent.clear();
    this.#basedOn = version;
    this.#storedText = plain(text);
    this.#state = { is: 'saved' };
    this.document.replace(plain(text), 'took over what is stored');
    this.#settle();
  }

  close(): void {
    clearTimeout(this.#timer);
    for (const stop of this.#stop) stop();
    this.draft.leave();
  }

  #restore(stored: CaseFile): void {
    const draft = this.draft.read();
    if (draft === null) return;
    if (draft.text === this.#storedText) {
      this.draft.clear();
      return;
    }
    this.document.replace(draft.text, 'restored what was not saved');
    if (draft.basedOn === stored.version) {
      this.#state = { is: 'unsaved' };
      this.#timer = setTimeout(() => void this.now(), PAUSE);
    } else {
      this.#basedOn = draft.basedOn;
      this.#state = { is: 'conflict', present: stored };
    }
  }

  #changed(): void {
    this.#keepDraft();
    if (this.#state.is === 'conflict') return;
    clearTimeout(this.#timer);
    if (!this.#running) this.#turn({ is: 'unsaved' });
    this.#timer = setTimeout(() => void this.now(), PAUSE);
  }

  /** What happened while the place was lost is not told, and what could not be saved now can. */
  #reach(reached: boolean): void {
    if (reached === this.#reached) return;
    this.#reached = reached;
    this.#turn(this.#state);
    if (reached) void this.#changedElsewhere().then(() => this.now());
  }

  /** A file that changed under an unchanged text is taken over; under a changed one, one has to decide. */
  async #changedElsewhere(): Promise<void> {
    let situation: CaseFile;
    try {
      ({ situation } = await this.store.load());
    } catch {
      // Gone or out of reach: saving says so, and whoever comes back is told again.
      return;
    }
    const { is } = this.#state;
    if (situation.version === this.#basedOn) {
      // What was written over or taken away is back: nothing is left to decide.
      if (is === 'conflict') this.#stored(plain(situation.text), situation.version);
      return;
    }
    const gone = this.#state.is === 'conflict' && this.#state.present === null;
    if (this.document.text === this.#storedText && (is !== 'conflict' || gone)) {
      this.#sent.clear();
      this.#basedOn = situation.version;
      this.#storedText = plain(situation.text);
      this.document.replace(this.#storedText, 'changed elsewhere');
      this.#settle();
    } else if (plain(situation.text) === this.document.text)
      this.#stored(this.document.text, situation.version);
    else if (this.#sent.has(plain(situation.text)))
      this.#stored(plain(situation.text), situation.version);
    else if (!this.#running) this.#turn({ is: 'conflict', present: situation });
  }

  #stored(text: string, version: Version): void {
    this.#basedOn = version;
    this.#storedText = text;
    this.#sent.clear();
    this.#failures = 0;
    if (this.document.text === text) this.#settle();
    else {
      this.#turn({ is: 'unsaved' });
      this.#keepDraft();
      this.#timer = setTimeout(() => void this.now(), PAUSE);
    }
  }

  #settle(): void {
    clearTimeout(this.#timer);
    this.draft.clear();
    this.#turn({ is: 'saved' });
  }

  #keepDraft(): void {
    try {
      this.draft.write({ text: this.document.text, basedOn: this.#basedOn });
    } catch {
      // No room for a draft: the text is still saved in a moment.
    }
  }

  #written(text: string): string {
    return this.#lineEnd === '\n' ? text : text.replaceAll('\n', this.#lineEnd);
  }

  #turn(state: SaveState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

function plain(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
