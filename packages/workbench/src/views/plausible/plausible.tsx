import { item, list, type Content } from '@standoff/document';
import {
  EXPECTED,
  figure,
  tellCheck,
  QUESTIONS,
  tellPlausible,
  type PlausibleResult,
} from '@standoff/questions';
import { useAnswer, useWordsOf } from '../../answers/use-answer.js';
import { Answered, Card } from '../../design/card.js';
import { Told } from '../../tell/told.js';
import { ToldAnswer } from '../../tell/told-answer.js';
import plain from '../../design/plain.module.css';
import styles from './plausible.module.css';

type Check = PlausibleResult['checks'][number];

/** Where the model does not fit what is observed and said; and all that was checked. */
export default function Plausible() {
  const answer = useAnswer('plausible');
  const { model } = answer;
  const words = useWordsOf(model);
  return (
    <Answered answer={answer}>
      {(result) =>
        words !== null &&
        model !== null && (
          <>
            <ToldAnswer answer={answer} title={QUESTIONS.plausible.title} tell={tellPlausible} />
            {result.checks.length > 0 && (
              <Card title="What was checked">
                <ul className={styles.kinds}>
                  {(Object.keys(EXPECTED) as Check['kind'][]).map((kind) => (
                    <Kind
                      key={kind}
                      kind={kind}
                      checks={result.checks.filter((check) => check.kind === kind)}
                      told={(check) => tellCheck(words, model, check, result.standard)}
                    />
                  ))}
                </ul>
              </Card>
            )}
          </>
        )
      }
    </Answered>
  );
}

function Kind({
  kind,
  checks,
  told,
}: {
  readonly kind: Check['kind'];
  readonly checks: readonly Check[];
  readonly told: (check: Check) => Content;
}) {
  const fitting = checks.filter(({ fits }) => fits);
  if (checks.length === 0) return null;
  return (
    <li className={styles.kind}>
      <p>{EXPECTED[kind]}</p>
      <p className={styles.share}>
        <span className={plain.track} aria-hidden>
          <span style={{ width: `${(100 * fitting.length) / checks.length}%` }} />
        </span>{' '}
        {figure(fitting.length)} of {figure(checks.length)} fit
      </p>
      {fitting.length > 0 && (
        <details className={styles.details}>
          <summary>
            Those that fit<span className="visually-hidden"> of: {EXPECTED[kind]}</span>
          </summary>
          <Told blocks={list(fitting.map((check) => item(told(check))))} />
        </details>
      )}
    </li>
  );
}
