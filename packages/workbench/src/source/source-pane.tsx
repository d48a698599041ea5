import { Button } from '../design/button.js';
import { later, type MeanwhileProps } from '../layout/later.js';
import { PaneHead } from '../layout/panes.js';
import styles from './source-pane.module.css';

const Sources = later(
  async () => {
    const [{ Sources: Body }] = await Promise.all([
      import('./sources.js'),
      import('./case-sources.js'),
    ]);
    return Body;
  },
  'after the answers',
  Unloaded,
);

/** The sources of the situation. */
export function SourcePane() {
  return (
    <>
      <PaneHead pane="source" title="Source" />
      <Sources />
    </>
  );
}

/** In place of the sources, where they could not be loaded. */
function Unloaded({ again }: MeanwhileProps) {
  return (
    <div className={styles.none} role="note">
      <p>
        The source cannot be shown: the server that the page comes from does not answer. It is shown
        when the server is back; what you have written is kept.
      </p>
      <Button onPress={again}>Try again</Button>
    </div>
  );
}
