import { nearest } from '@standoff/model';
import { sameWords, type Anchor } from '@standoff/evidence/anchor';
import { withAnchor, type AnnotationFile } from '@standoff/evidence/records';
import { refersTo, type Addition } from './proposals/line.js';
import type { CaseOpened, Desk, NamedText } from './desk.js';
import { Refusal } from './refusal.js';

/** What was proposed at once and found right. */
export interface Batch {
  /** The name of its case. */
  readonly of: string;
  /** By their places among those proposed. */
  readonly right: ReadonlyMap<number, Addition>;
}

/** So many are kept, the last ones. */
const MOST_BATCHES = 100;

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
  /** The statements that were proposed and do not stand in the file yet, by case. */
  readonly #proposed = new Map<string, readonly Anchor[]>();
  /** Those whose names somebody else gave to other words meanwhile, until statements are proposed again. */
  readonly #taken = new Map<string, readonly Anchor[]>();
  #turn: Promise<unknown> = Promise.resolve();
  readonly #batches = new Map<number, Batch>();
  #lastBatch = 0;

  constructor(readonly desk: Desk) {}

  /**
   * A case by its name, or the only one there is.
   * @throws Refusal
   */
  async find(wanted: string | undefined): Promise<CaseAtWork> {
    const name = this.nameOf(wanted);
    const opened = await this.desk.open(name);
    const annotations = await this.annotations(name);
    const copy = this.#copies.get(name);
    if (copy?.version === opened.version)
      return { name, text: copy.text, annotations, changed: true };
    this.#copies.delete(name);
    return { name, text: opened.text, annotations, changed: false };
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
        this.desk.writes
          ? 'begin one: add_text with case (its name), title, source and the text'
          : 'ask the user to make one: standoff new FOLDER; or to start the server with --write',
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
    const taken = (this.#taken.get(name) ?? []).find(
      (one) => refersTo(text, one) && !refersTo(before, one),
    );
    if (taken !== undefined)
      throw new Refusal(
        'statement-taken',
        `#${taken.id} of ${taken.source} has other words now: somebody else marked them meanwhile`,
        'propose the statements again: they get other names',
      );
    if (this.desk.writes) {
      const { content, version: basedOn } = await this.desk.annotations(name);
      const named = (this.#proposed.get(name) ?? []).filter((one) => refersTo(text, one));
      await this.desk.save(
        name,
        { content: text, version },
        named.length === 0
          ? null
          : { content: named.reduce(withAnchor, content), version: basedOn },
      );
      return 'the file';
    }
    this.#copies.set(name, { text, version });
    return 'the working copy';
  }

  /** The annotations of a case, with the statements that were proposed. */
  async annotations(name: string): Promise<AnnotationFile> {
    const { content } = await this.desk.annotations(name);
    const proposed = this.#proposed.get(name) ?? [];
    const there = (wanted: Anchor): Anchor | undefined =>
      content.anchors.find(({ id }) => id === wanted.id);
    const others = proposed.filter((one) => there(one) && !sameWords(there(one)!, one));
    const left = proposed.filter((one) => there(one) === undefined);
    this.#proposed.set(name, left);
    this.#taken.set(name, [...(this.#taken.get(name) ?? []), ...others]);
    return left.reduce(withAnchor, content);
  }

  /** Keeps statements that were proposed until lines that rest on them are applied. */
  async mark(name: string, { anchors }: AnnotationFile): Promise<void> {
    const { content } = await this.desk.annotations(name);
    const onDisk = new Set(content.anchors.map(({ id }) => id));
    this.#proposed.set(
      name,
      anchors.filter(({ id }) => !onDisk.has(id)),
    );
    this.#taken.delete(name);
  }

  /** Does work alone: what is proposed and applied at once by several clients goes one after the other. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }

  /** Keeps what was proposed, so that it can be applied without being said again; by its number. */
  keep(batch: Batch): number {
    this.#batches.set(++this.#lastBatch, batch);
    this.#batches.delete(this.#lastBatch - MOST_BATCHES);
    return this.#lastBatch;
  }

  /**
   * What was proposed for a case.
   * @throws Refusal
   */
  batch(number: number, name: string): Batch {
    const found = this.#batches.get(number);
    if (found?.of === name) return found;
    throw new Refusal(
      'unknown-batch',
      `there is no batch ${number} of ${name}`,
      'propose the statements again; the answer has the number of the batch',
    );
  }
}
