import {
  cited,
  column,
  heading,
  item,
  list,
  note,
  paragraph,
  quiet,
  verdict,
  type Block,
  type Inline,
  type ListItem,
  inTerminal,
} from '@standoff/document';
import { CONCEPTS, DEFINITIONS, ruleOf, USUAL_CONCEPT } from '@standoff/engine';
import type { ExplanationResult, ImprovementResult } from './answer.js';
import type { StateShown } from '@standoff/situation';
import { counted, figure } from '../told/english.js';
import { actorHead, actorInline, isToday, stateCalled, stateInline } from '../told/inlines.js';
import { slowWords, stepEvidence, stepsInLine } from '../told/steps.js';
import { takenContent } from '../told/today.js';
import type { Words } from '../told/words.js';
import { swapMeaning, tellSlack } from './tell-slack.js';

/**
 * Why a state is stable or not for several actors and concepts. With more than one of both, a table
 * of verdicts, and each actor's improvements under the most telling concept; otherwise all in full.
 */
export function tellExplanations(words: Words, results: readonly ExplanationResult[]): Block[] {
  const actors = [...new Set(results.map(({ actor }) => actor))];
  const concepts = CONCEPTS.filter((concept) => results.some((r) => r.concept === concept));
  return [
    ...tellState(words, results[0].state),
    ...(actors.length > 1 && concepts.length > 1
      ? [
          ...verdictTable(words, results, actors, concepts),
          ...actors.flatMap((actor) => {
            const own = results.filter((r) => r.actor === actor);
            return headed(reasonItem(words, mostTelling(own)));
          }),
        ]
      : inFull(words, results)),
    ...(results.some(({ slack }) => slack) ? [note(swapMeaning)] : []),
  ];
}

/** The state that is asked about: what is taken in it, and what is different from today. */
export function tellState(words: Words, state: StateShown): Block[] {
  return [
    heading(
      { ...stateInline(state), text: stateTitle(words, state) },
      quiet(` ${state.name.column}`),
    ),
    ...(isToday(state) ? [] : [paragraph(...takenContent(words, state.taken))]),
    tellAgainst(words, state),
  ];
}

export function stateTitle(words: Words, state: StateShown): string {
  return isToday(state) ? 'Where things stand' : words.called(state);
}

/** What is different from today; of today's state what is taken. */
export function tellAgainst(words: Words, state: StateShown): Block {
  return isToday(state)
    ? paragraph(...takenContent(words, state.taken))
    : paragraph(`Against today: ${lower(words.against(state.name, state.taken))}`);
}

function verdictTable(
  words: Words,
  results: readonly ExplanationResult[],
  actors: readonly string[],
  concepts: readonly ExplanationResult['concept'][],
): Block[] {
  const title = 'Stable for whom, under what';
  const mark = (actor: string, concept: string): Inline =>
    VERDICTS[`${results.find((r) => r.actor === actor && r.concept === concept)?.stable ?? null}`];
  return [
    heading(title),
    {
      block: 'table',
      caption: title,
      columns: [column(''), ...concepts.map((concept) => column(concept))],
      groups: [
        {
          title: '',
          rows: actors.map((actor) => [
            [actorHead(words, actor)],
            ...concepts.map((concept) => [mark(actor, concept)]),
          ]),
        },
      ],
    },
  ];
}

const VERDICTS = {
  true: verdict('yes', 'yes'),
  false: verdict('no', 'no'),
  null: verdict('partly', 'open'),
} as const;

/** The usual concept where the actor has a better move: there the answers are the ones to be expected. */
function mostTelling(own: readonly ExplanationResult[]): ExplanationResult {
  return own.find(({ concept }) => concept === USUAL_CONCEPT) ?? own[0];
}

/** Where an actor has no better move, all concepts give the same account: it is given once. */
function inFull(words: Words, results: readonly ExplanationResult[]): Block[] {
  const told = new Set<string>();
  return results.flatMap((result) => {
    const again = told.has(result.actor);
    if (result.improvements.length === 0) told.add(result.actor);
    return again ? tellSlack(words, result) : tellExplanation(words, result);
  });
}

/** Why a state is stable or not for one actor under one concept, the first so many better moves told. */
export function tellExplanation(
  words: Words,
  result: ExplanationResult,
  told = result.improvements.length,
): Block[] {
  return headed(reason(words, result, told));
}

/** Better moves that are told of each decision maker where there are several of them. */
const TOLD = 2;

/** The same as an item of a list, with where the rest of the better moves is told. */
export function reasonItem(words: Words, result: ExplanationResult): ListItem {
  const { content, below } = reason(words, result, TOLD);
  const { state, actor, concept, improvements } = result;
  const rest = improvements.length - TOLD;
  const where = isToday(state) ? '' : ` --state '#${state.name.decimal}'`;
  return item(content, [
    ...below,
    ...(rest > 0
      ? [
          paragraph(
            `And ${counted(rest, 'more better move')}.`,
            inTerminal(
              ` “standoff explain CASE${where} --actor ${actor} --concept ${concept}” tells all of them.`,
            ),
          ),
        ]
      : []),
  ]);
}

function headed({ content, below }: ListItem): Block[] {
  return [heading(...content), ...below];
}

function reason(words: Words, result: ExplanationResult, told: number): ListItem {
  const { actor, stable, concept, moves, improvements } = result;
  const who = actorInline(words, actor);
  const slack = tellSlack(words, result);
  if (improvements.length === 0)
    return item(
      [who, ' ', verdict('yes', 'stays')],
      [
        paragraph(
          moves === 0
            ? 'It has no move here.'
            : `It has ${counted(moves, 'move')} here, ${moves === 1 ? 'which is not' : 'none of them'} better for it.`,
          ' Stable under every concept.',
        ),
        ...slack,
      ],
    );
  // What nothing deters decides; it comes first.
  const ordered = [...improvements].sort(
    (a, b) => Number(a.sanction !== null) - Number(b.sanction !== null),
  );
  return item(
    [
      who,
      ' ',
      stable
        ? verdict('partly', 'is held back')
        : stable === null
          ? verdict('partly', 'may have a reason to move')
          : verdict('no', 'has a reason to move'),
      ` under ${concept}`,
    ],
    [
      paragraph(
        `Stable if ${DEFINITIONS[concept].meaning}. It has ${counted(moves, 'move')} here, ${figure(improvements.length)} better for it${stable ? ', each with an answer that holds it back' : ''}:`,
      ),
      ...list(ordered.slice(0, told).map((one) => improvementItem(words, one, result))),
      ...slack,
    ],
  );
}

function improvementItem(
  words: Words,
  { step, to, because, sanction, leftOpen, answersLookedAt }: ImprovementResult,
  { actor, concept }: ExplanationResult,
): ListItem {
  return item(
    [
      `It ${words.deed(step.takes, step.drops)}${slowWords(step)}. That leads to `,
      stateCalled(words, to, { actor, concept }),
      '. ',
      ...stepEvidence(words, step),
    ],
    [
      paragraph(`Better for it, because ${because}.`),
      ...(leftOpen
        ? [paragraph(LEFT_OPEN[leftOpen])]
        : sanction === null
          ? [
              paragraph(
                verdict('no', 'Nothing deters it'),
                `: ${undeterred(concept, answersLookedAt)}.`,
              ),
            ]
          : tellSanction(words, sanction, { actor, concept })),
    ],
  );
}

function tellSanction(
  words: Words,
  {
    simultaneous,
    path,
    result,
    leaves,
    because,
    bestEscape,
  }: NonNullable<ImprovementResult['sanction']>,
  why: Pick<ExplanationResult, 'actor' | 'concept'>,
): Block[] {
  return [
    paragraph(
      verdict('partly', 'Held back'),
      ...(simultaneous
        ? [' if at the same moment ', ...stepsInLine(words, path, ', and '), '.']
        : path.length === 0
          ? [`: it would be ${leaves} at once.`]
          : [', for then ', ...stepsInLine(words, path, ', then '), '.']),
      ' ',
      ...cited(words.evidence(path.flatMap(({ takes, drops }) => [...takes, ...drops]))),
    ),
    paragraph(
      'That ends in ',
      stateCalled(words, result, why),
      ` and leaves it ${leaves} than where it started, because ${because}.`,
    ),
    ...(bestEscape
      ? [
          paragraph(
            bestEscape.step === null
              ? 'From there it has no move that would help.'
              : `From there the best it can do is this: it ${words.deed(bestEscape.step.takes, bestEscape.step.drops)}. It is still no better off than here.`,
          ),
        ]
      : []),
  ];
}

/** Of states that are too many to be looked at one by one. */
const LEFT_OPEN = {
  which:
    'Something that the others could answer holds it back; which answer is left open, for looking it up takes too long.',
  whether:
    'Whether anything that the others could answer holds it back is left open: finding out takes too long.',
};

function undeterred(concept: ExplanationResult['concept'], looked: number | null): string {
  const { answers, escape } = ruleOf(concept);
  if (answers === 'none') return `${concept} does not look at what the others may answer`;
  if (looked === 0) return 'the others have no answer of the kind that this concept looks at';
  const again = escape ? ', or can become so by one more move of its own' : '';
  return `whatever the others answer, it stays better off than here${again}${looked === null ? '' : ` (${counted(looked, 'answer')} looked at)`}`;
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
