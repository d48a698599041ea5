import { questionNamed, type QuestionName } from '@standoff/questions';
import type { ComponentType } from 'react';
import type { ParamsOf } from '../answers/questions.js';
import { useAnswer } from '../answers/use-answer.js';
import { ToldAnswer } from './told-answer.js';

/** A view that is no more than the telling of an answer. */
export async function toldView(
  name: QuestionName,
  params?: ParamsOf<QuestionName>,
): Promise<ComponentType> {
  const question = questionNamed(name);
  const tell = await question.tell();
  return function ToldView() {
    return <ToldAnswer answer={useAnswer(name, params)} title={question.title} tell={tell} />;
  };
}
