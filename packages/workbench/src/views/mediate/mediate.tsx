import { QUESTIONS, tellMediate } from '@standoff/questions';
import { useAnswer, useModel, useWords } from '../../answers/use-answer.js';
import { Answered, Card } from '../../design/card.js';
import { Choice } from '../../design/choice.js';
import { go, useRoutePart } from '../../routes.js';
import { Told } from '../../tell/told.js';

/** In place of a scenario: the question picks one. */
const PICKED = 'picked';

/** What would have to change for a scenario that is chosen here. */
export default function Mediate() {
  const scenario = useRoutePart('scenario');
  const answer = useAnswer(
    'mediate',
    scenario === null
      ? {}
      : { goal: { text: scenario, condition: { op: 'scenario', id: scenario } } },
  );
  const words = useWords();
  const model = useModel();
  const goals = (model?.scenarios ?? []).map(({ id, label }) => ({ id, label }));
  return (
    <Card title={QUESTIONS.mediate.title}>
      <Choice
        label="Goal"
        options={[{ id: PICKED, label: 'What most would gain by' }, ...goals]}
        value={scenario ?? PICKED}
        onChange={(id) => go({ scenario: id === PICKED ? null : id })}
      />
      <Answered answer={answer}>
        {(result) =>
          words !== null && model !== null && <Told blocks={tellMediate(words, result, model)} />
        }
      </Answered>
    </Card>
  );
}
