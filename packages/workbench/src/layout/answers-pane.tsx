import { useEffect, useRef } from 'react';
import { roving } from '../design/roving.js';
import { NOTHING_SELECTED, useHref, useRoutePart } from '../routes.js';
import { VIEWS } from '../views/index.js';
import plain from '../design/plain.module.css';
import { GROUPS } from '../views/view.js';
import styles from './answers-pane.module.css';
import { useKeptPlaces } from './kept-places.js';
import { later } from './later.js';
import { Working } from './working.js';

/** Nobody asks why before there is an answer. */
const WhyPanel = later(async () => (await import('../why/why-panel.js')).WhyPanel, 'at once');

/** It asks for all states, for which the view itself would have to wait. */
const WhatChanged = later(async () => (await import('../changes/what-changed.js')).WhatChanged);

/** The view that the address names; the first where it names none. */
export function useView() {
  const view = useRoutePart('view');
  return VIEWS.find(({ id }) => id === view) ?? VIEWS[0];
}

/** The answers: a view, and beside it why a state holds or not. */
export function AnswersPane() {
  const state = useRoutePart('state');
  const { id, title, group, usesState, component: View } = useView();
  const stage = useKeptPlaces();
  return (
    <>
      <Navigation />
      <div ref={stage} className={styles.stage}>
        <div className={styles.main}>
          <div className={styles.shown}>
            {/* Another one for each view, so that it opens at its top. */}
            <section
              key={id}
              className={styles.view}
              aria-label={title}
              tabIndex={0}
              data-scrolls="view"
            >
              <h2 className="visually-hidden">{title}</h2>
              <View />
            </section>
            <Working />
          </div>
          {group !== 'explain' && <WhatChanged isAsked={id === 'preferences'} />}
        </div>
        {state !== null && !usesState && (
          <aside
            key={state}
            ref={roving}
            className={styles.why}
            aria-label="Why"
            data-scrolls="why"
          >
            <WhyPanel decimal={state} />
          </aside>
        )}
      </div>
    </>
  );
}

/** What the views are about, and below it those of the group that is open. */
function Navigation() {
  const open = useView();
  const href = useHref();
  const to = (view: string): string => href({ ...NOTHING_SELECTED, view });
  const within = (group: string) => VIEWS.filter((view) => view.group === group);
  // On a narrow screen the rows are longer than it is wide; and there the pane is not shown at first.
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    const nav = place.current!;
    const watching = new ResizeObserver(() => {
      for (const link of nav.querySelectorAll('[aria-current]'))
        link.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    });
    watching.observe(nav);
    return () => watching.disconnect();
  }, [open.id]);
  return (
    <nav ref={place} className={styles.nav} aria-label="Views">
      <ul className={styles.groups}>
        {GROUPS.map(({ id, title }) => (
          <li key={id}>
            <a
              className={styles.group}
              href={to(within(id)[0].id)}
              {...(id === open.group ? { 'aria-current': 'true' as const } : {})}
            >
              {title}
            </a>
          </li>
        ))}
      </ul>
      <ul className={`${styles.views} ${plain.scroll}`}>
        {within(open.group).map(({ id, title }) => (
          <li key={id}>
            <a
              className={styles.link}
              href={to(id)}
              {...(id === open.id ? { 'aria-current': 'page' as const } : {})}
            >
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
