import { AnalysisError, prepare } from '@standoff/situation';
import { outlook, QUESTIONS } from '@standoff/questions';
import { parseSituation } from '@standoff/language/parse';
import type { ConflictModel } from '@standoff/model';
import { expect, test, vi } from 'vitest';
import { caseText } from '../../../test/cases.js';
import { Answering } from '../src/answers/answering.js';
import { Desk, type DeskState } from '../src/answers/desk.js';
import type { WorkerLike } from '../src/answers/lane-worker.js';
import { LANES, type AskedName } from '../src/answers/lanes.js';
import type { FromWorker, ToWorker } from '../src/answers/protocol.js';
import { answered } from '../src/answers/questions.js';
import { readiness } from '../src/answers/readiness.js';

const text = caseText('chicken/chicken.standoff');

const FEW = text;
const MANY = `${text}\nactor Third {\n${'abcdefg'.replace(/./g, '  option $&\n')}}\n`;

/** The worker's side in this thread, with its turns taken by hand. */
function worker() {
  const said: FromWorker[] = [];
  const turns: (() => void)[] = [];
  const side = new Answering(
    (message) => said.push(message),
    (work) => turns.push(work),
    () => 0,
  );
  return {
    said,
    send: (message: ToWorker) => side.receive(message),
    /** Until so much has been said and nothing is left to do. */
    run: async (messages: number) => {
      while (said.length < messages || turns.length > 0) {
        turns.shift()?.();
        await new Promise(setImmediate);
      }
    },
  };
}

/** A desk whose workers answer, in this thread; `idle`: until none of them has anything left to do. */
function inOneThread(): { readonly desk: Desk; readonly idle: () => Promise<void> } {
  let left = 0;
  const desk = new Desk((): WorkerLike => {
    const made: WorkerLike = {
      postMessage: (message) => side.receive(message),
      terminate: () => undefined,
      onmessage: null,
      onerror: null,
    };
    const side = new Answering(
      (data) => made.onmessage?.({ data } as MessageEvent<FromWorker>),
      (work) => {
        left += 1;
        setImmediate(() => {
          work();
          left -= 1;
        });
      },
      () => 0,
    );
    return made;
  });
  const idle = async (): Promise<void> => {
    do await new Promise(setImmediate);
    while (left > 0);
  };
  return { desk, idle };
}

test('a question is answered as the library answers it', async () => {
  const { said, send, run } = worker();
  send({ type: 'text', version: 1, text });
  send({ type: 'ask', version: 1, key: 'outlook', question: 'outlook', params: undefined });
  await run(2);
  const { model } = parseSituation(text);
  expect(said[0]).toMatchObject({ type: 'read', version: 1, model, diagnostics: [] });
  expect(said[1]).toMatchObject({ type: 'answer', version: 1, result: outlook(prepare(model!)) });
});

test('of texts that come faster than they are read only the last is, and older questions are dropped', async () => {
  const { said, send, run } = worker();
  send({ type: 'text', version: 1, text });
  send({ type: 'ask', version: 1, key: 'outlook', question: 'outlook', params: undefined });
  send({ type: 'text', version: 2, text: `${text}\n# more` });
  await run(1);
  expect(said.map(({ type, version }) => [type, version])).toEqual([['read', 2]]);
});

test('a broken text keeps the answers, marked as of an earlier one', async () => {
  const { desk } = inOneThread();
  const until = (done: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      if (done()) resolve();
      else
        desk.state.subscribe(() => {
          if (done()) resolve();
        });
    });
  const answer = () => desk.state.getState().answers['outlook'];
  desk.want('outlook', undefined);
  expect(readiness(desk.state.getState())).toBe('working');
  desk.read(text);
  expect(readiness(desk.state.getState())).toBe('working');
  await until(() => desk.state.getState().read === 1);
  expect(desk.state.getState().settled).toBe(false);
  await until(() => answer()?.state === 'current');
  const { result } = answer();
  expect(readiness(desk.state.getState())).toBe('current');
  expect(desk.state.getState().settled).toBe(true);
  const shown = desk.awaitView();
  expect(readiness(desk.state.getState())).toBe('working');
  shown();
  expect(readiness(desk.state.getState())).toBe('current');
  desk.read('situation "x" actor');
  expect(answer().state).toBe('stale');
  expect(readiness(desk.state.getState())).toBe('working');
  await until(() => desk.state.getState().broken);
  expect(readiness(desk.state.getState())).toBe('broken');
  expect(answer().since).toBeNull();
  expect(answer()).toMatchObject({ state: 'stale', result });
  expect(desk.state.getState().diagnostics.length).toBeGreaterThan(0);
  expect(desk.state.getState().model).not.toBeNull();
  desk.read(`${text}\n# again`);
  await until(() => answer().state === 'current');
  expect(answer()).toMatchObject({ version: 3, since: null });
  // The model is the one before, so that nothing was worked out.
  expect(answer().result).toBe(result);
  desk.read(text.replace('situation "Chicken"', 'situation "Hawk and dove"'));
  await until(() => readiness(desk.state.getState()) === 'current');
  expect(answer().version).toBe(4);
  expect(answer().result).not.toBe(result);
  desk.close();
});

test('a text that cannot be answered is not waited for', () => {
  let worker!: WorkerLike;
  const desk = new Desk(
    () =>
      (worker = {
        postMessage: () => undefined,
        terminate: () => undefined,
        onmessage: null,
        onerror: null,
      }),
  );
  desk.read('situation');
  const read = { type: 'read', version: 1, model: null, diagnostics: [], took: 0 } as const;
  worker.onmessage?.({ data: read } as unknown as MessageEvent<FromWorker>);
  expect(desk.state.getState().settled).toBe(true);
  desk.close();
});

test('what was read before there was a text is no text, and an answer has the model that it is about', async () => {
  const { desk, idle } = inOneThread();
  const state = () => desk.state.getState();
  const models = new Map<number, ConflictModel | null>();
  const seen: DeskState[] = [];
  desk.state.subscribe((now) => {
    if (now.read === now.version) models.set(now.read, now.model);
    seen.push(now);
  });
  const current = (version: number): Promise<void> =>
    vi.waitFor(() =>
      expect(state().answers['outlook']).toMatchObject({ state: 'current', version }),
    );
  desk.begin();
  desk.want('outlook', undefined);
  await idle();
  expect(state()).toMatchObject({ version: 0, read: 0, model: null });
  desk.read(text);
  await current(1);
  desk.read(text.replace('situation "Chicken"', 'situation "Hawk and dove"'));
  await current(2);
  desk.close();
  const told = seen.filter(({ answers }) => answers['outlook']?.result);
  for (const { answers } of told)
    expect(answers['outlook'].model).toBe(models.get(answers['outlook'].version));
  // Until it is answered anew, what stands there is of the model before.
  expect(told.some(({ read, answers }) => read === 2 && answers['outlook'].version === 1)).toBe(
    true,
  );
});

/** Workers that answer nothing but that they have read, with what each was sent and whether it lives. */
function silent(text = FEW) {
  const made: { readonly sent: ToWorker[]; readonly side: WorkerLike; ended: boolean }[] = [];
  const { model } = parseSituation(text);
  const desk = new Desk((): WorkerLike => {
    const side: WorkerLike = {
      postMessage(message) {
        one.sent.push(message);
        if (message.type !== 'text' && message.type !== 'model') return;
        const read = { type: 'read', version: message.version, model, diagnostics: [], took: 0 };
        queueMicrotask(() =>
          side.onmessage?.({ data: read } as unknown as MessageEvent<FromWorker>),
        );
      },
      terminate: () => (one.ended = true),
      onmessage: null,
      onerror: null,
    };
    const one = { sent: [] as ToWorker[], side, ended: false };
    made.push(one);
    return side;
  });
  return { desk, made };
}

test('what is stopped is not worked on any more, and is asked anew when it is wanted or the text changes', async () => {
  vi.useFakeTimers();
  const { desk, made } = silent();
  const state = () => desk.state.getState();
  desk.read(text);
  await vi.advanceTimersByTimeAsync(0);
  desk.want('robustness', undefined);
  desk.want('coalitions', undefined);
  await vi.advanceTimersByTimeAsync(500);
  const [, long] = made;
  expect(long.sent.map(({ type }) => type)).toEqual(['model', 'ask', 'ask']);
  expect(readiness(state())).toBe('working');

  // The worker ends that works on the first; the second is not begun by the one that comes after.
  desk.stop();
  expect(long.ended).toBe(true);
  expect(made.at(-1)!.sent.map(({ type }) => type)).toEqual(['model']);
  for (const key of ['robustness', 'coalitions'])
    expect(state().answers[key]).toMatchObject({ state: 'failed', problem: { code: 'stopped' } });
  expect(readiness(state())).toBe('stopped');
  await vi.advanceTimersByTimeAsync(5_000);
  expect(made.at(-1)!.sent.filter(({ type }) => type === 'ask')).toEqual([]);

  desk.again();
  expect(state().answers['robustness'].state).toBe('none');
  expect(made.at(-1)!.sent.slice(-2)).toMatchObject([{ key: 'robustness' }, { key: 'coalitions' }]);
  expect(readiness(state())).toBe('working');

  desk.stop();
  desk.read(`${text}\n# again`);
  expect(readiness(state())).toBe('working');
  await vi.advanceTimersByTimeAsync(500);
  expect(made.at(-1)!.sent.slice(-2)).toMatchObject([{ key: 'coalitions' }, { key: 'robustness' }]);
  desk.close();
  vi.useRealTimers();
});

test.each([
  ['a worker of its own', MANY, 1],
  ['the one that read it, where options are few', FEW, 0],
])('a view is answered by %s', async (_, read, lane) => {
  vi.useFakeTimers();
  const { desk, made } = silent(read);
  desk.want('briefing', undefined);
  desk.read(read);
  await vi.advanceTimersByTimeAsync(500);
  expect(made).toHaveLength(lane + 1);
  expect(made[lane].sent.at(-1)).toMatchObject({ type: 'ask', key: 'briefing' });
  desk.close();
  vi.useRealTimers();
});

test('a remark more asks for nothing but what is made of the text itself', async () => {
  vi.useFakeTimers();
  const text = MANY;
  const { desk, made } = silent(text);
  const current = (lane: number, question: AskedName) => {
    const version = desk.state.getState().version;
    const answer = { type: 'answer', version, key: question, result: {}, took: 0 };
    made[lane].side.onmessage?.({ data: answer } as unknown as MessageEvent<FromWorker>);
  };
  desk.want('briefing', undefined);
  desk.want('report', undefined);
  desk.read(text);
  await vi.advanceTimersByTimeAsync(500);
  current(1, 'briefing');
  current(2, 'report');
  const { model } = desk.state.getState();
  const sent = made.map((one) => one.sent.length);
  desk.read(`${text}\n# again`);
  await vi.advanceTimersByTimeAsync(500);
  expect(desk.state.getState().model).toBe(model);
  expect(made[1].sent.slice(sent[1])).toEqual([]);
  expect(made[2].sent.slice(sent[2])).toMatchObject([{ type: 'model' }, { key: 'report' }]);
  desk.close();
  vi.useRealTimers();
});

test('what is stopped before the text has been read is not asked when it has been', async () => {
  vi.useFakeTimers();
  const { desk, made } = silent();
  desk.want('robustness', undefined);
  desk.read(text);
  expect(readiness(desk.state.getState())).toBe('working');
  desk.stop();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(made.flatMap(({ sent }) => sent).filter(({ type }) => type === 'ask')).toEqual([]);
  expect(readiness(desk.state.getState())).toBe('stopped');
  desk.close();
  vi.useRealTimers();
});

test('a long question that nobody looks at any more is given up, unless one comes back to it at once', async () => {
  vi.useFakeTimers();
  const { desk, made } = silent();
  desk.read(text);
  await vi.advanceTimersByTimeAsync(0);
  const leave = desk.want('robustness', undefined);
  await vi.advanceTimersByTimeAsync(500);
  leave();
  const leaveAgain = desk.want('robustness', undefined);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(made[1].ended).toBe(false);
  leaveAgain();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(made[1].ended).toBe(true);
  desk.close();
  vi.useRealTimers();
});

test('what is dropped before it is begun is never begun', async () => {
  const { said, send, run } = worker();
  send({ type: 'text', version: 1, text });
  send({ type: 'ask', version: 1, key: 'outlook', question: 'outlook', params: undefined });
  send({ type: 'drop', key: 'outlook' });
  await run(1);
  expect(said.map(({ type }) => type)).toEqual(['read']);
});

test.each(['situation "Nobody"', 'situation "One who watches"\nactor A "Ann"'])(
  'every question has an answer, or is refused in words, where nobody can move: %s',
  async (empty) => {
    const { model } = parseSituation(empty);
    const prepared = prepare(model!);
    const asked = { text: empty, model: model!, situation: prepared, prepared };
    const actor = model!.actors[0]?.id ?? 'A';
    const params = {
      text: empty,
      state: 0,
      actor,
      concept: 'SEQ',
      standard: 'looking-ahead',
      expression: 'a',
      scenario: null,
      pairs: true,
      faction: null,
      seenBy: null,
      variants: [],
    };
    for (const name of Object.keys(LANES) as AskedName[]) {
      if (name === 'compareTexts') continue;
      const given = name in QUESTIONS ? { state: '#0', pairs: true } : params;
      try {
        await answered(name, asked, given, () => undefined);
      } catch (error) {
        expect(error, name).toBeInstanceOf(AnalysisError);
      }
    }
  },
);
