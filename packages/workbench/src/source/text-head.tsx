import { counted } from '@standoff/questions';
import type { ReactNode } from 'react';
import { Button } from '../design/button.js';
import { Segments } from '../design/segments.js';
import { useCaseSources, useSources } from '../workbench.js';
import { currentVersion } from '@standoff/evidence/records';
import { EncodingChoice } from './encoding-choice.js';
import { OpenText } from './open-text.js';
import type { TextRead } from './reading.js';
import type { Decided, SuggestionsShown } from './use-suggestions.js';
import type { Uses } from './uses.js';
import styles from './source-pane.module.css';

/** What is said of a text above its paragraphs: how much of it is used, and what was read with doubt. */
export function TextHead({
  source,
  text,
  uses,
  children,
}: {
  readonly source: string;
  readonly text: TextRead;
  readonly uses: Uses;
  /** What stands between the count and the warnings. */
  readonly children: ReactNode;
}) {
  const sources = useCaseSources();
  const numbers = new Set(text.paragraphs.map(({ number }) => number));
  const used = [...numbers].filter((one) => uses.paragraphs.has(one)).length;
  const all = [...numbers].filter((one) => one > 0).length;
  return (
    <>
      <p className={styles.summary}>
        {counted(all, 'paragraph')}, {used} used by the model.{' '}
        <OpenText source={source} label="Another text" />
      </p>
      <Replaced source={source} text={text} />
      {children}
      {text.warnings.map((warning) => (
        <p key={warning} className={styles.facts}>
          {warning}
        </p>
      ))}
      {text.encoding !== undefined && (
        <EncodingChoice
          known={text.encoding}
          onRead={(encoding) => void sources.readAs(source, encoding)}
        />
      )}
    </>
  );
}

/** Says where the text is another one than was recorded for the source, in which references may point elsewhere. */
function Replaced({ source, text }: { readonly source: string; readonly text: TextRead }) {
  const sources = useCaseSources();
  const record = useSources(({ records }) => records.records.find(({ id }) => id === source));
  if (record === undefined || currentVersion(record).text === text.version) return null;
  return (
    <div className={styles.problem} role="alert">
      <p>
        This is not the text that was recorded for the source: the file has been replaced or
        changed. References to its paragraphs may point to other words. Put the recorded file back,
        or record this one if it is meant.
      </p>
      <Button onPress={() => void sources.recordAsIs(source)}>Record this text</Button>
    </div>
  );
}

/** Which suggestions of the reading aid are shown, and how many there are. */
export function AidChoice({
  aid,
  suggestions,
  onAid,
}: {
  readonly aid: SuggestionsShown;
  readonly suggestions: readonly Decided[] | null;
  readonly onAid: (aid: SuggestionsShown) => void;
}) {
  return (
    <div className={styles.summary}>
      <Segments
        label="Suggestions of the reading aid"
        options={[
          { id: 'none', label: 'No suggestions' },
          { id: 'open', label: 'Open' },
          { id: 'all', label: 'All' },
        ]}
        value={aid}
        onChange={onAid}
      />
      {aid !== 'none' && (
        <span role="status">
          {suggestions === null
            ? 'Reading …'
            : `${counted(suggestions.length, 'suggestion')} by rules, some of them wrong`}
        </span>
      )}
    </div>
  );
}
