export {
  Reader,
  serveReading,
  type Exceeded,
  type FileOptions,
  type ReadingThread,
} from './reading/apart.js';
export { readText, type ReadOptions } from './reading/read-text.js';
