import { useState } from 'react';
import { later } from '../layout/later.js';
import { Button } from '../design/button.js';
import { Dialog } from '../design/dialog.js';
import { useReached, useSaveState, useWorkbench } from '../workbench.js';
import styles from './case-banner.module.css';

const TextDifference = later(
  async () => (await import('./text-difference.js')).TextDifference,
  'at once',
);

/** Says what stands in the way of saving, and lets the reader decide. */
export function CaseBanner() {
  const state = useSaveState();
  const { saving } = useWorkbench();
  const reached = useReached();
  const [shown, show] = useState(false);
  if (!reached && state.is !== 'conflict')
    return (
      <div className={styles.banner} role="alert">
        <span className={styles.words}>
          The server of this page does not answer. Start it again with “standoff open”; this page
          finds it by itself. {state.is !== 'saved' && 'Your changes are kept here until then.'}
        </span>
      </div>
    );
  if (state.is === 'failed')
    return (
      <div className={styles.banner} role="alert">
        <span className={styles.words}>
          Your changes could not be saved: {state.why}. They are kept in this browser, and saving is
          tried again.
        </span>
        <Button onPress={() => void saving.now()}>Try now</Button>
      </div>
    );
  if (state.is !== 'conflict') return <div />;
  return (
    <div className={styles.banner} role="alert">
      <span className={styles.words}>
        {state.present === null
          ? 'The file is gone. Your text is kept here and nothing is written until you decide.'
          : 'The situation was changed elsewhere. Your text is kept here and nothing is written until you decide.'}
      </span>
      {state.present !== null && <Button onPress={() => show(true)}>Show the difference</Button>}
      {state.present !== null && (
        <Button onPress={() => saving.takeTheirs()}>Take the other text</Button>
      )}
      <Button look="primary" onPress={() => void saving.keepMine()}>
        Keep mine
      </Button>
      {state.present !== null && (
        <Dialog title="What is different" size="wide" isOpen={shown} onClose={() => show(false)}>
          <Difference before={state.present.text.replace(/\r\n?/g, '\n')} />
        </Dialog>
      )}
    </div>
  );
}

/** The stored text against the one here. */
function Difference({ before }: { readonly before: string }) {
  const { document } = useWorkbench();
  return (
    <>
      <p>
        With a minus: only in the stored text. With a plus: only in yours. Whichever you take, the
        other stays in the history and can be had back with Undo.
      </p>
      <TextDifference before={before} after={document.text} />
    </>
  );
}
