import { Suspense } from 'react';
import { NOTHING_SELECTED, useHref, useRoute } from '../routes.js';
import { VIEWS } from '../views/index.js';
import { WhyPanel } from '../why/why-panel.js';
import styles from './answers-pane.module.css';

/** The view that the address names; the first where it names none. */
export function useView() {
  const { view } = useRoute();
  return VIEWS.find(({ id }) => id === view) ?? VIEWS[0];
}

/** The answers: a view, and beside it why a state holds or not. */
export function AnswersPane() {
  const { state } = useRoute();
  const { id, title, usesState, component: View } = useView();
  const href = useHref();
  return (
    <>
      <nav className={styles.nav} aria-label="Views">
        {VIEWS.map((view) => (
          <a
            key={view.id}
            className={styles.link}
            href={href({ ...NOTHING_SELECTED, view: view.id })}
            {...(view.id === id ? { 'aria-current': 'page' as const } : {})}
          >
            {view.title}
          </a>
        ))}
      </nav>
      <div className={styles.stage}>
        <section className={styles.view} aria-label={title} tabIndex={0}>
          <h2 className="visually-hidden">{title}</h2>
          <Suspense fallback={null}>
            <View />
          </Suspense>
        </section>
        {state !== null && !usesState && (
          <aside className={styles.why} aria-label="Why">
            <WhyPanel decimal={Number(state)} />
          </aside>
        )}
      </div>
    </>
  );
}
