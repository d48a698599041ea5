import { AnalysisError, situationOf, type Prepared, type Situation } from '@standoff/situation';
import { parseSituation } from '@standoff/language/parse';
import type { ConflictModel } from '@standoff/model';
import type { FromWorker, Problem, ToWorker } from './protocol.js';
import type { Asked } from './asked.js';
import { answered } from './questions.js';

type Ask = Extract<ToWorker, { type: 'ask' }>;

/** No more often than this a long question tells how far it is, in milliseconds. */
const TELL_EVERY = 100;

/**
 * The worker's side of the protocol. Messages that arrive while a question is worked out are read
 * before the next one is begun, and a new text drops what is asked about older ones.
 */
export class Answering {
  #version = -1;
  #asked: Preparing | null = null;
  /** What the next text starts from; texts with errors leave it as it is. */
  #known: Prepared | null = null;
  #text: Extract<ToWorker, { type: 'text' }> | null = null;
  #queue: Ask[] = [];
  #busy = false;

  /**
   * @param post sends to the page
   * @param later calls back after the messages that wait have been received
   */
  constructor(
    readonly post: (message: FromWorker) => void,
    readonly later: (work: () => void) => void,
    readonly now: () => number,
  ) {}

  receive(message: ToWorker): void {
    if (message.type === 'ask') {
      if (message.version >= this.#version) this.#queue.push(message);
    } else if (message.type === 'drop')
      this.#queue = this.#queue.filter(({ key }) => key !== message.key);
    else {
      this.#version = message.version;
      this.#queue = this.#queue.filter(({ version }) => version >= this.#version);
      if (message.type === 'text') this.#text = message;
      else {
        this.#text = null;
        this.#turn(message.text, message.model);
        this.post({
          type: 'read',
          version: message.version,
          model: null,
          diagnostics: [],
          took: 0,
        });
      }
    }
    this.#goOn();
  }

  #goOn(): void {
    if (this.#busy || (this.#text === null && this.#queue.length === 0)) return;
    this.#busy = true;
    this.later(() => {
      void this.#work().then(() => {
        this.#busy = false;
        this.#goOn();
      });
    });
  }

  async #work(): Promise<void> {
    if (this.#text !== null) this.#read(this.#text);
    else if (this.#queue.length > 0) await this.#answer(this.#queue.shift()!);
  }

  #read({ version, text }: Extract<ToWorker, { type: 'text' }>): void {
    this.#text = null;
    const start = this.now();
    const { model, diagnostics } = parseSituation(text);
    this.#turn(text, model);
    this.post({ type: 'read', version, model, diagnostics, took: this.now() - start });
  }

  #turn(text: string, model: ConflictModel | null): void {
    this.#known = this.#asked?.known ?? this.#known;
    this.#asked = model && new Preparing(text, model, this.#known);
  }

  async #answer({ version, key, question, params }: Ask): Promise<void> {
    // Of a text with errors nothing can be asked; the page keeps the answers it has.
    if (this.#asked === null) return;
    const start = this.now();
    let told = start;
    const watch = (done: number): void => {
      const now = this.now();
      if (now - told < TELL_EVERY) return;
      told = now;
      this.post({ type: 'progress', version, key, done });
    };
    try {
      const result = await answered(question, this.#asked, params, watch);
      this.post({ type: 'answer', version, key, result, took: this.now() - start });
    } catch (error) {
      this.post({ type: 'failed', version, key, problem: problemOf(error) });
    }
  }
}

/**
 * Prepares when it is first needed, starting from what was worked out of an earlier text, and throws
 * the same again where the model has no states.
 */
class Preparing implements Asked {
  #situation: Situation | null = null;
  #error: unknown = null;
  #earlier: Prepared | null;

  constructor(
    readonly text: string,
    readonly model: ConflictModel,
    earlier: Prepared | null,
  ) {
    this.#earlier = earlier;
  }

  /** The last that was worked out: of this text, or of an earlier one. */
  get known(): Prepared | null {
    const listed = this.#situation !== null && 'space' in this.#situation;
    return listed ? this.#situation!.listed : this.#earlier;
  }

  get prepared(): Prepared {
    return this.situation.listed;
  }

  get situation(): Situation {
    if (this.#error !== null) throw this.#error as Error;
    try {
      this.#situation ??= situationOf(this.model, { earlier: this.#earlier });
      this.#earlier = null;
      return this.#situation;
    } catch (error) {
      this.#error = error;
      throw error;
    }
  }
}

function problemOf(error: unknown): Problem {
  if (error instanceof AnalysisError)
    return { code: error.code, message: error.message, hint: error.hint };
  const message = error instanceof Error ? error.message : String(error);
  return { code: 'internal', message, hint: 'please report this, with the text of the situation' };
}
