import type { TextFormat } from '../formats.js';
import type { Limits } from './limits.js';

/** How a text is read. */
export interface ReadOptions {
  /** The file's name: its ending decides where the content does not tell the format. */
  readonly name?: string;
  /** Read as this format, whatever content and name say. */
  readonly format?: TextFormat;
  /** How the letters of a plain text, a Markdown text or a page are written, whatever the file says. */
  readonly encoding?: string | undefined;
  /** What the file may cost. */
  readonly limits?: Limits;
  /** Looked at between pages. */
  readonly signal?: { readonly aborted: boolean };
  /** Told the share of the work done, 0 to 1. */
  readonly progress?: (share: number) => void;
}
