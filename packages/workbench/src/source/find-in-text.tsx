import { useState, type RefObject } from 'react';
import { Button } from '../design/button.js';
import type { Range } from './passage.js';
import styles from './source-pane.module.css';

/** A field that goes from one place of some words to the next: the page holds only what is near. */
export function FindInText({
  field,
  places,
  at,
  onWords,
  onStep,
  onChoose,
}: {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly places: readonly Range[];
  /** Which of the places is shown. */
  readonly at: number;
  readonly onWords: (words: string) => void;
  readonly onStep: (by: -1 | 1) => void;
  /** Chooses the words where they are shown; null: none are. */
  readonly onChoose: (() => void) | null;
}) {
  const [words, setWords] = useState('');
  return (
    <div className={styles.find} role="search">
      <input
        ref={field}
        type="search"
        dir="auto"
        aria-label="Find in the text"
        placeholder="Find in the text"
        value={words}
        onChange={({ target: { value } }) => {
          setWords(value);
          onWords(value);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          onStep(event.shiftKey ? -1 : 1);
        }}
      />
      {places.length > 1 && (
        <>
          <Button look="quiet" onPress={() => onStep(-1)}>
            Previous
          </Button>
          <Button look="quiet" onPress={() => onStep(1)}>
            Next
          </Button>
        </>
      )}
      {onChoose !== null && <Button onPress={onChoose}>Choose</Button>}
      <span role="status">
        {words.trim() === ''
          ? ''
          : places.length === 0
            ? 'Not found'
            : `${at + 1} of ${places.length}`}
      </span>
    </div>
  );
}
