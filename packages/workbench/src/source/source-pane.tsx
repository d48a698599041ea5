import type { Source } from '@standoff/model';
import { counted, dateInWords } from '@standoff/report';
import { useEffect, useRef } from 'react';
import { useModel } from '../answers/use-answer.js';
import { PaneBody, PaneHead } from '../layout/panes.js';
import { useHref, useRoute } from '../routes.js';
import styles from './source-pane.module.css';

/** The sources of the situation and what is known of them. */
export function SourcePane() {
  const sources = useModel()?.sources ?? [];
  return (
    <>
      <PaneHead pane="source" title="Source" />
      <PaneBody>
        {sources.length === 0 ? (
          <p className={styles.none}>The situation names no source.</p>
        ) : (
          <ul className={styles.list}>
            {sources.map((source) => (
              <SourceEntry key={source.id} source={source} />
            ))}
          </ul>
        )}
      </PaneBody>
    </>
  );
}

function SourceEntry({ source }: { readonly source: Source }) {
  const href = useHref();
  const { paragraph } = useRoute();
  const chosen = paragraph?.split(':')[0] === source.id;
  const entry = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (chosen) entry.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen, paragraph]);
  const { author, publisher, published, kind, note, url } = source;
  return (
    <li ref={entry} className={styles.source} data-chosen={chosen}>
      <h3 className={styles.title}>{source.title}</h3>
      <p className={styles.facts}>
        {[author, publisher, published && dateInWords(published), kind].filter(Boolean).join(' · ')}
      </p>
      {url !== null && (
        <p className={styles.facts}>
          <a href={url} rel="noreferrer">
            {url}
          </a>
        </p>
      )}
      {note !== null && <p className={styles.note}>{note}</p>}
      <a className={styles.id} href={href({ element: source.id })}>
        @{source.id}
        {chosen && paragraph?.includes(':') ? `:${paragraph.split(':')[1]}` : ''}
      </a>{' '}
      <span className={styles.facts}>
        <Uses id={source.id} />
      </span>
    </li>
  );
}

/** How many elements rest on a source. */
function Uses({ id }: { readonly id: string }) {
  const model = useModel();
  if (model === null) return null;
  const uses = JSON.stringify(model).split(`{"source":"${id}"`).length - 1;
  return uses === 0 ? 'nothing rests on it' : counted(uses, 'reference');
}
