import type { Suggestion, SuggestionKind } from '../suggestion.js';

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

/** What a speech act that the reading aid found is as a statement. */
const SPEECH: Readonly<Partial<Record<SuggestionKind, StatementKind>>> = {
  attribution: 'says',
  demand: 'demands',
  threat: 'threatens',
  promise: 'promises',
  assurance: 'assures',
  option: 'can',
};

/**
 * The statement that a suggestion is once it is accepted, where it says what somebody says and puts a line
 * into the situation; null for any other.
 */
export function statementOf({
  kind,
  proposal,
  by,
  strength,
}: Pick<Suggestion, 'kind' | 'proposal' | 'by' | 'strength'>): Statement | null {
  const said = SPEECH[kind];
  return said === undefined || !isLine(proposal)
    ? null
    : { kind: said, by: by ?? null, strength: strength ?? null };
}

/** Whether a proposal is a line of the situation; a comment is a note that needs the analyst's words. */
export function isLine(proposal: string | null): proposal is string {
  return proposal !== null && !proposal.startsWith('#');
}

/** The line of a suggestion, resting on the statement that is made of its words. */
export function restingOn(proposal: string, passage: string, statement: string): string {
  return proposal.replace(passage, () => `${passage}#${statement}`);
}

const KINDS: Readonly<Record<StatementKind, string>> = {
  can: 'what somebody can do',
  wants: 'a wish',
  threatens: 'a threat',
  offers: 'an offer',
  promises: 'a promise',
  demands: 'a demand',
  assures: 'an assurance',
  says: 'something said',
  happened: 'something that happened',
};

/** "a threat, claimed by the operator" */
export function statementText({ kind, by, strength }: Statement): string {
  const said = [strength ?? '', by === null ? '' : `by ${by}`].filter((part) => part !== '');
  return `${KINDS[kind]}${said.length > 0 ? `, ${said.join(' ')}` : ''}`;
}
