import {
  useVirtualizer,
  type PartialKeys,
  type Virtualizer,
  type VirtualizerOptions,
} from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { LongScroller, TALLEST } from './long-scroller.js';

type Options = Omit<
  PartialKeys<
    VirtualizerOptions<HTMLDivElement, Element>,
    'observeElementRect' | 'observeElementOffset' | 'scrollToFn'
  >,
  'getScrollElement'
>;

/** A list of which only the rows near what is seen are made, however many it has. */
export interface LongList {
  readonly rows: Virtualizer<HTMLDivElement, Element>;
  /** How tall the element around the rows is to be. */
  readonly height: number;
  /** How much further down than its `start` a row stands in that element. */
  readonly shift: number;
}

/** @param place the element that scrolls */
export function useLongList(place: RefObject<HTMLDivElement | null>, options: Options): LongList {
  const [shift, setShift] = useState(0);
  const scroller = useRef<LongScroller | null>(null);
  const rows = useVirtualizer<HTMLDivElement, Element>({
    ...options,
    getScrollElement: () => {
      if (place.current === null) return null;
      if (scroller.current?.element !== place.current) {
        scroller.current?.close();
        scroller.current = new LongScroller(place.current, setShift);
      }
      // It has all of an element that is asked for where nothing is measured.
      return scroller.current as unknown as HTMLDivElement;
    },
    observeElementRect: (_, told) => {
      const element = place.current!;
      const tell = (): void => told({ width: element.offsetWidth, height: element.offsetHeight });
      tell();
      const observer = new ResizeObserver(tell);
      observer.observe(element);
      return () => observer.disconnect();
    },
  });
  useEffect(() => () => scroller.current?.close(), []);
  const length = rows.getTotalSize();
  const above = options.scrollMargin ?? 0;
  useLayoutEffect(() => scroller.current?.fit(above, length), [above, length]);
  return { rows, height: Math.min(length, TALLEST), shift: shift - above };
}
