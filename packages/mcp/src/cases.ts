import { nearest } from '@standoff/model';
import type { AnnotationFile } from '@standoff/evidence/records';
import { withAnchor } from '@standoff/evidence/records';
import type { CaseOpened, Desk, NamedText, Replaced } from './desk.js';
import { Refusal } from './refusal.js';

/** A case as it is worked on. */
export interface CaseAtWork extends NamedText {
  /** Whether it has changes that its file does not have. */
  readonly changed: boolean;
}

/**
 * The cases as they are worked on. Where nothing is written, what is applied is kept here and every tool
 * sees it, until the file is changed by somebody: what a person writes counts.
 */
export class Cases {
  readonly #copies = new Map<string, CaseOpened>();
  /** With the statements that were proposed and may not stand in the file yet. */
  readonly #marked = new Map<string, Replaced<AnnotationFile>>();

  constructor(readonly desk: Desk) {}

  /**
   * A case by its name, or the only one there is.
   * @throws Refusal
   */
  async find(wanted: string | undefined): Promise<CaseAtWork> {
    const name = this.nameOf(wanted);
    const opened = await this.desk.open(name);
    const copy = this.#copies.get(name);
    if (copy?.version === opened.version) return { name, text: copy.text, changed: true };
    this.#copies.delete(name);
    return { name, text: opened.text, changed: false };
  }

  /**
   * The name of a case that there is.
   * @throws Refusal
   */
  nameOf(wanted: string | undefined): string {
    const names = this.desk.cases();
    const [only] = names;
    if (only === undefined)
      throw new Refusal(
        'no-case',
        'the folder has no case',
        'ask the user to make one: standoff new FOLDER',
      );
    if (wanted === undefined) {
      if (names.length === 1) return only;
      throw new Refusal(
        'which-case',
        `there are ${names.length} cases`,
        `name one of them as case: ${names.slice(0, 20).join(', ')}`,
      );
    }
    if (names.includes(wanted)) return wanted;
    const near = nearest(wanted, names);
    throw new Refusal(
      'unknown-case',
      `there is no case ${wanted}`,
      near === null ? `the cases are: ${names.slice(0, 20).join(', ')}` : `did you mean ${near}?`,
    );
  }

  /** Puts another text in the place of a case's: in its file where that is allowed, else here. */
  async put(
    { name, text: before }: NamedText,
    text: string,
  ): Promise<'the file' | 'the working copy'> {
    const { version, text: there } = await this.desk.open(name);
    if (this.#copies.get(name)?.version !== version && there !== before)
      throw new Refusal(
        'changed',
        `the file of ${name} was changed meanwhile`,
        'read the case anew and apply again',
      );
    if (this.desk.writes) {
      const marked = await this.annotations(name);
      const onDisk = await this.desk.annotations(name);
      const named = marked.anchors.filter(
        ({ id, source }) =>
          !onDisk.content.anchors.some((one) => one.id === id) &&
          new RegExp(`@${source}(?::P[-P\\d]+)?#${id}(?![\\w-])`, 'u').test(text),
      );
      await this.desk.save(
        name,
        { content: text, version },
        named.length === 0
          ? null
          : { content: named.reduce(withAnchor, onDisk.content), version: onDisk.version },
      );
      const { version: now } = await this.desk.annotations(name);
      this.#marked.set(name, { content: marked, version: now });
      return 'the file';
    }
    this.#copies.set(name, { text, version });
    return 'the working copy';
  }

  /** The annotations of a case, with the statements that were proposed. */
  async annotations(name: string): Promise<AnnotationFile> {
    const onDisk = await this.desk.annotations(name);
    const marked = this.#marked.get(name);
    if (marked?.version === onDisk.version) return marked.content;
    this.#marked.delete(name);
    return onDisk.content;
  }

  /** Keeps statements that were proposed until lines that rest on them are applied. */
  async mark(name: string, content: AnnotationFile): Promise<void> {
    const { version } = await this.desk.annotations(name);
    this.#marked.set(name, { content, version });
  }
}
