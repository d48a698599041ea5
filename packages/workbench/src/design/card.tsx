import { useId, type ReactNode } from 'react';
import type { Answer } from '../answers/answer.js';
import { STOPPED } from '../answers/desk.js';
import { useDesk } from '../answers/use-answer.js';
import { useLasting } from './lasting.js';
import { roving } from './roving.js';
import styles from './card.module.css';

/** A part of a view under its heading. Its links are one stop for Tab. */
export function Card({
  title,
  more,
  children,
}: {
  readonly title: string;
  /** Where there is more of it: a link as a rule. */
  readonly more?: ReactNode;
  readonly children: ReactNode;
}) {
  const heading = useId();
  return (
    <section ref={roving} className={styles.card} aria-labelledby={heading}>
      <div className={styles.head}>
        <h3 id={heading} className={styles.title}>
          {title}
        </h3>
        {more !== undefined && <span className={styles.more}>{more}</span>}
      </div>
      <div className={styles.body}>{children}</div>
    </section>
  );
}

/**
 * Shows an answer as soon as there is one, and says so while it is worked out, where it is of an
 * earlier text, and where the text as it stands has none.
 */
export function Answered<Result>({
  answer,
  children,
}: {
  readonly answer: Answer<Result>;
  readonly children: (result: Result) => ReactNode;
}) {
  const { state, result, problem, progress } = answer;
  const broken = useDesk((desk) => desk.broken && desk.read === desk.version);
  const old = useLasting(result !== null && state !== 'current');
  const stopped = problem?.code === STOPPED;
  return (
    <>
      {progress !== null && <Progress done={progress} />}
      {state === 'failed' && stopped && <p className={styles.stopped}>Stopped: not worked out.</p>}
      {state === 'failed' && problem !== null && !stopped && (
        <div className={styles.problem} role="note">
          No answer: {problem.message}.{problem.hint !== null && <> {sentence(problem.hint)}</>}
        </div>
      )}
      {state === 'none' &&
        (broken ? (
          <p>The text has errors, so that there is nothing to show yet. Mend them first.</p>
        ) : (
          <div className={styles.waiting} aria-label="being worked out" role="img" />
        ))}
      {(result !== null || state === 'current') && (
        <div
          className={`${styles.flow} ${state === 'current' ? '' : styles.stale}`}
          data-state={state}
        >
          {old && (
            <p className={styles.old}>
              {broken ? 'Of the last text without errors.' : 'Of the text before your last change.'}
            </p>
          )}
          {children(result as Result)}
        </div>
      )}
    </>
  );
}

/** How far a long question is. */
function Progress({ done }: { readonly done: number }) {
  return (
    <div className={styles.over}>
      <div
        className={styles.bar}
        role="progressbar"
        aria-label="Being worked out"
        aria-valuenow={Math.round(done * 100)}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <span style={{ transform: `scaleX(${done})` }} />
      </div>
    </div>
  );
}

/** A remark in small print. */
export function Note({ children }: { readonly children: ReactNode }) {
  return <p className={styles.note}>{children}</p>;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`;
}
