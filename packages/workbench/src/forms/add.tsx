import { applyEdits } from '@standoff/language';
import { insertElement, quoted } from '@standoff/language/edit';
import { readableModel } from '@standoff/language/parse';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../design/button.js';
import { Dialog } from '../design/dialog.js';
import { Field } from '../design/field.js';
import { useEdit } from '../document/use-edit.js';
import { go } from '../routes.js';
import { useWorkbench } from '../workbench.js';
import { sectionsOf, type Kind } from './entries.js';
import { Fields } from './fields.js';
import { AddFoot } from './add-foot.js';
import styles from './forms.module.css';
import type { Draft } from './drafts.js';
import { blankDraft } from './draft-of.js';
import { headOf } from './heads.js';
import { KINDS } from './kinds.js';
import { missingIn, whole } from './missing.js';
import { isTaken, nameFrom } from './naming.js';
import { useForms } from './situation.js';
import { sound } from './sound.js';

/** Adds an element of these kinds, in a dialog that asks what it needs. */
export function AddButtons({ kinds }: { readonly kinds: readonly Kind[] }) {
  const [adding, setAdding] = useState<Kind | null>(null);
  return (
    <div className={styles.acts}>
      {kinds.map((kind) => (
        <Button key={kind} onPress={() => setAdding(kind)}>
          <Plus size={15} aria-hidden /> Add {article(KINDS[kind].called)}
        </Button>
      ))}
      {adding !== null && <AddDialog kind={adding} close={() => setAdding(null)} />}
    </div>
  );
}

function article(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
}

function AddDialog({ kind, close }: { readonly kind: Kind; readonly close: () => void }) {
  const { model } = useForms();
  const { document } = useWorkbench();
  const { make, refusal } = useEdit();
  const [label, setLabel] = useState('');
  const [named, setNamed] = useState<string | null>(null);
  const [draft, setDraft] = useState<Draft | null>(() =>
    kind === 'actor' ? null : blankDraft(model, kind),
  );
  const { called, label: labels, name: names } = KINDS[kind];
  const name = named ?? nameFrom(label, (one) => isTaken(model, one));
  const said = label.trim() === '' && labels !== 'needed' ? null : label.trim();
  const words =
    draft === null
      ? `actor ${name}${said === null ? '' : ` ${quoted(said)}`}`
      : headOf(draft, name, said, model);
  const unsaid = (): string | null => {
    if (labels === 'needed' && label.trim() === '') return 'it is not said what it is';
    if (names !== 'none' && name === '') return 'it needs a label or a name';
    return draft && missingIn(draft);
  };
  const add = (): void => {
    const before = document.text;
    const edit = whole(
      unsaid(),
      sound((text) => insertElement(text, words)),
    );
    if (!make(edit, `added ${article(called)}`)) return;
    close();
    go({ element: addedId(before, words, kind) }, 'replace');
  };
  return (
    <Dialog title={`A new ${called}`} isOpen onClose={close}>
      <form
        className={styles.fields}
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        {labels !== 'none' && (
          <Field
            label={kind === 'source' ? 'Title' : kind === 'claim' ? 'What is claimed' : 'Label'}
            value={label}
            onChange={setLabel}
            autoFocus
          />
        )}
        {names !== 'none' && (
          <Field
            label="Name in the text"
            code
            value={name}
            onChange={setNamed}
            hint="Letters, digits and _; made from the label"
          />
        )}
        {draft !== null && <Fields draft={draft} onChange={setDraft} within={null} />}
        <AddFoot refusal={refusal} onCancel={close} />
      </form>
    </Dialog>
  );
}

/** The id that the model gives what was added: that of the one of its kind that was not there. */
function addedId(before: string, words: string, kind: Kind): string | null {
  const result = insertElement(before, words);
  if (!result.ok) return null;
  const after = applyEdits(before, result.edits);
  const model = readableModel(after);
  const [edit] = result.edits;
  if (model === null || edit === undefined) return null;
  const line = after.slice(0, edit.from + edit.insert.length).split('\n').length - 1;
  const first = after.slice(0, edit.from).split('\n').length - 1;
  const found = sectionsOf(model)
    .flatMap(({ entries }) => entries)
    .filter((one) => one.kind === kind && one.at.start.line >= first && one.at.start.line <= line);
  return found.at(-1)?.id ?? null;
}
