/** What a source says somewhere, in the words of a ledger: who says what, how surely. */
export interface Statement {
  readonly kind: StatementKind;
  /** Who says it, in the words of the source; null: the source itself. */
  readonly by: string | null;
  /** How surely, in the words of the language; null: not said. */
  readonly strength: StatementStrength | null;
}

/** What a statement is: somebody can or wants something, threatens it, …; it happened; or it is said. */
export const STATEMENT_KINDS = [
  'can',
  'wants',
  'threatens',
  'offers',
  'promises',
  'demands',
  'assures',
  'says',
  'happened',
] as const;
export type StatementKind = (typeof STATEMENT_KINDS)[number];

/** How surely something is said, as the claims of a situation have it. */
export const STATEMENT_STRENGTHS = ['stated', 'claimed', 'reported', 'inferred', 'denied'] as const;
export type StatementStrength = (typeof STATEMENT_STRENGTHS)[number];
