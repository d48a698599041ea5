import { ClipboardPaste, FolderOpen, FolderTree, Plus } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { FORMATS, isReadable } from '@standoff/exchange';
import { FileTrigger } from 'react-aria-components';
import { Button } from '../design/button.js';
import { Dialog } from '../design/dialog.js';
import { useDrop } from '../design/drop.js';
import { removeCase, storedCases } from '../files/browser-store.js';
import type { BundledCase } from '../files/bundled.js';
import { go, NOTHING_SELECTED } from '../routes.js';
import { EncodingChoice } from '../source/encoding-choice.js';
import { TEXT_TYPES } from '../source/open-text.js';
import { CaseLists } from './case-lists.js';
import { filesDropped } from '../files/dropped.js';
import { PASTED, stemOf } from './kind-of.js';
import { RemovalDialog, type Removal } from './removal.js';
import { useTaking, type Taking } from './taking.js';
import styles from './start.module.css';

const BeginDialog = lazy(async () => ({
  default: (await import('./begin-dialog.js')).BeginDialog,
}));
const ForeignDialog = lazy(async () => ({
  default: (await import('./foreign-dialog.js')).ForeignDialog,
}));
const PasteDialog = lazy(async () => ({
  default: (await import('./paste-dialog.js')).PasteDialog,
}));

/** The ends of names of files of other programs. */
const FOREIGN_TYPES = FORMATS.filter(isReadable).map(({ ending }) => `.${ending}`);

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
  const [pasting, setPasting] = useState(false);
  const [removal, setRemoval] = useState<Removal | null>(null);
  const freeName = (wished: string): string => {
    const taken = new Set([...stored, ...bundled.map(({ name }) => name)]);
    let name = wished;
    for (let k = 2; taken.has(name); k++) name = `${wished}-${k}`;
    return name;
  };
  const taking = useTaking({ freeName, open });
  const { reading, failed, unread, foreign, texts, refused, take, fail } = taking;
  const dropping = useDrop((dropped) => void filesDropped(dropped).then(take, fail));
  const told = failed ?? problem ?? null;
  useEffect(() => {
    document.title = 'Standoff';
    void import('../files/bundled.js').then(({ BUNDLED }) => setBundled(BUNDLED));
    void storedCases().then(setStored, fail);
    // oxlint-disable-next-line react/exhaustive-deps -- once, when the page is shown
  }, []);
  const remove = (name: string): void => {
    void removeCase(name).then(storedCases).then(setStored, fail);
  };
  return (
    <main className={styles.page} {...dropping}>
      <div className={styles.inner}>
        <h1 className={styles.mark}>Standoff</h1>
        <p className={styles.lead}>
          Write down who the actors of a situation are, what each can do and what each wants, with
          the passage that says so. Read off which outcomes would hold, where the present course
          leads, and why.
        </p>
        {told !== null && (
          <p className={styles.problem} role="alert">
            {told}
          </p>
        )}
        {unread !== null && (
          <EncodingChoice onRead={(encoding) => void taking.openAs(unread, 'text', encoding)} />
        )}
        <div className={styles.actions}>
          <FileTrigger
            acceptedFileTypes={['.standoff', '.zip', ...TEXT_TYPES, ...FOREIGN_TYPES]}
            onSelect={(files) => {
              void take([...(files ?? [])].map((file) => ({ path: file.name, file })));
            }}
          >
            <Button look="primary">
              <FolderOpen size={16} aria-hidden /> Open a file
            </Button>
          </FileTrigger>
          <Button onPress={() => setPasting(true)}>
            <ClipboardPaste size={16} aria-hidden /> Paste a text
          </Button>
          <FileTrigger
            acceptDirectory
            onSelect={(files) => {
              void take(
                [...(files ?? [])].map((file) => ({
                  path: file.webkitRelativePath || file.name,
                  file,
                })),
              );
            }}
          >
            <Button>
              <FolderTree size={16} aria-hidden /> Open a folder
            </Button>
          </FileTrigger>
          <Button onPress={() => void taking.addNew('situation', STARTER)}>
            <Plus size={16} aria-hidden /> New situation
          </Button>
        </div>
        <p className={styles.about} role="status">
          {reading === null
            ? 'A file is a situation, or a text to begin a new one with: plain text, Markdown, a web page, PDF, Word, OpenDocument, RTF, EPUB, a mail or subtitles; or one of another program: GMCR+, a table, Gambit; or a case as a package. A folder is a case, or texts. Or drop them here.'
            : `Reading ${reading} …`}
        </p>
        <CaseLists bundled={bundled} stored={stored} onRemove={setRemoval} />
      </div>
      <Unclear taking={taking} />
      <Suspense fallback={null}>
        {pasting && (
          <PasteDialog
            onClose={() => setPasting(false)}
            onText={(text) => {
              setPasting(false);
              void taking.openAs(new File([text], PASTED, { type: 'text/plain' }), 'text');
            }}
          />
        )}
        {foreign !== null && (
          <ForeignDialog
            file={foreign}
            onAdd={(situation) => void taking.addNew(stemOf(foreign.name), situation)}
            onClose={taking.forget}
          />
        )}
        {texts !== null && (
          <BeginDialog
            texts={texts}
            unread={refused}
            freeName={freeName}
            onBegin={taking.begin}
            onClose={taking.forget}
          />
        )}
      </Suspense>
      <RemovalDialog removal={removal} onRemove={remove} onClose={() => setRemoval(null)} />
    </main>
  );
}

/** Asks what a file is whose name and content disagree. */
function Unclear({ taking: { unclear, openAs, forget } }: { readonly taking: Taking }) {
  return (
    <Dialog title="What is it?" isOpen={unclear !== null} onClose={forget}>
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
            <Button onPress={forget}>Cancel</Button>
          </div>
        </>
      )}
    </Dialog>
  );
}

function open(name: string): void {
  go({ view: '', standard: null, ...NOTHING_SELECTED, case: name });
}
