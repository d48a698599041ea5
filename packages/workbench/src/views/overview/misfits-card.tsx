import { item, lead, list } from '@standoff/document';
import { fitting, tellCheck } from '@standoff/questions';
import { useAnswer, useWords } from '../../answers/use-answer.js';
import { Answered, Card } from '../../design/card.js';
import { Told } from '../../tell/told.js';

/** Where what is observed and said does not fit the model. */
export function MisfitsCard() {
  const answer = useAnswer('plausible');
  const words = useWords();
  return (
    <Card title="Where the model does not fit">
      <Answered answer={answer}>
        {({ checks }) =>
          words !== null && (
            <Told
              blocks={[
                lead(fitting(checks)),
                ...list(
                  checks.filter(({ fits }) => !fits).map((check) => item(tellCheck(words, check))),
                ),
              ]}
            />
          )
        }
      </Answered>
    </Card>
  );
}
