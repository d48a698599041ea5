import { useEffect, useState } from 'react';

/** So long something has to last before it is told, in milliseconds: what is over at once would flicker. */
const TOLD_AFTER = 400;

/** Whether it is so, and has been for a while. */
export function useLasting(is: boolean): boolean {
  const [lasts, setLasts] = useState(false);
  useEffect(() => {
    if (!is) {
      setLasts(false);
      return;
    }
    const timer = setTimeout(() => setLasts(true), TOLD_AFTER);
    return () => clearTimeout(timer);
  }, [is]);
  return is && lasts;
}
