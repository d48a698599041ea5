import type { Diagnostic } from '@standoff/model';
import { CircleX, Info, TriangleAlert } from 'lucide-react';
import styles from './forms.module.css';

const ICONS = { error: CircleX, warning: TriangleAlert, info: Info } as const;

/** What is to be said about a part of the text. */
export function Remarks({ diagnostics }: { readonly diagnostics: readonly Diagnostic[] }) {
  if (diagnostics.length === 0) return null;
  return (
    <ul className={styles.remarks}>
      {diagnostics.map(({ severity, message, hint }, k) => {
        const Icon = ICONS[severity];
        return (
          <li key={k}>
            <Icon size={14} className={styles[severity]} aria-label={severity} />
            <span>
              {message}
              {hint !== undefined && `; ${hint}`}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
