import { Page, paragraph, printBlocks, type Block, type TextOptions } from '@standoff/document';
import { tellExtensionExplanations } from './tell-extension.js';
import { tellForesightExplanations } from './tell-foresight.js';
import { tellExplanations } from './tell.js';
import { NOBODY_MOVES, Words, type Vocabulary } from '../told/words.js';

/** What a terminal is told of a state, or that there is nobody whose staying could be explained. */
function explainedText<Result>(tell: (words: Words, results: readonly Result[]) => Block[]) {
  return (
    vocabulary: Vocabulary,
    results: readonly Result[],
    options: TextOptions = {},
  ): string => {
    const page = new Page(options);
    printBlocks(
      page,
      results.length === 0 ? [paragraph(NOBODY_MOVES)] : tell(new Words(vocabulary), results),
    );
    return page.toString();
  };
}

export const explanationsText = explainedText(tellExplanations);
export const extensionExplanationsText = explainedText(tellExtensionExplanations);
export const foresightExplanationsText = explainedText(tellForesightExplanations);
