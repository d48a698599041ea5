import {
  QUESTIONS,
  tellReplay,
  tellEvents,
  tellScore,
  timelineFigure,
  type ReplayResult,
} from '@standoff/questions';
import { useState } from 'react';
import { useAnswer, useModel, useWords } from '../../answers/use-answer.js';
import { Answered, Card } from '../../design/card.js';
import { Button } from '../../design/button.js';
import { StateName } from '../../design/names.js';
import { Told } from '../../tell/told.js';

/** The dated events, each step judged; all at once or one after the other. */
export default function ReplayView() {
  const answer = useAnswer('replay');
  const words = useWords();
  const model = useModel();
  return (
    <Card title={QUESTIONS.replay.title}>
      <Answered answer={answer}>
        {(result) =>
          words !== null &&
          model !== null &&
          (result.events.length === 0 ? (
            <Told blocks={tellReplay(words, result)} />
          ) : (
            <Replay result={result} />
          ))
        }
      </Answered>
    </Card>
  );
}

function Replay({ result }: { readonly result: ReplayResult }) {
  const { start, events, score } = result;
  const words = useWords();
  const [shown, setShown] = useState(events.length);
  const last = Math.min(shown, events.length);
  return (
    <>
      <p>{tellScore(score)}</p>
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
      {words !== null && (
        <Told
          blocks={[
            ...timelineFigure(words, { ...result, events: events.slice(0, last) }),
            ...tellEvents(words, events.slice(0, last)),
          ]}
        />
      )}
    </>
  );
}
