import { tellStakeholders } from '@standoff/report';
import { useAnswer, useWords } from '../../answers/use-answer.js';
import { Answered, Card } from '../../design/card.js';
import { Told } from '../../tell/told.js';

/** What each outcome means for those who cannot move. */
export default function Parties() {
  const answer = useAnswer('stakeholders');
  const words = useWords();
  return (
    <Card title="What it means for those who cannot move">
      <Answered answer={answer}>
        {(result) => words !== null && <Told blocks={tellStakeholders(words, result)} />}
      </Answered>
    </Card>
  );
}
