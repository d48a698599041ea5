import { useState } from 'react';
import { Button } from '../design/button.js';
import { Dialog } from '../design/dialog.js';
import { Field } from '../design/field.js';
import styles from './start.module.css';

/** Takes a text that is pasted or written. */
export function PasteDialog({
  onText,
  onClose,
}: {
  readonly onText: (text: string) => void;
  readonly onClose: () => void;
}) {
  const [text, setText] = useState('');
  const [empty, setEmpty] = useState(false);
  return (
    <Dialog title="A text to begin with" isOpen onClose={onClose}>
      <form
        className={styles.begin}
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() === '') setEmpty(true);
          else onText(text);
        }}
      >
        <Field
          label="Paste the text here"
          rows={12}
          value={text}
          onChange={(next) => {
            setText(next);
            setEmpty(false);
          }}
          problem={empty ? 'There are no words in it yet. Paste the text first.' : null}
          hint="A blank line ends a paragraph. Title, author and date at the top are recognised."
          autoFocus
        />
        <div className={styles.actions}>
          <Button type="submit" look="primary">
            Read it
          </Button>
          <Button onPress={onClose}>Cancel</Button>
        </div>
      </form>
    </Dialog>
  );
}
