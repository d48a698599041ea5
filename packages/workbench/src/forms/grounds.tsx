import { attachEvidence, detachEvidence, setBecause, type Target } from '@standoff/language/edit';
import type { Evidence } from '@standoff/model';
import { Quote, X } from 'lucide-react';
import { useState } from 'react';
import { Button, IconButton } from '../design/button.js';
import { Field } from '../design/field.js';
import { referenceOf } from '../design/names.js';
import { useEdit } from '../document/use-edit.js';
import { useHref, useRoutePart } from '../routes.js';
import styles from './forms.module.css';
import { Line } from './line.js';
import { useForms } from './situation.js';
import { sound } from './sound.js';

interface Grounded {
  readonly target: Target;
  /** What it is called where one reads what was done. */
  readonly name: string;
  readonly evidence: readonly Evidence[];
  readonly because: string | null;
}

/** What an element rests on: passages, to attach and take away, and the analyst's own reason. */
export function Grounds({ target, name, evidence, because }: Grounded) {
  const { make, refusal } = useEdit();
  const href = useHref();
  const references = [...new Map(evidence.map((one) => [referenceOf(one), one])).entries()];
  return (
    <div className={styles.part} role="group" aria-label={`What ${name} rests on`}>
      <p className={styles.partTitle}>What it rests on</p>
      {references.length === 0 && <p className={styles.soft}>No passage yet.</p>}
      <ul className={styles.references}>
        {references.map(([reference, { source, paragraphs }]) => (
          <li key={reference}>
            <a
              href={href({
                paragraph: paragraphs === null ? source : `${source}:P${paragraphs.from}`,
              })}
            >
              @{reference}
            </a>
            <IconButton
              icon={X}
              label={`Take @${reference} away`}
              onPress={() =>
                make(
                  (text) => detachEvidence(text, target, reference),
                  `took @${reference} from ${name}`,
                )
              }
            />
          </li>
        ))}
      </ul>
      {refusal !== null && <p className={styles.problem}>{refusal}</p>}
      <Attach target={target} name={name} />
      <Line
        label="Because (your own reason)"
        value={because ?? ''}
        put={(text, value) => setBecause(text, target, value === '' ? null : value)}
        what={`changed the reason of ${name}`}
      />
    </div>
  );
}

function Attach({ target, name }: Pick<Grounded, 'target' | 'name'>) {
  const { make, refusal } = useEdit();
  const paragraph = useRoutePart('paragraph');
  const source = useForms().model.sources[0]?.id ?? 'source';
  const [reference, setReference] = useState('');
  const attach = (to: string): boolean =>
    make(
      sound((text) => attachEvidence(text, target, to)),
      `rested ${name} on ${to.startsWith('@') ? to : `@${to}`}`,
    );
  return (
    <form
      className={styles.beside}
      onSubmit={(event) => {
        event.preventDefault();
        if (reference.trim() !== '' && attach(reference.trim())) setReference('');
      }}
    >
      <Field
        label="Rest it on a passage"
        value={reference}
        onChange={setReference}
        code
        problem={refusal}
        hint={`${source}:P7, ${source}:P7-P9, ${source}#annotation or ${source}`}
      />
      <Button type="submit" isDisabled={reference.trim() === ''}>
        Attach<span className="visually-hidden"> to {name}</span>
      </Button>
      {paragraph !== null && (
        <Button onPress={() => attach(paragraph)}>
          <Quote size={15} aria-hidden /> Attach @{paragraph}, shown in the source
        </Button>
      )}
    </form>
  );
}
