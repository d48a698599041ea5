import { KeptFileError } from '@standoff/evidence/records';
import { sha256 } from '@standoff/questions';
import { create, type StoreApi } from 'zustand';
import type { CaseFiles, CaseStore } from '../case-store.js';
import { KeptFile } from '../source/kept-file.js';
import {
  idOf,
  NO_VARIANTS,
  printVariants,
  readVariants,
  renamed,
  VARIANTS_FILE,
  withoutVariant,
  withVariant,
  type Variant,
  type VariantFile,
} from './variants.js';

export interface VariantsState {
  readonly variants: readonly Variant[];
  /** Why the file cannot be used, and what to do; nothing can be kept then. Null: it can. */
  readonly broken: string | null;
  /** Why the last change was not stored; null where it was. */
  readonly problem: string | null;
  /** Texts read from files of the disk to compare with, by the files' names: until the page is left. */
  readonly read: Readonly<Record<string, string>>;
}

/** The what-ifs that are kept beside a case, and the texts read to compare it with. */
export class CaseVariants {
  readonly state: StoreApi<VariantsState>;
  readonly #file: KeptFile<VariantFile>;
  readonly #stop: () => void;
  #madeFrom: string;

  /** @param text the situation as it was opened */
  constructor(
    readonly store: CaseStore,
    files: CaseFiles,
    text: string,
  ) {
    this.#madeFrom = sha256(text);
    this.#file = new KeptFile(
      store,
      { name: VARIANTS_FILE, none: NO_VARIANTS, read: readVariants, print: printVariants },
      files[VARIANTS_FILE],
    );
    this.state = create<VariantsState>()(() => ({ ...this.#stored(), problem: null, read: {} }));
    this.#stop = store.watch(
      (file) => {
        if (file === VARIANTS_FILE) void this.#reload();
      },
      (reached) => {
        if (reached) void this.#reload();
      },
    );
  }

  /** Keeps a text. @returns the variant, or null where it was not stored: why is in the state */
  async keep(
    text: string,
    { name, note, at }: { readonly name: string; readonly note: string; readonly at: Date },
  ): Promise<Variant | null> {
    const made = { name, note, kept: at.toISOString(), madeFrom: this.#madeFrom, text };
    const variant = { id: idOf(made), ...made };
    if (!(await this.#change((file) => withVariant(file, variant)))) return null;
    this.#madeFrom = sha256(text);
    return variant;
  }

  /** Whether it was stored, as for the other changes. */
  rename(id: string, words: Pick<Variant, 'name' | 'note'>): Promise<boolean> {
    return this.#change((file) => renamed(file, id, words));
  }

  /** Changes the file as it is written; null: nothing of it changes. */
  rewrite(change: (text: string) => string | null): Promise<boolean> {
    return this.#storing(() => this.#file.changeText(change));
  }

  remove(id: string): Promise<boolean> {
    return this.#change((file) => withoutVariant(file, id));
  }

  /** Puts one back that was removed. */
  putBack(variant: Variant, place: number): Promise<boolean> {
    return this.#change((file) => withVariant(file, variant, place));
  }

  /** What is kept next was made from this variant. */
  opened({ text }: Variant): void {
    this.#madeFrom = sha256(text);
  }

  /** A text to compare with, from the disk. */
  take(name: string, text: string): void {
    this.state.setState(({ read }) => ({ read: { ...read, [name]: text } }));
  }

  close(): void {
    this.#stop();
  }

  #change(change: (file: VariantFile) => VariantFile): Promise<boolean> {
    return this.#storing(() => this.#file.change(change));
  }

  async #storing(store: () => Promise<void>): Promise<boolean> {
    try {
      await store();
      this.state.setState({ ...this.#stored(), problem: null });
      return true;
    } catch (error) {
      this.state.setState({ ...this.#stored(), problem: `Not stored: ${wordsOf(error)}.` });
      return false;
    }
  }

  async #reload(): Promise<void> {
    try {
      const now = await this.store.load();
      this.#file.take(now[VARIANTS_FILE] ?? null);
      this.state.setState(this.#stored());
    } catch {
      // Out of reach: whoever comes back is told again.
    }
  }

  #stored(): Pick<VariantsState, 'variants' | 'broken'> {
    const { content, broken } = this.#file;
    return { variants: content.variants, broken: broken && `${wordsOf(broken)}.` };
  }
}

function wordsOf(error: unknown): string {
  if (error instanceof KeptFileError) return `${error.message}; ${error.hint}`;
  return error instanceof Error ? error.message : String(error);
}
