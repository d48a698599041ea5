import type { ConflictModel } from '@standoff/model';
import { Choice } from '../design/choice.js';
import { Switch } from '../design/switch.js';
import styles from './forms.module.css';
import { useForms } from './situation.js';

/** One of the actors. */
export function ActorChoice({
  label,
  value,
  onChange,
  none,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (id: string) => void;
  /** What it is called that none is chosen; without it one is. */
  readonly none?: string;
}) {
  const { model } = useForms();
  return (
    <Choice
      label={label}
      options={[
        ...(none === undefined ? [] : [{ id: '', label: none }]),
        ...model.actors.map(({ id, label: name }) => ({ id, label: name })),
      ]}
      value={value}
      onChange={onChange}
    />
  );
}

/** Any of the actors. */
export function ActorSwitches({
  label,
  chosen,
  onChange,
}: {
  readonly label: string;
  readonly chosen: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
}) {
  const { actors }: ConflictModel = useForms().model;
  return (
    <div role="group" aria-label={label}>
      <p className={styles.fieldLabel}>{label}</p>
      <div className={styles.switches}>
        {actors.map(({ id, label: name }) => (
          <Switch
            key={id}
            isSelected={chosen.includes(id)}
            onChange={(on) => onChange(on ? [...chosen, id] : chosen.filter((one) => one !== id))}
          >
            {name}
          </Switch>
        ))}
      </div>
    </div>
  );
}
