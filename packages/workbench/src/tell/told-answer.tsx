import type { Block } from '@standoff/document';
import type { Words } from '@standoff/questions';
import type { ConflictModel } from '@standoff/model';
import type { Answer } from '../answers/answer.js';
import { useWordsOf } from '../answers/use-answer.js';
import { Answered, Card } from '../design/card.js';
import { Told } from './told.js';

/** An answer as its question tells it. */
export function ToldAnswer<Result>({
  answer,
  title,
  tell,
}: {
  readonly answer: Answer<Result>;
  readonly title: string;
  readonly tell: (words: Words, result: Result, model: ConflictModel) => Block[];
}) {
  const { model } = answer;
  const words = useWordsOf(model);
  return (
    <Card title={title}>
      <Answered answer={answer}>
        {(result) =>
          words !== null && model !== null && <Told blocks={tell(words, result, model)} />
        }
      </Answered>
    </Card>
  );
}
