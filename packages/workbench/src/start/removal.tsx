import { Button } from '../design/button.js';
import { Dialog } from '../design/dialog.js';
import { downloadText } from '../files/download.js';
import { openStore } from '../files/open.js';
import styles from './start.module.css';

export interface Removal {
  readonly name: string;
  /** What remains is the bundled case. */
  readonly isBundled: boolean;
}

/** Asks before a case is deleted from the browser, which cannot be undone. */
export function RemovalDialog({
  removal,
  onRemove,
  onClose,
}: {
  readonly removal: Removal | null;
  readonly onRemove: (name: string) => void;
  readonly onClose: () => void;
}) {
  return (
    <Dialog
      title={removal?.isBundled ? 'Drop your changes?' : 'Remove the case?'}
      isOpen={removal !== null}
      onClose={onClose}
    >
      {removal !== null && (
        <>
          <p>
            {removal.isBundled
              ? `The case “${removal.name}” will be as it came. `
              : `“${removal.name}” will be deleted from this browser. `}
            Its text, annotations, variants and the texts of its sources that you opened here are
            gone then, and cannot be had back.
          </p>
          <div className={styles.actions}>
            <Button onPress={() => void save(removal.name)}>Save the text as a file</Button>
            <Button
              look="primary"
              onPress={() => {
                onRemove(removal.name);
                onClose();
              }}
            >
              {removal.isBundled ? 'Drop them' : 'Remove it'}
            </Button>
            <Button onPress={onClose}>Cancel</Button>
          </div>
        </>
      )}
    </Dialog>
  );
}

async function save(name: string): Promise<void> {
  const { situation } = await openStore(name).load();
  downloadText(`${name}.standoff`, situation.text);
}
