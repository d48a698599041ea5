import { useEffect, useState } from 'react';
import { Button } from '../design/button.js';
import { Dialog } from '../design/dialog.js';
import type { ForeignRead } from '../files/foreign.js';
import styles from './start.module.css';

/** Reads a file of another program and says what it comes to before a case is made of it. */
export function ForeignDialog({
  file,
  onAdd,
  onClose,
}: {
  readonly file: File;
  readonly onAdd: (situation: string) => void;
  readonly onClose: () => void;
}) {
  const [read, setRead] = useState<ForeignRead | string | null>(null);
  useEffect(() => {
    setRead(null);
    import('../files/foreign.js')
      .then(({ readForeign }) => readForeign(file))
      .then(setRead, (error: unknown) =>
        setRead(error instanceof Error ? error.message : String(error)),
      );
  }, [file]);
  return (
    <Dialog title={`Read ${file.name}`} isOpen onClose={onClose}>
      {read === null && <p role="status">Reading …</p>}
      {typeof read === 'string' && <p role="alert">It cannot be read: {read}.</p>}
      {read !== null && typeof read !== 'string' && (
        <>
          <p role="status">
            {read.notes.length === 0
              ? 'All of it was carried over.'
              : 'What was chosen, or could not be carried over as it is:'}
          </p>
          <ul>
            {read.notes.map(({ place, message }) => (
              <li key={`${place} ${message}`}>
                {place === null ? message : `${place}: ${message}`}.
              </li>
            ))}
          </ul>
          <div className={styles.actions}>
            <Button autoFocus look="primary" onPress={() => onAdd(read.situation)}>
              Make a case of it
            </Button>
            <Button onPress={onClose}>Cancel</Button>
          </div>
        </>
      )}
    </Dialog>
  );
}
