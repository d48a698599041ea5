/** A file of the kernels, and ways to break it. */
export interface Mutated {
  /** Below `src`. */
  readonly file: string;
  /** Names of the tests that must notice. */
  readonly tests: readonly string[];
  readonly changes: readonly {
    /** Occurs once in the file. */
    readonly from: string;
    readonly to: string;
    /** Why it changes no verdict; it is not run then. */
    readonly same?: string;
  }[];
}

export const MUTANTS: readonly Mutated[];
