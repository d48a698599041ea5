import { ChevronDown } from 'lucide-react';
import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
} from 'react-aria-components';
import styles from './choice.module.css';

export interface ChoiceProps<Id extends string> {
  readonly label: string;
  /** Hidden labels are still read out. */
  readonly hideLabel?: boolean;
  readonly options: readonly { readonly id: Id; readonly label: string }[];
  readonly value: Id;
  readonly onChange: (id: Id) => void;
}

/** One of several, in a list that opens. */
export function Choice<Id extends string>({
  label,
  hideLabel = false,
  options,
  value,
  onChange,
}: ChoiceProps<Id>) {
  return (
    <Select
      className={styles.field}
      value={value}
      onChange={(key) => onChange(key as Id)}
      {...(hideLabel ? { 'aria-label': label } : {})}
    >
      {!hideLabel && <Label className={styles.label}>{label}</Label>}
      <Button className={styles.button}>
        <SelectValue className={styles.value} />
        <ChevronDown size={15} aria-hidden />
      </Button>
      <Popover className={styles.popover}>
        <ListBox className={styles.list} items={options}>
          {(option) => (
            <ListBoxItem id={option.id} className={styles.item} textValue={option.label}>
              {option.label}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
