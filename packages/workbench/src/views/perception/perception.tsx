import { perceiveText } from '@standoff/report';
import { useAnswer, useModel } from '../../answers/use-answer.js';
import { Answered } from '../../design/card.js';
import { Plain } from '../document/plain.js';

/** Who takes whom for what, and what would surprise them. */
export default function Perception() {
  const model = useModel();
  const answer = useAnswer('perceive');
  return (
    <Answered answer={answer}>
      {(result) =>
        model && (
          <Plain title="Who takes it for what" text={perceiveText(model, result, { width: 84 })} />
        )
      }
    </Answered>
  );
}
