import type { CslItem } from './csl.js';

/** A style of bibliographies: how an entry is written, and how entries are ordered. */
export interface Style {
  /** By author, date and title, or as they were given. */
  readonly sorted: 'undated first' | 'undated last' | 'as given';
  readonly numbered: boolean;
  /** `suffix` tells works of one author and year apart: "a", "b"; "" where there is one. */
  entry(item: CslItem, suffix: string): string;
}
