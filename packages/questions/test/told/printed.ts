import { Page, printBlocks, type Block, type TextOptions } from '@standoff/document';

/** Blocks as a terminal shows them. */
export function printed(blocks: readonly Block[], options: TextOptions = {}): string {
  const page = new Page(options);
  printBlocks(page, blocks);
  return page.toString();
}
