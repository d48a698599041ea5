import { sha256 } from '@standoff/questions';
import type {
  CaseFile,
  CaseFileName,
  CaseFiles,
  CaseStore,
  StoredText,
  Conflict,
  Saved,
  Version,
} from '../case-store.js';

/** A case as the browser keeps it: its files by name. */
interface StoredCase {
  readonly name: string;
  readonly files: Partial<Record<CaseFileName, string>>;
}

/**
 * A case in the browser's own storage, for the app without a server. A bundled case is read from the
 * bundle until it is changed; from then on the changed copy is the reader's own.
 */
export class BrowserStore implements CaseStore {
  readonly kind = 'browser';
  readonly #channel = new BroadcastChannel('standoff-cases');

  /** @param bundled the situation of a bundled case; null: the case is the reader's own. */
  constructor(
    readonly name: string,
    readonly bundled: (() => Promise<string>) | null,
  ) {}

  get id(): string {
    return this.name;
  }

  async load(): Promise<CaseFiles> {
    const stored = await inStore('cases', 'readonly', (cases) => cases.get(this.name));
    const files = (stored as StoredCase | undefined)?.files ?? {};
    const situation = files.situation ?? (await this.bundled?.());
    if (situation === undefined) throw new Error(`There is no case called “${this.name}” here.`);
    const entries = Object.entries({ ...files, situation });
    return Object.fromEntries(entries.map(([name, text]) => [name, fileOf(text)])) as CaseFiles;
  }

  async save(file: CaseFileName, text: string, basedOn: Version | null): Promise<Saved | Conflict> {
    const saved = fileOf(text);
    const before = (await this.load().catch(() => null))?.[file] ?? null;
    if ((before?.version ?? null) !== basedOn) return { saved: false, present: before };
    // Read and written in one transaction: two tabs cannot both replace the same text.
    const present = await inDatabase(
      (database) =>
        new Promise<string | null>((resolve, reject) => {
          const transaction = database.transaction('cases', 'readwrite');
          const cases = transaction.objectStore('cases');
          let other: string | null = null;
          const reading = cases.get(this.name);
          reading.onsuccess = () => {
            const stored = reading.result as StoredCase | undefined;
            const now = stored?.files[file];
            if (now !== undefined && now !== before?.text) other = now;
            else cases.put({ name: this.name, files: { ...stored?.files, [file]: text } });
          };
          transaction.oncomplete = () => resolve(other);
          transaction.onerror = () => reject(asError(transaction.error));
          transaction.onabort = () => reject(asError(transaction.error));
        }),
    );
    if (present !== null) return { saved: false, present: fileOf(present) };
    this.#channel.postMessage({ name: this.name, file });
    return { saved: true, version: saved.version };
  }

  watch(changed: (file: CaseFileName) => void): () => void {
    const listener = ({ data }: MessageEvent<{ name: string; file: CaseFileName }>): void => {
      if (data.name === this.name) changed(data.file);
    };
    this.#channel.addEventListener('message', listener);
    return () => this.#channel.removeEventListener('message', listener);
  }

  async sourceText(source: string): Promise<StoredText | null> {
    const found = await inStore('texts', 'readonly', (texts) => texts.get([this.name, source]));
    return (found as { text: StoredText } | undefined)?.text ?? null;
  }

  addSourceText(source: string, name: string, bytes: Uint8Array): Promise<void> {
    return addText(this.name, source, { name, bytes });
  }
}

/** The names of the cases that are stored here. */
export async function storedCases(): Promise<string[]> {
  return (await inStore('cases', 'readonly', (cases) => cases.getAllKeys())) as string[];
}

/** Puts a new case into the browser's storage. @throws Error where one of the name is there. */
export async function addCase(name: string, files: StoredCase['files']): Promise<void> {
  const stored: StoredCase = { name, files };
  await inStore('cases', 'readwrite', (cases) => cases.add(stored));
}

/** Keeps the text of a source of a case. */
export async function addText(of: string, source: string, text: StoredText): Promise<void> {
  await inStore('texts', 'readwrite', (texts) => texts.put({ case: of, source, text }));
}

/** Removes a case, or the reader's changes to a bundled one, with its texts. */
export async function removeCase(name: string): Promise<void> {
  await inStore('cases', 'readwrite', (cases) => cases.delete(name));
  await inStore('texts', 'readwrite', (texts) =>
    texts.delete(IDBKeyRange.bound([name], [name, []])),
  );
}

function fileOf(text: string): CaseFile {
  return { text, version: sha256(text) };
}

let opened: Promise<IDBDatabase> | null = null;

function inDatabase<T>(work: (database: IDBDatabase) => Promise<T>): Promise<T> {
  opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('standoff', 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('cases', { keyPath: 'name' });
      request.result.createObjectStore('texts', { keyPath: ['case', 'source'] });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(asError(request.error));
  });
  return opened.then(work);
}

function inStore(
  store: 'cases' | 'texts',
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest,
): Promise<unknown> {
  return inDatabase(
    (database) =>
      new Promise((resolve, reject) => {
        const transaction = database.transaction(store, mode);
        const request = ask(transaction.objectStore(store));
        transaction.oncomplete = () => resolve(request.result as unknown);
        transaction.onerror = () => reject(asError(transaction.error ?? request.error));
        transaction.onabort = () => reject(asError(transaction.error ?? request.error));
      }),
  );
}

function asError(error: DOMException | null): Error {
  return error ?? new Error('The browser’s storage does not answer.');
}
