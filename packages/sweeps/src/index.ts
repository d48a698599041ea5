export { unpacked } from './codec.js';
export { itemsOf, type Payload } from './payload.js';
export { placeOf, type Place } from './place.js';
export { isOver, shareOf, Station, type StationOptions } from './station.js';
export type { Kept } from './store.js';
export { SweepError } from './sweep-error.js';
export { type Missing, throughQueue, type QueueOptions } from './through-queue.js';
export { threadsHere, throughThreads } from './through-threads.js';
export { work, type WorkerOptions } from './worker.js';
