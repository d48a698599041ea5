import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import { entryNow, subscribeRoute, useRoute } from '../routes.js';

/** Where a reader was on a page of the history. */
interface Place {
  /** How far each element with `data-scrolls` was scrolled, by that name. */
  readonly tops: ReadonlyMap<string, number>;
  /** The address of the link that had the focus, as a rule the one that was followed; null: none. */
  readonly link: string | null;
}

const PLACES = new Map<string, Place>();

/**
 * Keeps, for each entry of the browser's history, how far what stands in an element is scrolled and
 * what has the focus there. Whoever comes back finds it so; where the focus is gone with what had it,
 * it goes to the view.
 */
export function useKeptPlaces(): RefObject<HTMLDivElement | null> {
  const stage = useRef<HTMLDivElement>(null);
  const entry = useRef(entryNow());
  const route = useRoute();
  // What is shown is still that of the entry one leaves.
  useEffect(
    () =>
      subscribeRoute(() => {
        const next = entryNow();
        if (next === entry.current) return;
        PLACES.set(entry.current, placeIn(stage.current!));
        entry.current = next;
      }),
    [],
  );
  const shown = useRef(entry.current);
  useLayoutEffect(() => {
    if (shown.current === entry.current) return;
    shown.current = entry.current;
    const element = stage.current!;
    if (document.activeElement === document.body) focusOn(element.querySelector('section'));
    const place = PLACES.get(entry.current);
    return place && bringBack(element, place);
  }, [route]);
  return stage;
}

function placeIn(element: HTMLElement): Place {
  const tops = new Map<string, number>();
  for (const one of element.querySelectorAll<HTMLElement>('[data-scrolls]'))
    tops.set(one.dataset['scrolls']!, one.scrollTop);
  const link = document.activeElement?.getAttribute('href') ?? null;
  return { tops, link };
}

/**
 * Puts back what can be, and the rest as it comes: answers and long lists may take a while. Ends where
 * the reader does something, or by the returned function.
 */
function bringBack(element: HTMLElement, place: Place): () => void {
  const left = new Map(place.tops);
  let { link } = place;
  const put = (): void => {
    for (const [name, top] of left) {
      const one = element.querySelector(`[data-scrolls="${name}"]`);
      if (one === null) continue;
      one.scrollTop = top;
      if (Math.abs(one.scrollTop - top) <= 1) left.delete(name);
    }
    const found =
      link === null
        ? undefined
        : [...document.links].find((one) => one.getAttribute('href') === link);
    if (found !== undefined) {
      focusOn(found);
      link = null;
    }
    if (left.size === 0 && link === null) end();
  };
  const observer = new MutationObserver(put);
  const doings = ['wheel', 'pointerdown', 'keydown'] as const;
  const end = (): void => {
    observer.disconnect();
    for (const doing of doings) window.removeEventListener(doing, end, true);
  };
  // Long lists are made as tall as they are by their style.
  observer.observe(element, { childList: true, subtree: true, attributeFilter: ['style'] });
  for (const doing of doings) window.addEventListener(doing, end, true);
  put();
  return end;
}

function focusOn(element: HTMLElement | null): void {
  element?.focus({ preventScroll: true });
}
