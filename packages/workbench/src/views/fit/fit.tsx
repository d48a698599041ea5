import type { PlausibilityResult } from '@standoff/analysis';
import { counted, figure } from '@standoff/report';
import { useAnswer, useWords } from '../../answers/use-answer.js';
import { Answered, Card, Note } from '../../design/card.js';
import { ActorName, Badge, EvidenceChips } from '../../design/names.js';
import { useHref } from '../../routes.js';
import plain from '../plain.module.css';
import styles from './fit.module.css';

type Check = PlausibilityResult['checks'][number];

const KINDS: Readonly<Record<Check['kind'], string>> = {
  stays: 'Who has not moved should have a reason to stay',
  moved: 'What an actor did should have been better for it',
  possible: 'What happened should be possible',
  extreme: 'What is said to be worst or best should be so',
  used: 'Each option should be one that its owner has a reason to change somewhere',
};

/** Where the model does not fit what is observed and said. */
export default function Fit() {
  const answer = useAnswer('plausibility');
  return <Answered answer={answer}>{({ checks }) => <Checks checks={checks} />}</Answered>;
}

function Checks({ checks }: { readonly checks: readonly Check[] }) {
  const misfits = checks.filter(({ fits }) => !fits);
  const kinds = (Object.keys(KINDS) as Check['kind'][])
    .map((kind) => ({ kind, own: checks.filter((check) => check.kind === kind) }))
    .filter(({ own }) => own.length > 0);
  if (checks.length === 0)
    return (
      <Card title="Where the model does not fit">
        <p>There is nothing to check yet: no decision maker, no event, nothing said to be worst.</p>
      </Card>
    );
  return (
    <>
      <Card title="Where the model does not fit">
        <p className={styles.lead}>
          Of {counted(checks.length, 'check')} against what is observed and said,{' '}
          {misfits.length === 0
            ? 'all fit'
            : `${figure(misfits.length)} ${misfits.length === 1 ? 'does' : 'do'} not`}
          . Nothing is tuned so that it fits.
        </p>
        {misfits.length > 0 && (
          <ul className={styles.checks}>
            {misfits.map((check) => (
              <OneCheck key={`${check.kind} ${check.about} ${check.actor}`} check={check} />
            ))}
          </ul>
        )}
        <Note>
          A misfit is a question, not a verdict: the preferences may be wrong, something may be
          missing, or an actor may have acted against its wishes.
        </Note>
      </Card>
      <Card title="What was checked">
        <ul className={styles.kinds}>
          {kinds.map(({ kind, own }) => (
            <Kind key={kind} kind={kind} checks={own} />
          ))}
        </ul>
      </Card>
    </>
  );
}

function Kind({
  kind,
  checks,
}: {
  readonly kind: Check['kind'];
  readonly checks: readonly Check[];
}) {
  const fitting = checks.filter(({ fits }) => fits);
  return (
    <li className={styles.kind}>
      <p>{KINDS[kind]}</p>
      <p className={styles.share}>
        <span className={plain.track} aria-hidden>
          <span style={{ width: `${(100 * fitting.length) / checks.length}%` }} />
        </span>{' '}
        {figure(fitting.length)} of {figure(checks.length)} fit
      </p>
      {fitting.length > 0 && (
        <details className={styles.details}>
          <summary>
            Those that fit<span className="visually-hidden"> of: {KINDS[kind]}</span>
          </summary>
          <ul className={styles.checks}>
            {fitting.map((check) => (
              <OneCheck key={`${check.about} ${check.actor}`} check={check} />
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

function OneCheck({
  check: { actor, about, fits, text, step, later, evidence },
}: {
  readonly check: Check;
}) {
  const words = useWords();
  const href = useHref();
  return (
    <li className={styles.check} data-fits={fits}>
      <p className={styles.about}>
        {actor !== null && <ActorName id={actor} />}{' '}
        <Badge verdict={fits ? 'holds' : 'fails'}>{fits ? 'fits' : 'does not fit'}</Badge>{' '}
        {later && <span className={plain.soft}>after the date of the model, which it tests</span>}
      </p>
      <p>
        {text}
        {!/[.!?]$/.test(text) && '.'}
        {step !== null && words !== null && ` The step: ${words.deed(step.takes, step.drops)}.`}
      </p>
      <p>
        {about !== actor && (
          <>
            <a href={href({ element: about })}>
              Where the text says it<span className="visually-hidden">, {about}</span>
            </a>{' '}
          </>
        )}
        <EvidenceChips evidence={evidence} />
      </p>
    </li>
  );
}
