import {
  holdOf,
  ruleOf,
  type AnalysisResult,
  type StabilityKind,
  type StatusQuoResult,
  type Step,
} from '@standoff/analysis';
import { counted } from '../english.js';
import { type Page, type Style, references } from '@standoff/document';
import { NOBODY_MOVES, type Words } from '../words.js';

/** Where things stand: the status quo, and for each decision maker whether it has a reason to move. */
export function standingSection(page: Page, words: Words, result: AnalysisResult): void {
  page.heading('Where things stand');
  const alternatives = result.statusQuoAlternatives ?? [];
  if (alternatives.length > 1)
    page.line(
      `What is known leaves ${counted(alternatives.length, 'state')} in which things may stand. This is the one with the fewest options taken; the others follow.`,
      { indent: 2 },
    );
  statusQuo(page, words, result, result.statusQuo);
  for (const alternative of alternatives.slice(1)) {
    page.blank();
    page.line(
      `${page.style.strong('Or else.')} ${words.against(alternative.name, alternative.taken)}`,
      {
        indent: 2,
      },
    );
    statusQuo(page, words, result, alternative);
  }
}

function statusQuo(
  page: Page,
  words: Words,
  result: AnalysisResult,
  { taken, kinds, stability, improvements, reaches, scenarios, name }: StatusQuoResult,
): void {
  const phrases = words.taken(taken);
  page.line(
    phrases.length === 0 ? 'No option is taken.' : `Taken: ${phrases.join('; ')}. Nothing else is.`,
    { indent: 2, margin: references(words.evidence(taken)) },
  );
  const within = result.scenarios.filter(({ id }) => scenarios.includes(id));
  if (within.length > 0)
    page.line(`This is ${within.map(({ label }) => `“${label}”`).join(', also ')}.`, { indent: 2 });
  page.blank();
  for (const { id } of result.actors.filter(({ kind }) => kind === 'decision maker')) {
    const own = improvements.filter(({ actor }) => actor === id);
    const told = standingWords(words, kinds[id], stability[id], own, result.concepts);
    page.line(
      `${page.style.strong(words.actor(id))} ${page.style[told.look](told.verdict)}: ${told.reason}`,
      {
        indent: 2,
        hang: 2,
        ...(own.length > 0
          ? { margin: references(words.evidence([...own[0].takes, ...own[0].drops])) }
          : {}),
      },
    );
  }
  page.blank();
  page.line(
    [
      lasting(result.concepts, result.actors, stability),
      reaches.improvements === 0
        ? 'No improvement leads anywhere from here;'
        : `Moves that each improve matters for the one who makes them lead to ${counted(reaches.improvements, 'other state')};`,
      `moves of any kind lead to ${reaches.moves === 0 ? 'none' : counted(reaches.moves, 'state')}.`,
      page.style.quiet(`#${name.decimal}`),
    ].join(' '),
    { indent: 2 },
  );
}

/** Whether today's state would hold: by the concepts under which every decision maker is stable. */
export function lasting(
  concepts: AnalysisResult['concepts'],
  actors: AnalysisResult['actors'],
  stability: StatusQuoResult['stability'],
): string {
  if (actors.every(({ kind }) => kind !== 'decision maker')) return NOBODY_MOVES;
  const shared = concepts.filter((concept) =>
    actors.every(({ id }) => stability[id].includes(concept)),
  );
  switch (holdOf(shared)?.answers) {
    case 'none':
      return 'Nobody has a better move: in the model, things can stay as they are.';
    case 'credible':
      return 'So things can stay as they are: whoever could do better must expect answers in the others’ own interest.';
    case 'any':
      return 'So things stay as they are only as long as whoever could do better fears answers at any price.';
    case 'simultaneous':
      return 'So things stay as they are only if decision makers move at the same moment.';
    default:
      return 'So, in the model, things do not stay as they are.';
  }
}

const VERDICTS: Readonly<Record<StabilityKind, readonly [keyof Style, string]>> = {
  'no move': ['good', 'stays'],
  'no better move': ['good', 'stays'],
  deterred: ['warning', 'is held back'],
  unstable: ['bad', 'has a reason to move'],
};

/** "is held back", and why. */
export function standingWords(
  words: Words,
  kind: StabilityKind,
  concepts: StatusQuoResult['stability'][string],
  improvements: readonly Step[],
  judged: AnalysisResult['concepts'],
): { readonly verdict: string; readonly look: keyof Style; readonly reason: string } {
  const [look, verdict] = VERDICTS[kind];
  const reasons: Readonly<Record<StabilityKind, () => string>> = {
    'no move': () => 'it has no move here.',
    'no better move': () => 'none of its moves would make matters better for it.',
    deterred: () => `${betterMove(words, improvements)}, but ${deterrent(concepts)}`,
    unstable: () =>
      `${betterMove(words, improvements)}, and ${undeterred(improvements.length, judged)}`,
  };
  return { verdict, look, reason: reasons[kind]() };
}

function betterMove(words: Words, improvements: readonly Step[]): string {
  const [best] = improvements;
  const deed = `${words.deed(best.takes, best.drops)}${best.slow.length > 0 ? ' (slow)' : ''}`;
  return improvements.length === 1
    ? `its one better move ${deed}`
    : `of ${improvements.length} better moves, the best ${deed}`;
}

/** Where any answer would do and none deters, nothing the others could do deters. */
function undeterred(improvements: number, judged: AnalysisResult['concepts']): string {
  const which = improvements === 1 ? 'it' : 'at least one of them';
  return judged.some((concept) => ruleOf(concept).answers === 'any' && !ruleOf(concept).escape)
    ? `nothing the others could do in answer would make it regret ${improvements === 1 ? 'that' : which}.`
    : `under the concepts looked at nothing deters ${which}.`;
}

function deterrent(concepts: StatusQuoResult['stability'][string]): string {
  switch (holdOf(concepts)?.answers) {
    case 'credible':
      return 'the others would answer in their own interest and leave it no better off.';
    case 'any':
      return 'the others could answer and leave it no better off, if they were ready to do so at any price.';
    default:
      return 'others may move at the same moment and leave it no better off.';
  }
}
