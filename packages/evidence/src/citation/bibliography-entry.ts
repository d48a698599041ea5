/** A bibliography that is neither of the forms, or is broken. */
export class ReferencesError extends Error {
  override readonly name = 'ReferencesError';
}

/** The fields of an entry by their names in lower case; those that come again in one list. */
export type Entry = ReadonlyMap<string, readonly string[]>;
