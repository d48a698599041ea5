import { create } from 'zustand';
import { persist } from 'zustand/middleware';

export type PaneName = 'source' | 'model' | 'answers';
/** What can be folded away. */
export type Drawer = Exclude<PaneName, 'answers'>;
export type Theme = 'system' | 'light' | 'dark';

/** How the reader has arranged the page; kept in the browser, over cases. */
export interface Settings {
  readonly theme: Theme;
  /** Widths of the source and the model in pixels; the answers have the rest. */
  readonly widths: Readonly<Record<Drawer, number>>;
  /** Which of them stand beside the answers. */
  readonly open: Readonly<Record<Drawer, boolean>>;
  /** On a narrow screen one pane is shown. */
  readonly pane: PaneName;
  readonly modelAs: 'text' | 'forms';
  /** Shortcuts of a single key can be turned off, for those who speak to the machine. */
  readonly singleKeys: boolean;
}

const NARROWEST = { source: 180, model: 260 } as const;
/** So much is left for the answers, and for the buttons that open the rest. */
const LEFT_FOR_ANSWERS = 640 + 56;

export const useSettings = create<Settings>()(
  persist(
    (): Settings => ({
      theme: 'system',
      widths: { source: 260, model: 440 },
      // The answers are what one came for.
      open: { source: false, model: false },
      pane: 'answers',
      modelAs: 'text',
      singleKeys: true,
    }),
    // Where one was on a narrow screen is no arrangement.
    {
      name: 'standoff:settings',
      partialize: (settings) => ({ ...settings, pane: 'answers' as const }),
    },
  ),
);

/** The least page that has room for both drawers. */
const ROOM_FOR_BOTH = LEFT_FOR_ANSWERS + NARROWEST.source + NARROWEST.model;

/** Sets the width of a drawer, within what leaves room for the rest. */
export function setWidth(drawer: Drawer, width: number): void {
  const { widths, open } = useSettings.getState();
  const other = otherThan(drawer);
  const most = window.innerWidth - LEFT_FOR_ANSWERS - (open[other] ? widths[other] : 0);
  const within = Math.round(Math.max(NARROWEST[drawer], Math.min(width, most)));
  useSettings.setState({ widths: { ...widths, [drawer]: within } });
}

export function toggleDrawer(drawer: Drawer): void {
  const { open } = useSettings.getState();
  if (open[drawer]) useSettings.setState({ open: { ...open, [drawer]: false } });
  else showPane(drawer);
}

/** Shows a pane, where it is folded away or, on a narrow screen, another one is shown. */
export function showPane(pane: PaneName): void {
  useSettings.setState(({ open }) => ({
    pane,
    open: pane === 'answers' ? open : withinThePage({ ...open, [pane]: true }, pane),
  }));
}

/** Folds one drawer away where the page has become too narrow for both. */
export function fitDrawers(): void {
  const { open } = useSettings.getState();
  const fitting = withinThePage(open, 'model');
  if (fitting !== open) useSettings.setState({ open: fitting });
}

/** One of the two, where there is no room for both. */
function withinThePage(open: Settings['open'], rather: Drawer): Settings['open'] {
  return open.source && open.model && window.innerWidth < ROOM_FOR_BOTH
    ? { ...open, [otherThan(rather)]: false }
    : open;
}

function otherThan(drawer: Drawer): Drawer {
  return drawer === 'source' ? 'model' : 'source';
}
