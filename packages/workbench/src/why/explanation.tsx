import { counted, tellExplanation, type ExplanationResult } from '@standoff/questions';
import { useState } from 'react';
import { useWords } from '../answers/use-answer.js';
import { Button } from '../design/button.js';
import { Told } from '../tell/told.js';
import styles from './why-panel.module.css';

/** So many improvements are told at first: the best of those that decide. */
const TOLD = 3;

/** Why a state is stable or not for one actor under one concept, in sentences. */
export function Explanation({ result }: { readonly result: ExplanationResult }) {
  const words = useWords();
  const [all, setAll] = useState(false);
  if (words === null) return null;
  const rest = all ? 0 : result.improvements.length - TOLD;
  return (
    <div className={styles.reasons}>
      <Told blocks={tellExplanation(words, result, rest > 0 ? TOLD : undefined)} />
      {rest > 0 && (
        <Button onPress={() => setAll(true)}>Show {counted(rest, 'more better move')}</Button>
      )}
    </div>
  );
}
