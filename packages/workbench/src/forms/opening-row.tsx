import type { Evidence } from '@standoff/model';
import { ChevronRight } from 'lucide-react';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { EvidenceChips } from '../design/names.js';
import { go } from '../routes.js';
import styles from './forms.module.css';

/** An element of the situation as a row that opens into its form. */
export function OpeningRow({
  label,
  kind,
  says = null,
  evidence,
  remarks,
  open,
  address,
  closed,
  children,
}: {
  readonly label: string;
  /** What it is, and what it is called in the text. */
  readonly kind: ReactNode;
  /** What it says, in words. */
  readonly says?: string | null;
  readonly evidence: readonly Evidence[];
  readonly remarks?: ReactNode;
  readonly open: boolean;
  /** The element that the address names when it is open, and when it is closed again. */
  readonly address: string;
  readonly closed: string | null;
  /** Made only while it is open. */
  readonly children: () => ReactNode;
}) {
  const body = useId();
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (open) row.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  return (
    <li ref={row} className={styles.row} data-open={open}>
      <button
        type="button"
        className={styles.rowHead}
        aria-expanded={open}
        aria-controls={body}
        data-roving
        onClick={() => go({ element: open ? closed : address }, 'replace')}
      >
        <ChevronRight size={14} aria-hidden />
        <span className={styles.rowText}>
          <span className={styles.rowLabel}>{label}</span>
          <span className={styles.rowKind}>{kind}</span>
          {says !== null && <span className={styles.says}>{says}</span>}
        </span>
      </button>
      {evidence.length > 0 && (
        <div className={styles.rowChips}>
          <EvidenceChips evidence={evidence} />
        </div>
      )}
      {remarks}
      <div id={body} hidden={!open}>
        {open && children()}
      </div>
    </li>
  );
}
