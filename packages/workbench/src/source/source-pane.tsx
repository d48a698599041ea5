import { later } from '../layout/later.js';
import { PaneHead } from '../layout/panes.js';

const Sources = later(async () => {
  const [{ Sources: Body }] = await Promise.all([
    import('./sources.js'),
    import('./case-sources.js'),
  ]);
  return Body;
});

/** The sources of the situation. */
export function SourcePane() {
  return (
    <>
      <PaneHead pane="source" title="Source" />
      <Sources />
    </>
  );
}
