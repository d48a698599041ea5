import type { ElicitationResult, Question } from '@standoff/analysis';
import { removeStatement } from '@standoff/language/edit';
import { counted, figure } from '@standoff/report';
import { useState } from 'react';
import { useAnswer } from '../../answers/use-answer.js';
import { useEdit } from '../../document/use-edit.js';
import { Button } from '../../design/button.js';
import { Answered, Card, Note } from '../../design/card.js';
import { ActorName, EvidenceChips } from '../../design/names.js';
import { useHref } from '../../routes.js';
import { useText, useWorkbench } from '../../workbench.js';
import type { AnswerEdit } from './answer-edits.js';
import { Answers, Asked, Worth } from './question.js';
import styles from './ask.module.css';

/** Which answer would settle most of what is open, and a place to give it. */
export default function Ask() {
  const answer = useAnswer('ask');
  const { make, refusal } = useEdit();
  const { document } = useWorkbench();
  const text = useText();
  // What was done here last, as long as nothing else was done since.
  const [done, setDone] = useState<{ readonly what: string; readonly text: string } | null>(null);
  const give = ({ edit, what }: AnswerEdit): void => {
    if (make(edit, what)) setDone({ what, text: document.text });
  };
  return (
    <>
      <div aria-live="polite">
        {refusal !== null && <p className={styles.refused}>{refusal}</p>}
        {done !== null && done.text === text && (
          <p className={styles.done}>
            Done in the text: {done.what}.{' '}
            <Button
              onPress={() => {
                document.undo();
                setDone(null);
              }}
            >
              Undo
            </Button>
          </p>
        )}
      </div>
      <Answered answer={answer}>
        {(result) => (
          <>
            <Questions result={result} onAnswer={give} />
            <Contradictions
              contradictions={result.contradictions}
              onRemove={(id) =>
                give({
                  label: '',
                  what: `took ${id} out`,
                  edit: (written) => removeStatement(written, id),
                })
              }
            />
          </>
        )}
      </Answered>
    </>
  );
}

function Questions({
  result: { questions, undecided, worlds, concept },
  onAnswer,
}: {
  readonly result: ElicitationResult;
  readonly onAnswer: (edit: AnswerEdit) => void;
}) {
  const [first, ...others] = questions;
  if (first === undefined)
    return (
      <Card title="What to find out next">
        <p>
          Nothing is left open about any decision maker: there are no rival factions, and nothing is
          “perhaps” or in no order.
        </p>
        <Note>
          <code>perhaps</code> before a statement says that nobody knows whether the actor cares;{' '}
          <code>{'in no order { … }'}</code> that nobody knows which matters more;{' '}
          <code>{'faction doves "Doves" { prefers { … } }'}</code> that several in it want different
          things. What the answer would settle then stands here.
        </Note>
      </Card>
    );
  const most = first.information;
  return (
    <>
      <Card title="What to find out next">
        <p>
          {worlds.method === 'all'
            ? `In ${counted(worlds.looked, 'world')}, all there are,`
            : `In ${counted(worlds.looked, 'world')} drawn from ${figure(BigInt(worlds.count))} (seed ${worlds.seed})`}{' '}
          {counted(undecided.told, 'verdict')} on scenarios and today’s state and{' '}
          {counted(undecided.states, 'verdict')} on single states differ from world to world.
          {undecided.told + undecided.states > 0
            ? ' Of all answers this one would settle the most:'
            : ' So no answer would change a verdict, this one included:'}
        </p>
        <div className={styles.first}>
          <Asked question={first} look="large" />
          <Worth question={first} most={most} />
          <Answers question={first} undecided={undecided} onAnswer={onAnswer} />
        </div>
      </Card>
      {others.length > 0 && (
        <Card title="What to ask after that">
          <ol className={styles.others} start={2}>
            {others.map((question, k) => (
              <li key={keyOf(question)} className={styles.other}>
                <span className={styles.rank} aria-hidden>
                  {k + 2}
                </span>
                <div className={styles.asked}>
                  <Asked question={question} look="plain" />
                  <Worth question={question} most={most} />
                  <details className={styles.details}>
                    <summary>
                      What each answer would settle
                      <span className="visually-hidden">, question {k + 2}</span>
                    </summary>
                    <Answers question={question} undecided={undecided} onAnswer={onAnswer} />
                  </details>
                </div>
              </li>
            ))}
          </ol>
        </Card>
      )}
      <Note>
        Verdicts on single states are those under {concept}. A bit is what the answer to a yes-or-no
        question is worth when either is as likely. A verdict is settled when it is the same in all
        worlds that an answer leaves. That a faction prevails is an assumption: the others stay in
        the text, and the question stays here.
      </Note>
    </>
  );
}

function keyOf({ actor, about, statements }: Question): string {
  return `${actor} ${about} ${statements.map(({ id }) => id).join()}`;
}

function Contradictions({
  contradictions,
  onRemove,
}: {
  readonly contradictions: ElicitationResult['contradictions'];
  readonly onRemove: (statement: string) => void;
}) {
  const href = useHref();
  if (contradictions.length === 0) return null;
  return (
    <Card title="Wishes that contradict each other">
      <ul className={styles.others}>
        {contradictions.map(({ actor, earlier, later }) => (
          <li key={`${earlier.id} ${later.id}`} className={styles.contradiction}>
            <p>
              <ActorName id={actor} /> wishes the exact opposite of what matters more to it; the
              second never counts.
            </p>
            {[earlier, later].map(({ id, text, evidence }) => (
              <p key={id}>
                <a className={styles.said} href={href({ element: id })}>
                  {text}
                </a>{' '}
                <EvidenceChips evidence={evidence} />
                {evidence.length === 0 && <span className={styles.soft}>no passage</span>}
              </p>
            ))}
            <p>
              <Button onPress={() => onRemove(later.id)}>Take the second out of the text</Button>
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
