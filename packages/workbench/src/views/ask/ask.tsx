import { elicitationText } from '@standoff/report';
import { useAnswer, useModel } from '../../answers/use-answer.js';
import { Answered } from '../../design/card.js';
import { Plain } from '../document/plain.js';

/** Which answer would settle most of what is open. */
export default function Ask() {
  const model = useModel();
  const answer = useAnswer('elicitation');
  return (
    <Answered answer={answer}>
      {(result) =>
        model && (
          <Plain
            title="What to find out next"
            text={elicitationText(model, result, { width: 84 })}
          />
        )
      }
    </Answered>
  );
}
