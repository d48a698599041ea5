import { ANNOTATIONS_FILE } from '../anchors/annotation-file.js';
import { isObject, parseKept, printKept, type KeptObject } from '../kept-file.js';
import { DECISIONS_FILE } from './decisions.js';
import { SOURCES_FILE } from './source-records.js';

/** What is given another name in the text of a situation. */
export interface Renamed {
  /** The id that the model gave it: "NK.suspend", "cogan". */
  readonly id: string;
  /** Its name alone. */
  readonly name: string;
  /** Sources are named with their texts, annotations and what was decided about what was found in them. */
  readonly isSource: boolean;
}

/** Where each file beside a situation names a source: its list, and the field of an item. */
const SOURCES: Readonly<Record<string, (document: KeptObject, named: Rename) => KeptObject>> = {
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

/** Variants are whole texts of the situation. */
const VARIANTS_FILE = 'variants.json';

type Rename = (name: unknown) => unknown;

/**
 * A file beside a situation in which something is given the name that it has in the situation now.
 * @param inText the same in another text of the situation; null: nothing of it changes
 * @returns null where nothing of the file changes
 * @throws KeptFileError where the file cannot be read
 */
export function renamedBeside(
  file: string,
  text: string,
  { name: from, isSource }: Renamed,
  to: string,
  inText: (text: string) => string | null,
): string | null {
  let found = false;
  const renamed = (before: unknown, after: unknown): unknown => {
    found ||= after !== before;
    return after;
  };
  const document = parseKept(text, file);
  const changed =
    file === VARIANTS_FILE
      ? inList(document, 'variants', (variant) =>
          field(variant, 'text', (written) =>
            renamed(written, typeof written === 'string' ? (inText(written) ?? written) : written),
          ),
        )
      : isSource
        ? SOURCES[file]?.(document, (name) => renamed(name, name === from ? to : name))
        : undefined;
  return changed !== undefined && found ? printKept(changed) : null;
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
