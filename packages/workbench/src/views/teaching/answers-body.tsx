import { ruleOf } from '@standoff/engine';
import type { Step } from '@standoff/situation';
import { counted, figure, type Words } from '@standoff/questions';
import type { AnswersStep, EscapeStep, TogetherStep } from '../../answers/lesson.js';
import type { Against } from '../../answers/comparison.js';
import { ActorName, Badge, EvidenceChips } from '../../design/names.js';
import { LessonState } from './lesson-state.js';
import type { BodyProps } from './body-props.js';
import styles from './teaching.module.css';

/** Moves of the others after an improvement. */
export function AnswersBody({
  step: { to, improving, count, harmful, answers },
  lesson: { actor, concept },
  words,
}: BodyProps<AnswersStep>) {
  const symmetric = ruleOf(concept).escape;
  return (
    <>
      <p>
        <ActorName id={actor} /> has moved to <LessonState state={to} />. Now the others can move
        {improving
          ? ', each only to what is better for it than what it leaves'
          : ', like it or not'}
        : any sequence in which nobody moves twice in a row.{' '}
        {count === 0
          ? `They have no such ${improving ? 'improvement' : 'move'}.`
          : `That leads to ${counted(count, 'state')}${answers.length < count ? `; ${figure(answers.length)} of them` : ''}:`}
      </p>
      {answers.length > 0 && (
        <ul className={styles.list}>
          {answers.map(({ path, to: end, leaves }) => (
            <li key={end.name.decimal}>
              <Path steps={path} words={words} />, to <LessonState state={end} />.{' '}
              <Leaves is={leaves} />
            </li>
          ))}
        </ul>
      )}
      <p className={styles.result}>
        {harmful === 0 ? (
          <>
            <Badge verdict="fails">not deterred</Badge> No answer brings it to a state that is no
            better for it than the one it left.
          </>
        ) : symmetric ? (
          `In ${figure(harmful)} of ${counted(count, 'state')} it is no better off than in the state it left. Whether it can escape from there is the next step.`
        ) : (
          <>
            <Badge verdict="price">deterred</Badge> In {figure(harmful)} of{' '}
            {counted(count, 'state')} it is no better off than in the state it left: a sanction.
          </>
        )}
      </p>
    </>
  );
}

/** From each harmful answer one more move of its own. */
export function EscapeBody({
  step: { harmful, without, escapes },
  lesson: { actor },
  words,
}: BodyProps<EscapeStep>) {
  return (
    <>
      <p>
        {counted(harmful, 'answer')} would leave <ActorName id={actor} /> no better off. The best
        that it can do by one more move from{' '}
        {escapes.length < harmful ? `${figure(escapes.length)} of them` : 'there'}:
      </p>
      <ul className={styles.list}>
        {escapes.map(({ from, best }) => (
          <li key={from.name.decimal}>
            From <LessonState state={from} />:{' '}
            {best === null ? (
              <>
                it has no move. <Leaves is="worse" none />
              </>
            ) : (
              <>
                it {words.deed(best.step.takes, best.step.drops)}, to{' '}
                <LessonState state={best.to} />. <Leaves is={best.is} />
              </>
            )}
          </li>
        ))}
      </ul>
      <p className={styles.result}>
        {without === 0 ? (
          <>
            <Badge verdict="fails">not deterred</Badge> It can escape from every such answer to a
            state that is better for it than the one it left.
          </>
        ) : (
          <>
            <Badge verdict="price">deterred</Badge> From {figure(without)} of {figure(harmful)} it
            cannot escape: a sanction.
          </>
        )}
      </p>
    </>
  );
}

/** Improvements of others made at the same moment. */
export function TogetherBody({
  step: { step, to, improvements, sanction },
  lesson: { actor },
  words,
}: BodyProps<TogetherStep>) {
  return (
    <>
      <p>
        While <ActorName id={actor} /> {words.deed(step.takes, step.drops)}, on its way to{' '}
        <LessonState state={to} />, the others may make improvements of their own from the same
        state.{' '}
        {improvements.length === 0
          ? 'None of them has one.'
          : 'Each changes its own options; what all change together gives the joint result. They have:'}
      </p>
      {improvements.length > 0 && (
        <ul className={styles.list}>
          {improvements.slice(0, 8).map((one, k) => (
            <li key={k}>
              <Path steps={[one]} words={words} />.
            </li>
          ))}
          {improvements.length > 8 && <li>and {figure(improvements.length - 8)} more.</li>}
        </ul>
      )}
      <p className={styles.result}>
        {sanction === null ? (
          <>
            <Badge verdict="fails">not deterred</Badge>{' '}
            {improvements.length === 0
              ? 'It ends where it wanted to.'
              : 'Whatever of this they do at that moment, the result is better for it than the state it left, or no feasible state.'}
          </>
        ) : (
          <>
            <Badge verdict="price">deterred</Badge>{' '}
            {sanction.path.length > 0 && (
              <>
                If <Path steps={sanction.path} words={words} joint />, the result is{' '}
                <LessonState state={sanction.result} />:{' '}
              </>
            )}
            it would be {sanction.leaves}.
          </>
        )}
      </p>
    </>
  );
}

function Path({
  steps,
  words,
  joint = false,
}: {
  readonly steps: readonly Step[];
  readonly words: Words;
  readonly joint?: boolean;
}) {
  return steps.map((step, k) => (
    <span key={k}>
      {k > 0 && (joint ? ' and ' : ', then ')}
      <ActorName id={step.actor} /> {words.deed(step.takes, step.drops)}{' '}
      <EvidenceChips evidence={words.evidence([...step.takes, ...step.drops])} />
    </span>
  ));
}

/** For the decision maker, against the state it left. */
function Leaves({ is, none = false }: { readonly is: Against; readonly none?: boolean }) {
  if (none) return <Badge verdict="price">no escape</Badge>;
  return (
    <Badge verdict={is === 'better' ? 'quiet' : 'price'}>
      {is === 'same' ? 'as good as the start' : `${is} than the start`}
    </Badge>
  );
}
