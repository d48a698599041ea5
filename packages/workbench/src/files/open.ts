import type { CaseStore } from '../case-store.js';
import { BrowserStore } from './browser-store.js';
import { ServerStore } from './server-store.js';

/** The texts of the cases of the repository, each to be loaded by itself. */
const BUNDLED = import.meta.glob<string>('../../../../cases/*/*.standoff', {
  query: '?raw',
  import: 'default',
});

/** The name of the case that the loopback server serves with this page; null on a static site. */
export const SERVED_CASE: string | null = filledIn('served-case');

/** What the server has written into the page. */
function filledIn(name: string): string | null {
  return document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content || null;
}

/**
 * The store of a case, for the app as it is served: behind the loopback server there is one case; as
 * a static site the address names one of the bundled cases or one of the browser's storage.
 */
export function openStore(name: string): CaseStore {
  if (SERVED_CASE !== null) return new ServerStore(name, filledIn('case-key') ?? '');
  const file = Object.keys(BUNDLED).find((path) => path.split('/').at(-2) === name);
  return new BrowserStore(name, file === undefined ? null : BUNDLED[file]);
}
