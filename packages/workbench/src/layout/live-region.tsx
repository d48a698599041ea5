import { useEffect, useState } from 'react';
import { readiness } from '../answers/readiness.js';
import { useDesk } from '../answers/use-answer.js';

/** So long after the last change one is told, in milliseconds: not at every key stroke. */
const PAUSE = 1200;

/** Tells those who listen that there are new answers, or that the text has errors. */
export function LiveRegion() {
  const read = useDesk((desk) => desk.read);
  const errors = useDesk(
    ({ diagnostics }) => diagnostics.filter(({ severity }) => severity === 'error').length,
  );
  const is = useDesk(readiness);
  const [said, say] = useState('');
  useEffect(() => {
    // The first text is nothing new; what is being worked out is no news yet.
    if (read < 2 || is === 'working') return;
    const timer = setTimeout(() => {
      say(
        errors > 0
          ? `The text has ${errors} ${errors === 1 ? 'error' : 'errors'}; the answers are of the last text without.`
          : is === 'stopped'
            ? 'Stopped; not all is worked out.'
            : 'Answers updated.',
      );
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [read, errors, is]);
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {said}
    </div>
  );
}
