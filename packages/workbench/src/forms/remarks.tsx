import type { Diagnostic } from '@standoff/model';
import { SeverityIcon } from '../design/severity-icon.js';
import styles from './forms.module.css';

/** What is to be said about a part of the text. */
export function Remarks({ diagnostics }: { readonly diagnostics: readonly Diagnostic[] }) {
  if (diagnostics.length === 0) return null;
  return (
    <ul className={styles.remarks}>
      {diagnostics.map(({ severity, message, hint }, k) => (
        <li key={k}>
          <SeverityIcon severity={severity} size={14} />
          <span>
            {message}
            {hint !== undefined && `; ${hint}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
