import { applyEdits } from '@standoff/language';
import type { BriefingResult, Lever } from '@standoff/questions';
import { useEffect, useState } from 'react';
import type { Answer } from '../../answers/answer.js';
import { useAnswer, useDesk } from '../../answers/use-answer.js';
import { useTextWhile } from '../../workbench.js';
import { isWritable } from './writable.js';

/** What a lever that is turned on would make of the situation. */
export interface Pulled {
  /** The briefing with it, null where the text with it has errors; null: it is drawn in the present one. */
  readonly answer: Answer<BriefingResult | null> | null;
  /** The text with it, to be kept; null: it is nothing that a text says. */
  readonly text: string | null;
  /** Why the text cannot be changed so; null: it can. */
  readonly refusal: string | null;
}

/** Asks for the briefing with a lever; with null nothing is asked. */
export function useLever(lever: Lever | null): Pulled {
  // As long as none is on, nothing changes with a text.
  const now = useTextWhile(lever !== null);
  const model = useDesk((desk) => (lever === null ? null : desk.model));
  const [made, setMade] = useState<{
    readonly lever: Lever;
    readonly now: string;
    readonly text: string | null;
    readonly refusal: string | null;
  } | null>(null);
  useEffect(() => {
    if (lever === null || model === null || !isWritable(model, lever)) return;
    let wanted = true;
    void import('./lever-text.js').then(
      ({ leverEdits }) => {
        if (!wanted) return;
        const result = leverEdits(now, model, lever);
        setMade({
          lever,
          now,
          text: result.ok ? applyEdits(now, result.edits) : null,
          refusal: result.ok ? null : result.refusal.message,
        });
      },
      () => {
        if (wanted)
          setMade({
            lever,
            now,
            text: null,
            refusal: 'the editor of the text could not be loaded',
          });
      },
    );
    return () => {
      wanted = false;
    };
  }, [lever, model, now]);
  const own = made !== null && made.now === now && made.lever.id === lever?.id ? made : null;
  const text = own?.text ?? null;
  const ofText = useAnswer('briefingOf', text === null ? null : { text });
  const byStandard = useAnswer(
    'briefing',
    lever?.kind === 'standard' ? { standard: lever.standard } : null,
  );
  return {
    answer: lever?.kind === 'standard' ? byStandard : lever?.kind === 'together' ? null : ofText,
    text,
    refusal: own?.refusal ?? null,
  };
}
