import type { EditResult } from '@standoff/language';
import {
  detachEvidence,
  setBecause,
  setDegree,
  setPerhaps,
  setRedLine,
  setWants,
  setWishName,
} from '@standoff/language/edit';
import { degreeOfStatement, degreeWord, type PreferenceStatement } from '@standoff/model';
import { capitalised } from '@standoff/questions';
import { X } from 'lucide-react';
import { useState } from 'react';
import { Button, IconButton } from '../../design/button.js';
import { Choice } from '../../design/choice.js';
import { Segments } from '../../design/segments.js';
import { Dialog } from '../../design/dialog.js';
import { Field } from '../../design/field.js';
import { referenceOf } from '../../design/names.js';
import { useEdit } from '../../document/use-edit.js';
import styles from './preferences.module.css';

/** All that can be said of one statement. Each change is made at once and can be undone. */
export function StatementDialog({
  statement,
  title,
  words,
  close,
}: {
  readonly statement: PreferenceStatement;
  readonly title: string;
  readonly words: string;
  readonly close: () => void;
}) {
  const {
    id,
    text: written,
    perhaps,
    because,
    evidence,
    redLine,
    label: name,
    equally,
  } = statement;
  return (
    <Dialog title={title} isOpen onClose={close}>
      <div className={styles.dialog}>
        <p className={styles.words}>{words}</p>
        <Written
          label="It wants"
          code
          value={equally?.text ?? written}
          put={(text, value) => setWants(text, id, value)}
          what={`changed what ${id} wants`}
        />
        <Written
          label="What it is called (may be left out)"
          value={name ?? equally?.label ?? ''}
          put={(text, value) => setWishName(text, id, value.trim() === '' ? null : value)}
          what={`named ${id}`}
        />
        <RedLine id={id} redLine={redLine === true} />
        {!redLine && (
          <>
            <Doubt id={id} perhaps={perhaps} />
            <Degree id={id} degree={degreeOfStatement(statement)} />
          </>
        )}
        <Written
          label="Because (your own reason)"
          value={because ?? ''}
          put={(text, value) => setBecause(text, id, value.trim() === '' ? null : value)}
          what={`changed the reason of ${id}`}
        />
        <Grounds id={id} references={[...new Set(evidence.map(referenceOf))]} />
      </div>
    </Dialog>
  );
}

/** A line that is put into the text when it is sent off. */
function Written({
  label,
  value,
  code = false,
  put,
  what,
}: {
  readonly label: string;
  readonly value: string;
  readonly code?: boolean;
  readonly put: (text: string, value: string) => EditResult;
  readonly what: string;
}) {
  const { make, refusal } = useEdit();
  const [written, write] = useState(value);
  return (
    <form
      className={styles.adding}
      onSubmit={(event) => {
        event.preventDefault();
        if (written !== value) make((text) => put(text, written), what);
      }}
    >
      <Field label={label} value={written} onChange={write} code={code} problem={refusal} />
      <Button type="submit" isDisabled={written === value}>
        Apply
      </Button>
    </form>
  );
}

function RedLine({ id, redLine }: { readonly id: string; readonly redLine: boolean }) {
  const { make, refusal } = useEdit();
  return (
    <>
      <div className={styles.choices}>
        <Segments
          label="Whether it is given up for something"
          options={[
            { id: 'wish', label: 'a wish' },
            { id: 'line', label: 'a red line' },
          ]}
          value={redLine ? 'line' : 'wish'}
          onChange={(chosen) =>
            make(
              (text) => setRedLine(text, id, chosen === 'line'),
              chosen === 'line' ? `made ${id} a red line` : `made ${id} a wish`,
            )
          }
        />
      </div>
      {refusal !== null && <p className={styles.problem}>{refusal}</p>}
    </>
  );
}

function Doubt({ id, perhaps }: Pick<PreferenceStatement, 'id' | 'perhaps'>) {
  const { make, refusal } = useEdit();
  const chance = perhaps?.probability ?? null;
  return (
    <>
      <div className={styles.choices}>
        <Segments
          label="Whether it is certain"
          options={[
            { id: 'certain', label: 'certain' },
            { id: 'perhaps', label: 'perhaps' },
          ]}
          value={perhaps === null ? 'certain' : 'perhaps'}
          onChange={(chosen) =>
            make(
              (text) => setPerhaps(text, id, chosen === 'certain' ? null : { percent: null }),
              chosen === 'certain' ? `took ${id} as certain` : `put ${id} in doubt`,
            )
          }
        />
      </div>
      {perhaps !== null && (
        <Written
          key={chance}
          label="With a chance of, in percent (may be left out)"
          value={chance === null ? '' : String(Number((chance * 100).toFixed(6)))}
          put={(text, value) =>
            setPerhaps(text, id, { percent: value.trim() === '' ? null : Number(value) })
          }
          what={`set the chance of ${id}`}
        />
      )}
      {refusal !== null && <p className={styles.problem}>{refusal}</p>}
    </>
  );
}

function Degree({ id, degree }: { readonly id: string; readonly degree: number }) {
  const { make, refusal } = useEdit();
  const most = Math.max(4, degree);
  return (
    <>
      <Choice
        label="How much it is preferred to what does not satisfy it"
        options={Array.from({ length: most }, (_, k) => ({
          id: String(k + 1),
          label: capitalised(degreeWord(k + 1) || 'preferred'),
        }))}
        value={String(degree)}
        onChange={(chosen) =>
          make((text) => setDegree(text, id, Number(chosen)), `said how much ${id} is wanted`)
        }
      />
      {refusal !== null && <p className={styles.problem}>{refusal}</p>}
    </>
  );
}

/** What it rests on, to be taken away. */
function Grounds({ id, references }: { readonly id: string; readonly references: string[] }) {
  const { make, refusal } = useEdit();
  if (references.length === 0) return <p className={styles.soft}>It rests on no passage.</p>;
  return (
    <div>
      <p className={styles.soft}>It rests on</p>
      <ul className={styles.grounds}>
        {references.map((reference) => (
          <li key={reference}>
            <code>@{reference}</code>
            <IconButton
              icon={X}
              label={`Take @${reference} away`}
              onPress={() =>
                make(
                  (text) => detachEvidence(text, id, `@${reference}`),
                  `took @${reference} from ${id}`,
                )
              }
            />
          </li>
        ))}
      </ul>
      {refusal !== null && <p className={styles.problem}>{refusal}</p>}
    </div>
  );
}
