import type { BriefingLater, BriefingResult } from '@standoff/questions';
import { useMemo } from 'react';
import type { Answer } from './desk.js';
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
  const whole = useAnswer('briefing');
  return useMemo(() => {
    const begun = first.result;
    const goesOn = begun !== null && first.version > whole.version && whole.state !== 'failed';
    if (!goesOn) return { ...whole, result: whole.result && { result: whole.result, goesOn } };
    return { ...first, result: { result: { ...begun, ...laterOf(whole.result) }, goesOn } };
  }, [first, whole]);
}

function laterOf(earlier: BriefingResult | null): BriefingLater | null {
  if (earlier === null) return null;
  const { misreadings, worlds, change, worthAsking } = earlier;
  return { misreadings, worlds, change, worthAsking };
}
