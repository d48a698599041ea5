import {
  percent,
  tellAnswer,
  tellAsked,
  type AskResult,
  type OpenQuestion,
} from '@standoff/questions';
import { paragraph } from '@standoff/document';
import { useModel, useWords } from '../../answers/use-answer.js';
import { Button } from '../../design/button.js';
import { EvidenceChips } from '../../design/names.js';
import { Inlines, Told } from '../../tell/told.js';
import { answerEdit, type AnswerEdit } from './answer-edits.js';
import plain from '../../design/plain.module.css';
import styles from './ask.module.css';

/** What is open. */
const OPEN: Readonly<Record<OpenQuestion['about'], string>> = {
  faction: 'rival factions',
  perhaps: 'perhaps',
  order: 'in no order',
  rule: 'a rule in doubt',
  chance: 'chance',
};

/** A question in words, its statements linked to the text and to the passages. */
export function Asked({
  question,
  look,
}: {
  readonly question: OpenQuestion;
  readonly look: 'large' | 'plain';
}) {
  const words = useWords();
  const model = useModel();
  if (words === null || model === null) return null;
  const { about, statements } = question;
  return (
    <>
      <p className={styles.about}>
        <span className={styles.soft}>{OPEN[about]}</span>{' '}
        <EvidenceChips evidence={statements.flatMap(({ evidence }) => evidence)} />
      </p>
      <h4 className={look === 'large' ? styles.question : styles.smaller}>
        <Inlines content={tellAsked(words, question, model)} />
      </h4>
    </>
  );
}

/** What an answer tells, against the most that any answer tells. */
export function Worth({
  question: { information, arises },
  most,
}: {
  readonly question: OpenQuestion;
  readonly most: OpenQuestion['information'];
}) {
  const rows = [
    {
      name: 'on scenarios and today’s state',
      bits: information.told,
      of: most.told,
      digits: 1,
    },
    { name: 'on single states', bits: information.states, of: most.states, digits: 0 },
  ];
  return (
    <dl className={styles.worth}>
      {rows.map(({ name, bits, of, digits }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <span className={`${plain.track} ${styles.track}`} aria-hidden>
              <span style={{ width: `${of > 0 ? Math.min(100, (100 * bits) / of) : 0}%` }} />
            </span>
            {bits.toFixed(digits)} {bits.toFixed(digits) === '1' ? 'bit' : 'bits'}
          </dd>
        </div>
      ))}
      {arises < 1 && (
        <div>
          <dt>it arises</dt>
          <dd>in {percent(arises)} of the worlds</dd>
        </div>
      )}
    </dl>
  );
}

/** What each answer would settle, and a button to give it. */
export function Answers({
  question,
  undecided,
  onAnswer,
}: {
  readonly question: OpenQuestion;
  readonly undecided: AskResult['undecided'];
  readonly onAnswer: (edit: AnswerEdit) => void;
}) {
  const words = useWords();
  const model = useModel();
  if (words === null || model === null) return null;
  return (
    <ul className={styles.answers}>
      {question.answers.map((one) => {
        const edit = answerEdit(model, question, one.answer);
        const { content, below } = tellAnswer(words, model, question, one, undecided);
        return (
          <li key={one.answer} className={styles.answer}>
            <Told blocks={[paragraph(...content), ...below]} />
            {edit === null ? (
              question.about === 'faction' && (
                <p className={styles.soft}>The text assumes this now.</p>
              )
            ) : (
              <Button onPress={() => onAnswer(edit)}>{edit.label}</Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
