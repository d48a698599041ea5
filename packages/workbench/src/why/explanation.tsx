import {
  DEFINITIONS,
  type ExplanationResult,
  type ImprovementResult,
  type Step,
} from '@standoff/analysis';
import { counted, figure, undeterredWords, type Words } from '@standoff/report';
import { Fragment, useState } from 'react';
import { useWords } from '../answers/use-answer.js';
import { Button } from '../design/button.js';
import { ActorName, EvidenceChips, StateName } from '../design/names.js';
import styles from './why-panel.module.css';

/** So many improvements are told at first: the best of those that decide. */
const TOLD = 3;

/** Why a state is stable or not for one actor under one concept, in sentences. */
export function Explanation({ result }: { readonly result: ExplanationResult }) {
  const words = useWords();
  const [all, setAll] = useState(false);
  if (words === null) return null;
  const { actor, concept, stable, moves, improvements } = result;
  if (improvements.length === 0)
    return (
      <div className={styles.reasons}>
        <p className={styles.lead}>
          <ActorName id={actor} /> <span className={styles.held}>stays</span>:{' '}
          {moves === 0
            ? 'it has no move here.'
            : `it has ${counted(moves, 'move')} here, ${moves === 1 ? 'which is not' : 'none of them'} better for it.`}
        </p>
        <p>Stable under every concept.</p>
      </div>
    );
  // What nothing deters decides that it does not stay.
  const ordered = [...improvements].sort(
    (a, b) => Number(a.sanction !== null) - Number(b.sanction !== null),
  );
  const told = all ? ordered : ordered.slice(0, TOLD);
  return (
    <div className={styles.reasons}>
      <p className={styles.lead}>
        <ActorName id={actor} />{' '}
        {stable ? (
          <span className={styles.held}>stays</span>
        ) : (
          <span className={styles.free}>has a reason to move</span>
        )}{' '}
        under {concept}.
      </p>
      <p className={styles.meaning}>It would stay if {DEFINITIONS[concept].meaning}.</p>
      <p>
        It has {counted(moves, 'move')} here, {figure(improvements.length)} better for it
        {stable ? ', each with an answer that holds it back' : ''}.
      </p>
      <ol className={styles.moves}>
        {told.map((improvement) => (
          <li key={improvement.to.name.decimal}>
            <Improvement words={words} improvement={improvement} result={result} />
          </li>
        ))}
      </ol>
      {told.length < ordered.length && (
        <Button onPress={() => setAll(true)}>
          Show {counted(ordered.length - told.length, 'more better move')}
        </Button>
      )}
    </div>
  );
}

function Improvement({
  words,
  improvement: { step, to, because, sanction, answersLookedAt },
  result: { concept, actor },
}: {
  readonly words: Words;
  readonly improvement: ImprovementResult;
  readonly result: ExplanationResult;
}) {
  return (
    <>
      <p>
        It {words.deed(step.takes, step.drops)}
        {step.slow.length > 0 && ' (slow)'}. That leads to <StateName state={to} actor={actor} />.{' '}
        <EvidenceChips evidence={words.evidence([...step.takes, ...step.drops])} />
      </p>
      <p className={styles.because}>Better for it, because {because}.</p>
      {sanction === null ? (
        <p>
          <span className={styles.free}>Nothing deters it</span>:{' '}
          {undeterredWords(concept, answersLookedAt)}.
        </p>
      ) : (
        <>
          <p>
            <span className={styles.held}>Held back</span>
            {sanction.simultaneous ? (
              <>
                {' '}
                if at the same moment <Answers words={words} steps={sanction.path} joint />.
              </>
            ) : sanction.path.length === 0 ? (
              `: it would be ${sanction.leaves} at once.`
            ) : (
              <>
                , for then <Answers words={words} steps={sanction.path} />.
              </>
            )}
          </p>
          <p className={styles.because}>
            That ends in <StateName state={sanction.result} actor={actor} /> and leaves it{' '}
            {sanction.leaves} than where it started, because {sanction.because}.
          </p>
          {sanction.bestEscape && (
            <p className={styles.because}>
              {sanction.bestEscape.step === null
                ? 'From there it has no move that would help.'
                : `From there the best it can do is this: it ${words.deed(sanction.bestEscape.step.takes, sanction.bestEscape.step.drops)}. It is still no better off than here.`}
            </p>
          )}
        </>
      )}
    </>
  );
}

function Answers({
  words,
  steps,
  joint = false,
}: {
  readonly words: Words;
  readonly steps: readonly Step[];
  readonly joint?: boolean;
}) {
  return steps.map((step, k) => (
    <Fragment key={k}>
      {k > 0 && (joint ? ', and ' : ', then ')}
      <ActorName id={step.actor} /> {words.deed(step.takes, step.drops)}{' '}
      <EvidenceChips evidence={words.evidence([...step.takes, ...step.drops])} />
    </Fragment>
  ));
}
