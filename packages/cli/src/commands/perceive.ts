import { perceive, TELLINGS, toldText, type PerceiveResult } from '@standoff/questions';
import { question } from '../question.js';

interface Flags {
  readonly actor?: string;
  readonly level: '1' | '2';
}

/** `standoff perceive`. */
export const perceiveOf = question<Flags, PerceiveResult>(
  (prepared, { actor, level }) =>
    perceive(prepared, {
      ...(actor === undefined ? {} : { actor }),
      level: level === '2' ? 2 : 1,
    }),
  toldText(TELLINGS.perceive),
);
