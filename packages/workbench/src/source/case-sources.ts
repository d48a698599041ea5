import { FORMATS, ReadError } from '@standoff/evidence';
import {
  ANNOTATIONS_FILE,
  currentVersion,
  DECISIONS_FILE,
  fingerprint,
  NO_ANNOTATIONS,
  NO_DECISIONS,
  NO_SOURCES,
  printAnnotations,
  printDecisions,
  printSourceRecords,
  readAnnotations,
  readDecisions,
  readSourceRecords,
  SOURCES_FILE,
  sourceVersion,
  withVersion,
  type AnnotationFile,
  type Decisions,
  type SourceRecords,
} from '@standoff/evidence/records';
import { create, type StoreApi } from 'zustand';
import type { CaseFiles, CaseStore, StoredText } from '../case-store.js';
import { KeptFile } from './kept-file.js';
import { readInWorker, type TextRead } from './reading.js';

/** What is known of the text of a source. */
export type TextState =
  | { readonly is: 'reading' }
  | { readonly is: 'absent' }
  | { readonly is: 'read'; readonly text: TextRead }
  | {
      readonly is: 'failed';
      readonly message: string;
      readonly hint: string | null;
      /** The text could not be fetched: that may go better when the case can be reached again. */
      readonly fetching: boolean;
      /** What can be read once it is named how its letters are written. */
      readonly unread: StoredText | null;
    };

export interface SourcesState {
  readonly texts: Readonly<Record<string, TextState>>;
  readonly annotations: AnnotationFile;
  readonly records: SourceRecords;
  readonly decisions: Decisions;
  /** What went wrong last with a file beside the situation. */
  readonly problem: string | null;
}

/** The texts of the sources of an open case, and what is kept about them beside the situation. */
export class CaseSources {
  readonly state: StoreApi<SourcesState>;
  readonly #annotations: KeptFile<AnnotationFile>;
  readonly #records: KeptFile<SourceRecords>;
  readonly #decisions: KeptFile<Decisions>;
  readonly #stop: () => void;

  constructor(
    readonly store: CaseStore,
    files: CaseFiles,
  ) {
    this.#annotations = new KeptFile(
      store,
      {
        name: ANNOTATIONS_FILE,
        none: NO_ANNOTATIONS,
        read: readAnnotations,
        print: printAnnotations,
      },
      files[ANNOTATIONS_FILE],
    );
    this.#records = new KeptFile(
      store,
      {
        name: SOURCES_FILE,
        none: NO_SOURCES,
        read: readSourceRecords,
        print: printSourceRecords,
      },
      files[SOURCES_FILE],
    );
    this.#decisions = new KeptFile(
      store,
      { name: DECISIONS_FILE, none: NO_DECISIONS, read: readDecisions, print: printDecisions },
      files[DECISIONS_FILE],
    );
    this.state = create<SourcesState>()(() => ({ texts: {}, ...this.#kept() }));
    this.#stop = store.watch((file) => {
      const kept = this.#files.find(({ form }) => form.name === file);
      if (kept === undefined) return;
      void store.load().then((now) => {
        kept.take(now[kept.form.name] ?? null);
        this.state.setState(this.#kept());
      });
    });
  }

  /** Reads the text that is kept for a source, once, and again where it was not there or not to be fetched. */
  async want(source: string): Promise<void> {
    const known = this.state.getState().texts[source];
    const missing = known?.is === 'absent' || (known?.is === 'failed' && known.fetching);
    if (known !== undefined && !missing) return;
    // What is said stays until something else is known.
    if (!missing) this.#turn(source, { is: 'reading' });
    let kept: StoredText | null = null;
    try {
      kept = await this.store.sourceText(source);
      if (kept === null) this.#turn(source, { is: 'absent' });
      else {
        const { name, bytes } = kept;
        const text = await readInWorker(name, bytes, this.#encodingOf(source, bytes));
        this.#turn(source, { is: 'read', text });
      }
    } catch (error) {
      this.#turn(source, failure(error, kept));
    }
  }

  /** As it is recorded for the very file: another one in its place may be written in another way. */
  #encodingOf(source: string, bytes: Uint8Array): string | undefined {
    const record = this.state.getState().records.records.find(({ id }) => id === source);
    const version = record && currentVersion(record);
    if (version?.encoding === undefined) return undefined;
    return fingerprint(bytes) === version.bytes ? version.encoding : undefined;
  }

  /** Reads a file as the text of a source and keeps it; nothing is kept of one that cannot be read. */
  async add(source: string, file: File): Promise<void> {
    this.#turn(source, { is: 'reading' });
    try {
      await this.#take(source, {
        name: file.name,
        bytes: new Uint8Array(await file.arrayBuffer()),
      });
    } catch (error) {
      this.#turn(source, failure(error, null));
    }
  }

  /** Reads the text of a source, or the file that was refused for it, as written in an encoding, and keeps it. */
  async readAs(source: string, encoding: string): Promise<void> {
    const known = this.state.getState().texts[source];
    this.#turn(source, { is: 'reading' });
    try {
      const refused = known?.is === 'failed' ? known.unread : null;
      const text = refused ?? (await this.store.sourceText(source));
      if (text === null) this.#turn(source, { is: 'absent' });
      else await this.#take(source, text, encoding);
    } catch (error) {
      this.#turn(source, failure(error, null));
    }
  }

  /** Records the text of a source as it is kept: whoever replaced it meant to. */
  async recordAsIs(source: string): Promise<void> {
    const { texts, records } = this.state.getState();
    const known = texts[source];
    const record = records.records.find(({ id }) => id === source);
    if (known?.is !== 'read' || record === undefined) return;
    const kept = await this.store.sourceText(source).catch(() => null);
    if (kept === null) return;
    const hashes = { bytes: fingerprint(kept.bytes), text: known.text.version };
    const version = sourceVersion(known.text, hashes, new Date().toISOString());
    await this.#keep(this.#records, (file) => withVersion(file, source, record.file, version));
  }

  /**
   * A source has another name: its text is kept by that too, and so are the files that name it.
   * @param rename what a file is then, by its name
   */
  async renamed(
    from: string,
    to: string,
    rename: (file: string) => (text: string) => string | null,
  ): Promise<void> {
    try {
      const text = (await this.store.sourceText(to)) ? null : await this.store.sourceText(from);
      if (text) await this.store.addSourceText(to, text.name, text.bytes);
      for (const file of this.#files) await file.changeText(rename(file.form.name));
      this.state.setState(this.#kept());
    } catch (error) {
      this.#notStored(error);
    }
  }

  async #take(source: string, given: StoredText, encoding?: string): Promise<void> {
    const { name, bytes } = given;
    let text: TextRead;
    try {
      text = await readInWorker(name, bytes, encoding);
    } catch (error) {
      this.#turn(source, failure(error, given));
      return;
    }
    await this.keep(source, text, bytes);
  }

  /** Keeps what was read as the text of a source. @throws Error where it cannot be stored */
  async keep(source: string, text: TextRead, bytes: Uint8Array): Promise<void> {
    const name = `${source}${FORMATS[text.format].endings[0]}`;
    await this.store.addSourceText(source, name, bytes);
    const hashes = { bytes: fingerprint(bytes), text: text.version };
    const version = sourceVersion(text, hashes, new Date().toISOString());
    await this.#keep(this.#records, (records) =>
      withVersion(records, source, `sources/${name}`, version),
    );
    // Last: who sees the text may leave, and how its letters are written is kept by then.
    this.#turn(source, { is: 'read', text });
  }

  /** Whether it was stored. What went wrong is in the state. */
  annotate(change: (file: AnnotationFile) => AnnotationFile): Promise<boolean> {
    return this.#keep(this.#annotations, change);
  }

  /** Whether it was stored. What went wrong is in the state. */
  decide(change: (file: Decisions) => Decisions): Promise<boolean> {
    return this.#keep(this.#decisions, change);
  }

  close(): void {
    this.#stop();
  }

  get #files() {
    return [this.#annotations, this.#records, this.#decisions];
  }

  async #keep<Content>(
    file: KeptFile<Content>,
    change: (content: Content) => Content,
  ): Promise<boolean> {
    try {
      await file.change(change);
      this.state.setState(this.#kept());
      return true;
    } catch (error) {
      this.#notStored(error);
      return false;
    }
  }

  #notStored(error: unknown): void {
    const why = error instanceof Error ? error.message : String(error);
    this.state.setState({ ...this.#kept(), problem: `Not stored: ${why}.` });
  }

  #kept(): Omit<SourcesState, 'texts'> {
    const broken = this.#files.find((file) => file.broken !== null)?.broken ?? null;
    return {
      annotations: this.#annotations.content,
      records: this.#records.content,
      decisions: this.#decisions.content,
      problem: broken === null ? null : `${broken.message}. It is left as it is.`,
    };
  }

  #turn(source: string, text: TextState): void {
    this.state.setState(({ texts }) => ({ texts: { ...texts, [source]: text } }));
  }
}

function failure(error: unknown, text: StoredText | null): TextState {
  return error instanceof ReadError
    ? {
        is: 'failed',
        message: error.message,
        hint: error.hint,
        fetching: false,
        unread: error.code === 'encoding' ? text : null,
      }
    : {
        is: 'failed',
        message: error instanceof Error ? error.message : String(error),
        hint: null,
        fetching: true,
        unread: null,
      };
}
