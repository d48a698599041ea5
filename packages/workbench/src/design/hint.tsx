import type { ReactElement } from 'react';
import { Tooltip, TooltipTrigger } from 'react-aria-components';
import styles from './hint.module.css';

/** A line shown when the pointer rests on something that can be focused, or the focus is on it. */
export function Hint({
  text,
  children,
}: {
  readonly text: string;
  readonly children: ReactElement;
}) {
  return (
    <TooltipTrigger delay={500} closeDelay={100}>
      {children}
      <Tooltip offset={6} className={styles.hint}>
        {text}
      </Tooltip>
    </TooltipTrigger>
  );
}
