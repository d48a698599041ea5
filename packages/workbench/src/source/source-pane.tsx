import { lazy } from 'react';
import { Later } from '../layout/later.js';
import { PaneHead } from '../layout/panes.js';

const Sources = lazy(async () => ({ default: (await import('./sources.js')).Sources }));

/** The sources of the situation. */
export function SourcePane() {
  return (
    <>
      <PaneHead pane="source" title="Source" />
      <Later>
        <Sources />
      </Later>
    </>
  );
}
