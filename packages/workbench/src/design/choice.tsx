import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
  Switch as AriaSwitch,
  ToggleButton,
  ToggleButtonGroup,
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

/** On or off, at once. */
export function Switch({
  isSelected,
  onChange,
  children,
}: {
  readonly isSelected: boolean;
  readonly onChange: (on: boolean) => void;
  readonly children: ReactNode;
}) {
  return (
    <AriaSwitch className={styles.switch} isSelected={isSelected} onChange={onChange}>
      <span className={styles.track} aria-hidden />
      {children}
    </AriaSwitch>
  );
}
