import type { Diagnostic } from '@standoff/model';
import { CircleX, Info, TriangleAlert } from 'lucide-react';
import styles from './severity-icon.module.css';

const ICONS = { error: CircleX, warning: TriangleAlert, info: Info } as const;

/** How grave a remark is. */
export function SeverityIcon({
  severity,
  size,
}: Pick<Diagnostic, 'severity'> & { readonly size: number }) {
  const Icon = ICONS[severity];
  return <Icon size={size} className={styles[severity]} aria-label={severity} />;
}
