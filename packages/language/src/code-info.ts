/** What a code of a diagnostic means. */
export interface CodeInfo {
  readonly meaning: string;
  /** A short text that has this to say about it, and nothing else that is worse. */
  readonly example: string;
}

/** `situation "S"` and two actors, for examples that need them. */
export const TWO = `situation "S"
actor A { option a  option c }
actor B { option b }
`;
