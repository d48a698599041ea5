import type { Version } from '../case-store.js';

/** A text that is not stored yet. */
export interface Draft {
  readonly text: string;
  /** The stored text that it was made from; null: there was none. */
  readonly basedOn: Version | null;
}

export interface KeptDraft extends Draft {
  /** When it was written, in milliseconds. */
  readonly at: number;
}

/** A draft as it was written; null: it is none that can be used, and no page is to fail over it. */
export function readDraft(text: string): KeptDraft | null {
  try {
    const { text: words, basedOn, at } = JSON.parse(text) as Record<string, unknown>;
    return typeof words === 'string' &&
      (basedOn === null || typeof basedOn === 'string') &&
      typeof at === 'number'
      ? { text: words, basedOn, at }
      : null;
  } catch {
    return null;
  }
}
