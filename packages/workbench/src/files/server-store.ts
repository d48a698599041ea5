import type {
  CaseFileName,
  CaseFiles,
  CaseStore,
  Conflict,
  Saved,
  Version,
} from '../case-store.js';
import { ask, ServerProof } from './server-proof.js';

interface CaseAnswer {
  readonly id: string;
  readonly files: CaseFiles;
}

interface Watcher {
  readonly changed: (file: CaseFileName) => void;
  readonly reached: (is: boolean) => void;
}

/** So long after the server is lost it is looked for, then twice as long each time. */
const FIRST_WAIT = 500;
const LONGEST_WAIT = 8_000;

/**
 * The case that the loopback server gives with this page. Addresses are relative, and the cookie that
 * came with the page goes with every request. What the user has written goes only to a server that has
 * proved to be that of the case since it was last out of sight.
 */
export class ServerStore implements CaseStore {
  readonly kind = 'server';
  #id = '';
  /** The versions as this page knows them: what it has loaded, saved, or was told of. */
  readonly #known = new Map<CaseFileName, Version | null>();
  /** What is being saved: news of a file waits until it is known whether they are of this page. */
  readonly #saving = new Set<Promise<unknown>>();

  readonly #watchers = new Set<Watcher>();
  #events: EventSource | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts up whenever one stops to listen, so that what was begun before is not gone on with. */
  #turn = 0;
  #wait = FIRST_WAIT;
  readonly #proof: ServerProof;
  /** Since then one has listened to the server without a break. */
  #proved = false;

  /** @param key came with the page, and the server has it too */
  constructor(
    readonly name: string,
    key: string,
  ) {
    this.#proof = new ServerProof(key);
  }

  get id(): string {
    return this.#id;
  }

  async load(): Promise<CaseFiles> {
    const answer = await ask('api/case');
    await expectFine(answer);
    const { id, files } = (await answer.json()) as CaseAnswer;
    this.#id = id;
    // Later changes become known by the server's telling, to all who watch.
    for (const name of Object.keys(files) as CaseFileName[])
      if (!this.#known.has(name)) this.#known.set(name, files[name]!.version);
    return files;
  }

  async save(file: CaseFileName, text: string, basedOn: Version | null): Promise<Saved | Conflict> {
    const saving = this.#save(file, text, basedOn);
    this.#saving.add(saving);
    try {
      return await saving;
    } finally {
      this.#saving.delete(saving);
    }
  }

  async #save(
    file: CaseFileName,
    text: string,
    basedOn: Version | null,
  ): Promise<Saved | Conflict> {
    if (!this.#proved) await this.#proof.expectServer();
    const answer = await ask(`api/files/${file}`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ text, basedOn }),
    });
    if (answer.status !== 409) await expectFine(answer);
    const result = (await answer.json()) as Saved | Conflict;
    this.#known.set(file, result.saved ? result.version : (result.present?.version ?? null));
    return result;
  }

  watch(
    changed: (file: CaseFileName) => void,
    reached: (is: boolean) => void = () => undefined,
  ): () => void {
    const watcher = { changed, reached };
    this.#watchers.add(watcher);
    if (this.#watchers.size === 1) {
      document.addEventListener('visibilitychange', this.#listen);
      void this.#listen();
    }
    return () => {
      this.#watchers.delete(watcher);
      if (this.#watchers.size > 0) return;
      document.removeEventListener('visibilitychange', this.#listen);
      this.#hush();
    };
  }

  /**
   * Listens to the server while the page is looked at: a browser has few connections to one place for
   * all of its pages. What happened meanwhile is told as one begins to listen.
   */
  readonly #listen = async (): Promise<void> => {
    this.#hush();
    if (document.visibilityState === 'hidden') return;
    const turn = this.#turn;
    try {
      await this.#proof.expectServer();
    } catch {
      if (turn === this.#turn) this.#lost();
      return;
    }
    if (turn !== this.#turn) return;
    const events = new EventSource('api/changes');
    this.#events = events;
    events.onopen = () => {
      this.#wait = FIRST_WAIT;
      this.#proved = true;
      for (const { reached } of this.#watchers) reached(true);
    };
    events.onmessage = ({ data }: MessageEvent<string>) =>
      void this.#told(JSON.parse(data) as Partial<Record<CaseFileName, Version | null>>);
    events.onerror = this.#lost;
  };

  readonly #lost = (): void => {
    this.#hush();
    for (const { reached } of this.#watchers) reached(false);
    this.#timer = setTimeout(this.#listen, this.#wait);
    this.#wait = Math.min(2 * this.#wait, LONGEST_WAIT);
  };

  #hush(): void {
    this.#turn += 1;
    this.#proved = false;
    clearTimeout(this.#timer);
    this.#events?.close();
    this.#events = null;
  }

  async sourceText(source: string): ReturnType<CaseStore['sourceText']> {
    const answer = await ask(`api/sources/${encodeURIComponent(source)}`);
    await expectFine(answer);
    if (answer.status === 204) return null;
    return {
      name: decodeURIComponent(answer.headers.get('Standoff-Name') ?? source),
      bytes: new Uint8Array(await answer.arrayBuffer()),
    };
  }

  async addSourceText(source: string, name: string, bytes: Uint8Array): Promise<void> {
    if (!this.#proved) await this.#proof.expectServer();
    const address = `api/sources/${encodeURIComponent(source)}?name=${encodeURIComponent(name)}`;
    const answer = await ask(address, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/octet-stream' },
      body: bytes.slice(),
    });
    await expectFine(answer);
  }

  /** Passes on what this page does not know yet. */
  async #told(versions: Partial<Record<CaseFileName, Version | null>>): Promise<void> {
    await Promise.allSettled(this.#saving);
    for (const [name, version] of Object.entries(versions) as [CaseFileName, Version | null][]) {
      if ((this.#known.get(name) ?? null) === version) continue;
      this.#known.set(name, version);
      for (const { changed } of this.#watchers) changed(name);
    }
  }
}

/** @throws Error in the server's words where it refused */
async function expectFine(answer: Response): Promise<void> {
  if (!answer.ok) throw new Error((await answer.text()) || `the server says ${answer.status}`);
}
