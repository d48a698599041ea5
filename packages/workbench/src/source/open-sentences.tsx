import { counted } from '@standoff/questions';
import { Button } from '../design/button.js';
import { Switch } from '../design/switch.js';
import styles from './source-pane.module.css';
import type { Sentences } from './use-sentences.js';

/** How many sentences are open, with a way from one to the next. */
export function OpenSentences({
  sentences: { counted: uses },
  only,
  onOnly,
  onStep,
}: {
  readonly sentences: Sentences;
  /** Whether only paragraphs with open sentences are shown. */
  readonly only: boolean;
  readonly onOnly: (only: boolean) => void;
  readonly onStep: (by: -1 | 1) => void;
}) {
  const { count, leftOut, open } = uses;
  return (
    <div className={styles.summary} role="group" aria-label="Open sentences">
      <span role="status">
        {open.length === 0
          ? `None of ${counted(count, 'sentence')} is open`
          : `${open.length} of ${counted(count, 'sentence')} open`}
        {leftOut > 0 && `, ${leftOut} left out`}
      </span>
      {open.length > 0 && (
        <>
          <Button look="quiet" onPress={() => onStep(-1)}>
            Previous open
          </Button>
          <Button look="quiet" onPress={() => onStep(1)}>
            Next open
          </Button>
        </>
      )}
      {(open.length > 0 || only) && (
        <Switch isSelected={only} onChange={onOnly}>
          Only what is open
        </Switch>
      )}
    </div>
  );
}
