import {
  askNotes,
  meaningOf,
  tellContradiction,
  QUESTIONS,
  tellUndecided,
  type AskResult,
  type OpenQuestion,
} from '@standoff/questions';
import { removeStatement } from '@standoff/language/edit';
import { paragraph } from '@standoff/document';
import { useState } from 'react';
import { useAnswer, useModel, useWords } from '../../answers/use-answer.js';
import { useEdit } from '../../document/use-edit.js';
import { Button } from '../../design/button.js';
import { Answered, Card } from '../../design/card.js';
import { Told } from '../../tell/told.js';
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
  result,
  onAnswer,
}: {
  readonly result: AskResult;
  readonly onAnswer: (edit: AnswerEdit) => void;
}) {
  const { questions, undecided } = result;
  const words = useWords();
  const model = useModel();
  const [first, ...others] = questions;
  if (words === null || model === null) return null;
  const lead = tellUndecided(words, result, model);
  if (first === undefined)
    return (
      <Card title={QUESTIONS.ask.title}>
        <Told blocks={lead} />
      </Card>
    );
  const most = first.information;
  return (
    <>
      <Card title={QUESTIONS.ask.title}>
        <Told blocks={lead} />
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
      <Told blocks={askNotes(result)} />
    </>
  );
}

function keyOf({ actor, about, statements }: OpenQuestion): string {
  return `${actor} ${about} ${statements.map(({ id }) => id).join()}`;
}

function Contradictions({
  contradictions,
  onRemove,
}: {
  readonly contradictions: AskResult['contradictions'];
  readonly onRemove: (statement: string) => void;
}) {
  const words = useWords();
  const model = useModel();
  if (contradictions.length === 0 || words === null || model === null) return null;
  return (
    <Card title="Wishes that contradict each other">
      <ul className={styles.others}>
        {contradictions.map((one) => (
          <li key={`${one.earlier.id} ${one.later.id}`} className={styles.contradiction}>
            <Told blocks={[paragraph(...tellContradiction(words, one, model))]} />
            <p>
              <Button
                aria-label={`Take the second out of the text: ${words.actor(one.actor)}, ${meaningOf(words, model, one.later.id) ?? one.later.text}`}
                onPress={() => onRemove(one.later.id)}
              >
                Take the second out of the text
              </Button>
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
