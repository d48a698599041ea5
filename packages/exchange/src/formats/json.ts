import { readModel, type ConflictModel } from '@standoff/model';
import type { Read, ReadOptions, Written } from '../format.js';

/** A model in JSON, as "standoff model" prints it. */
export function readJson(text: string, { modelSchema }: ReadOptions): Read {
  return { model: readModel(text, modelSchema()), notes: [] };
}

/** The same, written: nothing is left out. */
export function writeJson(model: ConflictModel): Written<string> {
  return { content: `${JSON.stringify(model, null, 2)}\n`, notes: [] };
}
