import type { Suggestion } from '@standoff/evidence';
import { decisionOn, type Decision } from '@standoff/evidence/records';
import type { ConflictModel } from '@standoff/model';
import { useEffect, useMemo, useState } from 'react';
import { useModel } from '../answers/use-answer.js';
import { useSources } from '../workbench.js';
import type { TextRead } from './reading.js';
import type { Suggest } from './suggestion-worker.js';

/** Which suggestions of the reading aid are shown. */
export type SuggestionsShown = 'none' | 'open' | 'all';

/** A suggestion with what was decided about it. */
export interface Decided extends Suggestion {
  readonly decision: Decision['decision'] | null;
}

/** What the reading aid finds in a text; null while it is looked for. Actors of the model are known. */
export function useSuggestions(
  source: string,
  text: TextRead,
  shown: SuggestionsShown,
): readonly Decided[] | null {
  const model = useModel();
  const decisions = useSources((state) => state.decisions);
  // Compared by what it says: a model is a new one with every key stroke.
  const options = model === null || shown === 'none' ? null : JSON.stringify(known(model, source));
  const [found, setFound] = useState<readonly Suggestion[] | null>(null);
  useEffect(() => {
    if (options === null) return;
    const worker = new Worker(new URL('./suggestion-worker.ts', import.meta.url), {
      type: 'module',
    });
    worker.onmessage = ({ data }: MessageEvent<readonly Suggestion[]>) => {
      setFound(data);
      worker.terminate();
    };
    worker.postMessage({
      text,
      options: JSON.parse(options) as Suggest['options'],
    } satisfies Suggest);
    return () => worker.terminate();
  }, [text, options]);
  return useMemo(() => {
    if (found === null) return null;
    const decided = found.map((one) => ({
      ...one,
      decision: decisionOn(decisions, source, one.id),
    }));
    return shown === 'all'
      ? decided
      : decided.filter((one) => one.decision === null && one.known === undefined);
  }, [found, decisions, source, shown]);
}

function known({ actors, options, sources }: ConflictModel, source: string): Suggest['options'] {
  return {
    source,
    published: sources.find(({ id }) => id === source)?.published ?? null,
    known: actors.map(({ id, label, aliases }) => ({
      id,
      names: [label, ...aliases],
      options: options
        .filter(({ owner, agreement }) => owner === id && agreement === null)
        .map((one) => ({ id: one.id, label: one.label })),
    })),
  };
}
