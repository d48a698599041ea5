import { BookOpen, FileCode2, MessageSquareQuote, PanelLeftClose } from 'lucide-react';
import { useRef, useSyncExternalStore, type CSSProperties, type ReactNode } from 'react';
import { IconButton } from '../design/button.js';
import { useDrawers } from './drawers.js';
import {
  setWidth,
  showPane,
  toggleDrawer,
  useSettings,
  type Drawer,
  type PaneName,
} from './settings.js';
import styles from './panes.module.css';

/**
 * The answers, and beside them, where they are open, the source and the model; on a narrow screen one
 * of the three.
 */
export function Panes({ source, model, answers }: Readonly<Record<PaneName, ReactNode>>) {
  useDrawers();
  return (
    <main className={styles.panes}>
      <Rail />
      <Side pane="source">{source}</Side>
      <Side pane="model">{model}</Side>
      <Answers>{answers}</Answers>
    </main>
  );
}

/** Where one pane is shown at a time; the style sheet says the same. */
const NARROW = window.matchMedia('screen and (max-width: 56rem)');

function subscribeNarrow(listener: () => void): () => void {
  NARROW.addEventListener('change', listener);
  return () => NARROW.removeEventListener('change', listener);
}

function Side({ pane, children }: { readonly pane: Drawer; readonly children: ReactNode }) {
  const open = useSettings((settings) => settings.open[pane]);
  const width = useSettings((settings) => settings.widths[pane]);
  const shown = useSettings((settings) => settings.pane === pane);
  const one = useSyncExternalStore(subscribeNarrow, () => NARROW.matches);
  if (!(one ? shown : open)) return null;
  return (
    <section
      className={`${styles.side} ${styles.drawer}`}
      style={{ '--width': `${width}px` } as CSSProperties}
      data-shown={shown}
      aria-label={pane === 'source' ? 'Source' : 'Model'}
    >
      <div id={`pane-${pane}`} tabIndex={-1} className={`${styles.pane} ${styles[pane]}`}>
        {children}
      </div>
      <Separator pane={pane} width={width} />
    </section>
  );
}

function Answers({ children }: { readonly children: ReactNode }) {
  const shown = useSettings(({ pane }) => pane === 'answers');
  return (
    <div className={`${styles.side} ${styles.rest}`} data-shown={shown}>
      <section
        id="pane-answers"
        tabIndex={-1}
        aria-label="Answers"
        className={`${styles.pane} ${styles.answers}`}
      >
        {children}
      </section>
    </div>
  );
}

/** What is between two panes: dragged, or moved with the arrow keys. */
function Separator({ pane, width }: { readonly pane: Drawer; readonly width: number }) {
  const dragged = useRef<{ readonly x: number; readonly width: number } | null>(null);
  return (
    <div
      className={styles.separator}
      role="separator"
      tabIndex={0}
      aria-label={`Width of the ${pane}`}
      aria-orientation="vertical"
      aria-valuenow={width}
      aria-valuemin={0}
      aria-valuemax={2000}
      aria-controls={`pane-${pane}`}
      onKeyDown={({ key, shiftKey }) => {
        const by = { ArrowLeft: -16, ArrowRight: 16 }[key];
        if (by !== undefined) setWidth(pane, width + (shiftKey ? 4 : 1) * by);
        if (key === 'Enter') toggleDrawer(pane);
      }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        dragged.current = { x: event.clientX, width };
      }}
      onPointerMove={({ clientX }) => {
        const from = dragged.current;
        if (from !== null) setWidth(pane, from.width + clientX - from.x);
      }}
      onPointerUp={() => {
        dragged.current = null;
      }}
    />
  );
}

/** The head of a pane: its name, what can be done, and a button that folds it away. */
export function PaneHead({
  pane,
  title,
  children,
}: {
  readonly pane: PaneName;
  readonly title: string;
  readonly children?: ReactNode;
}) {
  return (
    <div className={styles.head}>
      <h2 className={styles.title}>{title}</h2>
      {children}
      {pane !== 'answers' && (
        <span className={styles.collapse}>
          <IconButton
            icon={PanelLeftClose}
            label={`Fold the ${pane} away`}
            onPress={() => toggleDrawer(pane)}
          />
        </span>
      )}
    </div>
  );
}

/** What scrolls in a pane. */
export function PaneBody({ children }: { readonly children: ReactNode }) {
  return <div className={styles.body}>{children}</div>;
}

const PANES = [
  { pane: 'source', title: 'Source', icon: BookOpen },
  { pane: 'model', title: 'Model', icon: FileCode2 },
  { pane: 'answers', title: 'Answers', icon: MessageSquareQuote },
] as const;

const DRAWERS = [PANES[0], PANES[1]] as const;

/** On a wide screen: which drawers are open beside the answers. */
function Rail() {
  const open = useSettings((settings) => settings.open);
  return (
    <nav className={styles.rail} aria-label="Drawers">
      {DRAWERS.map(({ pane, title, icon: Icon }) => (
        <button
          key={pane}
          type="button"
          aria-expanded={open[pane]}
          onClick={() => toggleDrawer(pane)}
        >
          <Icon size={19} strokeWidth={1.75} aria-hidden />
          {title}
        </button>
      ))}
    </nav>
  );
}

/** On a narrow screen: which pane is shown. */
export function BottomBar() {
  const shown = useSettings(({ pane }) => pane);
  return (
    <nav className={styles.bottom} aria-label="Panes">
      {PANES.map(({ pane, title, icon: Icon }) => (
        <button
          key={pane}
          type="button"
          aria-pressed={shown === pane}
          onClick={() => showPane(pane)}
        >
          <Icon size={19} strokeWidth={1.75} aria-hidden />
          {title}
        </button>
      ))}
    </nav>
  );
}
