export { itemsOf, type Payload } from './payload.js';
export { threadsHere, throughThreads } from './through-threads.js';
