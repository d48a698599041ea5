import { fileURLToPath, pathToFileURL } from 'node:url';
import path from 'node:path';
import { CaseError, CaseFolder, FILE_NAMES, type FileName } from '@standoff/case';
import { KeptFileError, renamedBeside } from '@standoff/evidence/records';
import { namedAt, renamedIn, type Named } from '@standoff/language/edit';
import type { Served } from '@standoff/language/serve';

/**
 * What a rename changes in the files beside a situation: variants are whole texts of it, and a source is
 * named with its text, its annotations and what was decided about what was found in it. A file that cannot
 * be read stays as it is.
 */
export const renamesInCase: Served = {
  capabilities: {},
  register: () => undefined,
  renamed(document, offset, name) {
    const named = namedAt(document.getText(), offset);
    const folder = named === null ? null : caseOf(document.uri);
    if (named === null || folder === null) return {};
    const changes = FILE_NAMES.flatMap((file) => {
      const changed = changedFile(folder, file, named, name);
      return changed === null ? [] : [{ uri: addressOf(folder, file), changed }];
    });
    return Object.fromEntries(changes.map(({ uri, changed }) => [uri, [changed]]));
  },
};

/** The case of an open text; null where it lies in no folder. */
function caseOf(uri: string): CaseFolder | null {
  try {
    return uri.startsWith('file:') ? new CaseFolder(fileURLToPath(uri)) : null;
  } catch {
    return null;
  }
}

function addressOf(folder: CaseFolder, file: FileName): string {
  return pathToFileURL(path.join(folder.files.path, file)).href;
}

/** The whole of a file anew; null where nothing of it changes. */
function changedFile(
  folder: CaseFolder,
  file: FileName,
  named: Named,
  name: string,
): { range: Whole; newText: string } | null {
  if (file === 'situation') return null;
  try {
    const text = folder.read(file)?.text;
    if (text === undefined) return null;
    const newText = renamedBeside(file, text, named, name, (variant) =>
      renamedIn(variant, named.id, name),
    );
    return newText === null ? null : { range: wholeOf(text), newText };
  } catch (error) {
    if (error instanceof CaseError || error instanceof KeptFileError) return null;
    throw error;
  }
}

interface Whole {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

function wholeOf(text: string): Whole {
  const lines = text.split(/\r\n|\r|\n/u);
  return {
    start: { line: 0, character: 0 },
    end: { line: lines.length - 1, character: lines.at(-1)!.length },
  };
}
