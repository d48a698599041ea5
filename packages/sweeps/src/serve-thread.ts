import type { MessagePort } from 'node:worker_threads';
import type { Items } from '@standoff/questions';
import { itemsOf, type Payload } from './payload.js';
import { goThrough, type Gone, type Stretch } from './stretch.js';

/** What a thread is sent: the sweep where it is another than the last, and the items to go through. */
export interface ToThread {
  readonly payload: Payload | null;
  readonly stretch: Stretch;
  /** Milliseconds that an item is expected to take. */
  readonly each: number;
}

export type FromThread = Gone | { readonly failed: string };

/** The thread's side: goes through what `Thread` sends. A thread's module consists of one call of it. */
export function serveThread(port: MessagePort): void {
  let items: Promise<Items> | null = null;
  const solved = async ({ payload, stretch, each }: ToThread): Promise<FromThread> => {
    if (payload) items = itemsOf(payload);
    try {
      return goThrough(await items!, stretch, each);
    } catch (error) {
      return { failed: error instanceof Error ? error.message : String(error) };
    }
  };
  port.on('message', (message: ToThread) => {
    void solved(message).then((answer) => port.postMessage(answer));
  });
}
