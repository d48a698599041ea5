import type { Diagnostic } from '@standoff/model';
import { diagnosticSummary } from '@standoff/questions';
import { useMemo } from 'react';
import { useAnswer, useDesk } from '../answers/use-answer.js';
import { SeverityIcon } from '../design/severity-icon.js';
import { useWorkbench } from '../workbench.js';
import { rangeIn } from './range-in.js';
import styles from './model-pane.module.css';

const GRAVITY = { error: 0, warning: 1, info: 2 } as const;

/** What is wrong with the text and with the model, to jump to. */
export function Problems() {
  const { document } = useWorkbench();
  const ofText = useDesk(({ diagnostics }) => diagnostics);
  const broken = useDesk((desk) => desk.broken);
  const { result: ofModel } = useAnswer('problems');
  const all = useMemo(
    () =>
      [...ofText, ...(broken ? [] : (ofModel ?? []))].sort(
        (a, b) => GRAVITY[a.severity] - GRAVITY[b.severity],
      ),
    [ofText, broken, ofModel],
  );
  if (all.length === 0) return null;
  const jump = ({ range }: Diagnostic): void => {
    const { view } = document;
    if (view === null) return;
    view.dispatch({
      selection: { anchor: rangeIn(view.state.doc, range).from },
      scrollIntoView: true,
    });
    view.focus();
  };
  return (
    <details className={styles.problems} open={broken}>
      <summary className={styles.summary}>{diagnosticSummary(all)}</summary>
      <ul>
        {all.map((one, k) => (
          <li key={k}>
            <button type="button" className={styles.problem} onClick={() => jump(one)}>
              <SeverityIcon severity={one.severity} size={15} />
              <span>
                Line {one.range.start.line + 1}: {one.message}
              </span>
              {one.why !== undefined && <span className={styles.hint}>{one.why}</span>}
              {one.hint !== undefined && <span className={styles.hint}>Try: {one.hint}</span>}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
