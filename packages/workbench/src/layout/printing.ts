import type { Virtualizer } from '@tanstack/react-virtual';
import { useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';

let printing = false;

function subscribe(told: () => void): () => void {
  // The page is put on paper as it is when the event has been handled.
  const turn = (to: boolean) => (): void => {
    printing = to;
    flushSync(told);
  };
  const [before, after] = [turn(true), turn(false)];
  window.addEventListener('beforeprint', before);
  window.addEventListener('afterprint', after);
  return () => {
    window.removeEventListener('beforeprint', before);
    window.removeEventListener('afterprint', after);
  };
}

/** Rows that a long list has on paper, where there is no scrolling: some ten pages. */
export const PRINTED_ROWS = 300;

interface RowShown {
  readonly index: number;
  readonly start: number;
  readonly key: number | string | bigint;
}

/**
 * The rows of a long list that are made: on a screen those in sight, on paper the first. The element
 * around them has the attribute `data-rows`, for what base.css says of paper.
 */
export function useRowsShown(
  rows: Virtualizer<HTMLDivElement, Element>,
  count: number,
): readonly RowShown[] {
  const onPaper = useSyncExternalStore(subscribe, () => printing);
  if (!onPaper) return rows.getVirtualItems();
  return Array.from({ length: Math.min(count, PRINTED_ROWS) }, (_, index) => ({
    index,
    start: 0,
    key: index,
  }));
}
