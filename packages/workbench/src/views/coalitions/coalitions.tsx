import { coalitionsText } from '@standoff/report';
import { useAnswer, useModel } from '../../answers/use-answer.js';
import { Answered } from '../../design/card.js';
import { Plain } from '../document/plain.js';

/** What decision makers could do together. */
export default function Coalitions() {
  const model = useModel();
  const answer = useAnswer('coalitions');
  return (
    <Answered answer={answer}>
      {(result) =>
        model && (
          <Plain
            title="What they could do together"
            text={coalitionsText(model, result, { width: 84 })}
          />
        )
      }
    </Answered>
  );
}
