import { useEffect } from 'react';

/**
 * Marks, for whoever measures, the moment at which the first screen has been painted with the answers
 * to a text: `standoff:shown` with the version, after the `standoff:changed` of the key stroke.
 */
export function useAnswersShown(version: number | null): void {
  useEffect(() => {
    if (version === null) return;
    const frame = requestAnimationFrame(() => {
      performance.mark('standoff:shown', { detail: version });
    });
    return () => cancelAnimationFrame(frame);
  }, [version]);
}
