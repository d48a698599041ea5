export {
  Reader,
  serveReading,
  type Exceeded,
  type FileOptions,
  type ReadingThread,
} from './reading/apart.js';
export type { ReadOptions } from './reading/read-options.js';
export { readText } from './reading/read-text.js';
