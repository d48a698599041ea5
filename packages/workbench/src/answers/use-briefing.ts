import { wholeBriefing, type BriefingResult } from '@standoff/questions';
import { useMemo } from 'react';
import type { Answer } from './answer.js';
import { useAnswer } from './use-answer.js';

/** The briefing as far as there is one. */
export interface DrawnBriefing {
  readonly result: BriefingResult;
  /**
   * Whether what takes longest, what would change it and what is worth finding out, is still worked
   * out; what stands there meanwhile is of an earlier text.
   */
  readonly goesOn: boolean;
}

/** The briefing, its first part as soon as that is there: the rest takes many times as long. */
export function useBriefing(): Answer<DrawnBriefing> {
  const first = useAnswer('firstOfBriefing');
  const rest = useAnswer('restOfBriefing');
  const goesOn = first.result !== null && first.version > rest.version && rest.state !== 'failed';
  const isWhole = rest.version === first.version || rest.state === 'failed';
  // The same for as long as both are: nothing of it is drawn anew where only their state changes.
  const result = useMemo(
    () => (first.result && rest.result ? wholeBriefing(first.result, rest.result) : first.result),
    [first.result, rest.result],
  );
  return {
    ...(isWhole && first.state !== 'failed' ? rest : first),
    result: result && { result, goesOn },
    model: first.model,
  };
}
