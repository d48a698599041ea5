import { Words } from '@standoff/questions';
import type { ConflictModel } from '@standoff/model';
import { useEffect, useEffectEvent, useMemo } from 'react';
import { useStore } from 'zustand';
import { useWorkbench } from '../workbench.js';
import { type DeskState, keyOf } from './desk.js';
import { NO_ANSWER, type Answer } from './answer.js';
import type { AskedName } from './lanes.js';
import type { ParamsOf, ResultOf } from './questions.js';
import { byStandard, useStandard } from './standard.js';

type Asked<Name extends AskedName> =
  undefined extends ParamsOf<Name>
    ? [params?: ParamsOf<Name> | null | undefined]
    : [params: ParamsOf<Name> | null];

/**
 * The answer to a question, asked anew with every model as long as the component is mounted. With
 * null for the parameters nothing is asked.
 */
export function useAnswer<Name extends AskedName>(
  question: Name,
  ...[given]: Asked<Name>
): Answer<ResultOf<Name>> {
  const { desk } = useWorkbench();
  const params = byStandard(question, given, useStandard());
  const key = params === null ? null : keyOf(question, params);
  // The key says all that the parameters do: the same ones made anew are not asked again.
  const want = useEffectEvent(() => desk.want(question, params));
  useEffect(() => {
    if (key === null) return;
    return want();
  }, [desk, key]);
  const answer = useStore(desk.state, ({ answers }) => (key === null ? undefined : answers[key]));
  return (answer ?? NO_ANSWER) as Answer<ResultOf<Name>>;
}

/** Part of what the desk knows; the selector gives the same object for the same state. */
export function useDesk<T>(select: (state: DeskState) => T): T {
  return useStore(useWorkbench().desk.state, select);
}

/** The model of the last text without errors; null before there was one. */
export function useModel(): ConflictModel | null {
  return useDesk(({ model }) => model);
}

/** The words that the author gave actors and options. */
export function useWords(): Words | null {
  return useWordsOf(useModel());
}

/** The words of one model: of an answer's own, where that may be of an earlier text. */
export function useWordsOf(model: ConflictModel | null): Words | null {
  return useMemo(() => model && new Words(model), [model]);
}
