import { tellCommitments } from '@standoff/report';
import { useAnswer, useModel, useWords } from '../../answers/use-answer.js';
import { Answered, Card } from '../../design/card.js';
import { Told } from '../../tell/told.js';

/** Whose promises, threats and assurances can be believed, and which demands would be met. */
export default function Commitments() {
  const answer = useAnswer('commitments');
  const words = useWords();
  const model = useModel();
  return (
    <Card title="Whose word can be believed">
      <Answered answer={answer}>
        {(result) =>
          words !== null &&
          model !== null && <Told blocks={tellCommitments(words, model, result)} />
        }
      </Answered>
    </Card>
  );
}
