import { holdOf, type PerceiveResult } from '@standoff/analysis';
import { counted, figure, todayWords } from '@standoff/report';
import { useWords } from '../../answers/use-answer.js';
import { Card } from '../../design/card.js';
import { ActorName, EvidenceChips, StateName } from '../../design/names.js';
import plain from '../plain.module.css';
import styles from './perceive.module.css';

/** Where it leads if everybody makes the improvements of its own game. */
export function Course({ courses }: { readonly courses: PerceiveResult['courses'] }) {
  const words = useWords();
  if (words === null) return null;
  return (
    <Card title="Where it leads">
      {courses.map((course) => {
        const { from, states, steps, stepCount, arrivals, arrivalCount } = course;
        return (
          <div key={from.name.decimal} className={styles.group}>
            <p>
              <StateName state={from} />: {todayWords(course)}.{' '}
              {states === 0 ? 'No other state' : counted(states, 'state')} can be reached from here
              by steps that are improvements in the eyes of the one who takes them.
            </p>
            {steps.length > 0 && (
              <>
                <h4 className={styles.small}>First steps that somebody has reason to take</h4>
                <ul className={styles.below}>
                  {steps.map(({ step, possible, unexpectedBy }, k) => (
                    <li key={k}>
                      <ActorName id={step.actor} /> {words.deed(step.takes, step.drops)}
                      {unexpectedBy.length > 0 &&
                        `; not expected by ${words.actors(unexpectedBy.map((u) => u.actor))}`}
                      {!possible && '; in vain: something it does not know of stands in the way'}.{' '}
                      <EvidenceChips evidence={words.evidence([...step.takes, ...step.drops])} />
                    </li>
                  ))}
                </ul>
                {stepCount > steps.length && (
                  <p className={plain.soft}>And {figure(stepCount - steps.length)} more.</p>
                )}
              </>
            )}
            {arrivals.length > 0 && (
              <>
                <h4 className={styles.small}>What would hold there</h4>
                <ul className={styles.below}>
                  {arrivals.map(({ state, concepts, steps: way }) => (
                    <li key={state.name.decimal}>
                      <StateName state={state} /> {holdOf(concepts)!.clause}, after{' '}
                      {counted(way.length, 'step')}.
                    </li>
                  ))}
                </ul>
                {arrivalCount > arrivals.length && (
                  <p className={plain.soft}>And {figure(arrivalCount - arrivals.length)} more.</p>
                )}
              </>
            )}
          </div>
        );
      })}
    </Card>
  );
}
