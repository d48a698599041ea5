import type { Block } from '@standoff/document';
import type { Words } from '@standoff/questions';
import type { ConflictModel } from '@standoff/model';
import { useMemo } from 'react';
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
  const { model, result } = answer;
  const words = useWordsOf(model);
  // The answer is another one whenever it grows old or is worked out on; what it says is told once.
  const blocks = useMemo(
    () => (words === null || model === null || result === null ? null : tell(words, result, model)),
    [words, model, result, tell],
  );
  return (
    <Card title={title}>
      <Answered answer={answer}>{() => blocks !== null && <Told blocks={blocks} />}</Answered>
    </Card>
  );
}
