import type { PlausibilityResult } from '@standoff/analysis';
import { capitalised, counted } from '@standoff/report';
import { useAnswer } from '../../answers/use-answer.js';
import { Answered, Card } from '../../design/card.js';
import { ActorName, EvidenceChips } from '../../design/names.js';
import styles from './overview.module.css';

/** Where what is observed and said does not fit the model. */
export function MisfitsCard() {
  const answer = useAnswer('plausibility');
  return (
    <Card title="Where the model does not fit">
      <Answered answer={answer}>{(result) => <Misfits result={result} />}</Answered>
    </Card>
  );
}

function Misfits({ result: { checks } }: { readonly result: PlausibilityResult }) {
  const misfits = checks.filter(({ fits }) => !fits);
  return (
    <>
      <p>
        Of {counted(checks.length, 'check')} against what is observed and said,{' '}
        {misfits.length === 0
          ? 'all fit.'
          : `${misfits.length} ${misfits.length === 1 ? 'does' : 'do'} not.`}
      </p>
      <ul className={styles.list}>
        {misfits.map(({ kind, about, actor, text, later, evidence }) => (
          <li key={`${kind} ${about}`}>
            {actor !== null && (
              <>
                <ActorName id={actor} />:{' '}
              </>
            )}
            {actor === null ? capitalised(text) : text}
            {/[.!?]$/.test(text) ? '' : '.'}
            {later && ' Known only later.'} <EvidenceChips evidence={evidence} />
          </li>
        ))}
      </ul>
    </>
  );
}
