import { isLine, restingOn, statementOf } from '@standoff/evidence/anchor';
import { withDecision, withoutDecision } from '@standoff/evidence/records';
import { Check, RotateCcw, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../design/button.js';
import { useCaseSources, useWorkbench } from '../workbench.js';
import { makeStep, type Step } from './ledger-steps.js';
import { keptAs, marked } from './marking.js';
import type { TextRead } from './reading.js';
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
  text,
  suggestions,
  onDecided,
}: {
  readonly source: string;
  readonly text: TextRead;
  readonly suggestions: readonly Decided[];
  /** Called after each decision: what was decided may be gone from the list. */
  readonly onDecided: () => void;
}) {
  const workbench = useWorkbench();
  const sources = useCaseSources();
  const [problem, setProblem] = useState<string | null>(null);
  const decide = async (one: Decided, decision: Decided['decision']): Promise<void> => {
    const put = (to: Decided['decision']): Promise<boolean> =>
      sources.decide((file) =>
        to === null
          ? withoutDecision(file, { source, suggestion: one.id })
          : withDecision(file, { source, suggestion: one.id, decision: to }),
      );
    const also = { make: () => put(decision), takeBack: () => put(one.decision) };
    const what = DID[decision ?? 'open'];
    if (decision === 'accepted' && isLine(one.proposal)) {
      const refused = await insert(one, one.proposal, { what, also });
      setProblem(refused);
      if (refused !== null) return;
    } else {
      setProblem(null);
      await workbench.document.editBeside([], what, also);
    }
    onDecided();
  };
  /** Puts the line into the situation, resting on the words where they say what somebody says. */
  const insert = async (
    one: Decided,
    line: string,
    step: Pick<Step, 'what' | 'also'>,
  ): Promise<string | null> => {
    const language = await import('./insertion.js').catch(() => null);
    if (language === null)
      return 'Not inserted: the page needs its server for that. Try again when it is back.';
    const { annotations } = sources.state.getState();
    const statement = statementOf(one);
    const mark =
      statement === null
        ? null
        : marked(text, annotations, {
            source,
            range: one.passage,
            statement,
            keep: keptAs(annotations, source),
          });
    if (typeof mark === 'string') return mark;
    const resting =
      mark === null
        ? line
        : restingOn(line, `@${source}:P${one.passage.paragraph}`, mark.annotation.id);
    return makeStep(workbench, sources, {
      ...step,
      edit: language.insertionOf(resting, one.within),
      mark,
    });
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
                  <Check size={14} aria-hidden /> {isLine(one.proposal) ? 'Insert' : 'Noted'}
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
