import type { Concept, ExplanationResult, GroundsResult, SlackResult } from '@standoff/analysis';
import { counted, type Words } from '@standoff/report';
import { useAnswer, useWords } from '../../answers/use-answer.js';
import { Answered } from '../../design/card.js';
import { ActorName, StateName } from '../../design/names.js';
import { Explanation } from '../../why/explanation.js';
import styles from './grounds.module.css';

const KINDS = {
  'no move': 'has no move.',
  'no better move': 'has no better move.',
  deterred: 'has a better move, but is deterred from it.',
  unstable: 'would move.',
} as const;

/** Of each decision maker: the kind of its stability, how far it is from turning, and what deters it. */
export function WhoStays({
  result: { state, concept, actors },
}: {
  readonly result: GroundsResult;
}) {
  return (
    <ul className={styles.actors}>
      {actors.map(({ actor, kind, slack }) => (
        <li key={actor} className={styles.actor}>
          <p>
            <ActorName id={actor} /> {KINDS[kind]}
          </p>
          {slack !== null && <Slack slack={slack} actor={actor} />}
          {kind === 'deterred' && concept !== null && (
            <Deterrents state={state.name.decimal} actor={actor} concept={concept} />
          )}
        </li>
      ))}
    </ul>
  );
}

function Slack({ slack, actor }: { readonly slack: SlackResult; readonly actor: string }) {
  const words = useWords();
  if (words === null) return null;
  const { swaps, change, others } = slack;
  const close = (others ?? []).filter((other) => other.swaps !== null);
  return (
    <p className={styles.soft}>
      {swaps === null || change === null ? (
        'No other ranking of its own would make it move.'
      ) : (
        <>
          <span className={styles.swaps}>{counted(swaps, 'swap')}</span> in its ranking would
          unsettle it, towards <StateName state={change.past} actor={actor} />.
        </>
      )}
      {close.length > 0 &&
        ` By the rankings of others: ${close
          .map(
            (other) =>
              `${counted(other.swaps ?? 0, 'swap')} in that of ${words.actor(other.actor)}`,
          )
          .join(', ')}.`}
    </p>
  );
}

/** By whom and by which path it is held. */
function Deterrents(asked: {
  readonly state: number;
  readonly actor: string;
  readonly concept: Concept;
}) {
  const answer = useAnswer('why', asked);
  const words = useWords();
  return (
    <Answered answer={answer}>
      {(result) =>
        words !== null && (
          <details className={styles.details}>
            <summary>{heldBy(words, result)}</summary>
            <Explanation result={result} />
          </details>
        )
      }
    </Answered>
  );
}

function heldBy(words: Words, { improvements }: ExplanationResult): string {
  const paths = improvements.map(({ sanction }) => sanction?.path ?? []);
  const by = [...new Set(paths.flat().map((step) => step.actor))];
  const all = counted(improvements.length, 'better move');
  return `Held back from ${all} by what ${words.actors(by)} would answer`;
}
