import {
  emptyKept,
  isObject,
  KeptFileError,
  parseKeptList,
  printKept,
  type KeptForm,
  type KeptObject,
} from '@standoff/evidence/records';
import { sha256 } from '@standoff/questions';

/** The name of the file beside the situation. */
export const VARIANTS_FILE = 'variants.json';

const FORM: KeptForm = { name: VARIANTS_FILE, schema: 'standoff/variants/1', list: 'variants' };

/** A what-if that is kept: a whole text of the situation under a name. */
export interface Variant {
  /** Eight hexadecimal digits; the same for as long as it is kept. */
  readonly id: string;
  readonly name: string;
  readonly note: string;
  /** When it was kept, as ISO 8601 in UTC. */
  readonly kept: string;
  /** SHA-256 of the text that it was made from. */
  readonly madeFrom: string;
  readonly text: string;
}

/** What a file of variants says. */
export interface VariantFile {
  /** In the order in which they were kept. */
  readonly variants: readonly Variant[];
  /** The whole content, with everything that is not ours. */
  readonly document: KeptObject;
}

/** A file without variants. */
export const NO_VARIANTS: VariantFile = { variants: [], document: emptyKept(FORM) };

const TEXTS = ['id', 'name', 'note', 'kept', 'madeFrom', 'text'] as const;

/** @throws KeptFileError where the file or one of its variants cannot be used; it is then left as it is. */
export function readVariants(text: string): VariantFile {
  const document = parseKeptList(text, FORM);
  const variants = document[FORM.list] as readonly unknown[];
  const seen = new Set<unknown>();
  variants.forEach((one, k) => {
    const place = `variant ${k + 1}`;
    if (!isObject(one)) throw unusable(`has a ${place} that is no object`);
    const missing = TEXTS.find((field) => typeof one[field] !== 'string');
    if (missing !== undefined) throw unusable(`has a ${place} whose “${missing}” is no text`);
    const { id, name, kept } = one as unknown as Variant;
    if (!/^[0-9a-f]{8}$/.test(id))
      throw unusable(`has a ${place} whose “id” is not eight hexadecimal digits`);
    if (name.trim() === '') throw unusable(`has a ${place} without a name`);
    if (Number.isNaN(Date.parse(kept))) throw unusable(`has a ${place} whose “kept” is no time`);
    if (seen.has(id)) throw unusable(`has a ${place} whose “id” another one has already`);
    seen.add(id);
  });
  return { document, variants: variants as Variant[] };
}

export function printVariants({ document, variants }: VariantFile): string {
  return printKept({ ...document, variants });
}

/** Its id: the same text kept at the same instant is one variant, whoever keeps it. */
export function idOf({ kept, text }: Omit<Variant, 'id'>): string {
  return sha256(`${kept}\n${text}`).slice(0, 8);
}

/** The file with one more at a place, at the end as a rule; as it is where it has that id already. */
export function withVariant(
  file: VariantFile,
  variant: Variant,
  place = file.variants.length,
): VariantFile {
  return file.variants.some(({ id }) => id === variant.id)
    ? file
    : { ...file, variants: file.variants.toSpliced(place, 0, variant) };
}

/** The file without the variant of this id; as it is where it has none. */
export function withoutVariant(file: VariantFile, id: string): VariantFile {
  return file.variants.some((one) => one.id === id)
    ? { ...file, variants: file.variants.filter((one) => one.id !== id) }
    : file;
}

/** The file with another name and note of a variant; as it is where that one is gone. */
export function renamed(
  file: VariantFile,
  id: string,
  words: Pick<Variant, 'name' | 'note'>,
): VariantFile {
  return file.variants.some((one) => one.id === id)
    ? {
        ...file,
        variants: file.variants.map((one) => (one.id === id ? { ...one, ...words } : one)),
      }
    : file;
}

/**
 * A name that no variant has yet, to be offered: what was done last, else "Variant 1".
 * @param done as the history says it: "moved NK.3"; null where nothing is known of it
 */
export function offeredName(variants: readonly Variant[], done: string | null): string {
  const taken = new Set(variants.map(({ name }) => name));
  const said = done === null ? null : `${done.charAt(0).toUpperCase()}${done.slice(1)}`;
  if (said !== null && !taken.has(said)) return said;
  let count = variants.length + 1;
  while (taken.has(`Variant ${count}`)) count++;
  return `Variant ${count}`;
}

function unusable(why: string): KeptFileError {
  return new KeptFileError(
    'not-this-file',
    `${VARIANTS_FILE} ${why}`,
    'mend it by hand, or move it away to begin anew',
  );
}
