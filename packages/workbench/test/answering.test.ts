import { readFileSync } from 'node:fs';
import { outlook, prepare } from '@standoff/analysis';
import { parseSituation } from '@standoff/language';
import { expect, test } from 'vitest';
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
