import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createFile, replaceFile } from './write-file.js';

/**
 * What `.gitignore` says beside a situation. Sources are often under somebody else's copyright: kept
 * beside it, not published.
 */
export const IGNORED = '# Texts of others, for reading beside the situation.\nsources/\n';

/**
 * Makes git leave out what lies in `sources/`. Whether something was written.
 * @throws WriteError
 */
export function ignoreSources(folder: string): boolean {
  const file = path.join(folder, '.gitignore');
  if (!existsSync(file)) {
    createFile(file, IGNORED);
    return true;
  }
  const before = readFileSync(file, 'utf8');
  if (/^\/?sources\/?\s*$/m.test(before)) return false;
  replaceFile(file, `${before}${before === '' || before.endsWith('\n') ? '' : '\n'}${IGNORED}`);
  return true;
}
