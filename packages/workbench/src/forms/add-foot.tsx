import { Button } from '../design/button.js';
import styles from './forms.module.css';

/** What stands below the fields of something new: why it cannot be added, and what to press. */
export function AddFoot({
  refusal,
  onCancel,
}: {
  readonly refusal: string | null;
  readonly onCancel: () => void;
}) {
  return (
    <>
      {refusal !== null && (
        <p className={styles.problem} role="alert">
          {refusal}
        </p>
      )}
      <div className={styles.acts}>
        <Button type="submit" look="primary">
          Add
        </Button>
        <Button onPress={onCancel}>Cancel</Button>
      </div>
    </>
  );
}
