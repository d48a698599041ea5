import type { Diagnostic } from '@standoff/model';
import { counted } from '@standoff/questions';
import { ChevronRight } from 'lucide-react';
import { memo, useEffect, useId, useState } from 'react';
import { roving } from '../design/roving.js';
import { go } from '../routes.js';
import { ActorForm } from './actor-form.js';
import { AddButtons } from './add.js';
import { ElementForm } from './element-form.js';
import type { Entry, Section } from './entries.js';
import styles from './forms.module.css';
import { KINDS } from './kinds.js';
import { OpeningRow } from './opening-row.js';
import { Remarks } from './remarks.js';
import { remarksWithin } from './within.js';
import { useForms } from './situation.js';

/** A part of the situation: its heading, and when it is open its elements. */
export const SectionOf = memo(function SectionOf({
  section: { title, entries, adds },
  open,
  readOnly,
  wrong,
}: {
  readonly section: Section;
  /** The row that is open; null where it is none of these. */
  readonly open: string | null;
  readonly readOnly: boolean;
  /** What is to be said about it. */
  readonly wrong: readonly Diagnostic[];
}) {
  const [unfolded, setUnfolded] = useState(false);
  const holdsOpen = open !== null;
  useEffect(() => {
    if (holdsOpen) setUnfolded(true);
  }, [holdsOpen, open]);
  const body = useId();
  return (
    <section className={styles.section}>
      <h3>
        <button
          type="button"
          className={styles.sectionHead}
          aria-expanded={unfolded}
          aria-controls={body}
          onClick={() => {
            if (unfolded && holdsOpen) go({ element: null }, 'replace');
            setUnfolded(!unfolded);
          }}
        >
          <ChevronRight size={16} aria-hidden />
          <span className={styles.sectionTitle}>{title}</span>
          <span className={styles.count}>{entries.length}</span>
          {wrong.length > 0 && (
            <span className={styles.wrongCount}>{counted(wrong.length, 'remark')}</span>
          )}
        </button>
      </h3>
      <div id={body} hidden={!unfolded}>
        {unfolded && (
          <>
            {entries.length === 0 && <p className={styles.soft}>None yet.</p>}
            <ul ref={roving}>
              {entries.map((entry, k) => (
                <Row
                  // By its place: it stays the same row when it is renamed.
                  key={k}
                  entry={entry}
                  open={entry.id === open}
                  readOnly={readOnly}
                  diagnostics={remarksWithin(wrong, entry)}
                />
              ))}
            </ul>
            <fieldset className={styles.plain} disabled={readOnly} aria-label={`New in ${title}`}>
              <AddButtons kinds={adds} />
            </fieldset>
          </>
        )}
      </div>
    </section>
  );
});

const Row = memo(function Row({
  entry,
  open,
  readOnly,
  diagnostics,
}: {
  readonly entry: Entry;
  readonly open: boolean;
  readonly readOnly: boolean;
  readonly diagnostics: readonly Diagnostic[];
}) {
  const { id, kind, label, called, says, evidence } = entry;
  return (
    <OpeningRow
      label={label}
      kind={
        <>
          {called}
          {KINDS[kind].name === 'used' && <code>{id}</code>}
          {!open && <Begun id={id} />}
        </>
      }
      says={says}
      evidence={evidence}
      remarks={<Remarks diagnostics={diagnostics} />}
      open={open}
      address={id}
      closed={null}
    >
      {() => (
        <fieldset className={styles.form} disabled={readOnly} aria-label={label}>
          {kind === 'actor' ? <ActorForm id={id} /> : <ElementForm entry={entry} />}
        </fieldset>
      )}
    </OpeningRow>
  );
});

/** Apart from its row, so that what is written in one form leaves the other rows alone. */
function Begun({ id }: { readonly id: string }) {
  return useForms().drafts.has(id) && <em>not applied yet</em>;
}
