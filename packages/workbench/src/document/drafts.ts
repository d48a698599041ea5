import { readDraft, type Draft, type KeptDraft } from './draft.js';

/** Where one page keeps its draft of one case, so that it survives a reload or a crash. */
export interface DraftPlace {
  read(): Draft | null;
  write(draft: Draft): void;
  clear(): void;
  /** Leaves the draft that may be there to the next page. */
  leave(): void;
}

const PREFIX = 'standoff:draft:';

/**
 * A place in the browser's storage for this page alone: pages of one case do not write over each
 * other's drafts. What a page left that is not there any more is taken over, the newest first.
 * @param name tells cases apart.
 */
export async function draftPlace(name: string): Promise<DraftPlace> {
  const own = `${PREFIX}${name}:${crypto.randomUUID()}`;
  const leave = await held(own);
  await navigator.locks.request(`${PREFIX}${name}`, async () => {
    const { held: locks = [] } = await navigator.locks.query();
    const there = new Set(locks.map((lock) => lock.name));
    const left = keysOf(`${PREFIX}${name}:`).filter((key) => !there.has(key));
    const newest = left.sort((a, b) => (kept(b)?.at ?? 0) - (kept(a)?.at ?? 0))[0];
    if (newest === undefined) return;
    localStorage.setItem(own, localStorage.getItem(newest)!);
    localStorage.removeItem(newest);
  });
  return {
    read: () => kept(own),
    write: (draft) => localStorage.setItem(own, JSON.stringify({ ...draft, at: Date.now() })),
    clear: () => localStorage.removeItem(own),
    leave,
  };
}

function keysOf(prefix: string): string[] {
  return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
}

function kept(key: string): KeptDraft | null {
  const text = localStorage.getItem(key);
  return text === null ? null : readDraft(text);
}

/** Holds a lock for as long as the page is there, or until the returned function is called. */
function held(name: string): Promise<() => void> {
  return new Promise((got) => {
    void navigator.locks.request(name, () => new Promise<void>((leave) => got(leave)));
  });
}
