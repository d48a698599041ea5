import { Suspense, useEffect, useState, type ComponentType } from 'react';
import { useDesk } from '../answers/use-answer.js';
import { useReached } from '../workbench.js';

/**
 * A part of the page that stands beside the answers, loaded once the first of them are shown. Until it
 * is there its place is empty. What could not be loaded since the server was gone is loaded when the
 * server is back.
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  let loaded: ComponentType<Props> | null = null;
  return function Later(props) {
    const settled = useDesk((desk) => desk.settled);
    const reached = useReached();
    const [Part, setPart] = useState(() => loaded);
    useEffect(() => {
      if (!settled || Part !== null) return;
      let wanted = true;
      const begin = (): void =>
        void load().then(
          (part) => {
            loaded = part;
            if (wanted) setPart(() => part);
          },
          // The banner says that the server is gone; it is tried again when that changes.
          () => undefined,
        );
      // The answers are in the page by now, and are to be seen first.
      const timer = setTimeout(begin);
      return () => {
        wanted = false;
        clearTimeout(timer);
      };
    }, [settled, reached, Part]);
    return (
      Part && (
        <Suspense fallback={null}>
          <Part {...props} />
        </Suspense>
      )
    );
  };
}
