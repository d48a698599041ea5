import type { ConflictModel } from '@standoff/model';
import type { PrepareOptions } from '@standoff/situation';
import type { Read, ReadOptions, Written } from '../format.js';
import { optionTable, readOptionTable } from '../option-table.js';
import { readTable, tableText } from '../table.js';

/** A table of options by states, as a spreadsheet saves it as text. */
export function readCsv(text: string, options: ReadOptions): Read {
  return readOptionTable(readTable(text), options);
}

/** The same, written. */
export function writeCsv(model: ConflictModel, options: PrepareOptions): Written<string> {
  const { rows, notes } = optionTable(model, options);
  return { content: tableText(rows), notes };
}
