import type { ReactNode } from 'react';
import { Switch as AriaSwitch } from 'react-aria-components';
import styles from './choice.module.css';

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
    // oxlint-disable-next-line typescript/no-deprecated -- its successor draws other elements, for which there are no styles yet
    <AriaSwitch className={styles.switch} isSelected={isSelected} onChange={onChange}>
      <span className={styles.track} aria-hidden />
      {children}
    </AriaSwitch>
  );
}
