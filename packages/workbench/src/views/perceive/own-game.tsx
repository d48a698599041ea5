import { PLAIN_CONCEPTS, type PerceivedGame, type PerceiveResult } from '@standoff/analysis';
import {
  attemptWords,
  becauseWords,
  counted,
  figure,
  listed,
  misjudgedScenarios,
  nowWords,
  pictureWords,
  revelationWords,
  unexpectedWords,
} from '@standoff/report';
import type { ReactNode } from 'react';
import { useWords } from '../../answers/use-answer.js';
import { Card } from '../../design/card.js';
import { EvidenceChips, StateName } from '../../design/names.js';
import { useHref } from '../../routes.js';
import plain from '../plain.module.css';
import styles from './perceive.module.css';

/** One actor that is wrong about somebody: what it sees, expects, and what would surprise it. */
export function OwnGame({
  game,
  result,
}: {
  readonly game: PerceivedGame;
  readonly result: PerceiveResult;
}) {
  const words = useWords();
  if (words === null) return null;
  const misjudged = misjudgedScenarios(game.scenarios);
  return (
    <Card title={`How ${words.actor(game.actor)} sees it`}>
      <ul className={styles.pictures}>
        {game.pictures.map((picture) => (
          <PictureOf key={picture.of} by={game.actor} picture={picture} />
        ))}
      </ul>
      {game.states === 0 ? (
        <p>
          What it believes contradicts itself: no state satisfies{' '}
          {listed(game.contradiction.map((text) => `“${text}”`))}. It recognises nothing of what is.
        </p>
      ) : (
        <dl className={styles.facts}>
          <Fact name="Recognises">
            {game.recognised === result.states
              ? `all ${counted(result.states, 'state')}.`
              : `${figure(game.recognised)} of the ${counted(result.states, 'state')}: the others cannot be, by what it believes.`}
          </Fact>
          <Fact name="Today">
            {game.now.map((now) => nowWords(words, now).join(' ')).join(' Or: ')}
          </Fact>
          <Fact name="Surprises">
            <Surprises game={game} result={result} />
          </Fact>
          <Fact name="Expects to hold">
            <Mistakes game={game} subject="it" />
          </Fact>
          {misjudged.length > 0 && (
            <Fact name="Scenarios">
              {misjudged.map(({ what, labels }) => (
                <p key={what}>
                  {what}: {labels.map((label) => `“${label}”`).join(', ')}.
                </p>
              ))}
            </Fact>
          )}
          <Fact name="The truth">
            {revelationWords(game).map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
            <Learned game={game} />
          </Fact>
        </dl>
      )}
    </Card>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function PictureOf({
  by,
  picture,
}: {
  readonly by: string;
  readonly picture: PerceivedGame['pictures'][number];
}) {
  const words = useWords();
  const href = useHref();
  if (words === null) return null;
  const { of, preference, because, evidence } = picture;
  const wanted = preference?.statements ?? [];
  // What it is taken to want is listed below, the rest told as it is.
  const rest = pictureWords(words, wanted.length > 0 ? { ...picture, preference: null } : picture);
  return (
    <li className={styles.picture}>
      <p>
        {wanted.length > 0 && (
          <>Takes {words.actor(of)} to want, most important first, what is listed below. </>
        )}
        {(wanted.length === 0 || picture.unawareOf.length + picture.constraints.length > 0) &&
          `${rest} `}
        <a href={href({ element: `${by} perceives ${of}` })}>Where the text says it</a>{' '}
        <EvidenceChips evidence={evidence} />
      </p>
      {wanted.length > 0 && (
        <ol className={plain.steps}>
          {wanted.map((text) => (
            <li key={text}>
              <code>{text}</code>
            </li>
          ))}
        </ol>
      )}
      {because !== null && <p className={plain.soft}>“{because}”</p>}
    </li>
  );
}

/** Steps on the actual course that it does not expect, and those that it expects in vain. */
function Surprises({
  game: { actor },
  result: { courses },
}: {
  readonly game: PerceivedGame;
  readonly result: PerceiveResult;
}) {
  const words = useWords();
  if (words === null) return null;
  return courses.map(({ from, surprises, steps }) => {
    const mine = surprises.find((one) => one.actor === actor)!;
    const unexpected = steps.flatMap((one) => {
      const mistaken = one.unexpectedBy.find((each) => each.actor === actor);
      return mistaken === undefined ? [] : [{ ...one, why: mistaken.why }];
    });
    const last = mine.first?.steps.at(-1);
    return (
      <div key={from.name.decimal} className={styles.group}>
        {mine.first === null && <p>No step that others have reason to take would surprise it.</p>}
        {unexpected.map(({ step, because, why }, k) => (
          <p key={k}>
            {words.step(step)}, because {becauseWords(because)};{' '}
            {unexpectedWords(words, why, step.actor)}.{' '}
            <EvidenceChips evidence={words.evidence([...step.takes, ...step.drops])} />
          </p>
        ))}
        {mine.first !== null && unexpected.length === 0 && last && (
          <p>
            After {counted(mine.first.steps.length - 1, 'step')}: {words.step(last)};{' '}
            {unexpectedWords(words, mine.first.why, last.actor)}.
          </p>
        )}
        {mine.inVainCount > 0 && (
          <>
            <p>
              It waits in vain for{' '}
              {mine.inVainCount === 1 ? 'a step' : `${figure(mine.inVainCount)} steps, such as`}:
            </p>
            <ul className={styles.below}>
              {mine.inVain.map(({ step, because }, k) => (
                <li key={k}>
                  {words.step(step)}, because in its eyes {becauseWords(because)}.
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    );
  });
}

/** Where what an actor expects to hold does not, and the reverse. */
export function Mistakes({
  game: { leaves, holds, expected },
  subject,
}: {
  readonly game: PerceivedGame;
  readonly subject: 'it' | 'they';
}) {
  const words = useWords();
  if (words === null) return null;
  const one = subject === 'it';
  const counts = (of: PerceivedGame['expected']): string =>
    PLAIN_CONCEPTS.map((concept) => `${figure(of[concept])} under ${concept}`).join(', ');
  return (
    <div className={styles.group}>
      <p>
        {counts(expected)}.{' '}
        {leaves.examples.length + holds.examples.length === 0 &&
          `${one ? 'It is' : 'They are'} mistaken about none of them.`}
      </p>
      {leaves.examples.length > 0 && (
        <>
          <p>Of these somebody would leave: {counts(leaves.counts)}. The nearest:</p>
          <ul className={styles.below}>
            {leaves.examples.map(({ state, concepts, leaves: attempt }) => (
              <li key={state.name.decimal}>
                <StateName state={state} /> <span className={plain.soft}>{concepts.join(' ')}</span>
                {attempt && `: ${attemptWords(words, attempt)}`}
              </li>
            ))}
          </ul>
        </>
      )}
      {holds.examples.length > 0 && (
        <>
          <p>Not expected, and yet nobody would leave: {counts(holds.counts)}. The nearest:</p>
          <ul className={styles.below}>
            {holds.examples.map(({ state, concepts, expected: awaited }) => (
              <li key={state.name.decimal}>
                <StateName state={state} /> <span className={plain.soft}>{concepts.join(' ')}</span>
                {awaited
                  ? `: expected is that ${words.step(awaited.step)}, because ${becauseWords(awaited.because)}.`
                  : `: ${one ? 'it does' : 'they do'} not recognise this state.`}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** States that its learning the truth would make hold, or no longer hold. */
function Learned({ game: { revelation } }: { readonly game: PerceivedGame }) {
  const groups = [
    { what: 'This would then hold', states: revelation?.gained ?? [] },
    { what: 'This would then no longer hold', states: revelation?.lost ?? [] },
  ].filter(({ states }) => states.length > 0);
  return groups.map(({ what, states }) => (
    <div key={what}>
      <p>{what}:</p>
      <ul className={styles.below}>
        {states.map(({ state, concepts }) => (
          <li key={state.name.decimal}>
            <StateName state={state} /> <span className={plain.soft}>{concepts.join(' ')}</span>
          </li>
        ))}
      </ul>
    </div>
  ));
}
