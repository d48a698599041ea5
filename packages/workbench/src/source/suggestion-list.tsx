import type { Suggestion } from '@standoff/evidence';
import { withDecision, withoutDecision } from '@standoff/evidence/records';
import { applyEdits, type Edit } from '@standoff/language';
import { insertElement } from '@standoff/language/edit';
import { parseSituation } from '@standoff/language/parse';
import { Check, RotateCcw, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../design/button.js';
import { useWorkbench } from '../workbench.js';
import type { Decided } from './use-suggestions.js';
import styles from './source-pane.module.css';

/** What was done, for the history. */
const DID = {
  accepted: 'accepted a suggestion',
  rejected: 'rejected a suggestion',
  open: 'left a suggestion open',
} as const;

/** What the reading aid found in a paragraph, to accept or to reject. */
export function SuggestionList({
  source,
  suggestions,
  onDecided,
}: {
  readonly source: string;
  readonly suggestions: readonly Decided[];
  /** Called after each decision: what was decided may be gone from the list. */
  readonly onDecided: () => void;
}) {
  const { document, sources } = useWorkbench();
  const [problem, setProblem] = useState<string | null>(null);
  const decide = (one: Decided, decision: Decided['decision']): void => {
    const line = decision === 'accepted' ? lineOf(document.text, one) : [];
    setProblem(typeof line === 'string' ? line : null);
    if (typeof line === 'string') return;
    const put = (to: Decided['decision']): Promise<boolean> =>
      sources.decide((file) =>
        to === null
          ? withoutDecision(file, { source, suggestion: one.id })
          : withDecision(file, { source, suggestion: one.id, decision: to }),
      );
    void document
      .editBeside(line, DID[decision ?? 'open'], {
        make: () => put(decision),
        takeBack: () => put(one.decision),
      })
      .then(onDecided);
  };
  return (
    <ul className={styles.suggestions} aria-label="Suggestions">
      {suggestions.map((one) => (
        <li key={one.id}>
          <p>
            <span className={styles.kind}>{one.kind}</span> {one.finding}
          </p>
          {one.proposal !== null && <code className={styles.proposal}>{one.proposal}</code>}
          {one.decision === null ? (
            one.known === undefined && (
              <div className={styles.barActions}>
                <Button onPress={() => decide(one, 'accepted')}>
                  <Check size={14} aria-hidden /> {isLine(one) ? 'Insert' : 'Noted'}
                </Button>
                <Button look="quiet" onPress={() => decide(one, 'rejected')}>
                  <X size={14} aria-hidden /> Reject
                </Button>
              </div>
            )
          ) : (
            <div className={styles.barActions}>
              <span className={styles.unused}>{one.decision}</span>
              <Button look="quiet" onPress={() => decide(one, null)}>
                <RotateCcw size={14} aria-hidden /> Decide anew
              </Button>
            </div>
          )}
        </li>
      ))}
      {problem !== null && (
        <li className={styles.problem} role="alert">
          {problem}
        </li>
      )}
    </ul>
  );
}

/** Whether the proposal is a line for the situation; a comment is a note that needs the analyst's words. */
function isLine({ proposal }: Suggestion): boolean {
  return proposal !== null && !proposal.startsWith('#');
}

/** The edits that put the line of a suggestion into the situation, or why they cannot be made. */
function lineOf(text: string, suggestion: Suggestion): readonly Edit[] | string {
  if (!isLine(suggestion)) return [];
  const edit = insertElement(text, suggestion.proposal!);
  if (!edit.ok)
    return `Not inserted: ${edit.refusal.message}${edit.refusal.hint === undefined ? '' : `; ${edit.refusal.hint}`}.`;
  const { model, diagnostics } = parseSituation(applyEdits(text, edit.edits));
  if (model === null) {
    const error = diagnostics.find(({ severity }) => severity === 'error');
    return `Not inserted: the situation would have an error, ${error?.message ?? 'it could not be read'}.`;
  }
  return edit.edits;
}
