import { FolderOpen, Plus, Undo2, X } from 'lucide-react';
import { counted, dateInWords } from '@standoff/questions';
import { useEffect, useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { ReadError } from '@standoff/evidence';
import { Button, IconButton } from '../design/button.js';
import { Dialog } from '../design/dialog.js';
import { addCase, removeCase, storedCases } from '../files/browser-store.js';
import type { BundledCase } from '../files/bundled.js';
import { formatRoute, go, NOTHING_SELECTED } from '../routes.js';
import { showPane } from '../layout/settings.js';
import { EncodingChoice } from '../source/encoding-choice.js';
import { TEXT_TYPES } from '../source/open-text.js';
import { kindOf } from './kind-of.js';
import { RemovalDialog, type Removal } from './removal.js';
import styles from './start.module.css';

/** What a new situation begins with. */
const STARTER = `situation "A new situation"

actor A "One side" {
  option act "Do something"
  prefers {
    not B.act
    act
  }
}

actor B "The other side" {
  option act "Do something else"
  prefers {
    not A.act
    not act
  }
}
`;

/** Without a server: the bundled cases and the reader's own. */
export function Start({ problem }: { readonly problem?: string }) {
  const [bundled, setBundled] = useState<readonly BundledCase[]>([]);
  const [stored, setStored] = useState<readonly string[]>([]);
  const [failed, setFailed] = useState(problem ?? null);
  /** What can be read once it is named how its letters are written. */
  const [unread, setUnread] = useState<File | null>(null);
  const [unclear, setUnclear] = useState<File | null>(null);
  const [reading, setReading] = useState<string | null>(null);
  const [removal, setRemoval] = useState<Removal | null>(null);
  useEffect(() => {
    document.title = 'Standoff';
    void import('../files/bundled.js').then(({ BUNDLED }) => setBundled(BUNDLED));
    void storedCases().then(setStored, (error: unknown) => setFailed(wordsOf(error)));
  }, []);
  const own = stored.filter((name) => !bundled.some((one) => one.name === name));
  const remove = (name: string): void => {
    void removeCase(name)
      .then(storedCases)
      .then(setStored, (error: unknown) => setFailed(wordsOf(error)));
  };
  const freeName = (wished: string): string => {
    const taken = new Set([...stored, ...bundled.map(({ name }) => name)]);
    let name = wished;
    for (let k = 2; taken.has(name); k++) name = `${wished}-${k}`;
    return name;
  };
  const add = (wished: string, text: string): void => {
    const name = freeName(wished);
    addCase(name, text).then(
      () => open(name),
      (error: unknown) => setFailed(wordsOf(error)),
    );
  };
  const openAs = async (
    file: File,
    kind: 'situation' | 'text' | 'unclear',
    encoding?: string,
  ): Promise<void> => {
    setUnclear(kind === 'unclear' ? file : null);
    if (kind === 'situation') add(nameOf(file.name), await file.text());
    if (kind !== 'text') return;
    const name = freeName(nameOf(file.name));
    setFailed(null);
    setUnread(null);
    setReading(file.name);
    try {
      const { addCaseOf } = await import('./new-case.js');
      await addCaseOf(file, name, encoding);
      showPane('source');
      open(name);
    } catch (error) {
      if (error instanceof ReadError && error.code === 'encoding') setUnread(file);
      setFailed(
        error instanceof ReadError
          ? [error.message, error.hint].filter(Boolean).join(' ')
          : wordsOf(error),
      );
    } finally {
      setReading(null);
    }
  };
  return (
    <main className={styles.page}>
      <div className={styles.inner}>
        <h1 className={styles.mark}>Standoff</h1>
        <p className={styles.lead}>
          Write down who the actors of a situation are, what each can do and what each wants, with
          the passage that says so. Read off which outcomes would hold, where the present course
          leads, and why.
        </p>
        {failed !== null && (
          <p className={styles.problem} role="alert">
            {failed}
          </p>
        )}
        {unread !== null && (
          <EncodingChoice onRead={(encoding) => void openAs(unread, 'text', encoding)} />
        )}
        <div className={styles.actions}>
          <FileTrigger
            acceptedFileTypes={['.standoff', ...TEXT_TYPES]}
            onSelect={(files) => {
              const file = files?.[0];
              if (file === undefined) return;
              void kindOf(file).then((kind) => openAs(file, kind));
            }}
          >
            <Button look="primary">
              <FolderOpen size={16} aria-hidden /> Open a file
            </Button>
          </FileTrigger>
          <Button onPress={() => add('situation', STARTER)}>
            <Plus size={16} aria-hidden /> New situation
          </Button>
        </div>
        <p className={styles.about} role="status">
          {reading === null
            ? 'A file is a situation, or a text to begin a new one with: plain text, Markdown, HTML, PDF or Word.'
            : `Reading ${reading} …`}
        </p>
        {own.length > 0 && (
          <section>
            <h2 className={styles.heading}>Yours, in this browser</h2>
            <ul className={styles.cases}>
              {own.map((name) => (
                <li key={name} className={styles.case}>
                  <a href={addressOf(name)}>{name}</a>
                  <IconButton
                    icon={X}
                    label={`Remove ${name}`}
                    onPress={() => setRemoval({ name, isBundled: false })}
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
                    onPress={() => setRemoval({ name: one.name, isBundled: true })}
                  />
                )}
              </li>
            ))}
          </ul>
        </section>
      </div>
      <Dialog title="What is it?" isOpen={unclear !== null} onClose={() => setUnclear(null)}>
        {unclear !== null && (
          <>
            <p>
              “{unclear.name}”{' '}
              {/\.standoff$/i.test(unclear.name)
                ? 'is called a situation, but none is written in it.'
                : 'is called a text, but a situation is written in it.'}
            </p>
            <div className={styles.actions}>
              <Button onPress={() => void openAs(unclear, 'situation')}>
                Open it as a situation
              </Button>
              <Button onPress={() => void openAs(unclear, 'text')}>
                Begin a new case with it as the source
              </Button>
              <Button onPress={() => setUnclear(null)}>Cancel</Button>
            </div>
          </>
        )}
      </Dialog>
      <RemovalDialog removal={removal} onRemove={remove} onClose={() => setRemoval(null)} />
    </main>
  );
}

function addressOf(name: string): string {
  return formatRoute({ view: '', standard: null, ...NOTHING_SELECTED, case: name });
}

function open(name: string): void {
  go({ view: '', standard: null, ...NOTHING_SELECTED, case: name });
}

function nameOf(file: string): string {
  return file.replace(/\.[^.]*$/, '') || 'situation';
}

function wordsOf(error: unknown): string {
  return `The browser’s storage cannot be used: ${error instanceof Error ? error.message : String(error)}`;
}
