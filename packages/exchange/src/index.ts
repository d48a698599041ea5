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
export { REPORT_FORMATS } from './report-formats.js';
export type { Raster, ReportFormat, ReportTools } from './report/report-format.js';
export { packCase, PACKAGE_FILE, unpackCase, type CaseFiles } from './case-package.js';
