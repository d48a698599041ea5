import type { ConflictModel } from '@standoff/model';
import { headline, tellChange, type TextChange } from '@standoff/questions';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { useEffect, useId, useState, useSyncExternalStore } from 'react';
import type { Desk } from '../answers/desk.js';
import { useAnswer, useModel, useWords } from '../answers/use-answer.js';
import { Button } from '../design/button.js';
import { Told } from '../tell/told.js';
import { useWorkbench } from '../workbench.js';
import { LastChange } from './last-change.js';
import styles from './what-changed.module.css';

/** The last change of each open case, kept while other views are shown. */
const LAST = new WeakMap<Desk, LastChange>();

/** The last change of the text, whoever made it, and why the text as it stands cannot be compared. */
function useLastChange(): { readonly change: TextChange | null; readonly problem: string | null } {
  const { desk } = useWorkbench();
  let last = LAST.get(desk);
  if (!last) LAST.set(desk, (last = new LastChange()));
  const { state, result, version, problem } = useAnswer('table');
  useEffect(() => {
    const { model, read } = desk.state.getState();
    if (state === 'current' && result !== null && model !== null && read === version)
      last.take({ model, table: result }, performance.now());
  }, [desk, last, state, result, version]);
  const change = useSyncExternalStore(last.subscribe, () => last.change);
  return { change, problem: state === 'failed' ? (problem?.message ?? null) : null };
}

/**
 * What the last change of the text did, whether it was made in the text, by a form or by a view.
 * @param isAsked in the view in which one changes things: it is told in full, and before there is any change.
 */
export function WhatChanged({ isAsked }: { readonly isAsked: boolean }) {
  const { change, problem } = useLastChange();
  const model = useModel();
  const title = useId();
  const [chosen, choose] = useState<boolean | null>(null);
  if (!isAsked && change === null) return null;
  const open = chosen ?? (isAsked && window.matchMedia('(min-width: 56rem)').matches);
  return (
    <section className={styles.bar} aria-labelledby={title}>
      <div className={styles.head}>
        <div className={styles.said}>
          <h3 id={title} className={styles.title}>
            What this change did
          </h3>
          <p role="status" className={styles.headline}>
            {problem !== null
              ? `The text as it stands cannot be compared: ${problem}.`
              : change === null
                ? 'Nothing has been changed yet. Change a statement or the text, and it is told here.'
                : headline(change)}
          </p>
        </div>
        {change !== null && (
          <Button look="quiet" aria-expanded={open} onPress={() => choose(!open)}>
            {open ? 'Less' : 'More'}
            {open ? <ChevronDown size={15} aria-hidden /> : <ChevronUp size={15} aria-hidden />}
          </Button>
        )}
      </div>
      {change !== null && model !== null && open && <Details change={change} model={model} />}
    </section>
  );
}

function Details({
  change,
  model,
}: {
  readonly change: TextChange;
  readonly model: ConflictModel;
}) {
  const words = useWords();
  if (words === null) return null;
  return (
    <div className={styles.told} tabIndex={0} role="region" aria-label="What changed in detail">
      <Told blocks={tellChange(words, change, model)} />
    </div>
  );
}
