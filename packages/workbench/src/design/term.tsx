import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { Hint } from './hint.js';
import styles from './hint.module.css';

/** A word with what it means, shown when the pointer rests on it or the focus is on it. */
export function Term({
  meaning,
  children,
}: {
  readonly meaning: string;
  readonly children: ReactNode;
}) {
  return (
    <Hint text={meaning}>
      <Button className={styles.term}>{children}</Button>
    </Hint>
  );
}
