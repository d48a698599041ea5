import { FILE_NAMES, mostBytes, SOURCES } from '@standoff/case';
import { LARGEST_FILE } from '@standoff/evidence';
import type { CaseFiles, ExchangeNote } from '@standoff/exchange';
import { usage } from './failure.js';
import { filesBeside } from './case-files.js';
import type { Situation } from './situation.js';
import { expectText } from './situation-file.js';

/**
 * What a package of a case holds: the situation, what stands beside it and, where they go along, the
 * texts of its sources as they are recorded.
 */
export function filesToPack(
  situation: Situation,
  texts: boolean,
): CaseFiles & { readonly notes: readonly ExchangeNote[] } {
  expectText(situation);
  if (situation.origin === null)
    throw usage('no-folder', 'a situation from standard input has no files beside it');
  const { folder, file } = situation.origin;
  const files = new Map<string, Uint8Array>();
  for (const known of FILE_NAMES) {
    const name = known === 'situation' ? file : known;
    const bytes = folder.read(name, mostBytes(known));
    if (bytes !== null) files.set(name, bytes);
  }
  const notes: ExchangeNote[] = [];
  for (const { file: text } of filesBeside(situation).records.records) {
    const bytes = text.startsWith(`${SOURCES}/`) && texts ? folder.read(text, LARGEST_FILE) : null;
    if (bytes !== null) files.set(text, bytes);
    else
      notes.push({
        place: text,
        message: texts
          ? 'There is no such text here: it is not in the package'
          : 'Left out; who has the same text puts it in that place',
      });
  }
  return { situation: file, files, notes };
}
