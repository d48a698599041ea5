import {
  cited,
  element,
  heading,
  item,
  list,
  paragraph,
  quiet,
  type Block,
  type ListItem,
} from '@standoff/document';
import { holdOf } from '@standoff/engine';
import { STANDARDS, type Concept } from '@standoff/situation';
import type { PerceivedGame, PerceiveResult } from './answer.js';
import type { Unexpected } from './course-answer.js';
import { counted, figure, inQuotes, listed } from '../told/english.js';
import { actorInline } from '../told/inlines.js';
import { stepContent } from '../told/steps.js';
import { wouldDo } from '../told/deeds.js';
import type { Words } from '../told/words.js';
import { tellRevelation } from './tell-changes.js';
import { becauseWords, tellMistakes, tellScenarios, TOLD } from './tell-mistakes.js';

/** An actor that is wrong about somebody: what it sees, expects, and what would surprise it. */
export function tellOwnGame(
  words: Words,
  game: PerceivedGame,
  { courses, states, standard }: PerceiveResult,
): Block[] {
  const { concept } = STANDARDS[standard];
  const head = heading('In the eyes of ', actorInline(words, game.actor));
  const pictures = game.pictures.map((picture) => tellPicture(words, game.actor, picture));
  if (game.states === 0)
    return [
      head,
      ...list([
        ...pictures,
        item([
          `What it believes contradicts itself: no state satisfies ${quoted(game.contradiction)}. It recognises nothing of what is, so no state can be said to hold in its eyes, nor in everybody’s.`,
        ]),
      ]),
    ];
  return [
    head,
    ...list([
      ...pictures,
      item([
        game.recognised < states
          ? `Recognises ${figure(game.recognised)} of the ${counted(states, 'state')}: the others cannot be, by what it believes.`
          : `Recognises all ${counted(states, 'state')}.`,
      ]),
      ...game.now.map((now) => item([nowWords(words, now, concept)])),
      ...courses.flatMap((course) => tellSurprises(words, game.actor, course)),
      ...tellMistakes(words, game, concept, 'it'),
      ...tellScenarios(game.scenarios, concept),
      ...tellRevelation(words, game, concept),
    ]),
  ];
}

function quoted(texts: readonly string[]): string {
  return listed(texts.map(inQuotes));
}

function tellPicture(
  words: Words,
  by: string,
  { of, preference, unawareOf, constraints, because, evidence }: PerceivedGame['pictures'][number],
): ListItem {
  const nothing = preference === null && unawareOf.length + constraints.length === 0;
  return item(
    [
      element(`${by} perceives ${of}`, `Its picture of ${words.actor(of)}`),
      ' ',
      ...cited(evidence),
    ],
    [
      ...(preference === null ? [] : tellWanting(preference)),
      ...(unawareOf.length === 0
        ? []
        : [paragraph(`Does not know that it could ${wouldDo(words, unawareOf, [])}.`)]),
      ...(constraints.length === 0 ? [] : [paragraph(`Believes of it: ${quoted(constraints)}.`)]),
      ...(nothing ? [paragraph('Sees it as it is.')] : []),
      ...(because === null ? [] : [paragraph(quiet(`“${because}”`))]),
    ],
  );
}

function tellWanting({
  form,
  statements,
}: NonNullable<PerceivedGame['pictures'][number]['preference']>): Block[] {
  if (form !== 'statements')
    return [
      paragraph(`Takes it to have ${form === 'ranking' ? 'another ranking' : 'other weights'}.`),
    ];
  if (statements.length === 0) return [paragraph('Takes it to want nothing in particular.')];
  return [
    paragraph('Takes it to want, most important first:'),
    ...list(
      statements.map((wish) => item([wish])),
      true,
    ),
  ];
}

/** The present state in an actor's eyes. */
function nowWords(words: Words, now: PerceivedGame['now'][number], concept: Concept): string {
  const unseen =
    now.unseen.length === 0
      ? ''
      : `Does not see that today ${quoted(now.unseen.map((id) => words.option(id)))} ${now.unseen.length === 1 ? 'is' : 'are'} taken. `;
  if (now.taken === null)
    return `${unseen}Does not recognise the present state: it contradicts ${quoted(now.contradicts)}. So it has no reason to move, and no expectation, until its picture changes.`;
  const hold = now.expected.includes(concept) ? holdOf(now.expected) : null;
  return `${unseen}${hold ? `Expects that things could stay as they are, ${hold.clause}.` : 'Expects that things do not stay as they are.'}`;
}

/** Steps of others on the actual course that it does not expect, and those it waits for in vain. */
function tellSurprises(
  words: Words,
  actor: string,
  { steps, stepCount, surprises }: PerceiveResult['courses'][number],
): ListItem[] {
  const { first, unexpected, inVain, inVainCount } = surprises.find((one) => one.actor === actor)!;
  if (first === null) return [item(['No step on the course below would surprise it.'])];
  const told = steps.flatMap(({ step, because, unexpectedBy }) =>
    unexpectedBy
      .filter((one) => one.actor === actor)
      .map(({ why }) =>
        item(
          stepContent(
            words,
            step,
            `, because ${becauseWords(because)}; ${unexpectedWords(words, why, step.actor)}.`,
          ),
        ),
      ),
  );
  const last = first.steps.at(-1)!;
  return [
    item(
      [
        unexpected > 0
          ? `${unexpectedToday(unexpected, stepCount)} would surprise it:`
          : `Nothing that others would do today would surprise it, but after ${counted(first.steps.length - 1, 'step')} something would:`,
      ],
      list(
        told.length > 0
          ? told.slice(0, TOLD)
          : [item(stepContent(words, last, `: ${unexpectedWords(words, first.why, last.actor)}.`))],
      ),
    ),
    ...(inVainCount === 0
      ? []
      : [
          item(
            [
              `It waits in vain for ${inVainCount === 1 ? 'a step' : `${figure(inVainCount)} steps, such as`}:`,
            ],
            list(
              inVain
                .slice(0, TOLD)
                .map(({ step, because }) =>
                  item(stepContent(words, step, `, because in its eyes ${becauseWords(because)}.`)),
                ),
            ),
          ),
        ]),
  ];
}

/** "3 of the 5 steps that somebody would take today". */
function unexpectedToday(unexpected: number, steps: number): string {
  if (steps === 1) return 'The one step that anybody would take today';
  return `${figure(unexpected)} of the ${figure(steps)} steps that somebody would take today`;
}

/** Why an actor did not expect a step: "it does not know that this can be done". */
function unexpectedWords(words: Words, why: Unexpected, mover: string): string {
  switch (why.kind) {
    case 'unknown option':
      return why.unknown.length === 1
        ? 'it does not know that this can be done'
        : `it does not know of ${quoted(why.unknown.map((id) => words.option(id)))}`;
    case 'thought impossible':
      return why.breaks.length > 0
        ? `it takes this for impossible: ${quoted(why.breaks)}`
        : 'it takes this for impossible';
    case 'not recognised':
      return 'it does not recognise the state in which this happens';
    case 'thought undone':
      return `it takes what others would answer to hold ${words.actor(mover)} back`;
    case 'thought second best':
      return `it takes ${words.actor(mover)} to have something better to do`;
    case 'thought no gain':
      return why.because?.startsWith('it wants')
        ? `it takes ${words.actor(mover)} to want ${inQuotes(why.because.slice('it wants: '.length))}`
        : `it takes ${words.actor(mover)} to gain nothing by it`;
  }
}
