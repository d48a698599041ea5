import type { Anchor, Orphan, OrphanReason } from '@standoff/evidence/anchor';
import { counted } from '@standoff/questions';
import type { Range } from './passage.js';
import styles from './source-pane.module.css';

export interface OrphanShown {
  readonly anchor: Anchor;
  readonly orphan: Orphan;
}

const REASONS: Readonly<Record<OrphanReason, string>> = {
  gone: 'its words do not stand in this text',
  changed: 'other words stand in its place',
  ambiguous: 'its words stand several times, and what is around them does not decide',
  elsewhere: 'its words stand in other surroundings, and may be another passage',
};

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
            <code>#{anchor.id}</code>: {REASONS[orphan.reason]}.
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
