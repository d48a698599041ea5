import type { CaseFile, CaseFileName, CaseStore, Version } from '../case-store.js';

/** How a file beside the situation is read and written. */
export interface Form<Content> {
  readonly name: Exclude<CaseFileName, 'situation'>;
  readonly none: Content;
  /** @throws Error where the whole file cannot be used. */
  read(text: string): Content;
  print(content: Content): string;
}

/** So often a change is made anew on what somebody else wrote in between. */
const TRIES = 5;

/**
 * A file beside the situation as it is stored. A change is a function of the content, so that it can
 * be made again on what another tab or program has written meanwhile: nothing of theirs is lost.
 */
export class KeptFile<Content> {
  #content: Content;
  #version: Version | null = null;
  #broken: Error | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    readonly store: CaseStore,
    readonly form: Form<Content>,
    stored: CaseFile | undefined,
  ) {
    this.#content = form.none;
    this.take(stored ?? null);
  }

  get content(): Content {
    return this.#content;
  }

  /** Why the file cannot be used; it is left as it is then. */
  get broken(): Error | null {
    return this.#broken;
  }

  take(stored: CaseFile | null): void {
    this.#version = stored?.version ?? null;
    this.#broken = null;
    try {
      this.#content = stored === null ? this.form.none : this.form.read(stored.text);
    } catch (error) {
      this.#content = this.form.none;
      this.#broken = error as Error;
    }
  }

  /** Stores a changed content. @throws Error where it cannot be stored. */
  change(change: (content: Content) => Content): Promise<void> {
    const done = this.#last.then(() => this.#save(change));
    this.#last = done.catch(() => undefined);
    return done;
  }

  /** As `change`, of the file as it is written; null: nothing of it changes. */
  changeText(change: (text: string) => string | null): Promise<void> {
    return this.change((content) => {
      const changed = change(this.form.print(content));
      return changed === null ? content : this.form.read(changed);
    });
  }

  async #save(change: (content: Content) => Content): Promise<void> {
    for (let k = 0; k < TRIES; k++) {
      if (this.#broken !== null) throw this.#broken;
      const changed = change(this.#content);
      if (changed === this.#content) return;
      const { form, store } = this;
      const result = await store.save(form.name, form.print(changed), this.#version);
      if (result.saved) {
        this.#content = changed;
        this.#version = result.version;
        return;
      }
      this.take(result.present);
    }
    throw new Error(`${this.form.name} keeps being changed elsewhere; try again`);
  }
}
