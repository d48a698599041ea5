import { DEFINITIONS } from '@standoff/engine';
import type { AnalysisResult } from './answer.js';
import { CARRIED, tellCarried } from './tell-carried.js';
import { printBlocks, type Page } from '@standoff/document';

const ANSWERS: Readonly<Record<AnalysisResult['opponentsRule'], string>> = {
  'legal sequences':
    'The others may answer by any sequence of moves in which nobody moves twice in a row.',
  'each at most once':
    'The others may answer by moving at most once each, as an earlier tool has it; the published rule is any sequence of moves in which nobody moves twice in a row.',
};

/** How to read the analysis, and what in the model it left aside. */
export function legendSection(page: Page, result: AnalysisResult, caseName: string): void {
  if (result.carried.length > 0) {
    page.heading(CARRIED);
    printBlocks(page, tellCarried(result.carried), 2);
  }
  page.heading('How to read this');
  page.line(
    'All of this follows from the model, its options, constraints and preferences, and from nothing else. It does not predict. A state holds when it is stable for every decision maker. A decision maker is stable under',
    { indent: 2 },
  );
  page.pairs(
    result.concepts.map((concept) => [
      page.style.strong(concept),
      `if ${DEFINITIONS[concept].meaning}.`,
    ]),
    4,
  );
  page.line(
    `An improvement is a move that is better for the one who makes it. A slow step leaves the others time to react before it is done. #12 is a state’s number; “standoff explain ${caseName} --state '#12'” says why it holds or not. ${ANSWERS[result.opponentsRule]} Notes at the right are the passages that the model rests on.`,
    { indent: 2 },
  );
}
