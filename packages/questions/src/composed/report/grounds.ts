import type { Ground, GroundsResult } from '../../grounds/answer.js';
import type { ConflictModel } from '@standoff/model';
import { counted, figure } from '../../told/english.js';
import { groundsNote, tellConclusion } from '../../grounds/tell.js';
import { QUESTIONS } from '../../questions.js';
import type { Words } from '../../told/words.js';
import { code, lead, note, type Section } from '@standoff/document';

/** What it takes that the first outcomes would hold: the statements, constraints and passages behind them. */
export function groundsSection(
  words: Words,
  model: ConflictModel,
  results: readonly GroundsResult[],
  /** How many outcomes there are. */
  all: number,
): Section {
  const concepts = [...new Set(results.map(({ concept }) => concept!))];
  return {
    id: 'grounds',
    title: QUESTIONS.grounds.title,
    blocks: [
      lead(leadWords(results)),
      ...results.flatMap((result) => tellConclusion(words, result, model)),
      ...concepts.map(groundsNote),
      note(
        all > results.length
          ? `Of ${counted(all, 'outcome')} only the first ${results.length === 1 ? 'is' : figure(results.length) + ' are'} looked at here, because each takes about a second; `
          : '',
        code('standoff grounds'),
        ' tells it of any state, and of pairs.',
      ),
    ],
  };
}

function leadWords(results: readonly GroundsResult[]): string {
  const [{ single, tried }] = results;
  const count = results.length === 1 ? single.length : inAll(results).length;
  const needed = `${count === 0 ? 'None' : figure(count)} of ${counted(tried, 'statement and constraint', 'statements and constraints')} must be so`;
  return results.length === 1
    ? `${needed}, or the first outcome need not hold.`
    : `${needed} for ${results.length === 2 ? 'both' : `all ${figure(results.length)}`} of the first outcomes.`;
}

function inAll(results: readonly GroundsResult[]): Ground[] {
  const [first, ...others] = results;
  return first.single.filter(({ id }) =>
    others.every(({ single }) => single.some((one) => one.id === id)),
  );
}
