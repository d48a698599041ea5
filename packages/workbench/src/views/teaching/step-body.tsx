import { counted, figure, listed, type Words } from '@standoff/questions';
import type { LessonStep, MovesStep } from '../../answers/lesson.js';
import type { RuledOut } from '../../answers/ruled-out.js';
import { useModel } from '../../answers/use-answer.js';
import { ActorName, EvidenceChips } from '../../design/names.js';
import { useHref } from '../../routes.js';
import type { BodyProps } from './body-props.js';
import { AnswersBody, EscapeBody, TogetherBody } from './answers-body.js';
import { ComparisonBody } from './comparison-body.js';
import { Columns } from './notation.js';
import { VerdictBody } from './verdict-body.js';
import styles from './teaching.module.css';

/** What a step of the lesson says. */
export function StepBody({ step, lesson, words }: BodyProps<LessonStep>) {
  switch (step.kind) {
    case 'state':
      return <StateBody lesson={lesson} words={words} />;
    case 'moves':
      return <MovesBody step={step} lesson={lesson} words={words} />;
    case 'compare':
      return <ComparisonBody step={step} lesson={lesson} words={words} />;
    case 'answers':
      return <AnswersBody step={step} lesson={lesson} words={words} />;
    case 'together':
      return <TogetherBody step={step} lesson={lesson} words={words} />;
    case 'escape':
      return <EscapeBody step={step} lesson={lesson} words={words} />;
    case 'verdict':
      return <VerdictBody step={step} lesson={lesson} words={words} />;
  }
}

function StateBody({ lesson: { state }, words }: Omit<BodyProps<LessonStep>, 'step'>) {
  const options = useModel()?.options.map(({ id }) => id) ?? [];
  return (
    <>
      <p>
        State #{state.name.decimal}
        {state.name.label !== null && (
          <>
            , <em className={styles.name}>{state.name.label}</em>
          </>
        )}
        . Y: the option is taken. N: it is not.
      </p>
      <Columns
        label="The state, option by option"
        states={[{ state, head: 'here' }]}
        options={options}
        words={words}
      />
    </>
  );
}

function MovesBody({ step, lesson: { state, actor }, words }: BodyProps<MovesStep>) {
  const model = useModel();
  if (model === null) return null;
  const own = model.options.filter(({ owner }) => owner === actor);
  const lasting = (ids: readonly string[]): string[] =>
    own
      .filter(({ id, direction }) => direction !== 'both' && ids.includes(id))
      .map(({ label }) => `“${label}”`);
  const { count, moves, passedOver, ruledOut } = step;
  return (
    <>
      <p>
        <ActorName id={actor} /> may change any of its own options at once, as long as the state it
        leads to is feasible. It has{' '}
        {count === 0 ? 'no move here.' : `${counted(count, 'move')} here:`}
      </p>
      {moves.length > 0 && (
        <>
          <ul className={styles.list}>
            {moves.map(({ step: move, to }) => {
              const last = lasting([...move.takes, ...move.drops]);
              return (
                <li key={to.name.decimal}>
                  To #{to.name.decimal}
                  {to.name.label !== null && (
                    <>
                      , <em className={styles.name}>{to.name.label}</em>
                    </>
                  )}
                  : it {words.deed(move.takes, move.drops)}.{' '}
                  {last.length > 0 && `${listed(last)} cannot be taken back. `}
                  <EvidenceChips evidence={words.evidence([...move.takes, ...move.drops])} />
                </li>
              );
            })}
          </ul>
          {passedOver.moves > 0 && (
            <p>
              The other {counted(passedOver.moves, 'move')}, {figure(passedOver.improvements)} of
              them better for it, are not gone through here.
            </p>
          )}
          <Columns
            label="Its options here and after each move"
            states={[{ state, head: 'here' }, ...moves.map(({ to }) => ({ state: to }))]}
            options={own.map(({ id }) => id)}
            words={words}
          />
        </>
      )}
      {ruledOut === null ? (
        <p>It has too many options for all changes that are no moves to be told.</p>
      ) : (
        ruledOut.count > 0 && <Barred ruledOut={ruledOut} words={words} />
      )}
    </>
  );
}

function Barred({
  ruledOut: { count, shown },
  words,
}: {
  readonly ruledOut: NonNullable<MovesStep['ruledOut']>;
  readonly words: Words;
}) {
  return (
    <>
      <p>
        {count === 1
          ? 'One change of its options is'
          : `${figure(count)} changes of its options are`}{' '}
        ruled out{count > shown.length && `; the smallest are these`}:
      </p>
      <ul className={styles.list}>
        {shown.map((one) => (
          <li key={[...one.takes, ...one.drops].join(' ')}>
            To {infinitive(words.deed(one.takes, one.drops))}: <Reasons by={one.by} words={words} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Reasons({ by, words }: { readonly by: RuledOut['by']; readonly words: Words }) {
  const href = useHref();
  return by.map((reason, k) => (
    <span key={k}>
      {k > 0 && '; '}
      {reason.kind === 'direction' ? (
        <>
          <a href={href({ element: reason.option })}>“{words.option(reason.option)}”</a>{' '}
          {reason.change === 'drop'
            ? 'cannot be given up once taken'
            : 'cannot be taken up again once given up'}
        </>
      ) : (
        <>
          {reason.kind === 'constraint' ? 'the constraint ' : 'it cannot move '}
          <a className={styles.code} href={href({ element: reason.id })}>
            {reason.text}
          </a>
          {reason.kind === 'constraint' && ' rules it out'}{' '}
          <EvidenceChips evidence={reason.evidence} />
        </>
      )}
    </span>
  ));
}

/** "takes up …, and gives up …" without the s of the third person. */
function infinitive(deed: string): string {
  return deed
    .replace(/^takes up/, 'take up')
    .replace(/^gives up/, 'give up')
    .replace(' and gives up', ' and give up');
}
