import { DEFINITIONS, holdOf, type Ground, type GroundsResult } from '@standoff/analysis';
import type { ConflictModel } from '@standoff/model';
import { counted, listed } from '../english.js';
import { Page, type TextOptions, references } from '@standoff/document';
import { titleLine } from '../telling.js';
import { NOBODY_MOVES, Words } from '../words.js';

/** What it rests on that a state would hold. */
export function groundsText(
  model: ConflictModel,
  result: GroundsResult,
  options: TextOptions = {},
): string {
  const page = new Page(options);
  const words = new Words(model);
  const { state, concept, holds } = result;
  titleLine(page, result.situation, 'what a conclusion rests on');
  page.heading('The conclusion');
  const name = state.name.label === null ? `State #${state.name.decimal}` : `“${state.name.label}”`;
  page.line(
    holds && concept !== null
      ? `${name} would hold under ${concept}, ${holdOf([concept])!.clause}.`
      : `${name} would not hold under ${concept ?? 'any concept'}: there is nothing it rests on. “standoff explain” says who has a reason to leave it.`,
    { indent: 2, margin: `#${state.name.decimal}  ${state.name.column}` },
  );
  page.line(words.against(state.name, state.taken), { indent: 2 });
  if (holds) {
    whoStays(page, words, result);
    singles(page, words, result);
    together(page, words, result);
    behind(page, result);
  }
  if (holds && concept !== null) {
    page.blank();
    page.line(
      page.style.quiet(
        `Under ${concept} a decision maker stays if ${DEFINITIONS[concept].meaning}. Swaps count exchanges of neighbouring places in an actor’s ranking of the states. A statement is a ground if the outcome fails where it is left out, or where its opposite stands in its place.`,
      ),
    );
  }
  return page.toString();
}

function whoStays(page: Page, words: Words, { actors }: GroundsResult): void {
  page.heading('Why each stays');
  if (actors.length === 0) page.line(NOBODY_MOVES, { indent: 2 });
  for (const one of actors)
    page.line(staysWords(words, one, page.style.strong), { indent: 2, hang: 2 });
}

/** Why a decision maker stays, and how far it is from moving, as a sentence. */
export function staysWords(
  words: Words,
  { actor, kind, slack }: GroundsResult['actors'][number],
  strong: (text: string) => string = (text) => text,
): string {
  const why = {
    'no move': 'has no move',
    'no better move': 'has no better move',
    deterred: 'has a better move, but is deterred from it',
    unstable: 'would move',
  }[kind];
  return `${strong(words.actor(actor))} ${why}${swaps(slack)}.`;
}

function swaps(slack: GroundsResult['actors'][number]['slack']): string {
  if (!slack) return '';
  if (slack.swaps === null) return '; no other ranking of its own would make it move';
  const past = slack.change!.past.name;
  return `; ${counted(slack.swaps, 'swap')} in its ranking would unsettle it${past.label === null ? ` (towards #${past.decimal})` : ` (towards “${past.label}”, #${past.decimal})`}`;
}

function singles(page: Page, words: Words, { single, tried }: GroundsResult): void {
  page.heading('What it takes');
  if (single.length === 0) {
    page.line(
      `None of the ${counted(tried, 'statement and constraint', 'statements and constraints')} alone: whichever is left out or reversed, the outcome still holds.`,
      { indent: 2 },
    );
    return;
  }
  page.line(
    `Of ${counted(tried, 'statement and constraint', 'statements and constraints')}, ${single.length === 1 ? 'this one' : `each of these ${single.length}`}: without it the outcome need not hold.`,
    { indent: 2 },
  );
  for (const ground of single)
    page.line(
      `${page.style.strong(ground.text)} ${owner(words, ground)}: ${failing(words, ground)}`,
      {
        indent: 4,
        hang: 2,
        margin: references(ground.evidence),
      },
    );
}

/** Whose statement it is, in parentheses. */
export function owner(words: Words, { actor }: Ground): string {
  return actor === null ? '(constraint)' : `(${words.actor(actor)})`;
}

/** What unsettles the outcome, and who would move. */
export function failing(words: Words, { how, unsettles, actor }: Ground): string {
  const who = unsettles.length === 1 && unsettles[0] === actor ? 'it' : words.actors(unsettles);
  return `${how === 'left out' ? 'left out' : 'with its opposite'}, ${who} would move.`;
}

function together(page: Page, words: Words, { pairs, pairsComplete }: GroundsResult): void {
  if (pairsComplete === null) return;
  page.heading('What it takes in pairs');
  page.line(
    pairs.length === 0
      ? 'No two of the other statements and constraints together.'
      : 'One of the two may be missing, not both:',
    { indent: 2 },
  );
  for (const [a, b] of pairs)
    page.line(
      `${a.text} ${owner(words, a)} · ${b.text} ${owner(words, b)}: ${words.actors(a.unsettles)} would move`,
      { indent: 4, hang: 2, margin: references([...a.evidence, ...b.evidence]) },
    );
  if (!pairsComplete) page.line('There were too many pairs to try them all.', { indent: 4 });
}

function behind(page: Page, { passages, claims }: GroundsResult): void {
  if (passages.length + claims.length === 0) return;
  page.heading('The passages and claims behind it');
  if (passages.length > 0)
    page.line(
      `Without what rests on one of these alone, the outcome need not hold: ${listed(
        passages.map(({ source, paragraph }) =>
          paragraph === null ? source : `${source} P${paragraph}`,
        ),
      )}.`,
      { indent: 2 },
    );
  for (const { label, elements } of claims)
    page.line(
      `It rests on the claim “${label}”, by ${counted(elements.length, 'statement or constraint', 'statements or constraints')} (${elements.join(', ')}).`,
      { indent: 2 },
    );
}
