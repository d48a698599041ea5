import type { ElicitationResult, Question, Verdict } from '@standoff/analysis';
import type { ConflictModel } from '@standoff/model';
import { counted, percent, propositionWords, type Words } from '@standoff/report';
import { Fragment } from 'react';
import { useModel, useWords } from '../../answers/use-answer.js';
import { Button } from '../../design/button.js';
import { ActorName, Badge, EvidenceChips } from '../../design/names.js';
import { NOTHING_SELECTED, useHref } from '../../routes.js';
import { answerEdit, type AnswerEdit } from './answer-edits.js';
import plain from '../plain.module.css';
import styles from './ask.module.css';

/** A question in words, its statements linked to the text and to the passages. */
export function Asked({
  question: { actor, about, statements },
  look,
}: {
  readonly question: Question;
  readonly look: 'large' | 'plain';
}) {
  const href = useHref();
  const words = useWords();
  const said = statements.map(({ id, text }, k) => (
    <Fragment key={id}>
      {k > 0 && ' or '}
      <a className={styles.said} href={href({ element: id })} title="Where the text says it">
        {text}
      </a>
    </Fragment>
  ));
  const name = words?.actor(actor) ?? actor;
  const model = useModel();
  const meant = model && words ? meanings(model, words, actor, statements) : [];
  return (
    <>
      <p className={styles.about}>
        <ActorName id={actor} />{' '}
        <span className={styles.soft}>
          {about === 'faction' ? 'rival factions' : about === 'perhaps' ? 'perhaps' : 'in no order'}
        </span>{' '}
        <EvidenceChips evidence={statements.flatMap(({ evidence }) => evidence)} />
      </p>
      <h4 className={look === 'large' ? styles.question : styles.smaller}>
        {about === 'faction' && `${name}: which faction prevails?`}
        {about === 'perhaps' && (
          <>
            Does {name} want {said}?
          </>
        )}
        {about === 'order' && (
          <>
            Which matters more to {name}: {said}?
          </>
        )}
      </h4>
      {meant.map((one, k) => (
        <p key={k} className={styles.meant}>
          {one}.
        </p>
      ))}
    </>
  );
}

/** What statements want, in the words that the author gave the options. */
function meanings(
  { actors, scenarios, agreements, states }: ConflictModel,
  words: Words,
  actor: string,
  statements: Question['statements'],
): string[] {
  const { preference } = actors.find(({ id }) => id === actor) ?? {};
  if (preference?.form !== 'statements') return [];
  const all = preference.items.flatMap((item) =>
    item.item === 'statement' ? [item] : item.statements,
  );
  const labels = new Map(
    [...scenarios, ...agreements, ...states].map((one) => [one.id, one.label]),
  );
  return statements.flatMap(({ id }) =>
    all.filter((one) => one.id === id).map(({ wants }) => propositionWords(wants, words, labels)),
  );
}

/** What an answer tells, against the most that any answer tells. */
export function Worth({
  question: { information, arises },
  most,
}: {
  readonly question: Question;
  readonly most: Question['information'];
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
  readonly question: Question;
  readonly undecided: ElicitationResult['undecided'];
  readonly onAnswer: (edit: AnswerEdit) => void;
}) {
  const model = useModel();
  if (model === null) return null;
  return (
    <ul className={styles.answers}>
      {question.answers.map(({ answer, probability, undecided: left, decides }) => {
        const edit = answerEdit(model, question, answer);
        return (
          <li key={answer} className={styles.answer}>
            <h5 className={styles.given}>
              {question.about === 'perhaps' ? (answer === 'yes' ? 'Yes' : 'No') : answer}
            </h5>
            <p className={styles.soft}>
              in {percent(probability)} of the worlds
              {question.arises < 1 && ' in which it arises'}; leaves open{' '}
              {left.told === undecided.told ? 'all' : left.told} of{' '}
              {counted(undecided.told, 'verdict')} on scenarios,{' '}
              {left.states === undecided.states ? 'all' : left.states.toLocaleString('en')} of{' '}
              {undecided.states.toLocaleString('en')} on states
            </p>
            {decides.length === 0 ? (
              <p>It settles no verdict on a scenario by itself.</p>
            ) : (
              <ul className={styles.settled}>
                {decides.map(({ verdict, value }) => (
                  <Settled key={JSON.stringify(verdict)} verdict={verdict} value={value} />
                ))}
              </ul>
            )}
            {edit === null ? (
              <p className={styles.soft}>The text assumes this now.</p>
            ) : (
              <Button onPress={() => onAnswer(edit)}>{edit.label}</Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Settled({ verdict, value }: { readonly verdict: Verdict; readonly value: boolean }) {
  const model = useModel();
  const href = useHref();
  if (verdict.of === 'status quo')
    return (
      <li>
        Today’s state{' '}
        <Badge verdict={value ? 'holds' : 'fails'}>{value ? 'holds' : 'does not hold'}</Badge>
      </li>
    );
  const { id, what } = verdict;
  const label = model?.scenarios.find((one) => one.id === id)?.label ?? id;
  return (
    <li>
      <a href={href({ ...NOTHING_SELECTED, view: 'states', scenario: id })}>{label}</a>{' '}
      <Badge verdict={value ? 'holds' : what === 'holds' ? 'fails' : 'quiet'}>
        {what === 'holds'
          ? value
            ? 'would hold'
            : 'would not hold'
          : value
            ? 'is reached'
            : 'is not reached'}
      </Badge>
    </li>
  );
}
