import type { Suggestion } from '@standoff/evidence';
import { withDecision, withoutDecision } from '@standoff/evidence/records';
import { Check, RotateCcw, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../design/button.js';
import { useCaseSources, useWorkbench } from '../workbench.js';
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
  const { document } = useWorkbench();
  const sources = useCaseSources();
  const [problem, setProblem] = useState<string | null>(null);
  const decide = async (one: Decided, decision: Decided['decision']): Promise<void> => {
    const line =
      decision === 'accepted' && isLine(one)
        ? await import('./insertion.js').then(
            ({ insertionOf }) => insertionOf(document.text, one.proposal!),
            () => 'Not inserted: the page needs its server for that. Try again when it is back.',
          )
        : [];
    setProblem(typeof line === 'string' ? line : null);
    if (typeof line === 'string') return;
    const put = (to: Decided['decision']): Promise<boolean> =>
      sources.decide((file) =>
        to === null
          ? withoutDecision(file, { source, suggestion: one.id })
          : withDecision(file, { source, suggestion: one.id, decision: to }),
      );
    await document.editBeside(line, DID[decision ?? 'open'], {
      make: () => put(decision),
      takeBack: () => put(one.decision),
    });
    onDecided();
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
                <Button onPress={() => void decide(one, 'accepted')}>
                  <Check size={14} aria-hidden /> {isLine(one) ? 'Insert' : 'Noted'}
                </Button>
                <Button look="quiet" onPress={() => void decide(one, 'rejected')}>
                  <X size={14} aria-hidden /> Reject
                </Button>
              </div>
            )
          ) : (
            <div className={styles.barActions}>
              <span className={styles.unused}>{one.decision}</span>
              <Button look="quiet" onPress={() => void decide(one, null)}>
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
