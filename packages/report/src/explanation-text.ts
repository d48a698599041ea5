import {
  CONCEPTS,
  DEFINITIONS,
  ruleOf,
  USUAL_CONCEPT,
  type ExplanationResult,
  type ImprovementResult,
  type StateName,
} from '@standoff/analysis';
import type { OptionId } from '@standoff/model';
import { counted, figure } from './english.js';
import { Page, type TextOptions, references } from '@standoff/document';
import { slackLines, swapMeaning } from './slack-lines.js';
import { NOBODY_MOVES, Words, type Vocabulary } from './words.js';

/** Why a state is stable or not for one actor under one concept, with every improvement and answer. */
export function explanationText(
  vocabulary: Vocabulary,
  result: ExplanationResult,
  options: TextOptions = {},
): string {
  return explanationsText(vocabulary, [result], options);
}

/**
 * The same for several actors and concepts in one state. With more than one of both, a table of
 * verdicts, and each actor's improvements under the most telling concept; otherwise all in full.
 */
export function explanationsText(
  vocabulary: Vocabulary,
  results: readonly ExplanationResult[],
  options: TextOptions = {},
): string {
  const page = new Page(options);
  const words = new Words(vocabulary);
  const actors = [...new Set(results.map(({ actor }) => actor))];
  const concepts = CONCEPTS.filter((concept) => results.some((r) => r.concept === concept));
  const [first] = results;
  if (first === undefined) return nobodyText(page);
  stateLines(page, words, first.state.name, first.state.taken);
  if (actors.length > 1 && concepts.length > 1) {
    verdictTable(page, words, results, actors, concepts);
    for (const actor of actors) {
      const own = results.filter((r) => r.actor === actor);
      reasons(page, words, mostTelling(own), options.caseName ?? 'CASE');
    }
  } else inFull(page, words, results);
  if (results.some(({ slack }) => slack)) swapMeaning(page);
  return page.toString();
}

/** Where there is nobody whose staying could be explained. */
export function nobodyText(page: Page): string {
  page.line(NOBODY_MOVES);
  return page.toString();
}

/** The state that is asked about: what is taken in it, and what is different from today. */
export function stateLines(
  page: Page,
  words: Words,
  name: StateName,
  taken: readonly OptionId[],
): void {
  const title = name.added.length + name.dropped.length === 0 ? 'Where things stand' : name.label;
  page.line(page.style.strong(title ?? 'The state'), {
    margin: `#${name.decimal}  ${name.column}`,
  });
  const phrases = words.taken(taken);
  page.line(phrases.length === 0 ? 'No option is taken.' : `Taken: ${phrases.join('; ')}.`, {
    indent: 2,
    margin: references(words.evidence(taken)),
  });
  if (name.added.length + name.dropped.length > 0)
    page.line(`Against today: ${lower(words.against(name, taken))}`, { indent: 2 });
}

function verdictTable(
  page: Page,
  words: Words,
  results: readonly ExplanationResult[],
  actors: readonly string[],
  concepts: readonly ExplanationResult['concept'][],
): void {
  page.heading('Stable for whom, under what');
  page.pairs(
    [
      ['', page.style.quiet(concepts.map((concept) => concept.padEnd(6)).join(''))],
      ...actors.map(
        (actor) =>
          [
            words.actor(actor),
            concepts
              .map((concept) => {
                const stable = results.find(
                  (r) => r.actor === actor && r.concept === concept,
                )?.stable;
                return (stable ? page.style.good('yes') : page.style.bad('no ')) + '   ';
              })
              .join('')
              .trimEnd(),
          ] as const,
      ),
    ],
    2,
  );
}

/** The usual concept where the actor has a better move: there the answers are the ones to be expected. */
function mostTelling(own: readonly ExplanationResult[]): ExplanationResult {
  return own.find(({ concept }) => concept === USUAL_CONCEPT) ?? own[0];
}

/** Where an actor has no better move, all concepts give the same account: it is given once. */
function inFull(page: Page, words: Words, results: readonly ExplanationResult[]): void {
  const told = new Set<string>();
  for (const result of results) {
    if (told.has(result.actor)) slackLines(page, words, result);
    else reasons(page, words, result, null);
    if (result.improvements.length === 0) told.add(result.actor);
  }
}

function reasons(
  page: Page,
  words: Words,
  result: ExplanationResult,
  compact: string | null,
): void {
  const { stable, concept, moves, improvements } = result;
  const who = words.actor(result.actor);
  page.blank();
  if (improvements.length === 0) {
    page.line(
      `${page.style.strong(who)} ${page.style.good('stays')}: ${
        moves === 0
          ? 'it has no move here.'
          : `it has ${counted(moves, 'move')} here, ${moves === 1 ? 'which is not' : 'none of them'} better for it.`
      } Stable under every concept.`,
      { hang: 2 },
    );
    slackLines(page, words, result);
    return;
  }
  page.line(
    `${page.style.strong(who)} ${stable ? page.style.good('stays') : page.style.bad('has a reason to move')} under ${concept} ${page.style.quiet(`(stable if ${DEFINITIONS[concept].meaning})`)}`,
    { hang: 2 },
  );
  page.line(
    `${counted(moves, 'move')} here, ${figure(improvements.length)} better for it${
      stable ? ', each with an answer that holds it back' : ''
    }:`,
    { indent: 2 },
  );
  const told = compact === null ? improvements : decisive(result);
  told.forEach((improvement) => {
    improvementLines(page, words, improvement, concept);
  });
  if (told.length < improvements.length)
    page.line(
      page.style.quiet(
        `and ${counted(improvements.length - told.length, 'more better move')}; all of them: standoff explain ${compact}${stateFlag(result)} --actor ${result.actor} --concept ${concept}`,
      ),
      { indent: 4 },
    );
  slackLines(page, words, result);
}

function stateFlag({ state: { name } }: ExplanationResult): string {
  return name.added.length + name.dropped.length === 0 ? '' : ` --state '#${name.decimal}'`;
}

/** The best move that nothing deters, or else the best one. */
function decisive({ improvements }: ExplanationResult): ImprovementResult[] {
  return [improvements.find(({ sanction }) => sanction === null) ?? improvements[0]];
}

function improvementLines(
  page: Page,
  words: Words,
  improvement: ImprovementResult,
  concept: ExplanationResult['concept'],
): void {
  const { step, to, because, sanction, answersLookedAt } = improvement;
  page.line(
    `· It ${words.deed(step.takes, step.drops)}${step.slow.length > 0 ? page.style.warning(' (slow)') : ''}. That leads to ${words.short(to.name)}${page.style.quiet(`#${to.name.decimal}`)}.`,
    {
      indent: 4,
      hang: 2,
      margin: references(words.evidence([...step.takes, ...step.drops])),
    },
  );
  page.line(`Better for it, because ${because}.`, { indent: 6 });
  if (sanction === null) {
    page.line(
      `${page.style.bad('Nothing deters it')}: ${undeterredWords(concept, answersLookedAt)}.`,
      {
        indent: 6,
      },
    );
    return;
  }
  const { simultaneous, path, result, leaves, bestEscape } = sanction;
  page.line(
    simultaneous
      ? `${page.style.good('Held back')} if at the same moment ${answerWords(words, sanction)}.`
      : path.length === 0
        ? `${page.style.good('Held back')}: it would be ${leaves} at once.`
        : `${page.style.good('Held back')}, for then ${answerWords(words, sanction)}.`,
    {
      indent: 6,
      margin: references(words.evidence(path.flatMap((s) => [...s.takes, ...s.drops]))),
    },
  );
  page.line(
    `That ends in ${words.short(result.name)}${page.style.quiet(`#${result.name.decimal}`)} and leaves it ${leaves} than where it started, because ${sanction.because}.`,
    { indent: 6 },
  );
  if (bestEscape)
    page.line(
      bestEscape.step === null
        ? 'From there it has no move that would help.'
        : `From there the best it can do is this: it ${words.deed(bestEscape.step.takes, bestEscape.step.drops)}. It is still no better off than here.`,
      { indent: 6 },
    );
}

export function undeterredWords(concept: ExplanationResult['concept'], looked: number): string {
  const { answers, escape } = ruleOf(concept);
  if (answers === 'none') return `${concept} does not look at what the others may answer`;
  if (looked === 0) return 'the others have no answer of the kind that this concept looks at';
  const again = escape ? ', or can become so by one more move of its own' : '';
  return `whatever the others answer, it stays better off than here${again} (${counted(looked, 'answer')} looked at)`;
}

export function answerWords(
  words: Words,
  sanction: NonNullable<ImprovementResult['sanction']>,
): string {
  return sanction.path
    .map((step) => words.step(step))
    .join(sanction.simultaneous ? ', and ' : ', then ');
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
