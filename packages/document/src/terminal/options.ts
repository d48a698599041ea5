/** How a text is to be laid out. */
export interface TextOptions {
  /** Columns that a line may take; 100 when left out. Texts that cannot be broken may be longer. */
  readonly width?: number;
  /** Whether to use ANSI colours; no when left out. */
  readonly colour?: boolean;
  /** How the reader called the situation ("cases/korea-2018"), for commands that the text suggests. */
  readonly caseName?: string;
}

export const DEFAULT_WIDTH = 100;
