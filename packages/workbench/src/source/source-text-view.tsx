import type { Source } from '@standoff/model';
import { useEffect, useMemo, type ReactNode } from 'react';
import { useModel } from '../answers/use-answer.js';
import { useCaseSources, useReached, useSources } from '../workbench.js';
import { CitedParagraphs } from './cited-paragraphs.js';
import { EncodingChoice } from './encoding-choice.js';
import { DropText, OpenText } from './open-text.js';
import { Paragraphs } from './paragraphs.js';
import { usesOf } from './uses.js';
import styles from './source-pane.module.css';

/** The text of a source with what rests on it; where it is not at hand, which paragraphs are cited. */
export function SourceTextView({
  source: { id },
  children,
}: {
  readonly source: Source;
  /** What stands above the text, and scrolls with it. */
  readonly children: ReactNode;
}) {
  const sources = useCaseSources();
  const model = useModel()!;
  const text = useSources(({ texts }) => texts[id]);
  const annotations = useSources((state) => state.annotations);
  const reached = useReached();
  useEffect(() => {
    if (!reached) return;
    const look = (): void => void sources.want(id);
    look();
    // One may have put the text where it belongs meanwhile.
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, [sources, id, reached]);
  const uses = useMemo(() => usesOf(model, id, annotations), [model, id, annotations]);
  if (text?.is === 'read')
    return (
      <DropText source={id}>
        <Paragraphs source={id} text={text.text} uses={uses}>
          {children}
        </Paragraphs>
      </DropText>
    );
  return (
    <DropText source={id}>
      <div className={styles.scroll}>
        {children}
        <div className={styles.open}>
          {text === undefined || text.is === 'reading' ? (
            <p role="status">Reading the text …</p>
          ) : (
            <>
              {text.is === 'failed' ? (
                <>
                  <p className={styles.problem} role="alert">
                    {text.message} {text.hint}
                  </p>
                  {text.unread !== null && (
                    <EncodingChoice onRead={(encoding) => void sources.readAs(id, encoding)} />
                  )}
                </>
              ) : (
                <p>The text is not at hand. Open it, or drop it here: it stays with the case.</p>
              )}
              <OpenText source={id} label="Open the text" />
              <p className={styles.facts}>
                Plain text, Markdown, a web page, PDF, Word, OpenDocument, RTF, EPUB, a mail or
                subtitles.
              </p>
            </>
          )}
        </div>
        <CitedParagraphs source={id} uses={uses} />
      </div>
    </DropText>
  );
}
