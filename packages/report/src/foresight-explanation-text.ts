import type { ForesightExplanationResult } from '@standoff/analysis';
import { pathLines } from './analysis/path.js';
import { counted } from './english.js';
import { nobodyText, stateLines } from './explanation-text.js';
import { foresightMeaning } from './foresight-words.js';
import { Page, type TextOptions } from '@standoff/document';
import { Words, type Vocabulary } from './words.js';

/** Why actors who look several moves ahead stay in a state or leave it: the play they expect. */
export function foresightExplanationsText(
  vocabulary: Vocabulary,
  results: readonly ForesightExplanationResult[],
  options: TextOptions = {},
): string {
  const page = new Page(options);
  const words = new Words(vocabulary);
  const [first] = results;
  if (first === undefined) return nobodyText(page);
  stateLines(page, words, first.state.name, first.state.taken);
  for (const result of results) reasons(page, words, result);
  return page.toString();
}

function reasons(page: Page, words: Words, result: ForesightExplanationResult): void {
  const { concept, role, stable, moves, line, end, compared, because } = result;
  page.blank();
  page.line(
    `${page.style.strong(words.actor(result.actor))}${role === null ? '' : ` as the ${role}`} ${stable ? page.style.good('stays') : page.style.bad('has a reason to move')} under ${concept} ${page.style.quiet(`(${foresightMeaning(concept)})`)}${result.experimental ? page.style.warning(' (experimental)') : ''}`,
    { hang: 2 },
  );
  if (line.length === 0) {
    page.line('It has no move here.', { indent: 2 });
    return;
  }
  page.line(
    `${counted(moves, 'move')} here. ${moves === 1 ? 'It is' : 'The best of them is'} expected to lead to this${horizon(result)}:`,
    { indent: 2 },
  );
  pathLines(page, words, line, 4);
  page.line(
    `There play ends, in ${words.short(end.name)}${page.style.quiet(`#${end.name.decimal}`)}. For it that is ${compared === 'better' ? 'better than here' : compared === 'worse' ? 'worse than here' : 'no better than here'}: ${because}.`,
    { indent: 2 },
  );
  if (result.tieDependent)
    page.line(
      page.style.warning(
        'This depends on ties: of equally good moves the one to the state with the lowest number is assumed.',
      ),
      { indent: 2 },
    );
}

function horizon({ repeats, horizon, stable }: ForesightExplanationResult): string {
  if (repeats === null) return '';
  const ahead = `looking ${counted(horizon, 'move')} ahead`;
  return stable
    ? ` ${ahead}, and so it is however much farther they look`
    : ` ${ahead}, and so again and again as they look farther`;
}
