import { Segments } from '../design/segments.js';
import { later } from '../layout/later.js';
import { PaneBody, PaneHead } from '../layout/panes.js';
import { useSettings } from '../layout/settings.js';
import styles from './model-pane.module.css';

const Editor = later(async () => (await import('./editor.js')).Editor, 'at once');
const Problems = later(async () => (await import('./problems.js')).Problems);
const Forms = later(async () => (await import('../forms/forms.js')).Forms);

/** The situation, as text or as forms that edit the same text. */
export function ModelPane() {
  const as = useSettings(({ modelAs }) => modelAs);
  return (
    <>
      <PaneHead pane="model" title="Model">
        <Segments
          label="Show the model as"
          options={[
            { id: 'text', label: 'Text' },
            { id: 'forms', label: 'Forms' },
          ]}
          value={as}
          onChange={(modelAs) => useSettings.setState({ modelAs })}
        />
      </PaneHead>
      {as === 'text' ? (
        <div className={styles.editor}>
          <Editor />
          <Problems />
        </div>
      ) : (
        <PaneBody>
          <Forms />
        </PaneBody>
      )}
    </>
  );
}
