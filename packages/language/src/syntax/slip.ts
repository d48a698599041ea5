/** What people and programs write who know other notations, and what is written here in its place. */
export interface Slip {
  /** What is looked for in a statement whose texts are blanked but for their quotes. */
  readonly pattern: RegExp;
  /** What is wrong. */
  readonly message: string | ((words: string) => string);
  readonly hint: string;
  /** What may be put in the place of all that was found, the likeliest first. */
  readonly instead: readonly ((parts: readonly string[]) => string | null)[];
}
