import { ANNOTATIONS_FILE } from '../anchors/annotation-file.js';
import { isObject, parseKept, printKept, type KeptObject } from '../kept-file.js';
import { DECISIONS_FILE } from './decisions.js';
import { SOURCES_FILE } from './source-records.js';

/** Where each file beside a situation names a source: its list, and the field of an item. */
const NAMED: Readonly<Record<string, (document: KeptObject, named: Rename) => KeptObject>> = {
  [SOURCES_FILE]: (document, named) =>
    inList(document, 'sources', (item) => field(item, 'id', named)),
  [DECISIONS_FILE]: (document, named) =>
    inList(document, 'decisions', (item) => field(item, 'source', named)),
  [ANNOTATIONS_FILE]: (document, named) => {
    const page = document['first'];
    const item = (one: KeptObject): KeptObject => targets(one, named);
    return isObject(page)
      ? { ...document, first: inList(page, 'items', item) }
      : inList(document, 'items', item);
  },
};

type Rename = (name: unknown) => unknown;

/** The files beside a situation in which sources are named. */
export const FILES_WITH_SOURCES: readonly string[] = Object.keys(NAMED);

/**
 * A file beside a situation, with another name for a source.
 * @returns null where it does not name the source
 * @throws KeptFileError where the file cannot be read
 */
export function withSourceRenamed(
  file: string,
  text: string,
  from: string,
  to: string,
): string | null {
  let found = false;
  const rename: Rename = (name) => {
    if (name !== from) return name;
    found = true;
    return to;
  };
  const document = NAMED[file]?.(parseKept(text, file), rename);
  return document !== undefined && found ? printKept(document) : null;
}

function inList(
  document: KeptObject,
  list: string,
  change: (item: KeptObject) => KeptObject,
): KeptObject {
  const items = document[list];
  if (!Array.isArray(items)) return document;
  return {
    ...document,
    [list]: items.map((item: unknown) => (isObject(item) ? change(item) : item)),
  };
}

function field(item: KeptObject, name: string, rename: Rename): KeptObject {
  return name in item ? { ...item, [name]: rename(item[name]) } : item;
}

function targets(item: KeptObject, rename: Rename): KeptObject {
  const target = item['target'];
  if (isObject(target)) return { ...item, target: field(target, 'source', rename) };
  if (!Array.isArray(target)) return item;
  const all = target as readonly unknown[];
  return {
    ...item,
    target: all.map((one) => (isObject(one) ? field(one, 'source', rename) : one)),
  };
}
