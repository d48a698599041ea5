import { tellStanding, type AnalysisResult } from '@standoff/questions';
import type { Answer } from '../../answers/desk.js';
import { useWords } from '../../answers/use-answer.js';
import { Answered, Card } from '../../design/card.js';
import { useHref } from '../../routes.js';
import { Told } from '../../tell/told.js';

/** Where things stand: the status quo, and who has a reason to change it. */
export function StandingCard({ answer }: { readonly answer: Answer<AnalysisResult> }) {
  const href = useHref();
  const words = useWords();
  const decimal = answer.result?.statusQuo.name.decimal;
  return (
    <Card
      title="Where things stand"
      more={decimal !== undefined && <a href={href({ state: String(decimal) })}>Why</a>}
    >
      <Answered answer={answer}>
        {(result) =>
          words !== null && <Told blocks={tellStanding(words, result, { reach: false })} />
        }
      </Answered>
    </Card>
  );
}
