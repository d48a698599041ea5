import { dateInWords } from '@standoff/questions';
import { BookmarkPlus, CircleHelp, FileDown, Moon, Redo2, Sun, SunMoon, Undo2 } from 'lucide-react';
import { useState, useSyncExternalStore } from 'react';
import { readiness, type Readiness } from '../answers/readiness.js';
import { useDesk, useModel } from '../answers/use-answer.js';
import { Button, IconButton } from '../design/button.js';
import { Dialog } from '../design/dialog.js';
import { downloadText } from '../files/download.js';
import { NOTHING_SELECTED, useHref } from '../routes.js';
import { KeepForm } from '../variants/keep-form.js';
import type { Variant } from '../variants/variants.js';
import { useSaveState, useWorkbench } from '../workbench.js';
import { ExportButton } from './export-button.js';
import { showPane, useSettings, type Theme } from './settings.js';
import styles from './header.module.css';

/** The head of the page: which case, how it stands with saving and answers, and the tools for all. */
export function Header({ onHelp }: { readonly onHelp: () => void }) {
  const { store, document } = useWorkbench();
  const model = useModel();
  const asOf = model?.situation.asOf ?? null;
  return (
    <header className={styles.header}>
      <a
        className={styles.mark}
        href="#/"
        {...(store.kind === 'browser' ? { title: 'All cases' } : {})}
      >
        Standoff
      </a>
      <div className={styles.case}>
        <h1 className={styles.title} dir="auto">
          {model?.situation.title ?? store.name}
        </h1>
        {asOf !== null && <span className={styles.date}>{dateInWords(asOf)}</span>}
      </div>
      <AnswersStatus />
      <SaveStatus />
      <div className={styles.tools}>
        <History />
        <KeepButton />
        <IconButton
          icon={FileDown}
          label="Save the situation as a file"
          onPress={() => downloadText(`${store.name}.standoff`, document.text)}
        />
        <ExportButton />
        <ThemeButton />
        <IconButton
          icon={CircleHelp}
          label="Help and keyboard shortcuts"
          keys="?"
          onPress={onHelp}
        />
      </div>
    </header>
  );
}

function History() {
  const { document } = useWorkbench();
  const depth = useSyncExternalStore(
    document.subscribeHistory,
    () => Number(document.canUndo) + 2 * Number(document.canRedo),
  );
  return (
    <>
      <IconButton
        icon={Undo2}
        label="Undo"
        keys="Ctrl Z"
        isDisabled={(depth & 1) === 0}
        onPress={() => document.undo()}
      />
      <IconButton
        icon={Redo2}
        label="Redo"
        keys="Ctrl Shift Z"
        isDisabled={(depth & 2) === 0}
        onPress={() => document.redo()}
      />
    </>
  );
}

const READY: Readonly<Record<Readiness, string>> = {
  current: 'Answers are up to date',
  working: 'Working out',
  stopped: 'Stopped; not all is worked out',
  broken: 'The text has errors; answers are of the last one without',
};

/** Whether the answers on the screen are of the text on the screen. */
function AnswersStatus() {
  const is = useDesk(readiness);
  const words = READY[is];
  if (is === 'broken')
    return (
      <button
        type="button"
        className={`${styles.status} ${styles.broken}`}
        aria-label={words}
        onClick={() => showPane('model')}
      >
        <span className={styles.dot} data-is={is} />
        <span className={styles.word}>{words}</span>
      </button>
    );
  return (
    <span className={styles.status} title={words}>
      <span className={styles.dot} data-is={is} />
      <span className={styles.word}>{words}</span>
    </span>
  );
}

/** Keeps the text as a variant, from whichever view one is in. */
function KeepButton() {
  const [isOpen, setOpen] = useState(false);
  const [kept, setKept] = useState<Variant | null>(null);
  const href = useHref();
  const open = (is: boolean): void => {
    setOpen(is);
    setKept(null);
  };
  return (
    <>
      <IconButton
        icon={BookmarkPlus}
        label="Keep this text as a variant"
        onPress={() => open(true)}
      />
      <Dialog title="Keep this text as a variant" isOpen={isOpen} onClose={() => open(false)}>
        {kept === null ? (
          <KeepForm autoFocus onKept={setKept} />
        ) : (
          <div className={styles.kept}>
            <p role="status">
              Kept as “{kept.name}”. It is listed in the view{' '}
              <a
                href={href({ ...NOTHING_SELECTED, view: 'compare', from: kept.id, to: 'now' })}
                onClick={() => open(false)}
              >
                Compare
              </a>
              , beside the text as it stands.
            </p>
            <Button autoFocus onPress={() => open(false)}>
              Go on
            </Button>
          </div>
        )}
      </Dialog>
    </>
  );
}

function SaveStatus() {
  const state = useSaveState();
  const words = {
    saved: 'Saved',
    unsaved: 'Not saved yet',
    saving: 'Saving',
    conflict: 'Changed elsewhere',
    failed: 'Not saved',
  }[state.is];
  return (
    <span className={styles.status} data-save={state.is}>
      {words}
    </span>
  );
}

const NEXT: Readonly<Record<Theme, Theme>> = { system: 'light', light: 'dark', dark: 'system' };
const THEMES = { system: SunMoon, light: Sun, dark: Moon } as const;

function ThemeButton() {
  const theme = useSettings((settings) => settings.theme);
  return (
    <IconButton
      icon={THEMES[theme]}
      label={
        { system: 'Colours: as the system', light: 'Colours: light', dark: 'Colours: dark' }[theme]
      }
      onPress={() => useSettings.setState({ theme: NEXT[theme] })}
    />
  );
}
