import type { AnalysisResult } from './answer.js';
import { extensionsSection, strengthSection } from './tell-doubt.js';
import { foresightSection } from './tell-foresight.js';
import { legendSection } from './legend.js';
import { outcomeNumbers, tellOutcomes } from './tell-outcomes.js';
import { scenariosSection } from './tell-scenarios.js';
import { tellStanding, verdictOnToday } from './tell-standing.js';
import { Page, printBlocks, type TextOptions } from '@standoff/document';
import { tellCoalitions } from '../coalitions/tell.js';
import { QUESTIONS } from '../questions.js';
import { titleLine } from '../told/telling.js';
import { sizeWords, tellCast } from './tell-cast.js';
import { Words } from '../told/words.js';

/**
 * What a situation comes to, for a reader who knows nothing of game theory:
 *
 *   title
 *     ↓ who is involved, what each can do, how many states that makes
 *     ↓ where things stand and who has a reason to move
 *     ↓ the outcomes that would hold, the firmest first, with the way there from today
 *     ↓ the named scenarios
 *     ↓ what would hold if both looked several moves ahead, where that was asked for
 *   how to read this
 */
export function analysisText(result: AnalysisResult, options: TextOptions = {}): string {
  const page = new Page(options);
  const words = new Words(result);
  titleLine(page, result.situation);
  page.line(sizeWords(result));
  page.heading('Who can do what');
  printBlocks(page, tellCast(words, result), 2);
  page.heading('Where things stand');
  page.line(verdictOnToday(result), { indent: 2 });
  printBlocks(page, tellStanding(words, result, { reach: true }), 2);
  page.heading('What would hold');
  printBlocks(page, tellOutcomes(words, result), 2);
  scenariosSection(page, words, result, outcomeNumbers(result));
  foresightSection(page, words, result, options.caseName ?? 'CASE');
  extensionsSection(page, words, result);
  strengthSection(page, words, result);
  if (result.coalitions) {
    page.heading(QUESTIONS.coalitions.title);
    printBlocks(page, tellCoalitions(words, result.coalitions), 2);
  }
  legendSection(page, result, options.caseName ?? 'CASE');
  return page.toString();
}
