import { item, lead, list } from '@standoff/document';
import { fitting, tellCheck } from '@standoff/questions';
import { useAnswer, useWordsOf } from '../../answers/use-answer.js';
import { Answered, Card } from '../../design/card.js';
import { Told } from '../../tell/told.js';

/** Where what is observed and said does not fit the model. */
export function MisfitsCard() {
  const answer = useAnswer('plausible');
  const { model } = answer;
  const words = useWordsOf(model);
  return (
    <Card title="Where the model does not fit">
      <Answered answer={answer}>
        {({ checks, standard }) =>
          words !== null &&
          model !== null && (
            <Told
              blocks={[
                lead(fitting(checks)),
                ...list(
                  checks
                    .filter(({ fits }) => !fits)
                    .map((check) => item(tellCheck(words, model, check, standard))),
                ),
              ]}
            />
          )
        }
      </Answered>
    </Card>
  );
}
