import { perceive } from '@standoff/analysis';
import { perceiveText } from '@standoff/report';
import { question } from '../question.js';

interface Flags {
  readonly actor?: string;
  readonly level: '1' | '2';
}

/** `standoff perceive`. */
export const perceiveOf = question<Flags, ReturnType<typeof perceive>>(
  (prepared, { actor, level }) =>
    perceive(prepared, {
      ...(actor === undefined ? {} : { actor }),
      level: level === '2' ? 2 : 1,
    }),
  perceiveText,
);
