import { create } from 'zustand';
import { persist } from 'zustand/middleware';

export type PaneName = 'source' | 'model' | 'answers';
export type Theme = 'system' | 'light' | 'dark';

/** How the reader has arranged the page; kept in the browser, over cases. */
export interface Settings {
  readonly theme: Theme;
  /** Widths of the source and the model in pixels; the answers have the rest. */
  readonly widths: { readonly source: number; readonly model: number };
  readonly open: { readonly source: boolean; readonly model: boolean };
  /** On a narrow screen one pane is shown. */
  readonly pane: PaneName;
  readonly modelAs: 'text' | 'forms';
  /** Shortcuts of a single key can be turned off, for those who speak to the machine. */
  readonly singleKeys: boolean;
}

const NARROWEST = { source: 180, model: 260 } as const;
const LEFT_FOR_ANSWERS = 380;

/** A page of this width has all three beside each other at the start; below the other, one at a time. */
const WIDE = 1200;
const SIDE_BY_SIDE = 896;
const ROOM_FOR_ANSWERS = 640;

/** What stands beside the answers at the start: they are what one came for. */
function beside(page: number): Pick<Settings, 'widths' | 'open'> {
  const narrow = page > SIDE_BY_SIDE && page < WIDE;
  const model = narrow ? Math.max(NARROWEST.model, page - ROOM_FOR_ANSWERS) : 440;
  return {
    widths: { source: 260, model: Math.min(440, model) },
    open: { source: !narrow, model: true },
  };
}

export const useSettings = create<Settings>()(
  persist(
    (): Settings => ({
      theme: 'system',
      ...beside(globalThis.innerWidth ?? WIDE),
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

/** The width within what leaves room for the other panes. */
function widthWithin(pane: 'source' | 'model', width: number, page: number): number {
  const { widths, open } = useSettings.getState();
  const other = pane === 'source' ? 'model' : 'source';
  const most = page - LEFT_FOR_ANSWERS - (open[other] ? widths[other] : 0);
  return Math.round(Math.max(NARROWEST[pane], Math.min(width, most)));
}

export function setWidth(pane: 'source' | 'model', width: number): void {
  const within = widthWithin(pane, width, window.innerWidth);
  useSettings.setState(({ widths }) => ({ widths: { ...widths, [pane]: within } }));
}

export function togglePane(pane: 'source' | 'model'): void {
  useSettings.setState(({ open }) => ({ open: { ...open, [pane]: !open[pane] } }));
}

/** Shows a pane, where it is collapsed or, on a narrow screen, another one is shown. */
export function showPane(pane: PaneName): void {
  useSettings.setState(({ open }) => ({
    pane,
    open: pane === 'answers' ? open : { ...open, [pane]: true },
  }));
}
