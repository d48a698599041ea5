import type { MessagePort } from 'node:worker_threads';
import type { Items } from '@standoff/questions';
import { itemsOf, type Payload } from './payload.js';
import type { Stretch } from './stretch.js';

/** What a thread is sent: the sweep where it is another than the last, and the items to go through. */
export interface ToThread {
  readonly payload: Payload | null;
  readonly stretch: Stretch;
}

export type FromThread = { readonly part: unknown } | { readonly failed: string };

/** The thread's side: goes through what `Thread` sends. A thread's module consists of one call of it. */
export function serveThread(port: MessagePort): void {
  let items: Promise<Items> | null = null;
  const solved = async ({ payload, stretch }: ToThread): Promise<FromThread> => {
    if (payload) items = itemsOf(payload);
    try {
      return { part: (await items!).solve(stretch.from, stretch.to) };
    } catch (error) {
      return { failed: error instanceof Error ? error.message : String(error) };
    }
  };
  port.on('message', (message: ToThread) => {
    void solved(message).then((answer) => port.postMessage(answer));
  });
}
