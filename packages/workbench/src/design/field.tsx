import type { ReactNode } from 'react';
import { FieldError, Input, Label, Text, TextArea, TextField } from 'react-aria-components';
import styles from './field.module.css';

export interface FieldProps {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What is wrong with what stands in it; null: nothing. */
  readonly problem?: string | null;
  /** Said below it, as long as nothing is wrong. */
  readonly hint?: ReactNode;
  /** More than one: a field of several lines. */
  readonly rows?: number;
  /** Words of the language are set in its type. */
  readonly code?: boolean;
  readonly autoFocus?: boolean;
  readonly onBlur?: () => void;
}

/** A line or several to write in, with what is wrong said below it and read out. */
export function Field({
  label,
  hideLabel = false,
  value,
  onChange,
  problem = null,
  hint,
  rows = 1,
  code = false,
  autoFocus = false,
  onBlur,
}: FieldProps) {
  const look = `${styles.input} ${code ? styles.code : ''}`;
  return (
    <TextField
      className={styles.field}
      value={value}
      onChange={onChange}
      // What is wrong is said, and keeps nobody from sending the next try off.
      validationBehavior="aria"
      isInvalid={problem !== null}
      autoFocus={autoFocus}
      {...(onBlur === undefined ? {} : { onBlur })}
      {...(hideLabel ? { 'aria-label': label } : {})}
    >
      {!hideLabel && <Label className={styles.label}>{label}</Label>}
      {rows > 1 ? <TextArea className={look} rows={rows} /> : <Input className={look} />}
      {problem !== null && <FieldError className={styles.problem}>{problem}</FieldError>}
      {problem === null && hint !== undefined && (
        <Text slot="description" className={styles.hint}>
          {hint}
        </Text>
      )}
    </TextField>
  );
}
