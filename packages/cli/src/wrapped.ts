import { Page } from '@standoff/document';
import type { Io } from './io.js';
import { print, textOptions } from './terminal.js';

// What measures and breaks lines is by itself: it takes long to be loaded, and help does without.

/** A line of prose, wrapped to the width there is. */
export function printWrapped(io: Io, text: string): void {
  const page = new Page(textOptions(io));
  page.line(text, { hang: 2 });
  print(io, page.toString());
}
