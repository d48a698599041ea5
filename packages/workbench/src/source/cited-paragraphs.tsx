import { useEffect, useRef } from 'react';
import { useRoutePart } from '../routes.js';
import { numberIn } from './passage.js';
import { UseChips } from './use-chips.js';
import type { Uses } from './uses.js';
import styles from './source-pane.module.css';

/** Without the text: the numbers of the paragraphs that are cited, and what rests on them. */
export function CitedParagraphs({
  source,
  uses: { paragraphs, whole },
}: {
  readonly source: string;
  readonly uses: Uses;
}) {
  const chosen = numberIn(useRoutePart('paragraph'), source);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.querySelector('[data-chosen="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  if (paragraphs.size === 0 && whole.length === 0)
    return <p className={styles.none}>Nothing in the model rests on it.</p>;
  return (
    <ul ref={list}>
      {whole.length > 0 && (
        <li className={styles.cited}>
          <span className={styles.number}>whole</span>
          <UseChips uses={whole} />
        </li>
      )}
      {[...paragraphs]
        .sort(([a], [b]) => a - b)
        .map(([number, uses]) => (
          <li key={number} className={styles.cited} data-chosen={number === chosen}>
            <span className={styles.number}>P{number}</span>
            <UseChips uses={uses} />
          </li>
        ))}
    </ul>
  );
}
