import { STRENGTHS } from '@standoff/model';
import { capitalised } from '@standoff/questions';
import { Plus, X } from 'lucide-react';
import { Button, IconButton } from '../design/button.js';
import { Choice } from '../design/choice.js';
import { Field } from '../design/field.js';
import styles from './forms.module.css';
import type { ClaimDraft, QuantityDraft } from './drafts.js';
import { PropositionField } from './proposition-field.js';

const STRENGTH_OPTIONS = STRENGTHS.map((id) => ({ id, label: capitalised(id) }));

const BOUNDS = [
  { id: 'exactly', label: 'exactly' },
  { id: 'over', label: 'over' },
  { id: 'under', label: 'under' },
  { id: 'about', label: 'about' },
] as const;

/** How a claim is asserted, who disputes it, what it explains and how much. */
export function ClaimFields({
  draft,
  onChange,
}: {
  readonly draft: ClaimDraft;
  readonly onChange: (draft: ClaimDraft) => void;
}) {
  const { disputed, quantities } = draft;
  const quantity = (k: number, change: Partial<QuantityDraft>): void =>
    onChange({ ...draft, quantities: quantities.with(k, { ...quantities[k], ...change }) });
  return (
    <>
      <div className={styles.pair}>
        <Choice
          label="It is"
          options={STRENGTH_OPTIONS}
          value={draft.strength}
          onChange={(strength) => onChange({ ...draft, strength })}
        />
        <Field
          label="By (an actor’s name in the text, or words)"
          value={draft.by}
          onChange={(by) => onChange({ ...draft, by })}
        />
      </div>
      {disputed.map((by, k) => (
        <div key={k} className={styles.beside}>
          <Field
            label="Disputed by (an actor, another claim, or words)"
            value={by}
            onChange={(value) => onChange({ ...draft, disputed: disputed.with(k, value) })}
          />
          <IconButton
            icon={X}
            label={`Take the dispute ${k + 1} away`}
            onPress={() => onChange({ ...draft, disputed: disputed.toSpliced(k, 1) })}
          />
        </div>
      ))}
      {quantities.map(({ bound, value, unit }, k) => (
        <div key={k} className={styles.quantity}>
          <Choice
            label="Quantity"
            options={BOUNDS}
            value={bound}
            onChange={(next) => quantity(k, { bound: next })}
          />
          <Field label="Figure" value={value} onChange={(next) => quantity(k, { value: next })} />
          <Field label="Of what" value={unit} onChange={(next) => quantity(k, { unit: next })} />
          <IconButton
            icon={X}
            label={`Take the quantity ${k + 1} away`}
            onPress={() => onChange({ ...draft, quantities: quantities.toSpliced(k, 1) })}
          />
        </div>
      ))}
      <div className={styles.acts}>
        <Button onPress={() => onChange({ ...draft, disputed: [...disputed, ''] })}>
          <Plus size={15} aria-hidden /> It is disputed
        </Button>
        <Button
          onPress={() =>
            onChange({
              ...draft,
              quantities: [...quantities, { bound: 'about', value: '', unit: '' }],
            })
          }
        >
          <Plus size={15} aria-hidden /> A quantity
        </Button>
      </div>
      <PropositionField
        label="It is the cause of (may be left open)"
        optional
        value={draft.causeOf}
        onChange={(causeOf) => onChange({ ...draft, causeOf })}
      />
    </>
  );
}
