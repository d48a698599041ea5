import type { LucideIcon } from 'lucide-react';
import { Button as AriaButton, type ButtonProps as AriaProps } from 'react-aria-components';
import { Hint } from './hint.js';
import styles from './button.module.css';

export interface ButtonProps extends Omit<AriaProps, 'className' | 'style'> {
  /** primary: the one thing to do here. quiet: among others in a row. */
  readonly look?: 'plain' | 'primary' | 'quiet';
}

export function Button({ look = 'plain', ...props }: ButtonProps) {
  return <AriaButton {...props} className={`${styles.button} ${styles[look] ?? ''}`} />;
}

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'aria-label'> {
  readonly icon: LucideIcon;
  /** What it does; shown when the pointer rests on it, and read out. */
  readonly label: string;
  /** Keys that do the same, as one reads them: "Ctrl Z". */
  readonly keys?: string;
}

export function IconButton({ icon: Icon, label, keys, look = 'quiet', ...props }: IconButtonProps) {
  return (
    <Hint text={keys ? `${label} (${keys})` : label}>
      <AriaButton
        {...props}
        aria-label={label}
        className={`${styles.button} ${styles[look] ?? ''} ${styles.icon}`}
      >
        <Icon size={17} strokeWidth={1.75} aria-hidden />
      </AriaButton>
    </Hint>
  );
}
