import { Download, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button, IconButton } from '../../design/button.js';
import { Field } from '../../design/field.js';
import { Badge } from '../../design/names.js';
import { downloadText } from '../../files/download.js';
import { useWorkbench } from '../../workbench.js';
import type { Variant } from '../../variants/variants.js';
import styles from './compare.module.css';

/** A variant, and what can be done with it. */
export function VariantItem({
  variant,
  made,
  isPresent,
  onCompare,
  onOpen,
  onRemove,
}: {
  readonly variant: Variant;
  /** When it was kept and what it was made from. */
  readonly made: string;
  /** Its text is the text as it stands. */
  readonly isPresent: boolean;
  readonly onCompare: () => void;
  readonly onOpen: () => void;
  readonly onRemove: () => void;
}) {
  const { store } = useWorkbench();
  const [editing, setEditing] = useState(false);
  const { name, note, text } = variant;
  return (
    <li className={styles.variant}>
      {editing ? (
        <Naming variant={variant} onDone={() => setEditing(false)} />
      ) : (
        <div className={styles.about}>
          <h4 className={styles.name}>{name}</h4>
          {isPresent && <Badge verdict="quiet">the text as it stands</Badge>}
          {note !== '' && <p className={styles.note}>{note}</p>}
          <p className={styles.made}>{made}</p>
        </div>
      )}
      <div className={styles.actions}>
        <Button aria-label={`Compare “${name}”`} onPress={onCompare}>
          Compare
        </Button>
        <Button aria-label={`Open “${name}” as the text`} isDisabled={isPresent} onPress={onOpen}>
          Open
        </Button>
        <IconButton
          icon={Pencil}
          label={`Name and note of “${name}”`}
          isDisabled={editing}
          onPress={() => setEditing(true)}
        />
        <IconButton
          icon={Download}
          label={`Save “${name}” as a file`}
          onPress={() => downloadText(`${fileName(`${store.name} ${name}`)}.standoff`, text)}
        />
        <IconButton icon={Trash2} label={`Remove “${name}”`} onPress={onRemove} />
      </div>
    </li>
  );
}

function Naming({ variant, onDone }: { readonly variant: Variant; readonly onDone: () => void }) {
  const { variants } = useWorkbench();
  const [name, setName] = useState(variant.name);
  const [note, setNote] = useState(variant.note);
  const [failed, setFailed] = useState(false);
  const store = async (): Promise<void> => {
    if (name.trim() === '') return;
    const stored = await variants.rename(variant.id, { name: name.trim(), note: note.trim() });
    setFailed(!stored);
    if (stored) onDone();
  };
  return (
    <form
      className={styles.naming}
      onSubmit={(event) => {
        event.preventDefault();
        void store();
      }}
    >
      <Field
        label="Name"
        value={name}
        onChange={setName}
        autoFocus
        problem={
          name.trim() === ''
            ? 'A variant needs a name.'
            : failed
              ? 'Not stored; the reason stands above.'
              : null
        }
      />
      <Field label="Note (may be empty)" value={note} onChange={setNote} rows={2} />
      <div className={styles.actions}>
        <Button look="primary" type="submit" isDisabled={name.trim() === ''}>
          Keep
        </Button>
        <Button onPress={onDone}>Leave as it was</Button>
      </div>
    </form>
  );
}

/** Letters, digits and hyphens of a name. */
function fileName(name: string): string {
  return name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'variant';
}
