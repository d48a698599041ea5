import { TELLINGS, type Telling } from '@standoff/questions';
import type { ComponentType } from 'react';
import { useAnswer } from '../answers/use-answer.js';
import { ToldAnswer } from './told-answer.js';

/** A view that is no more than the telling of an answer. */
export function toldView(question: keyof typeof TELLINGS): ComponentType {
  return function ToldView() {
    return (
      <ToldAnswer answer={useAnswer(question)} telling={TELLINGS[question] as Telling<unknown>} />
    );
  };
}
