import { Suspense, useDeferredValue, type ReactNode } from 'react';
import { useDesk } from '../answers/use-answer.js';

/**
 * What stands beside the answers: it is loaded when the first of them are shown, so that they need not
 * wait for it. Until it is there its place is empty.
 */
export function Later({ children }: { readonly children: ReactNode }) {
  const settled = useDesk((desk) => desk.settled);
  return useDeferredValue(settled, false) ? <Suspense fallback={null}>{children}</Suspense> : null;
}
