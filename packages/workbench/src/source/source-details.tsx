import { bibliography, cslItem } from '@standoff/evidence/cite';
import { currentVersion } from '@standoff/evidence/records';
import type { Source } from '@standoff/model';
import { isWebAddress } from '@standoff/document';
import { dateInWords } from '@standoff/questions';
import { useHref } from '../routes.js';
import { useSources } from '../workbench.js';
import styles from './source-pane.module.css';

/** What the situation says of a source, and how one cites it. */
export function SourceDetails({ source }: { readonly source: Source }) {
  const href = useHref();
  const { id, title, author, publisher, published, kind, note, url } = source;
  return (
    <div className={styles.details}>
      <h3 className={styles.title}>{title}</h3>
      <p className={styles.facts}>
        {[author, publisher, published && dateInWords(published), kind].filter(Boolean).join(' · ')}
      </p>
      {url !== null && (
        <p className={styles.facts}>
          {isWebAddress(url) ? (
            <a href={url} rel="noreferrer">
              {url}
            </a>
          ) : (
            url
          )}
        </p>
      )}
      {note !== null && <p className={styles.facts}>{note}</p>}
      <a className={styles.id} href={href({ element: id })}>
        @{id}
      </a>
      <details className={styles.more}>
        <summary>How to cite it</summary>
        <FormattedReference source={source} />
      </details>
    </div>
  );
}

function FormattedReference({ source }: { readonly source: Source }) {
  const record = useSources(({ records }) => records.records.find(({ id }) => id === source.id));
  const item = cslItem(source, record && currentVersion(record).metadata);
  return <p className={styles.reference}>{bibliography([item], 'apa')[0]?.text}</p>;
}
