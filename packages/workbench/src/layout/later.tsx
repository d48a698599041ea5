import { Suspense, useEffect, useState, type ComponentType } from 'react';
import { useDesk } from '../answers/use-answer.js';
import { useReached } from '../workbench.js';

/**
 * A part of the page that is not in its first load: what stands beside the answers is loaded once the
 * first of them are shown, what is itself an answer at once. Until it is there its place is empty. What
 * could not be loaded since the server was gone is loaded when the server is back; React's own `lazy`
 * would take the whole page away instead, and for good.
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  when: 'after the answers' | 'at once' = 'after the answers',
): ComponentType<Props> {
  let loaded: ComponentType<Props> | null = null;
  return function Later(props) {
    const settled = useDesk((desk) => desk.settled);
    const due = settled || when === 'at once';
    const reached = useReached();
    const [Part, setPart] = useState(() => loaded);
    useEffect(() => {
      if (!due || Part !== null) return;
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
    }, [due, reached, Part]);
    return (
      Part && (
        <Suspense fallback={null}>
          <Part {...props} />
        </Suspense>
      )
    );
  };
}
