export type { Format, ExchangeNote, Read, Reader, ReadOptions, Writer, Written } from './format.js';
export { formatNamed, formatOf, FORMATS } from './formats.js';
