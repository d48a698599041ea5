import { FORMATS } from '@standoff/evidence';
import { counted, dateInWords } from '@standoff/questions';
import { useState } from 'react';
import { Button } from '../design/button.js';
import { Dialog } from '../design/dialog.js';
import { Field } from '../design/field.js';
import { Switch } from '../design/switch.js';
import { PASTED, stemOf } from './kind-of.js';
import type { GivenText } from './new-case.js';
import styles from './start.module.css';

/** What is asked before a situation is begun. */
export interface Beginning {
  readonly title: string;
  readonly name: string;
  /** Whether the reading aid shows what it finds. */
  readonly aid: boolean;
}

/** So many paragraphs are shown of a text. */
const SHOWN = 8;

/** Asks for title and name of a new situation, and shows what was read to begin it with. */
export function BeginDialog({
  texts,
  unread,
  freeName,
  onBegin,
  onClose,
}: {
  readonly texts: readonly GivenText[];
  /** What could not be read, with why. */
  readonly unread: readonly string[];
  /** The name, or where it is taken the next one that is free. */
  readonly freeName: (wished: string) => string;
  /** @returns why it was not begun; null where it was */
  readonly onBegin: (beginning: Beginning) => Promise<string | null>;
  readonly onClose: () => void;
}) {
  const [first] = texts;
  const { title: found } = first.text.metadata;
  // What was pasted has no name of its own.
  const stem = first.file === PASTED && found !== null ? found : stemOf(first.file);
  const [title, setTitle] = useState(found ?? stem);
  const [name, setName] = useState(() => freeName(stem));
  const [aid, setAid] = useState(true);
  const [refused, setRefused] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const wanted = name.trim();
  const problem =
    wanted === ''
      ? 'It needs a name.'
      : freeName(wanted) !== wanted
        ? `A case called “${wanted}” is here already. Choose another name: ${freeName(wanted)} is free.`
        : null;
  const begin = async (): Promise<void> => {
    setBusy(true);
    setRefused(await onBegin({ title: title.trim() || stem, name: wanted, aid }));
    setBusy(false);
  };
  return (
    <Dialog title="A new situation" isOpen onClose={onClose}>
      <form
        className={styles.begin}
        onSubmit={(event) => {
          event.preventDefault();
          if (problem === null && !busy) void begin();
        }}
      >
        <Field label="Title" value={title} onChange={setTitle} autoFocus />
        <Field
          label="Name of the case"
          value={name}
          onChange={setName}
          problem={problem}
          hint="Under this name it stays in this browser"
        />
        {texts.map((one) => (
          <TextGiven key={one.file} given={one} />
        ))}
        {unread.map((why) => (
          <p key={why} className={styles.problem} role="alert">
            {why}
          </p>
        ))}
        <Switch isSelected={aid} onChange={setAid}>
          Show what the reading aid finds, to accept or to reject
        </Switch>
        {refused !== null && (
          <p className={styles.problem} role="alert">
            {refused}
          </p>
        )}
        <div className={styles.actions}>
          <Button type="submit" look="primary" isDisabled={busy}>
            Begin
          </Button>
          <Button onPress={onClose}>Cancel</Button>
        </div>
      </form>
    </Dialog>
  );
}

/** A text as it was read: what it says of itself, and its first paragraphs. */
function TextGiven({ given: { file, text } }: { readonly given: GivenText }) {
  const { metadata, paragraphs, format, warnings } = text;
  const { title, author, published, publisher } = metadata;
  const last = paragraphs.reduce((most, { number }) => Math.max(most, number), 0);
  return (
    <section className={styles.given} aria-label={title ?? file}>
      <h3 dir="auto">{title ?? file}</h3>
      <p className={styles.size}>
        {[
          author,
          publisher,
          published === null ? null : dateInWords(published),
          FORMATS[format].name,
          counted(last, 'paragraph'),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {warnings.map((warning) => (
        <p key={warning} className={styles.size}>
          {warning}
        </p>
      ))}
      <ol className={styles.first} aria-label="The first paragraphs" tabIndex={0}>
        {paragraphs.slice(0, SHOWN).map(({ start, end, number }) => (
          <li key={start}>
            <span>{number === 0 ? '·' : `P${number}`}</span>
            <p dir="auto">{text.text.slice(start, end)}</p>
          </li>
        ))}
      </ol>
      {paragraphs.length > SHOWN && (
        <p className={styles.size}>and {counted(paragraphs.length - SHOWN, 'more part')}</p>
      )}
    </section>
  );
}
