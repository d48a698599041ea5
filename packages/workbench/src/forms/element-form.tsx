import { rename, setHead, setLabel, writtenOf } from '@standoff/language/edit';
import { useEffect, useMemo } from 'react';
import { Button } from '../design/button.js';
import { renamingBeside } from '../document/renaming.js';
import { useEdit } from '../document/use-edit.js';
import { useWorkbench } from '../workbench.js';
import type { Entry } from './entries.js';
import { Fields } from './fields.js';
import styles from './forms.module.css';
import { Grounds } from './grounds.js';
import { Remove } from './remove.js';
import { draftOf } from './draft-of.js';
import { headOf } from './heads.js';
import { KINDS } from './kinds.js';
import { missingIn, whole } from './missing.js';
import { Line } from './line.js';
import { useForms } from './situation.js';
import { sound } from './sound.js';

/** The id of an element by its name. */
function idNamed(kind: Entry['kind'], name: string): string {
  return KINDS[kind].name === 'unused'
    ? `choice-${name}`
    : kind === 'chance'
      ? `chance.${name}`
      : name;
}

/** All that can be said of an element that is no actor. */
export function ElementForm({ entry }: { readonly entry: Entry }) {
  const { model, text, drafts, keepDraft, renamed } = useForms();
  const workbench = useWorkbench();
  const { make, refusal } = useEdit();
  const { id, kind, target, called, evidence, because, within } = entry;
  const { label: labels, name: names } = KINDS[kind];
  const written = useMemo(() => writtenOf(text, target), [text, target]);
  const said = useMemo(() => written && draftOf(model, entry, written), [model, entry, written]);
  const name = written?.parts['name'] ?? '';
  const label = kind === 'source' ? entry.label : (written?.label ?? null);
  const head = said && headOf(said, name, label, model);
  const kept = drafts.get(id);
  // The text says something else by now: what was begun is no longer about it.
  const stale = kept !== undefined && kept.head !== head;
  useEffect(() => {
    if (stale) keepDraft(id, null);
  }, [stale, id, keepDraft]);
  if (written === null || said === null || head === null) return null;
  const draft = kept === undefined || stale ? said : kept.draft;
  const changed = headOf(draft, name, label, model) !== head;
  const title = names !== 'none' && name !== '' ? name : called;
  return (
    <>
      {labels !== 'none' && (
        <Line
          label={kind === 'source' ? 'Title' : 'Label'}
          value={label ?? ''}
          put={(before, value) => setLabel(before, target, value === '' ? null : value)}
          what={`changed the label of ${title}`}
        />
      )}
      <form
        className={styles.fields}
        onSubmit={(event) => {
          event.preventDefault();
          if (changed)
            make(
              whole(
                missingIn(draft),
                sound((before) => setHead(before, target, headOf(draft, name, label, model))),
              ),
              `changed ${title}`,
            );
        }}
      >
        <Fields
          draft={draft}
          onChange={(next) => keepDraft(id, { head, draft: next })}
          within={within}
        />
        {changed && refusal !== null && (
          <p className={styles.problem} role="alert">
            {refusal}
          </p>
        )}
        <div className={styles.acts}>
          <Button type="submit" look={changed ? 'primary' : 'plain'} isDisabled={!changed}>
            Apply
          </Button>
          {changed && (
            <Button look="quiet" onPress={() => keepDraft(id, null)}>
              Take back
            </Button>
          )}
        </div>
      </form>
      <Grounds target={target} name={title} evidence={evidence} because={because} />
      {names !== 'none' && (
        <Line
          label="Name in the text"
          code
          value={name}
          put={(before, value) =>
            name === '' || names === 'unused'
              ? setHead(before, target, headOf(said, value, label, model))
              : rename(before, target, value)
          }
          beside={(value) =>
            typeof target === 'string' && name !== '' && names === 'used'
              ? renamingBeside(workbench, { id: target, name, isSource: kind === 'source' }, value)
              : null
          }
          what={`renamed ${title}`}
          done={(value) => renamed(id, idNamed(kind, value))}
          hint="Changed wherever it is used"
        />
      )}
      <Remove target={target} name={title} />
    </>
  );
}
