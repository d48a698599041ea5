import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Answering } from '../src/answers/answering.js';
import { Desk } from '../src/answers/desk.js';
import type { WorkerLike } from '../src/answers/lane-worker.js';
import type { FromWorker } from '../src/answers/protocol.js';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => void vi.useRealTimers());

const few = (label: string): string =>
  `situation s "S"\nactor a "A" {\n  option o "${label}"\n  prefers { o }\n}\n`;
const many = (label: string): string =>
  `${few(label)}actor b "B" {\n${[1, 2, 3, 4, 5, 6].map((k) => `  option p${k} "do ${k}"\n`).join('')}}\n`;

/** What a reader makes of the text: nothing new, another model, none. */
const TEXTS = [few, many].flatMap((text) => [
  text('go'),
  `${text('go')}# a remark\n`,
  `${text('go')}# another\n`,
  text('leave'),
  `${text('leave')}actor {`,
]);

/** Workers whose messages and turns wait until they are let through, in the order they came. */
function inTurns() {
  const waiting: { readonly of: object; readonly go: () => void }[] = [];
  const start = (): WorkerLike => {
    let ended = false;
    const later = (go: () => void): void =>
      void waiting.push({ of: made, go: () => !ended && go() });
    const made: WorkerLike = {
      postMessage: (message) => later(() => side.receive(message)),
      terminate: () => (ended = true),
      onmessage: null,
      onerror: null,
    };
    const side = new Answering(
      (data) => later(() => made.onmessage?.({ data } as MessageEvent<FromWorker>)),
      later,
      () => 0,
    );
    return made;
  };
  /** A message or a turn of one of the workers, or of any; each keeps its own order. */
  const letThrough = async (of?: object): Promise<void> => {
    const next = waiting.findIndex((one) => of === undefined || one.of === of);
    if (next !== -1) waiting.splice(next, 1)[0].go();
    await settled();
  };
  const drain = async (of?: object): Promise<void> => {
    while (waiting.some((one) => of === undefined || one.of === of)) await letThrough(of);
  };
  return { waiting, start, letThrough, drain };
}

const settled = (): Promise<void> => new Promise((go) => setImmediate(go));

const step = fc.oneof(
  fc.record({ type: fc.integer({ min: 0, max: TEXTS.length - 1 }) }),
  fc.record({ remark: fc.constant('# and so on\n') }),
  fc.record({ pass: fc.constantFrom(1, 50, 90, 260, 500) }),
  fc.record({ drain: fc.integer({ min: 0, max: 3 }) }),
  fc.record({ go: fc.integer({ min: 0, max: 9 }) }),
  fc.record({ go: fc.integer({ min: 0, max: 9 }) }),
  fc.record({ want: fc.constantFrom('firstOfBriefing', 'restOfBriefing', 'table', 'robustness') }),
  fc.record({ leave: fc.nat(9) }),
);

test('an answer to the same model in an earlier text, asked for while that was read again, is of the text as it stands', async () => {
  const { waiting, start, drain } = inTurns();
  const desk = new Desk(start);
  desk.want('restOfBriefing', undefined);
  const answer = () => desk.state.getState().answers['restOfBriefing'];
  desk.read(many('go'));
  const reader = waiting[0].of;
  await drain();
  vi.advanceTimersByTime(500);
  await drain();
  expect(answer()).toMatchObject({ state: 'current', version: 1 });
  desk.read(`${many('go')}# a`);
  await drain(reader);
  // The next key stroke, unread when the views of the one before are asked for.
  desk.read(`${many('go')}# a remark`);
  vi.advanceTimersByTime(100);
  await drain(reader);
  expect(answer()).toMatchObject({ state: 'current', version: 3 });
  vi.advanceTimersByTime(500);
  await drain();
  vi.advanceTimersByTime(500);
  await drain();
  expect(answer()).toMatchObject({ state: 'current', version: 3 });
  desk.close();
});

test('whatever is typed while workers work, in the end all that is wanted is of the text as it stands', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 60 }),
      fc.integer({ min: 0, max: 2 }),
      async (steps, first) => {
        const { waiting, start, letThrough, drain } = inTurns();
        const desk = new Desk(start);
        const wants: (() => void)[] = [];
        let text = TEXTS[0];
        desk.begin();
        wants.push(desk.want('firstOfBriefing', undefined), desk.want('restOfBriefing', undefined));
        desk.read(text);
        const worker = (which: number): object | undefined => {
          const workers = [...new Set(waiting.map(({ of }) => of))];
          return workers[which % workers.length];
        };
        for (const one of steps) {
          if ('type' in one) desk.read((text = TEXTS[one.type]!));
          else if ('remark' in one) desk.read((text = `${one.remark}${text}`));
          else if ('drain' in one) await drain(worker(one.drain));
          else if ('pass' in one) vi.advanceTimersByTime(one.pass);
          else if ('go' in one) await letThrough(worker(one.go));
          else if ('want' in one) wants.push(desk.want(one.want, undefined));
          else if (wants.length > 2) wants.splice(2 + (one.leave % (wants.length - 2)), 1)[0]();
        }
        // One worker after the other comes to its end, and time enough passes to ask for more.
        for (let calm = 0; calm < 3 || waiting.length > 0; calm++) {
          await drain(worker(calm + first));
          vi.advanceTimersByTime(2_000);
        }
        const { version, read, broken, wanted, answers } = desk.state.getState();
        expect(read).toBe(version);
        expect(broken).toBe(text.endsWith('{'));
        for (const key of broken ? [] : wanted)
          expect([key, answers[key]?.state, answers[key]?.version]).toEqual([
            key,
            'current',
            version,
          ]);
        desk.close();
      },
    ),
    { numRuns: 40 },
  );
});
