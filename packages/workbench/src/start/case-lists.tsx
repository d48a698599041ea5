import { counted, dateInWords } from '@standoff/questions';
import { Undo2, X } from 'lucide-react';
import { IconButton } from '../design/button.js';
import type { BundledCase } from '../files/bundled.js';
import { formatRoute, NOTHING_SELECTED } from '../routes.js';
import type { Removal } from './removal.js';
import styles from './start.module.css';

/** The reader's own cases, then the bundled ones. */
export function CaseLists({
  bundled,
  stored,
  onRemove,
}: {
  readonly bundled: readonly BundledCase[];
  /** Names of cases in the browser's storage. */
  readonly stored: readonly string[];
  readonly onRemove: (removal: Removal) => void;
}) {
  const own = stored.filter((name) => !bundled.some((one) => one.name === name));
  return (
    <>
      {own.length > 0 && (
        <section>
          <h2 className={styles.heading}>Yours, in this browser</h2>
          <ul className={styles.cases}>
            {own.map((name) => (
              <li key={name} className={styles.case}>
                <a href={addressOf(name)} dir="auto">
                  {name}
                </a>
                <IconButton
                  icon={X}
                  label={`Remove ${name}`}
                  onPress={() => onRemove({ name, isBundled: false })}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2 className={styles.heading}>Cases</h2>
        <ul className={styles.cases}>
          {bundled.map((one) => (
            <li key={one.name} className={styles.case}>
              <div>
                <a href={addressOf(one.name)}>{one.title}</a>
                <p className={styles.size}>
                  {[
                    one.asOf === null ? '' : dateInWords(one.asOf),
                    counted(one.actors, 'actor'),
                    counted(one.options, 'option'),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                  {stored.includes(one.name) && ' · changed by you'}
                </p>
              </div>
              {stored.includes(one.name) && (
                <IconButton
                  icon={Undo2}
                  label={`Drop your changes to “${one.title}”`}
                  onPress={() => onRemove({ name: one.name, isBundled: true })}
                />
              )}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function addressOf(name: string): string {
  return formatRoute({ view: '', standard: null, ...NOTHING_SELECTED, case: name });
}
