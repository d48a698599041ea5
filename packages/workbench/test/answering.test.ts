import { readFileSync } from 'node:fs';
import { outlook, prepare } from '@standoff/analysis';
import { parseSituation } from '@standoff/language';
import { expect, test, vi } from 'vitest';
import { Answering } from '../src/answers/answering.js';
import { Desk } from '../src/answers/desk.js';
import type { WorkerLike } from '../src/answers/lane-worker.js';
import type { FromWorker, ToWorker } from '../src/answers/protocol.js';

const text = readFileSync(
  new URL('../../../cases/chicken/chicken.standoff', import.meta.url),
  'utf8',
);

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
    run: () => {
      while (turns.length > 0) turns.shift()!();
    },
  };
}

test('a question is answered as the library answers it', () => {
  const { said, send, run } = worker();
  send({ type: 'text', version: 1, text });
  send({ type: 'ask', version: 1, key: 'outlook', question: 'outlook', params: undefined });
  run();
  const { model } = parseSituation(text);
  expect(said[0]).toMatchObject({ type: 'read', version: 1, model, diagnostics: [] });
  expect(said[1]).toMatchObject({ type: 'answer', version: 1, result: outlook(prepare(model!)) });
});

test('of texts that come faster than they are read only the last is, and older questions are dropped', () => {
  const { said, send, run } = worker();
  send({ type: 'text', version: 1, text });
  send({ type: 'ask', version: 1, key: 'outlook', question: 'outlook', params: undefined });
  send({ type: 'text', version: 2, text: `${text}\n# more` });
  run();
  expect(said.map(({ type, version }) => [type, version])).toEqual([['read', 2]]);
});

test('a broken text keeps the answers, marked as of an earlier one', async () => {
  const desk = new Desk((): WorkerLike => {
    const made: WorkerLike = {
      postMessage: (message) => side.receive(message),
      terminate: () => undefined,
      onmessage: null,
      onerror: null,
    };
    const side = new Answering(
      (data) => made.onmessage?.({ data } as MessageEvent<FromWorker>),
      (work) => setTimeout(work),
      () => 0,
    );
    return made;
  });
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
  desk.read(text);
  await until(() => answer()?.state === 'current');
  const { result } = answer();
  desk.read('situation "x" actor');
  expect(answer().state).toBe('stale');
  await until(() => desk.state.getState().broken);
  expect(answer()).toMatchObject({ state: 'stale', result });
  expect(desk.state.getState().diagnostics.length).toBeGreaterThan(0);
  expect(desk.state.getState().model).not.toBeNull();
  desk.read(`${text}\n# again`);
  await until(() => answer().state === 'current');
  expect(answer().result).toEqual(result);
  desk.close();
});

/** Workers that answer nothing but that they have read, with what each was sent and whether it lives. */
function silent() {
  const made: { readonly sent: ToWorker[]; ended: boolean }[] = [];
  const { model } = parseSituation(text);
  const desk = new Desk((): WorkerLike => {
    const one = { sent: [] as ToWorker[], ended: false };
    made.push(one);
    const side: WorkerLike = {
      postMessage(message) {
        one.sent.push(message);
        if (message.type !== 'text' && message.type !== 'model') return;
        const read = { type: 'read', version: message.version, model, diagnostics: [], took: 0 };
        queueMicrotask(() => side.onmessage?.({ data: read } as unknown as MessageEvent));
      },
      terminate: () => (one.ended = true),
      onmessage: null,
      onerror: null,
    };
    return side;
  });
  return { desk, made };
}

test('a question that is stopped is not worked on any more, and is asked anew when it is wanted again', async () => {
  vi.useFakeTimers();
  const { desk, made } = silent();
  desk.read(text);
  await vi.advanceTimersByTimeAsync(0);
  desk.want('robustness', undefined);
  desk.want('coalitions', undefined);
  await vi.advanceTimersByTimeAsync(500);
  const [, long] = made;
  expect(long.sent.map(({ type }) => type)).toEqual(['model', 'ask', 'ask']);

  // The one that waits is taken from the queue; the one that is worked on ends with its worker.
  desk.stop('coalitions');
  expect(long.sent.at(-1)).toEqual({ type: 'drop', key: 'coalitions' });
  expect(long.ended).toBe(false);
  desk.stop('robustness');
  expect(long.ended).toBe(true);
  expect(desk.state.getState().answers['robustness']).toMatchObject({
    state: 'failed',
    problem: { code: 'stopped' },
  });
  desk.again('robustness');
  expect(desk.state.getState().answers['robustness'].state).toBe('none');
  expect(made.at(-1)!.sent.at(-1)).toMatchObject({ type: 'ask', key: 'robustness' });
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

test('what is dropped before it is begun is never begun', () => {
  const { said, send, run } = worker();
  send({ type: 'text', version: 1, text });
  send({ type: 'ask', version: 1, key: 'outlook', question: 'outlook', params: undefined });
  send({ type: 'drop', key: 'outlook' });
  run();
  expect(said.map(({ type }) => type)).toEqual(['read']);
});
