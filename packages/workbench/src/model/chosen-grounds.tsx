import { elementsOf } from '@standoff/situation';
import { useMemo } from 'react';
import { useModel } from '../answers/use-answer.js';
import { useRoutePart } from '../routes.js';
import { RestsOn } from '../source/rests-on.js';
import styles from './model-pane.module.css';

/** Below the model: what the element that is chosen rests on, in the very words. */
export function ChosenGrounds() {
  const model = useModel();
  const element = useRoutePart('element');
  const chosen = useMemo(
    () =>
      model === null || element === null
        ? undefined
        : elementsOf(model).find(({ id }) => id === element || id === element.replace('/', '.')),
    [model, element],
  );
  if (chosen === undefined || chosen.kind === 'source' || chosen.kind === 'situation') return null;
  return (
    <details className={styles.grounds} open>
      <summary className={styles.summary}>What it rests on</summary>
      <RestsOn element={chosen} />
    </details>
  );
}
