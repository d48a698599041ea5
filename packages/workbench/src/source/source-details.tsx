import { bibliography, currentVersion, cslItem } from '@standoff/evidence';
import type { Source } from '@standoff/model';
import { dateInWords } from '@standoff/report';
import { useEffect, useState } from 'react';
import { useHref } from '../routes.js';
import { useSources } from '../workbench.js';
import styles from './source-pane.module.css';

/** What the situation says of a source, and how one cites it. */
export function SourceDetails({ source }: { readonly source: Source }) {
  const href = useHref();
  const { id, title, author, publisher, published, kind, note, url } = source;
  const [open, setOpen] = useState(false);
  return (
    <div className={styles.details}>
      <h3 className={styles.title}>{title}</h3>
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
      {note !== null && <p className={styles.facts}>{note}</p>}
      <a className={styles.id} href={href({ element: id })}>
        @{id}
      </a>
      <details
        className={styles.more}
        onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      >
        <summary>How to cite it</summary>
        {open && <FormattedReference source={source} />}
      </details>
    </div>
  );
}

/** The library that formats is loaded when the reference is first shown. */
function FormattedReference({ source }: { readonly source: Source }) {
  const record = useSources(({ records }) => records.records.find(({ id }) => id === source.id));
  const [shown, setShown] = useState<string | null>(null);
  useEffect(() => {
    let wanted = true;
    const item = cslItem(source, record && currentVersion(record).metadata);
    bibliography([item], 'apa').then(
      ([entry]) => wanted && setShown(entry?.text ?? ''),
      (error: unknown) => wanted && setShown(`The reference cannot be formatted: ${String(error)}`),
    );
    return () => {
      wanted = false;
    };
  }, [source, record]);
  return <p className={styles.reference}>{shown ?? 'Formatting …'}</p>;
}
