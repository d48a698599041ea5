import { useEffect, useState } from 'react';
import { useModel } from '../answers/use-answer.js';
import { Choice } from '../design/choice.js';
import { go, useRoutePart } from '../routes.js';
import { useSources } from '../workbench.js';
import { AddSource } from './add-source.js';
import { SourceDetails } from './source-details.js';
import { SourceTextView } from './source-text-view.js';
import styles from './source-pane.module.css';

/** One source at a time: what is known of it, its text, and what rests on it. */
export function Sources() {
  const sources = useModel()?.sources ?? [];
  const problem = useSources((state) => state.problem);
  const paragraph = useRoutePart('paragraph');
  const addressed = paragraph?.split(/[:#]/)[0] ?? null;
  const [last, setLast] = useState(addressed);
  useEffect(() => {
    if (addressed !== null) setLast(addressed);
  }, [addressed]);
  const source = sources.find(({ id }) => id === (addressed ?? last)) ?? sources[0];
  if (source === undefined)
    return (
      <>
        <p className={styles.none}>The situation names no source.</p>
        <AddSource />
      </>
    );
  return (
    <>
      {sources.length > 1 && (
        <div className={styles.choice}>
          <Choice
            label="Source"
            hideLabel
            options={sources.map(({ id, title }) => ({ id, label: title }))}
            value={source.id}
            onChange={(id) => go({ paragraph: id })}
          />
        </div>
      )}
      {problem !== null && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      <SourceTextView key={source.id} source={source}>
        <SourceDetails source={source} />
      </SourceTextView>
    </>
  );
}
