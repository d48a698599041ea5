import { useEffect, useState } from 'react';
import { useDesk } from '../answers/use-answer.js';

/** So long after the last change one is told, in milliseconds: not at every key stroke. */
const PAUSE = 1200;

/** Tells those who listen that there are new answers, or that the text has errors. */
export function LiveRegion() {
  const read = useDesk((desk) => desk.read);
  const errors = useDesk(
    ({ diagnostics }) => diagnostics.filter(({ severity }) => severity === 'error').length,
  );
  const [said, say] = useState('');
  useEffect(() => {
    // The first text is nothing new.
    if (read < 2) return;
    const timer = setTimeout(() => {
      say(
        errors === 0
          ? 'Answers updated.'
          : `The text has ${errors} ${errors === 1 ? 'error' : 'errors'}; the answers are of the last text without.`,
      );
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [read, errors]);
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {said}
    </div>
  );
}
