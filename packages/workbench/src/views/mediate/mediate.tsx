import { QUESTIONS, tellMediate, type MediateResult } from '@standoff/questions';
import type { Answer } from '../../answers/desk.js';
import { useAnswer, useModel, useWords } from '../../answers/use-answer.js';
import { Answered, Card } from '../../design/card.js';
import { Choice } from '../../design/choice.js';
import { go, useRoute } from '../../routes.js';
import { Told } from '../../tell/told.js';

/** Stands for the scenario that most would gain by. */
const SETTLEMENT = 'settlement';

/** What would have to change for a scenario that is chosen here. */
export default function Mediate() {
  const { scenario } = useRoute();
  const settlement = useAnswer('settlement', scenario === null ? undefined : null);
  const chosen = useAnswer(
    'mediate',
    scenario === null
      ? null
      : { goal: { text: scenario, condition: { op: 'scenario', id: scenario } } },
  );
  const answer: Answer<MediateResult | null> = scenario === null ? settlement : chosen;
  const words = useWords();
  const model = useModel();
  const goals = (model?.scenarios ?? []).map(({ id, label }) => ({ id, label }));
  return (
    <Card title={QUESTIONS.mediate.title}>
      <Choice
        label="Goal"
        options={[{ id: SETTLEMENT, label: 'What most would gain by' }, ...goals]}
        value={scenario ?? SETTLEMENT}
        onChange={(id) => go({ scenario: id === SETTLEMENT ? null : id })}
      />
      <Answered answer={answer}>
        {(result) =>
          result === null ? (
            <p>No scenario is better than today for anybody: choose a goal.</p>
          ) : (
            words !== null && model !== null && <Told blocks={tellMediate(words, result, model)} />
          )
        }
      </Answered>
    </Card>
  );
}
