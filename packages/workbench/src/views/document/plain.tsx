import styles from './blocks.module.css';

/** An answer as the command tells it, for questions that have no view of their own making yet. */
export function Plain({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <article className={styles.section}>
      <h2 className={styles.title}>{title}</h2>
      <pre className={styles.plain} tabIndex={0} aria-label={title}>
        {text}
      </pre>
    </article>
  );
}
