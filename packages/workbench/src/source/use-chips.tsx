import { useHref } from '../routes.js';
import type { Use } from './uses.js';
import styles from './source-pane.module.css';

/** The elements that rest on a passage, each linked to where the model has it. */
export function UseChips({ uses }: { readonly uses: readonly Use[] }) {
  const href = useHref();
  return (
    <ul className={styles.chips} aria-label="Used by">
      {uses.map(({ name, id }) => (
        <li key={name}>
          {id === null ? (
            <span className={styles.chip}>{name}</span>
          ) : (
            <a className={styles.chip} href={href({ element: id })}>
              {name}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
