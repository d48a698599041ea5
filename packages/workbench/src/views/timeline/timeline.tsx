import type { ReplayedEvent, ReplayedStep, ReplayResult } from '@standoff/analysis';
import { dateInWords, scoreWords, type Words } from '@standoff/report';
import { useState } from 'react';
import { useAnswer, useWords } from '../../answers/use-answer.js';
import { Answered, Card, Note } from '../../design/card.js';
import { Button } from '../../design/button.js';
import { Badge, EvidenceChips, StateName } from '../../design/names.js';
import { useHref } from '../../routes.js';
import styles from '../plain.module.css';

/** The dated events, each step judged; all at once or one after the other. */
export default function Timeline() {
  const answer = useAnswer('replay');
  return (
    <Card title="What happened, and whether the model would have expected it">
      <Answered answer={answer}>
        {(result) =>
          result.events.length === 0 ? (
            <p>The situation has no dated events.</p>
          ) : (
            <Replay result={result} />
          )
        }
      </Answered>
    </Card>
  );
}

function Replay({ result: { start, events, score } }: { readonly result: ReplayResult }) {
  const [shown, setShown] = useState(events.length);
  const last = Math.min(shown, events.length);
  return (
    <>
      <p>
        {scoreWords(score.before, score.after.steps > 0 ? 'Up to the date of the model' : 'In all')}{' '}
        {scoreWords(score.after, 'After it, where the model is tested')}
      </p>
      {start !== null && (
        <p>
          It began in <StateName state={start} />.
        </p>
      )}
      <p>
        <Button onPress={() => setShown(1)}>From the start</Button>{' '}
        <Button isDisabled={last <= 1} onPress={() => setShown(last - 1)}>
          Back
        </Button>{' '}
        <Button isDisabled={last >= events.length} onPress={() => setShown(last + 1)}>
          Next
        </Button>{' '}
        <Button isDisabled={last >= events.length} onPress={() => setShown(events.length)}>
          All
        </Button>
      </p>
      <p role="status">
        Event {last} of {events.length}
      </p>
      <ol className={styles.items}>
        {events.slice(0, last).map((event) => (
          <Event key={event.id} event={event} />
        ))}
      </ol>
      <Note>
        A step that is not better for its mover speaks against the model, or for a reason that it
        leaves out.
      </Note>
    </>
  );
}

function Event({
  event: { id, date, label, evidence, later, signals, breaks, steps },
}: {
  readonly event: ReplayedEvent;
}) {
  const words = useWords();
  const href = useHref();
  if (words === null) return null;
  return (
    <li className={styles.item}>
      <h4 className={styles.name}>
        <a href={href({ element: id })}>{label}</a>{' '}
        <span className={styles.kind}>
          {dateInWords(date)}
          {later && ', after the date of the model'}
        </span>
      </h4>
      {signals ? (
        <p>Changes no option; it only announces or is told.</p>
      ) : breaks.length > 0 ? (
        <p>
          Not possible in the model: it breaks {breaks.map((text) => `“${text}”`).join(' and ')}.
          The path goes on from before it.
        </p>
      ) : steps.length === 0 ? (
        <p>Changes nothing that was not so before.</p>
      ) : (
        steps.map((step, k) => <Judged key={k} step={step} words={words} />)
      )}
      <EvidenceChips evidence={evidence} />
    </li>
  );
}

const CHANGES = {
  better: ['holds', 'better for it'],
  worse: ['fails', 'worse for it'],
  same: ['quiet', 'no better and no worse for it'],
} as const;

function Judged({
  step: { step, legal, change, because, best, wasBest, equilibrium },
  words,
}: {
  readonly step: ReplayedStep;
  readonly words: Words;
}) {
  if (!legal) return <p>{words.step(step)}: no move that the model allows it there.</p>;
  const [verdict, said] = CHANGES[change];
  return (
    <div>
      <p>
        {words.step(step)} <Badge verdict={verdict}>{said}</Badge> ({because}).
      </p>
      <p className={styles.soft}>
        {wasBest
          ? 'It had no better move.'
          : best.length === 0
            ? 'No move was better for it: the model would have had it stay.'
            : `Best for it: ${words.step(best[0])}.`}
        {equilibrium.length > 0 &&
          ` The state it left would have held (${equilibrium.join(', ')}).`}
      </p>
    </div>
  );
}
