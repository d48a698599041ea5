import { useState } from 'react';
import { Button } from '../design/button.js';
import { Field } from '../design/field.js';
import { useText, useVariants, useWorkbench } from '../workbench.js';
import { offeredName, type Variant } from './variants.js';
import styles from './keep-form.module.css';

/** Keeps the text as it stands as a variant, under a name and with a note. */
export function KeepForm({
  onKept,
  autoFocus = false,
}: {
  readonly onKept?: (variant: Variant) => void;
  readonly autoFocus?: boolean;
}) {
  const { document, variants } = useWorkbench();
  // With every text another name may be offered.
  useText();
  const kept = useVariants((state) => state.variants);
  const { broken, problem } = useVariants((state) => state);
  const [name, setName] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [keeping, setKeeping] = useState(false);
  const wished = name ?? offeredName(kept, document.done);
  const keep = async (): Promise<void> => {
    if (wished.trim() === '' || keeping) return;
    setKeeping(true);
    const variant = await variants.keep(document.text, {
      name: wished.trim(),
      note: note.trim(),
      at: new Date(),
    });
    setKeeping(false);
    if (variant === null) return;
    setName(null);
    setNote('');
    onKept?.(variant);
  };
  if (broken !== null) return <Broken why={broken} />;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <Field
        label="Name"
        value={wished}
        onChange={setName}
        autoFocus={autoFocus}
        problem={wished.trim() === '' ? 'A variant needs a name.' : null}
      />
      <Field label="Note (may be empty)" value={note} onChange={setNote} />
      <Button look="primary" type="submit" isDisabled={wished.trim() === '' || keeping}>
        Keep this text
      </Button>
      {problem !== null && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </form>
  );
}

/** Why no variant can be read or kept. */
function Broken({ why }: { readonly why: string }) {
  return (
    <p className={styles.problem} role="alert">
      The variants cannot be read, and nothing is kept until they can: {why}
    </p>
  );
}
