import { diffLines } from 'diff';
import { useMemo } from 'react';
import { differingLines } from './differing-lines.js';
import styles from './text-difference.module.css';

/** What differs between two texts, line by line, with the equal lines around it. */
export function TextDifference({
  before,
  after,
}: {
  readonly before: string;
  readonly after: string;
}) {
  const lines = useMemo(() => differingLines(diffLines(before, after)), [before, after]);
  return (
    <pre className={styles.difference} tabIndex={0} aria-label="The differing lines" role="group">
      {lines.map(({ is, text }, k) =>
        is === 'added' ? (
          <ins key={k}>+ {text}</ins>
        ) : is === 'removed' ? (
          <del key={k}>− {text}</del>
        ) : (
          <span key={k} {...(is === 'left' ? { className: styles.left } : {})}>
            {is === 'left' ? text : `  ${text}`}
          </span>
        ),
      )}
    </pre>
  );
}
