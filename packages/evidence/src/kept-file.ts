import { LosslessNumber, parse, stringify } from 'lossless-json';
import type * as z from 'zod';

/** A JSON object whose fields are not all ours. */
export type KeptObject = Readonly<Record<string, unknown>>;

/** Something in a file that cannot be used. It stays in the file as it is. */
export interface FileProblem {
  /** 'item 3 ("bank")', counted from 1. */
  readonly item: string;
  /** "target.selector[1].start"; empty: the item as a whole. */
  readonly field: string;
  /** What is wrong with it, in words. */
  readonly message: string;
}

/** A file beside a situation that cannot be read at all. It is never written over. */
export class KeptFileError extends Error {
  override readonly name = 'KeptFileError';
  constructor(
    readonly code: 'not-json' | 'not-this-file',
    message: string,
    readonly hint: string,
  ) {
    super(message);
  }
}

/**
 * The object that a file holds. Nothing of it is lost on the way to `printKept`: numbers that a
 * double cannot hold are kept as written, and a key that stands twice with two values is refused.
 * @throws KeptFileError
 */
export function parseKept(text: string, file: string): KeptObject {
  let value: unknown;
  try {
    value = parse(text.replace(/^\uFEFF/, ''), null, {
      parseNumber: (written) =>
        String(Number(written)) === written ? Number(written) : new LosslessNumber(written),
    });
  } catch (error) {
    const why = reason(error, text);
    if (why === null) throw error;
    throw new KeptFileError(
      'not-json',
      `${file} is not JSON: ${why}`,
      'mend it by hand, or take an earlier version of it; it is left as it is',
    );
  }
  if (!isObject(value))
    throw new KeptFileError(
      'not-this-file',
      `${file} holds no JSON object`,
      'it is left as it is; move it away to begin anew',
    );
  return value;
}

/** A file that keeps a list. */
export interface KeptForm {
  /** The name of the file beside a situation. */
  readonly name: string;
  /** What it says that it is, with a version: "standoff/sources/1". */
  readonly schema: string;
  /** The field that has the list. */
  readonly list: string;
}

/** The object of a file without any items. */
export function emptyKept({ schema, list }: KeptForm): KeptObject {
  return { schema, [list]: [] };
}

/**
 * The object of a file that keeps a list.
 * @throws KeptFileError where it is no such file, or of a version that is not known
 */
export function parseKeptList(text: string, form: KeptForm, file = form.name): KeptObject {
  const document = parseKept(text, file);
  const { schema } = document;
  const unusable = (why: string): KeptFileError =>
    new KeptFileError(
      'not-this-file',
      `${file} ${why}`,
      'it is left as it is; mend it by hand, or move it away to begin anew',
    );
  if (schema !== undefined && schema !== form.schema)
    throw unusable(
      `is of the form “${typeof schema === 'string' ? schema.slice(0, 40) : JSON.stringify(schema).slice(0, 40)}”, and this program knows “${form.schema}” only`,
    );
  if (!Array.isArray(document[form.list])) throw unusable(`has no list “${form.list}”`);
  return document;
}

/** What every file that is kept beside a situation says besides its items. */
export interface Kept {
  /** What cannot be used; it stays in the file. */
  readonly problems: readonly FileProblem[];
  /** The whole content, with everything that is not ours. */
  readonly document: KeptObject;
}

/** How a file that keeps a list is read and changed. */
export interface KeptList<File extends Kept> {
  /** The file without any items. */
  readonly none: File;
  /**
   * Reads it. An item that is not understood is told among the problems and stays in the file.
   * @throws KeptFileError where the whole file cannot be used
   */
  readonly read: (text: string, file?: string) => File;
  /** Its items as they stand in it, those that are not understood too. */
  readonly items: (file: Kept) => readonly unknown[];
  /** The same file with other items. */
  readonly withItems: (file: Kept, items: readonly unknown[]) => File;
}

/**
 * @param key by which two items are about the same; `field` is what it is called in a problem.
 * @param say what the items say, as a file has it.
 */
export function keptList<T, Said extends object>(
  form: KeptForm,
  {
    item,
    key,
    field,
    say,
  }: {
    readonly item: z.ZodType<T>;
    readonly key: (value: T) => string;
    readonly field?: string;
    readonly say: (values: readonly T[]) => Said;
  },
): KeptList<Said & Kept> {
  const items = ({ document }: Pick<Kept, 'document'>): readonly unknown[] =>
    document[form.list] as unknown[];
  const of = (document: KeptObject): Said & Kept => {
    const { values, problems } = readItems(
      items({ document }),
      (raw, name) => readBy(item, raw, name),
      key,
      field,
    );
    return { ...say(values), problems, document };
  };
  return {
    none: of(emptyKept(form)),
    read: (text, file) => of(parseKeptList(text, form, file)),
    items,
    withItems: ({ document }, list) => of({ ...document, [form.list]: list }),
  };
}

/** What an item says, or why it cannot be used. */
export type ReadItem<T> = { readonly value: T } | { readonly problems: readonly FileProblem[] };

/** An item as zod understands it. */
export function readBy<T>(type: z.ZodType<T>, raw: unknown, item: string): ReadItem<T> {
  const read = type.safeParse(raw);
  return read.success ? { value: read.data } : { problems: problemsOf(item, read.error) };
}

/** What the items of a list say, and of those that cannot be used or say again what another does, why. */
export function readItems<T>(
  items: readonly unknown[],
  read: (raw: unknown, item: string) => ReadItem<T>,
  key: (value: T) => string,
  field = 'id',
): { readonly values: readonly T[]; readonly problems: readonly FileProblem[] } {
  const values: T[] = [];
  const problems: FileProblem[] = [];
  const seen = new Map<string, number>();
  for (const [index, raw] of items.entries()) {
    const item = itemName(index, raw);
    const found = read(raw, item);
    if ('problems' in found) {
      problems.push(...found.problems);
      continue;
    }
    const first = seen.get(key(found.value));
    if (first === undefined) {
      seen.set(key(found.value), index);
      values.push(found.value);
    } else problems.push({ item, field, message: `item ${first + 1} has this ${field} already` });
  }
  return { values, problems };
}

/** Two spaces, one field a line, a line feed at the end: the same for the same content. */
export function printKept(value: KeptObject): string {
  return `${stringify(value, null, 2)!}\n`;
}

/** What zod found wrong with an item. */
export function problemsOf(item: string, error: z.ZodError, within = ''): FileProblem[] {
  return error.issues.map(({ path, message }) => ({
    item,
    field: [within, ...path]
      .filter((part) => part !== '')
      .map(String)
      .reduce(
        (all, part) => (/^\d+$/.test(part) ? `${all}[${part}]` : all ? `${all}.${part}` : part),
        '',
      ),
    message: message.replace(/^Invalid (input|string): /, ''),
  }));
}

export function isObject(value: unknown): value is KeptObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object with some fields set, in their places where it has them; undefined takes one away. */
export function withFields(before: unknown, fields: KeptObject): KeptObject {
  const all = { ...(isObject(before) ? before : {}), ...fields };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/** 'item 3 ("bank")'. */
function itemName(index: number, raw: unknown): string {
  const id = isObject(raw) && typeof raw['id'] === 'string' ? ` ("${raw['id'].slice(0, 40)}")` : '';
  return `item ${index + 1}${id}`;
}

function reason(error: unknown, text: string): string | null {
  if (error instanceof RangeError) return 'it is nested too deeply';
  return error instanceof SyntaxError ? placed(error.message, text) : null;
}

/** "… at position 120" as "… in line 7, column 3". */
function placed(message: string, text: string): string {
  const match = /^(.*?)(?: encountered)? at position (\d+)$/s.exec(message);
  if (!match) return message;
  const lines = text.slice(0, Number(match[2])).split('\n');
  return `${match[1]} in line ${lines.length}, column ${lines.at(-1)!.length + 1}`;
}
