import type { ConflictModel } from '@standoff/model';
import { OF_TEXT } from './lanes.js';
import type { Problem } from './protocol.js';

/** What is known of a question. The last result stays until there is a new one. */
export interface Answer<Result = unknown> {
  /** Of the question with its parameters; empty: nothing was told of it yet. */
  readonly key: string;
  /**
   * none: nothing yet. current: of the text as it stands. stale: of an earlier text. failed: the text
   * as it stands has no answer to it; `problem` says why.
   */
  readonly state: 'none' | 'current' | 'stale' | 'failed';
  readonly result: Result | null;
  readonly problem: Problem | null;
  /** Share of the work that is done, 0 to 1; null: it does not say, or is not being worked out. */
  readonly progress: number | null;
  /** Since when it is waited for, as `performance.now()` has it; null: nobody waits for it. */
  readonly since: number | null;
  /** The version of the text that the result is about; -1: there is no result. */
  readonly version: number;
  /** The model in that version: its names may not be those of the text as it stands. */
  readonly model: ConflictModel | null;
}

export const NO_ANSWER: Answer<never> = {
  key: '',
  state: 'none',
  result: null,
  problem: null,
  progress: null,
  since: null,
  version: -1,
  model: null,
};

/** An answer once there is a newer text. */
export function aged(answer: Answer): Answer {
  if (answer.state === 'current') return { ...answer, state: 'stale', progress: null };
  if (answer.state === 'failed' && answer.result !== null)
    return { ...answer, state: 'stale', problem: null, progress: null };
  return answer.state === 'failed'
    ? { ...NO_ANSWER, key: answer.key }
    : { ...answer, progress: null };
}

/** An answer to the model that was last read in `known`, once the same is read in a newer text. */
export function renewed(answer: Answer, known: number, version: number): Answer {
  const { key, state } = answer;
  if (state !== 'stale' || answer.version !== known || OF_TEXT.has(key)) return answer;
  return { ...answer, state: 'current', since: null, version };
}

export function mapped(
  answers: Readonly<Record<string, Answer>>,
  change: (answer: Answer) => Answer,
): Record<string, Answer> {
  return Object.fromEntries(Object.entries(answers).map(([key, one]) => [key, change(one)]));
}
