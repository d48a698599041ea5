export type {
  ExchangeNote,
  FileContent,
  Format,
  Read,
  Reader,
  ReadOptions,
  Writer,
  Written,
} from './format.js';
export {
  formatNamed,
  formatOf,
  FORMATS,
  isReadable,
  readAs,
  type ReadableFormat,
} from './formats.js';
export { packCase, PACKAGE_FILE, unpackCase, type CaseFiles } from './case-package.js';
