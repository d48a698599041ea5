import { setActs, writtenOf } from '@standoff/language/edit';
import { useState } from 'react';
import { Button } from '../design/button.js';
import { Field } from '../design/field.js';
import { useEdit } from '../document/use-edit.js';
import { ActorSwitches } from './actor-fields.js';
import { actsOf } from './entries.js';
import styles from './forms.module.css';
import { quorumWords } from './heads.js';
import { useForms } from './situation.js';
import { sound } from './sound.js';

/** With whom an actor acts, and how many of them it takes. */
export function Members({ actor }: { readonly actor: string }) {
  const { model, text } = useForms();
  const { make, refusal } = useEdit();
  const [act] = actsOf(model, actor);
  const said = {
    parties: act?.parties ?? [],
    needs: act?.needs === undefined ? '' : String(act.needs),
    always: act?.always ?? [],
  };
  const [begun, setBegun] = useState<typeof said | null>(null);
  const draft = begun ?? said;
  const words = draft.parties.length === 0 ? null : quorumWords(draft);
  const changed = JSON.stringify(draft) !== JSON.stringify(said);
  if (writtenOf(text, actor) === null) return null;
  return (
    <form
      className={styles.part}
      aria-label={`Members of ${actor}`}
      onSubmit={(event) => {
        event.preventDefault();
        if (
          make(
            sound((before) => setActs(before, actor, words)),
            `changed whom ${actor} acts with`,
          )
        )
          setBegun(null);
      }}
    >
      <ActorSwitches
        label="Acts with these members (by itself, where none is chosen)"
        chosen={draft.parties}
        onChange={(parties) => setBegun({ ...draft, parties: [...parties] })}
      />
      {draft.parties.length > 0 && (
        <Field
          label="So many of them are enough (all where it is left open)"
          value={draft.needs}
          onChange={(needs) => setBegun({ ...draft, needs })}
        />
      )}
      {draft.needs.trim() !== '' && (
        <ActorSwitches
          label="Who has to be among them"
          chosen={draft.always}
          onChange={(always) => setBegun({ ...draft, always: [...always] })}
        />
      )}
      {refusal !== null && <p className={styles.problem}>{refusal}</p>}
      {changed && (
        <div className={styles.acts}>
          <Button type="submit" look="primary">
            Apply
          </Button>
          <Button look="quiet" onPress={() => setBegun(null)}>
            Take back
          </Button>
        </div>
      )}
    </form>
  );
}
