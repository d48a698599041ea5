import { ruleOf, type RelationalExplanationResult } from '@standoff/analysis';
import { counted, figure } from './english.js';
import { nobodyText, stateLines } from './explanation-text.js';
import { Page, type TextOptions } from '@standoff/document';
import { pathLines } from './analysis/path.js';
import { Words, type Vocabulary } from './words.js';

/** Why a state is stable or not where pairs of states are unknown or preferences have degrees. */
export function extensionExplanationsText(
  vocabulary: Vocabulary,
  results: readonly RelationalExplanationResult[],
  options: TextOptions = {},
): string {
  const page = new Page(options);
  const words = new Words(vocabulary);
  const [first] = results;
  if (first === undefined) return nobodyText(page);
  stateLines(page, words, first.state.name, first.state.taken);
  for (const result of results) {
    const { actor, concept, extension, stable, improvements, moves } = result;
    page.blank();
    page.line(
      `${page.style.strong(words.actor(actor))} ${stable ? page.style.good('stays') : page.style.bad('leaves')} under ${concept}, extension ${extension}: ${
        moves === 0
          ? 'it has no move.'
          : improvements.length === 0
            ? `none of its ${counted(moves, 'move')} is one that it would make.`
            : `of ${counted(moves, 'move')} it would make ${figure(improvements.length)}.`
      }`,
      { hang: 2 },
    );
    for (const { step, degree, sanction, answersLookedAt } of improvements) {
      page.line(
        `It ${words.deed(step.takes, step.drops)}: ${degree === null ? 'whether that is better for it is not known' : degree > 1 ? `better for it by ${counted(degree, 'degree')}` : 'better for it'}.`,
        { indent: 2, hang: 2 },
      );
      if (!sanction) {
        page.line(
          ruleOf(concept).answers === 'none'
            ? `What others may answer does not count under ${concept}.`
            : `Nothing that the others could answer deters it (${counted(answersLookedAt, 'state')} looked at).`,
          { indent: 4 },
        );
        continue;
      }
      page.line('The others could answer:', { indent: 4 });
      pathLines(page, words, sanction.path, 6);
      page.line(
        sanction.loss === null
          ? 'Whether it would then be worse off than now is not known, and that deters it.'
          : sanction.loss === 0
            ? 'It would then be no better off than now.'
            : `It would then be worse off than now${sanction.loss > 1 ? `, by ${counted(sanction.loss, 'degree')}` : ''}.`,
        { indent: 4 },
      );
    }
  }
  return page.toString();
}
