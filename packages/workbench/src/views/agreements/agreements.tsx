import { tellAgreements } from '@standoff/report';
import { useAnswer, useModel, useWords } from '../../answers/use-answer.js';
import { Answered, Card } from '../../design/card.js';
import { Told } from '../../tell/told.js';

/** For each agreement: who would sign it and from where, who would leave it, what holds it together. */
export default function Agreements() {
  const answer = useAnswer('agreements');
  const words = useWords();
  const model = useModel();
  return (
    <Card title="What agreements would be worth">
      <Answered answer={answer}>
        {(result) =>
          words !== null && model !== null && <Told blocks={tellAgreements(words, model, result)} />
        }
      </Answered>
    </Card>
  );
}
