import { counted, figure, wayEnds, type OutlookResult } from '@standoff/questions';
import type { Step } from '@standoff/situation';
import type { Answer } from '../../answers/desk.js';
import { useWords } from '../../answers/use-answer.js';
import { Answered, Card, Note } from '../../design/card.js';
import { ActorMarkOf, StateName } from '../../design/names.js';
import styles from './overview.module.css';

const TOLD = 4;

/** Where the present course leads: the ends of improvements, and by whose steps. */
export function CourseCard({ answer }: { readonly answer: Answer<OutlookResult> }) {
  return (
    <Card title="Where the present course leads">
      <Answered answer={answer}>{(result) => <Course result={result} />}</Answered>
    </Card>
  );
}

function Course({ result: { outlooks } }: { readonly result: OutlookResult }) {
  const words = useWords();
  const [{ improvements, ends }] = outlooks;
  if (words === null) return null;
  if (improvements.states === 0)
    return <p>Nowhere: nobody can improve matters for itself by a move of its own.</p>;
  return (
    <>
      <p>
        Each by its own improvements, the decision makers can reach{' '}
        {counted(improvements.states, 'other state')}; {wayEnds(ends.length)}.
      </p>
      <ol className={styles.ends}>
        {ends.slice(0, TOLD).map(({ states, nearest: { state, steps, slow } }) => (
          <li key={state.name.decimal} className={styles.end}>
            <p className={styles.endName}>
              <StateName state={state} />
            </p>
            {states !== 1 && (
              <Note>One of {counted(states, 'state')} in which improvements go round.</Note>
            )}
            <p className={styles.move}>{words.against(state.name, state.taken)}</p>
            <Steps steps={steps} />
            {slow.length > 0 && (
              <Note>
                {slow
                  .flatMap(({ options }) => options)
                  .map((id) => `“${words.option(id)}”`)
                  .join(', ')}{' '}
                takes long: others may react before it is done.
              </Note>
            )}
          </li>
        ))}
      </ol>
      {ends.length > TOLD && <Note>And {figure(ends.length - TOLD)} more.</Note>}
    </>
  );
}

/** Who moves, step by step. */
function Steps({ steps }: { readonly steps: readonly Step[] }) {
  const words = useWords();
  if (words === null) return null;
  if (steps.length === 0) return <Note>It is where things stand today.</Note>;
  return (
    <ol className={styles.steps} aria-label="The steps there">
      <li aria-hidden>{counted(steps.length, 'step')}:</li>
      {steps.map((step, k) => (
        <li key={k} title={words.step(step)}>
          <ActorMarkOf id={step.actor} />
          <span className="visually-hidden">{words.step(step)}</span>
          {k < steps.length - 1 && <span aria-hidden> →</span>}
        </li>
      ))}
    </ol>
  );
}
