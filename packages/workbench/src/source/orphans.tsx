import { orphanProblem, type Anchor, type Orphan } from '@standoff/evidence/anchor';
import { counted } from '@standoff/questions';
import type { Range } from './passage.js';
import styles from './source-pane.module.css';

export interface OrphanShown {
  readonly anchor: Anchor;
  readonly orphan: Orphan;
}

/** Annotations that are not found, with why and what may be meant. None is moved. */
export function Orphans({
  orphans,
  onShow,
}: {
  readonly orphans: readonly OrphanShown[];
  readonly onShow: (near: Range) => void;
}) {
  if (orphans.length === 0) return null;
  return (
    <details className={styles.orphans} open>
      <summary>{counted(orphans.length, 'annotation')} not found in this text</summary>
      <ul>
        {orphans.map(({ anchor, orphan }) => (
          <li key={anchor.id}>
            <code>#{anchor.id}</code>: {orphanProblem(orphan)}.
            {orphan.near.length > 0 && (
              <ul>
                {orphan.near.map((near) => (
                  <li key={near.start}>
                    <button
                      type="button"
                      className={styles.annotation}
                      onClick={() => onShow(near)}
                    >
                      Show what may be meant
                    </button>{' '}
                    “{near.words}”
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
