import { useId, useState } from 'react';
import { Button } from '../design/button.js';
import { Switch } from '../design/switch.js';
import { useSources } from '../workbench.js';
import styles from './source-pane.module.css';

export interface AnnotationWords {
  readonly id: string;
  readonly comment: string | null;
  readonly keep: 'quote' | 'digest';
}

/** A name and a comment for a passage. */
export function AnnotationForm({
  words,
  onSave,
  onCancel,
}: {
  readonly words: string;
  readonly onSave: (annotation: AnnotationWords) => void;
  readonly onCancel: () => void;
}) {
  const anchors = useSources(({ annotations }) => annotations.anchors);
  const [id, setId] = useState(() => nameFor(words));
  const [comment, setComment] = useState('');
  const [quoted, setQuoted] = useState(true);
  const error = useId();
  const problem = problemWith(id, (name) => anchors.some((one) => one.id === name));
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (problem !== null) return;
        onSave({ id, comment: comment.trim() || null, keep: quoted ? 'quote' : 'digest' });
      }}
    >
      <label>
        Name
        <input
          autoFocus
          value={id}
          aria-invalid={problem !== null}
          aria-describedby={error}
          onChange={({ target }) => setId(target.value)}
        />
      </label>
      <p id={error} className={styles.facts}>
        {problem}
      </p>
      <label>
        Comment
        <textarea rows={2} value={comment} onChange={({ target }) => setComment(target.value)} />
      </label>
      <Switch isSelected={quoted} onChange={setQuoted}>
        Keep the words (else only a digest of them)
      </Switch>
      <div className={styles.barActions}>
        <Button type="submit" look="primary" isDisabled={problem !== null}>
          Keep
        </Button>
        <Button onPress={onCancel}>Cancel</Button>
      </div>
    </form>
  );
}

/** The first long words of a passage, as a name. */
function nameFor(words: string): string {
  const long = words.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  return long.slice(0, 2).join('-');
}

function problemWith(id: string, taken: (id: string) => boolean): string | null {
  if (!/^\p{L}[\p{L}\p{N}_-]*$/u.test(id))
    return 'A name begins with a letter and has letters, digits, “-” and “_”.';
  return taken(id) ? 'Another annotation has this name.' : null;
}
