import { list, type ListItem } from '@standoff/document';
import type { ConflictModel } from '@standoff/model';
import { QUESTIONS, type Lever } from '@standoff/questions';
import { useState } from 'react';
import { Button } from '../../design/button.js';
import { Switch } from '../../design/switch.js';
import { useLasting } from '../../design/lasting.js';
import { NOTHING_SELECTED, useHref } from '../../routes.js';
import { Inlines, Told } from '../../tell/told.js';
import { useVariants, useWorkbench } from '../../workbench.js';
import { isWritable } from './writable.js';
import styles from './overview.module.css';

/** What can only be tried by being written into the text. */
const IN_TEXT: ReadonlySet<Lever['kind']> = new Set(['change', 'answer']);

/** What would lead elsewhere: each a switch, one of them on at a time. */
export function Levers({
  model,
  levers,
  goesOn,
  on,
  text,
  besides,
  onChange,
  onSee,
}: {
  readonly model: ConflictModel;
  readonly levers: readonly Lever[];
  /** Whether some of them are still sought. */
  readonly goesOn: boolean;
  /** The id of the one that is on. */
  readonly on: string | null;
  /** The text with that one, to be kept; null: it is nothing that a text says. */
  readonly text: string | null;
  /** What is said beside them. */
  readonly besides: readonly ListItem[];
  readonly onChange: (id: string | null) => void;
  /** Goes to what the one that is on does, above. */
  readonly onSee: () => void;
}) {
  const href = useHref();
  const soughtOn = useLasting(goesOn);
  return (
    <section
      aria-label="What would change it"
      className={styles.levers}
      data-goes-on={goesOn || undefined}
    >
      <h4 className={styles.sideTitle}>
        What would change it{soughtOn && <span className={styles.sought}> being worked out</span>}
      </h4>
      <ul>
        {levers.map((lever) => (
          <li key={lever.id}>
            {IN_TEXT.has(lever.kind) && !isWritable(model, lever) ? null : (
              <Switch
                isSelected={on === lever.id}
                onChange={(selected) => onChange(selected ? lever.id : null)}
              >
                {lever.name}
              </Switch>
            )}
            <p>
              <Inlines content={lever.told} />
            </p>
            {on === lever.id && (
              <div className={styles.pulled}>
                <Button onPress={onSee}>Before and after</Button>
                {text !== null && <Keep name={lever.name} text={text} />}
              </div>
            )}
          </li>
        ))}
      </ul>
      <Told blocks={list([...besides])} />
      <p className={styles.more}>
        <a href={href({ ...NOTHING_SELECTED, view: 'mediate' })}>{QUESTIONS.mediate.title}</a>
      </p>
    </section>
  );
}

/** Keeps the text with a lever as a variant. */
function Keep({ name, text }: { readonly name: string; readonly text: string }) {
  const { variants } = useWorkbench();
  const href = useHref();
  const { broken, problem } = useVariants((state) => state);
  const [kept, setKept] = useState<string | null>(null);
  const keep = async (): Promise<void> => {
    const variant = await variants.keep(text, { name, note: '', at: new Date() });
    setKept(variant?.id ?? null);
  };
  return (
    <div>
      {kept === null ? (
        <Button
          isDisabled={broken !== null}
          onPress={() => {
            void keep();
          }}
        >
          Keep as a variant
        </Button>
      ) : (
        <p role="status">
          Kept.{' '}
          <a href={href({ ...NOTHING_SELECTED, view: 'compare', from: 'now', to: kept })}>
            Compare it with the text as it stands
          </a>
        </p>
      )}
      {(broken ?? problem) !== null && <p role="alert">{broken ?? problem}</p>}
    </div>
  );
}
