import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { ChoiceProps } from './choice.js';
import styles from './choice.module.css';

/** One of two or three, side by side. */
export function Segments<Id extends string>({
  label,
  options,
  value,
  onChange,
}: Omit<ChoiceProps<Id>, 'hideLabel'>) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      className={styles.segments}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const [chosen] = keys;
        if (chosen !== undefined) onChange(chosen as Id);
      }}
    >
      {options.map((option) => (
        <ToggleButton key={option.id} id={option.id} className={styles.segment}>
          {option.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
