import { FORMATS, TEXT_FORMATS } from '@standoff/evidence';
import {
  ANNOTATIONS_FILE,
  DECISIONS_FILE,
  readSourceRecords,
  SOURCES_FILE,
} from '@standoff/evidence/records';
import type { CaseFileName } from '../case-store.js';
import { addCase, addText, removeCase } from '../files/browser-store.js';
import { MOST_FILES, type FileAt } from '../files/dropped.js';

/** What a folder is: a case with its situation, texts to begin one with, or nothing that can be used. */
export type FolderGiven =
  | { readonly is: 'case'; readonly situation: FileAt; readonly beside: readonly FileAt[] }
  | { readonly is: 'texts'; readonly files: readonly FileAt[] }
  | { readonly is: 'unclear'; readonly why: string };

const ENDINGS = TEXT_FORMATS.flatMap((format) => FORMATS[format].endings);

export function folderOf(files: readonly FileAt[]): FolderGiven {
  if (files.length > MOST_FILES)
    return {
      is: 'unclear',
      why: `The folder has more than ${MOST_FILES} files. Give the folder of one case, or a few texts.`,
    };
  const seen = files.filter(({ path }) => !path.split('/').some((part) => part.startsWith('.')));
  const situations = seen.filter(({ path }) => path.toLowerCase().endsWith('.standoff'));
  if (situations.length > 1)
    return {
      is: 'unclear',
      why: `The folder has several situations: ${situations.map(({ path }) => path).join(', ')}. Open the one that is meant, or its folder.`,
    };
  if (situations.length === 1) {
    const [situation] = situations;
    return { is: 'case', situation, beside: seen.filter((one) => one !== situation) };
  }
  const texts = seen.filter(({ path }) =>
    ENDINGS.some((ending) => path.toLowerCase().endsWith(ending)),
  );
  return texts.length > 0
    ? { is: 'texts', files: texts }
    : { is: 'unclear', why: 'The folder has neither a situation nor a text that can be read.' };
}

const BESIDE: readonly CaseFileName[] = [
  ANNOTATIONS_FILE,
  SOURCES_FILE,
  DECISIONS_FILE,
  'variants.json',
];

/** Copies the folder of a case into the browser's storage, with the texts of its sources. */
export async function addFolder(
  name: string,
  { situation, beside }: Extract<FolderGiven, { is: 'case' }>,
): Promise<void> {
  const root = situation.path.slice(0, situation.path.lastIndexOf('/') + 1);
  const at = (path: string): File | undefined =>
    beside.find((one) => one.path === `${root}${path}`)?.file;
  const files: Partial<Record<CaseFileName, string>> = { situation: await situation.file.text() };
  for (const one of BESIDE) {
    const file = at(one);
    if (file !== undefined) files[one] = await file.text();
  }
  await addCase(name, files);
  try {
    const kept = files[SOURCES_FILE];
    for (const { id, file } of kept === undefined ? [] : readSourceRecords(kept).records) {
      const text = at(file);
      if (text === undefined) continue;
      const bytes = new Uint8Array(await text.arrayBuffer());
      await addText(name, id, { name: text.name, bytes });
    }
  } catch (error) {
    await removeCase(name);
    throw error;
  }
}
