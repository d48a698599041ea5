import { CONCEPTS, DEFINITIONS } from '@standoff/engine';
import { Switch } from '../design/switch.js';
import { Dialog } from '../design/dialog.js';
import { useSettings } from './settings.js';
import { SHORTCUTS } from './shortcuts.js';
import styles from './help.module.css';

export function Help({
  isOpen,
  onClose,
}: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}) {
  const singleKeys = useSettings((settings) => settings.singleKeys);
  return (
    <Dialog title="Help" isOpen={isOpen} onClose={onClose}>
      <div className={styles.columns}>
        <section>
          <h3>What you see</h3>
          <p>
            What follows from the situation. At the left edge the sources and the situation itself,
            as text or forms, are opened beside it; a reference or a name opens them at its place.
            Change the text and the answers change with it. Every verdict can be clicked: a panel
            says why. Nothing leaves this machine.
          </p>
        </section>
        <section>
          <h3>Keyboard</h3>
          <dl className={styles.keys}>
            {SHORTCUTS.map(({ keys, does }) => (
              <div key={keys} style={{ display: 'contents' }}>
                <dt>
                  {keys.split(' ').map((key, k) => (
                    <span key={key}>
                      {k > 0 && ' '}
                      <kbd>{key}</kbd>
                    </span>
                  ))}
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
          <Switch
            isSelected={singleKeys}
            onChange={(on) => useSettings.setState({ singleKeys: on })}
          >
            Shortcuts of a single key
          </Switch>
        </section>
        <section>
          <h3>A decision maker stays in a state …</h3>
          <dl className={styles.words}>
            {CONCEPTS.map((concept) => (
              <div key={concept}>
                <dt>{concept}</dt>
                <dd>if {DEFINITIONS[concept].meaning}.</dd>
              </div>
            ))}
          </dl>
        </section>
        <section>
          <h3>Licences</h3>
          <p>
            Standoff is licensed under the Apache License 2.0. It is built with the work of others:{' '}
            <a href="THIRD-PARTY-NOTICES.txt" target="_blank" rel="noreferrer">
              their names and licences
            </a>
            .
          </p>
        </section>
      </div>
    </Dialog>
  );
}
