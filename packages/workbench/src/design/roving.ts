/** What is reached by the arrows: links, and what says so of itself. */
const STOPS = 'a[href], [data-roving]';

/**
 * Makes the links in an element one stop for Tab, among which the arrows to the left and to the right
 * go; those up and down scroll as ever. For React a ref: `<ul ref={roving}>`.
 */
export function roving(host: HTMLElement | null): (() => void) | undefined {
  if (host === null) return undefined;
  let current: HTMLElement | null = null;
  const mark = (): void => {
    const stops = stopsIn(host);
    if (current === null || !stops.includes(current)) current = stops[0] ?? null;
    for (const one of host.querySelectorAll<HTMLElement>(STOPS))
      if (!isOfGrid(one)) one.tabIndex = one === current ? 0 : -1;
  };
  const onFocus = ({ target }: FocusEvent): void => {
    if (!stopsIn(host).includes(target as HTMLElement)) return;
    current = target as HTMLElement;
    mark();
  };
  const onKey = (event: KeyboardEvent): void => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const { defaultPrevented, altKey, ctrlKey, metaKey, shiftKey } = event;
    if (by === undefined || defaultPrevented || altKey || ctrlKey || metaKey || shiftKey) return;
    const stops = stopsIn(host);
    const at = stops.indexOf(event.target as HTMLElement);
    const next = at < 0 ? undefined : stops[at + by];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  };
  const observer = new MutationObserver(mark);
  observer.observe(host, { childList: true, subtree: true });
  host.addEventListener('focusin', onFocus);
  host.addEventListener('keydown', onKey);
  // What is folded away is no stop. This event does not bubble.
  host.addEventListener('toggle', mark, true);
  mark();
  return () => {
    observer.disconnect();
    host.removeEventListener('focusin', onFocus);
    host.removeEventListener('keydown', onKey);
    host.removeEventListener('toggle', mark, true);
  };
}

function stopsIn(host: HTMLElement): HTMLElement[] {
  return [...host.querySelectorAll<HTMLElement>(STOPS)].filter(
    (one) => one.closest('details:not([open])') === null && !isOfGrid(one),
  );
}

/** A grid has arrows of its own. */
function isOfGrid(one: Element): boolean {
  return one.closest('[role="grid"]') !== null;
}
