import type { StateShown } from '@standoff/situation';
import { useHref } from '../../routes.js';
import styles from './teaching.module.css';

/** A state by number and name; the link begins the lesson about it. */
export function LessonState({ state: { name } }: { readonly state: StateShown }) {
  const href = useHref();
  return (
    <a
      className={styles.state}
      href={href({ state: String(name.decimal), step: null })}
      title="The lesson about this state"
    >
      #{name.decimal}
      {name.label !== null && (
        <>
          {' '}
          <em className={styles.name}>{name.label}</em>
        </>
      )}
    </a>
  );
}
