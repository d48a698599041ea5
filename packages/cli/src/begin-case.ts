import { IGNORED, IGNORE_FILE, writeFiles, type Folder, type Write } from '@standoff/case';
import { usage } from './failure.js';

/**
 * Writes a situation into a folder that has none yet, and what belongs beside it.
 * @param begun the name of its file, without the ending, and its text; the command that writes it elsewhere; and what else is written with it
 * @returns the files that were written
 */
export function beginCase(
  folder: Folder,
  begun: {
    readonly name: string;
    readonly text: string;
    readonly otherwise: string;
    readonly more?: readonly Write[];
  },
): string[] {
  const { name, text, otherwise, more = [] } = begun;
  const present = folder.names().find((one) => one.endsWith('.standoff'));
  if (present !== undefined)
    throw usage(
      'exists',
      `${folder.nameOf(present)} exists already and is left as it is`,
      `name another folder: ${otherwise}`,
    );
  const writes: Write[] = [
    { name: `${name || 'situation'}.standoff`, content: text, basedOn: null },
    ...more,
  ];
  if (!folder.has(IGNORE_FILE)) writes.push({ name: IGNORE_FILE, content: IGNORED, basedOn: null });
  writeFiles(folder, ...writes);
  return writes.map((one) => folder.nameOf(one.name));
}
