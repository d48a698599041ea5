import { useSyncExternalStore } from 'react';

/**
 * Where the reader is, as the address says it: `#/states?case=korea-2018&state=479463&actor=NK`.
 * Every view and every selection has an address, so that it can be sent, and so that back and
 * forward do what they say.
 */
export interface Route {
  /** The bundled or stored case; null where a server gives the case, and on the start page. */
  readonly case: string | null;
  /** Id of a view; empty: the first. */
  readonly view: string;
  /** Decimal number of a state: the panel beside the view says why it holds or not. */
  readonly state: string | null;
  /** Id of an actor. */
  readonly actor: string | null;
  /**
   * Whose preference: "NK", of a faction "US/deal", what Japan takes that of the US to be "JP:US". Kept
   * apart from `actor`, which a verdict of the panel changes.
   */
  readonly whose: string | null;
  /** "Nash", "SEQ", … */
  readonly concept: string | null;
  /** By what all answers judge what holds and where the course leads: "at-once", …; kept from view to view. */
  readonly standard: string | null;
  /** Id of a scenario. */
  readonly scenario: string | null;
  /** Id of an element of the situation: "NK.suspend", "NK.3", "treaty", "event-1". */
  readonly element: string | null;
  /** A passage: "cogan:P7", or an annotation: "cogan#bank". */
  readonly paragraph: string | null;
  /**
   * The texts that are compared: "now", "opened", the id of a variant, "file:NAME" of one read from the
   * disk. Of `also`, several with a space between them.
   */
  readonly from: string | null;
  readonly to: string | null;
  readonly also: string | null;
  /** How far a calculation by hand is: "3", or "all". */
  readonly step: string | null;
}

const SELECTIONS = [
  'case',
  'state',
  'actor',
  'whose',
  'concept',
  'standard',
  'scenario',
  'element',
  'paragraph',
  'from',
  'to',
  'also',
  'step',
] as const satisfies readonly (keyof Route)[];

/** What is selected within a view: gone when another view is opened. */
export const NOTHING_SELECTED = {
  state: null,
  actor: null,
  whose: null,
  concept: null,
  scenario: null,
  element: null,
  paragraph: null,
  from: null,
  to: null,
  also: null,
  step: null,
} as const satisfies Partial<Route>;

/** The route that the part of an address behind the # stands for. Unknown parts are passed over. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#?\/?/, '').split('?');
  const asked = new URLSearchParams(query);
  const selected = Object.fromEntries(SELECTIONS.map((name) => [name, asked.get(name) || null]));
  return { view: decoded(path), ...selected } as unknown as Route;
}

/** The address of a route, with its #. */
export function formatRoute(route: Route): string {
  const query = new URLSearchParams();
  for (const name of SELECTIONS) {
    const value = route[name];
    if (value !== null && value !== '') query.set(name, value);
  }
  // Colons and slashes need no escape here, and read better without.
  const text = query.toString().replaceAll('%3A', ':').replaceAll('%2F', '/');
  return `#/${encodeURIComponent(route.view)}${text === '' ? '' : `?${text}`}`;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}

let current = parseRoute(typeof location === 'undefined' ? '' : location.hash);
const listeners = new Set<() => void>();

function turnTo(hash: string): void {
  current = parseRoute(hash);
  for (const listener of listeners) listener();
}

/** What an entry of the browser's history is known by, so that one knows it again on the way back. */
interface Entry {
  readonly entry: string;
}

/** The present entry of the browser's history: gives it a mark where it has none yet. */
export function entryNow(): string {
  const marked = history.state as Entry | null;
  if (marked !== null) return marked.entry;
  const made = fresh();
  history.replaceState(made, '');
  return made.entry;
}

function fresh(): Entry {
  return { entry: crypto.randomUUID() };
}

if (typeof window !== 'undefined')
  window.addEventListener('hashchange', () => turnTo(location.hash));

/** The present route. */
export function routeNow(): Route {
  return current;
}

/** Goes to a route that differs from the present one in these parts. */
export function go(changes: Partial<Route>, how: 'push' | 'replace' = 'push'): void {
  const hash = formatRoute({ ...current, ...changes });
  if (hash === formatRoute(current)) return;
  if (how === 'push') history.pushState(fresh(), '', hash);
  else history.replaceState(history.state, '', hash);
  turnTo(hash);
}

/** The address, for a link, of a route that differs from the present one in these parts. */
export function useHref(): (changes: Partial<Route>) => string {
  const route = useRoute();
  return (changes) => formatRoute({ ...route, ...changes });
}

export function useRoute(): Route {
  return useSyncExternalStore(subscribeRoute, () => current);
}

/** One part of the present route: where another part changes, what uses this one is not drawn anew. */
export function useRoutePart<Part extends keyof Route>(part: Part): Route[Part] {
  return useSyncExternalStore(subscribeRoute, () => current[part]);
}

/** Calls back after every change of the route, until the returned function is called. */
export function subscribeRoute(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
