import path from 'node:path';
import { CaseError, Folder } from '@standoff/case';
import { usage } from './failure.js';
import { placeOf, type Io } from './io.js';

/**
 * The folder and the name of a file that is to be written where the user says.
 * @throws Failure where there is no such folder
 */
export function outputPlace(
  io: Io,
  file: string,
): { readonly folder: Folder; readonly name: string } {
  try {
    return {
      folder: new Folder(path.dirname(placeOf(io, file)), path.dirname(file)),
      name: path.basename(file),
    };
  } catch (error) {
    if (!(error instanceof CaseError)) throw error;
    throw usage('unwritable', `${file} cannot be written: ${error.message}`);
  }
}
