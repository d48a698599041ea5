import { elementsOf } from '@standoff/situation';
import { numberedSentences, outlineOf, type NumberedSentence } from '@standoff/evidence/anchor';
import { countSentences, sentenceUses, type SentencesCounted } from '@standoff/questions';
import { useMemo } from 'react';
import { useModel } from '../answers/use-answer.js';
import { useSources } from '../workbench.js';
import type { TextRead } from './reading.js';

/** What becomes of the sentences of a text in the model, as `standoff text` tells it. */
export interface Sentences {
  readonly counted: SentencesCounted;
  /** Those that are neither used nor left out, in the order of the text. */
  readonly open: readonly NumberedSentence[];
  /** The same by the offset at which their block begins. */
  readonly inBlock: ReadonlyMap<number, readonly NumberedSentence[]>;
}

export function useSentences(source: string, text: TextRead): Sentences | null {
  const model = useModel();
  const { anchors } = useSources(({ annotations }) => annotations);
  const sentences = useMemo(
    () => numberedSentences(text).filter(({ block }) => block.kind === 'body'),
    [text],
  );
  const outline = useMemo(() => outlineOf(source, text, { anchors }), [source, text, anchors]);
  return useMemo(() => {
    if (model === null) return null;
    const uses = sentenceUses(elementsOf(model), outline);
    const open = sentences.filter((_, k) => uses[k].use === 'open');
    const inBlock = new Map<number, NumberedSentence[]>();
    for (const one of open) {
      const here = inBlock.get(one.block.start);
      if (here === undefined) inBlock.set(one.block.start, [one]);
      else here.push(one);
    }
    return { counted: countSentences(uses), open, inBlock };
  }, [model, outline, sentences]);
}

/** The open sentence before or after a place, going round at the ends; null: none is open. */
export function openFrom(
  open: readonly NumberedSentence[],
  at: number | null,
  by: -1 | 1,
): NumberedSentence | null {
  const next =
    by === 1
      ? open.find(({ start }) => at === null || start > at)
      : open.findLast(({ start }) => at !== null && start < at);
  return next ?? open.at(by === 1 ? 0 : -1) ?? null;
}
