import type { ConflictModel, Diagnostic } from '@standoff/model';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { LaneWorker, type WorkerLike } from './lane-worker.js';
import type { Lane } from '@standoff/questions';
import { LANES, type AskedName } from './lanes.js';
import type { FromWorker } from './protocol.js';
import { aged, mapped, NO_ANSWER, renewed, type Answer } from './answer.js';

export interface DeskState {
  /** Counts the texts handed over. */
  readonly version: number;
  /** When the last of them was, as `performance.now()` has it. */
  readonly since: number;
  /** The version that has been read last; smaller than `version` while a newer one is being read. */
  readonly read: number;
  /** The text of the last model without errors, and that model; null: there was none yet. */
  readonly text: string;
  readonly model: ConflictModel | null;
  /** Whether the text as last read has errors: all answers are then of an earlier one. */
  readonly broken: boolean;
  /** Of the text as last read. */
  readonly diagnostics: readonly Diagnostic[];
  readonly answers: Readonly<Record<string, Answer>>;
  /** How many views are being loaded that will want answers. */
  readonly loading: number;
  /** Keys of what somebody wants answered; other answers stay as they are. */
  readonly wanted: ReadonlySet<string>;
  /**
   * Whether the first answers had their turn: there was one, or none is to be had soon. What stands
   * beside them is loaded then. Once so, it stays so.
   */
  readonly settled: boolean;
  /** How long the last text took to read and each question to answer, in milliseconds. */
  readonly took: Readonly<Record<string, number>>;
}

/** The code of the problem where the reader stopped a question. */
export const STOPPED = 'stopped';

/** So long a long question that nobody looks at any more goes on, in milliseconds: one may come back. */
const LINGER = 400;

/** So long the first answers may take before what stands beside them is loaded, in milliseconds. */
const TURN = 1_500;

/** The order in which a lane is asked: what the first screen needs goes first. */
const ORDER = Object.fromEntries(Object.keys(LANES).map((name, k) => [name, k])) as Readonly<
  Record<AskedName, number>
>;

/** So long views and long questions wait for the next key stroke before they begin. */
const WAIT: Readonly<Record<Lane, number>> = { quick: 0, view: 80, long: 400 };

/**
 * A model of at most so many options is answered by the worker that read it, views and all: another one
 * would be done with its own beginning only after that.
 */
const FEW_OPTIONS = 6;

/** What is read before there is a text: after it, all that reading takes is ready. */
const FIRST_READ = 'situation s "S"\nactor a "A" {\n  option o "O"\n  prefers { o }\n}\n';

interface Wish {
  readonly key: string;
  readonly question: AskedName;
  readonly params: unknown;
  /** How many want it. */
  count: number;
}

/** A key for a question with its parameters. */
export function keyOf(question: AskedName, params: unknown): string {
  return params === undefined ? question : `${question} ${JSON.stringify(params)}`;
}

/**
 * The page's side of the protocol: hands each text to the workers, asks what is wanted of it, and
 * keeps the answers. A question is asked as long as somebody wants it, once for each model.
 */
export class Desk {
  readonly state: StoreApi<DeskState> = createStore<DeskState>(() => ({
    version: 0,
    since: 0,
    read: 0,
    text: '',
    model: null,
    broken: false,
    diagnostics: [],
    answers: {},
    loading: 0,
    wanted: new Set(),
    settled: false,
    took: {},
  }));
  readonly #wishes = new Map<string, Wish>();
  readonly #lanes: Readonly<Record<Lane, LaneWorker>>;
  readonly #timers: Partial<Record<Lane | 'turn', ReturnType<typeof setTimeout>>> = {};
  #text = '';
  /** Whether the model last read has few options. */
  #few = false;
  /** The last model, to compare others with, and the last version that it was read in. */
  readonly #known = { model: '', version: 0 };
  /** The version each lane has been told of. */
  readonly #told: Record<Lane, number> = { quick: 0, view: 0, long: 0 };
  /** The model in that version. */
  readonly #about: Record<Lane, ConflictModel | null> = { quick: null, view: null, long: null };
  /** What the reader stopped of the text as it stands. */
  readonly #stopped = new Set<string>();

  constructor(start: () => WorkerLike) {
    const lane = (name: Lane): LaneWorker =>
      new LaneWorker(start, (message) => this.#receive(name, message));
    this.#lanes = { quick: lane('quick'), view: lane('view'), long: lane('long') };
  }

  /** Makes ready what reads the first text, while that is loaded. What is said of it is of no version. */
  begin(): void {
    this.#lanes.quick.turn({ type: 'text', version: -1, text: FIRST_READ });
  }

  /** A new text; everything that is wanted is asked of it. */
  read(text: string): void {
    this.#text = text;
    const version = this.state.getState().version + 1;
    const since = performance.now();
    this.#stopped.clear();
    this.state.setState(({ answers, wanted }) => ({
      version,
      since,
      answers: mapped(answers, (one) => ({
        ...aged(one),
        since: wanted.has(one.key) ? since : null,
      })),
    }));
    this.#told.quick = version;
    this.#lanes.quick.turn({ type: 'text', version, text });
    this.#askLane('quick');
  }

  /** Wants an answer until the returned function is called. */
  want(question: AskedName, params: unknown): () => void {
    const key = keyOf(question, params);
    const wish = this.#wishes.get(key) ?? { key, question, params, count: 0 };
    wish.count++;
    this.#wishes.set(key, wish);
    if (wish.count === 1) {
      this.#tellWanted();
      this.#await(key);
      this.#ask(wish);
    }
    return () => {
      wish.count--;
      if (wish.count > 0 || this.#wishes.get(key) !== wish) return;
      this.#wishes.delete(key);
      this.#tellWanted();
      if (LANES[question] === 'long') setTimeout(() => this.#abandon(key), LINGER);
    };
  }

  /** A view is being loaded that will want answers, until the returned function is called. */
  awaitView(): () => void {
    const add = (count: number): void =>
      this.state.setState(({ loading }) => ({ loading: loading + count }));
    add(1);
    return () => add(-1);
  }

  /** Stops working on all that is waited for, until it is asked again or the text changes. */
  stop(): void {
    const waiting = [...this.#wishes.values()].filter(
      ({ key }) => this.state.getState().answers[key]?.since !== null,
    );
    for (const { key } of waiting) {
      this.#stopped.add(key);
      this.#set(key, ({ answers }) => ({
        ...(answers[key] ?? NO_ANSWER),
        state: 'failed',
        problem: { code: STOPPED, message: 'it was stopped', hint: null },
        progress: null,
        since: null,
      }));
    }
    for (const lane of Object.keys(this.#lanes) as Lane[])
      this.#lanes[lane].drop(
        waiting.filter(({ question }) => this.#laneOf(question) === lane).map(({ key }) => key),
      );
  }

  /** Asks anew what was stopped. */
  again(): void {
    const stopped = [...this.#wishes.values()].filter(({ key }) => this.#stopped.has(key));
    this.#stopped.clear();
    for (const wish of stopped) {
      this.#set(wish.key, ({ answers }) => aged(answers[wish.key] ?? NO_ANSWER));
      this.#await(wish.key);
      this.#ask(wish);
    }
  }

  close(): void {
    for (const timer of Object.values(this.#timers)) clearTimeout(timer);
    for (const lane of Object.values(this.#lanes)) lane.close();
  }

  #tellWanted(): void {
    this.state.setState({ wanted: new Set(this.#wishes.keys()) });
  }

  #abandon(key: string): void {
    if (this.#wishes.has(key)) return;
    this.#lanes.long.drop([key]);
    if (this.state.getState().answers[key] !== undefined)
      this.#set(key, ({ answers }) => ({ ...answers[key], progress: null, since: null }));
  }

  /** Notes since when an answer is waited for, unless it is there, or there can be none. */
  #await(key: string): void {
    const { answers, version, read, broken, since } = this.state.getState();
    const { state } = answers[key] ?? NO_ANSWER;
    if (state === 'current' || state === 'failed' || (broken && read === version)) return;
    this.#set(key, () => ({
      ...(answers[key] ?? NO_ANSWER),
      since: read < version ? since : performance.now(),
    }));
  }

  #laneOf(question: AskedName): Lane {
    return LANES[question] === 'view' && this.#few ? 'quick' : LANES[question];
  }

  #ask(wish: Wish): void {
    if (this.#stopped.has(wish.key)) return;
    if (this.#isCurrent(wish.key)) return;
    const lane = this.#laneOf(wish.question);
    if (lane !== 'quick') this.#turnLane(lane);
    const version = this.#told[lane];
    if (version === 0) return;
    const { key, question, params } = wish;
    this.#lanes[lane].ask({ type: 'ask', version, key, question, params });
  }

  #askLane(lane: Lane): void {
    const wishes = [...this.#wishes.values()].filter((wish) => LANES[wish.question] === lane);
    wishes.sort((a, b) => ORDER[a.question] - ORDER[b.question]);
    for (const wish of wishes) this.#ask(wish);
  }

  /** Tells a lane of the last text that could be read. */
  #turnLane(lane: 'view' | 'long'): void {
    const { read, model, text, broken } = this.state.getState();
    if (model === null || broken || this.#told[lane] === read) return;
    this.#told[lane] = read;
    this.#about[lane] = model;
    this.#lanes[lane].turn({ type: 'model', version: read, text, model });
  }

  #receive(lane: Lane, message: FromWorker): void {
    if (message.version !== this.#told[lane]) return;
    // There may be an answer already: the text read again said the same, but for a remark.
    if (message.type !== 'read' && message.version < this.#versionOf(message.key)) return;
    switch (message.type) {
      case 'read':
        if (lane === 'quick') this.#hasRead(message);
        return;
      case 'progress':
        this.#set(message.key, ({ answers }) => ({
          ...(answers[message.key] ?? NO_ANSWER),
          progress: message.done,
        }));
        return;
      case 'failed':
        this.#set(message.key, ({ answers }) => ({
          ...(answers[message.key] ?? NO_ANSWER),
          state: 'failed',
          problem: message.problem,
          progress: null,
          since: null,
        }));
        this.state.setState({ settled: true });
        return;
      case 'answer':
        this.#set(message.key, ({ version }) => ({
          state: message.version === version ? 'current' : 'stale',
          result: message.result,
          problem: null,
          progress: null,
          since: null,
          version: message.version,
          model: this.#about[lane],
        }));
        this.state.setState(({ took }) => ({
          settled: true,
          took: { ...took, [message.key]: message.took },
        }));
    }
  }

  /** Which version the answer that is there is of; -1: there is none. */
  #versionOf(key: string): number {
    return this.state.getState().answers[key]?.version ?? NO_ANSWER.version;
  }

  #isCurrent(key: string): boolean {
    return this.state.getState().answers[key]?.state === 'current';
  }

  #hasRead({ version, model, diagnostics, took }: Extract<FromWorker, { type: 'read' }>): void {
    const same = model !== null && this.#isKnown(model);
    const known = this.#known.version;
    this.state.setState((state) => ({
      read: version,
      diagnostics,
      broken: model === null,
      took: { ...state.took, read: took },
      ...(model === null
        ? { settled: true, answers: mapped(state.answers, (one) => ({ ...one, since: null })) }
        : { model: same ? state.model : model, text: this.#text }),
      ...(same && { answers: mapped(state.answers, (one) => renewed(one, known, version)) }),
    }));
    if (model === null) return;
    this.#about.quick = this.state.getState().model;
    this.#known.version = version;
    this.#few = model.options.length <= FEW_OPTIONS;
    // What the other worker was asked is asked of this one.
    if (this.#few) this.#told.view = 0;
    this.#timers.turn ??= setTimeout(() => this.state.setState({ settled: true }), TURN);
    for (const lane of ['view', 'long'] as const) {
      clearTimeout(this.#timers[lane]);
      this.#timers[lane] = setTimeout(() => this.#askLane(lane), WAIT[lane]);
    }
  }

  /** Whether the model is the one before: a remark, or a space more, changes no answer. */
  #isKnown(model: ConflictModel): boolean {
    const before = this.#known.model;
    this.#known.model = JSON.stringify(model);
    return this.#known.model === before;
  }

  #set(key: string, answer: (state: DeskState) => Omit<Answer, 'key'>): void {
    this.state.setState((state) => ({
      answers: { ...state.answers, [key]: { ...answer(state), key } },
    }));
  }
}
