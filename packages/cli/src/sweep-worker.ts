import { parentPort } from 'node:worker_threads';
import { serveThread } from '@standoff/sweeps/thread';

/** What a worker thread runs that goes through the items of a question; see `packages/sweeps`. */
serveThread(parentPort!);
