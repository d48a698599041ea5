import { Plus, X } from 'lucide-react';
import { Button, IconButton } from '../design/button.js';
import { Choice } from '../design/choice.js';
import { Field } from '../design/field.js';
import type { GraphDraft, PlaceDraft } from './drafts.js';
import styles from './forms.module.css';

const TODAY = [
  { id: '', label: 'Nothing said' },
  { id: 'taken', label: 'Things stand here today' },
  { id: 'unknown', label: 'They may stand here today' },
  { id: 'open', label: 'They do not stand here today' },
] as const;

/** The states of a graph, one below the other. */
export function GraphFields({
  draft,
  onChange,
}: {
  readonly draft: GraphDraft;
  readonly onChange: (draft: GraphDraft) => void;
}) {
  const { places } = draft;
  const put = (k: number, next: PlaceDraft): void =>
    onChange({ ...draft, places: places.map((one, i) => (i === k ? next : one)) });
  return (
    <>
      {places.map((place, k) => (
        <div key={k} className={styles.nested} role="group" aria-label={`State ${k + 1}`}>
          <Field
            label={`Label of state ${k + 1}`}
            value={place.label ?? ''}
            onChange={(label) => put(k, { ...place, label: label === '' ? null : label })}
          />
          <Field
            label={`Name of state ${k + 1} in the text`}
            code
            value={place.name}
            onChange={(name) => put(k, { ...place, name })}
          />
          <Choice
            label="Today"
            options={TODAY}
            value={place.today}
            onChange={(today) => put(k, { ...place, today })}
          />
          <IconButton
            icon={X}
            label={`Take state ${k + 1} away`}
            onPress={() => onChange({ ...draft, places: places.filter((_, i) => i !== k) })}
          />
        </div>
      ))}
      <div className={styles.acts}>
        <Button
          onPress={() =>
            onChange({ ...draft, places: [...places, { name: '', label: null, today: '' }] })
          }
        >
          <Plus size={15} aria-hidden /> Add a state
        </Button>
      </div>
    </>
  );
}
