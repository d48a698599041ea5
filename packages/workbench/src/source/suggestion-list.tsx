import { withDecision, withoutDecision, type Suggestion } from '@standoff/evidence';
import { applyEdits, insertElement, parseSituation } from '@standoff/language';
import { Check, RotateCcw, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../design/button.js';
import type { SituationDocument } from '../document/document.js';
import { useWorkbench } from '../workbench.js';
import type { Decided } from './use-suggestions.js';
import styles from './source-pane.module.css';

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
  const decide = (one: Suggestion, decision: 'accepted' | 'rejected'): void => {
    const refused = decision === 'accepted' ? insert(document, one) : null;
    setProblem(refused);
    if (refused !== null) return;
    void sources
      .decide((file) => withDecision(file, { source, suggestion: one.id, decision }))
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
              <Button
                look="quiet"
                onPress={() => {
                  void sources
                    .decide((file) => withoutDecision(file, { source, suggestion: one.id }))
                    .then(onDecided);
                }}
              >
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

/** Puts the line of a suggestion into the situation; null: done, or why it cannot be. */
function insert(document: SituationDocument, suggestion: Suggestion): string | null {
  if (!isLine(suggestion)) return null;
  const edit = insertElement(document.text, suggestion.proposal!);
  if (!edit.ok)
    return `Not inserted: ${edit.refusal.message}${edit.refusal.hint === undefined ? '' : `; ${edit.refusal.hint}`}.`;
  const { model, diagnostics } = parseSituation(applyEdits(document.text, edit.edits));
  if (model === null) {
    const error = diagnostics.find(({ severity }) => severity === 'error');
    return `Not inserted: the situation would have an error, ${error?.message ?? 'it could not be read'}.`;
  }
  document.edit(edit.edits, 'accepted a suggestion');
  return null;
}
