import { Button } from '../design/button.js';
import { Segments } from '../design/segments.js';
import { later, type MeanwhileProps } from '../layout/later.js';
import { PaneBody, PaneHead } from '../layout/panes.js';
import { useSettings } from '../layout/settings.js';
import { useText } from '../workbench.js';
import styles from './model-pane.module.css';

const Editor = later(async () => (await import('./editor.js')).Editor, 'at once', Kept);
const Problems = later(async () => (await import('./problems.js')).Problems);
const Forms = later(
  async () => (await import('../forms/forms.js')).Forms,
  'after the answers',
  Kept,
);
const ChosenGrounds = later(async () => {
  const [{ ChosenGrounds: Body }] = await Promise.all([
    import('./chosen-grounds.js'),
    import('../source/case-sources.js'),
  ]);
  return Body;
});

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
      <ChosenGrounds />
    </>
  );
}

/** In place of what edits the text, where that could not be loaded: the text itself is at hand. */
function Kept({ again }: MeanwhileProps) {
  const text = useText();
  return (
    <>
      <div className={styles.unloaded} role="note">
        <p>This can be read but not edited until the server that the page comes from is back.</p>
        <Button onPress={again}>Try again</Button>
      </div>
      <pre className={styles.kept} tabIndex={0} aria-label="The situation as text">
        {text}
      </pre>
    </>
  );
}
