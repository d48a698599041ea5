import { Suspense, useEffect, useState, type ComponentType } from 'react';
import { useDesk } from '../answers/use-answer.js';
import { Button } from '../design/button.js';
import { useReached, useWorkbench } from '../workbench.js';
import styles from './later.module.css';

/** A part of the page that is loaded when it is due, and kept. */
interface Loaded<Props> {
  readonly load: () => Promise<ComponentType<Props>>;
  part: ComponentType<Props> | null;
}

/**
 * What could not be loaded since the server was gone is loaded when the server is back, or when it is asked
 * for again; React's own `lazy` would take the whole page away instead, and for good.
 */
function useLoaded<Props>(of: Loaded<Props>, isDue: boolean) {
  const reached = useReached();
  const [Part, setPart] = useState(() => of.part);
  const [failures, setFailures] = useState(0);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (!isDue || Part !== null) return;
    let wanted = true;
    const begin = (): void =>
      void of.load().then(
        (part) => {
          of.part = part;
          if (wanted) setPart(() => part);
        },
        () => {
          if (wanted) setFailures((count) => count + 1);
        },
      );
    // The answers are in the page by now, and are to be seen first.
    const timer = setTimeout(begin);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [of, isDue, reached, tries, Part]);
  return { Part, failed: failures > tries, again: () => setTries(failures) };
}

export interface MeanwhileProps {
  /** Tries to load it once more. */
  readonly again: () => void;
}

/**
 * A part of the page that is not in its first load: what stands beside the answers is loaded once the
 * first of them are shown, what is itself an answer at once. Until it is there its place is empty.
 *
 * @param Meanwhile what stands in its place where it could not be loaded
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  when: 'after the answers' | 'at once' = 'after the answers',
  Meanwhile?: ComponentType<MeanwhileProps>,
): ComponentType<Props> {
  const of: Loaded<Props> = { load, part: null };
  return function Later(props) {
    const settled = useDesk((desk) => desk.settled);
    const { Part, failed, again } = useLoaded(of, settled || when === 'at once');
    if (Part === null)
      return failed && Meanwhile !== undefined ? <Meanwhile again={again} /> : null;
    return (
      <Suspense fallback={null}>
        <Part {...props} />
      </Suspense>
    );
  };
}

/** A view, loaded when it is first opened. Where it cannot be, it says so in its place. */
export function view(load: () => Promise<ComponentType>): ComponentType {
  const of: Loaded<object> = { load, part: null };
  return function View() {
    const { Part, failed, again } = useLoaded(of, true);
    if (Part !== null)
      return (
        <Suspense fallback={<Loading />}>
          <Part />
        </Suspense>
      );
    if (!failed) return <Loading />;
    return (
      <div role="note" className={styles.failed}>
        <p>This view could not be loaded: the server that the page comes from does not answer.</p>
        <Button onPress={again}>Try again</Button>
      </div>
    );
  };
}

/** In place of a view that is being loaded: it has not asked yet what it shows. */
function Loading() {
  const { desk } = useWorkbench();
  useEffect(() => desk.awaitView(), [desk]);
  return null;
}
