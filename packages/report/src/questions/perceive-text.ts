import {
  holdOf,
  PLAIN_CONCEPTS,
  type PerceivedCourse,
  type PerceivedGame,
  type PerceiveResult,
} from '@standoff/analysis';
import type { ConflictModel } from '@standoff/model';
import { counted, figure, listed } from '../english.js';
import { Page, type TextOptions, references } from '@standoff/document';
import { titleLine } from '../telling.js';
import { Words } from '../words.js';
import { level2Lines, revelationLines, shown } from './perceive-changes.js';
import {
  attemptWords,
  becauseWords,
  misjudgedScenarios,
  nowWords,
  pictureWords,
  surpriseWords,
  todayWords,
  unexpectedToday,
  unexpectedWords,
} from './perceive-words.js';

/** What each actor takes the situation to be, what it expects, and what surprises it. */
export function perceiveText(
  model: ConflictModel,
  result: PerceiveResult,
  options: TextOptions = {},
): string {
  const page = new Page(options);
  const words = new Words(model);
  titleLine(page, result.situation, 'who takes it for what');
  page.blank();
  if (result.misperceivers.length === 0) {
    page.line(
      'Everybody sees the same game: the text says of nobody that it sees another otherwise than it is. So everybody expects what “standoff analyse” tells.',
    );
    page.line(
      '“A perceives B { prefers { attack } }” in the text would say that A takes B to want something else than it does.',
    );
    return page.toString();
  }
  lead(page, words, result);
  for (const actor of result.actors)
    if (actor.pictures.length > 0) misperceiver(page, words, result, actor);
  others(page, words, result);
  course(page, words, result);
  if (result.level2) level2Lines(page, words, result);
  method(page, result, options);
  return page.toString();
}

function lead(page: Page, words: Words, result: PerceiveResult): void {
  const { misperceivers, equilibria, states, actors, courses } = result;
  for (const { actor, pictures } of actors)
    if (pictures.length > 0)
      page.line(
        `${words.actor(actor)} sees ${words.actors([...new Set(pictures.map(({ of }) => of))])} otherwise than ${pictures.length === 1 ? 'it is' : 'they are'}. ${surpriseWords(courses, actor)}`,
      );
  if (actors.every(({ pictures }) => pictures.length === 0))
    page.line(
      `${words.actors(misperceivers)} ${misperceivers.length === 1 ? 'sees' : 'see'} somebody otherwise than it is; ${words.actors(actors.map(({ actor }) => actor))} ${actors.length === 1 ? 'does' : 'do'} not.`,
    );
  page.line(
    `If everybody acts by the situation as it sees it, the model says, then of the ${counted(states, 'state')}:`,
  );
  page.pairs(
    PLAIN_CONCEPTS.map((concept) => {
      const { real, hypergame, standstill } = equilibria[concept];
      const still =
        standstill === 0
          ? ''
          : `; besides, ${figure(standstill)} that somebody does not recognise and nobody else leaves`;
      return [
        figure(hypergame),
        `would hold ${holdOf([concept])!.clause} (${concept}); if all saw it as it is, ${figure(real)}${still}`,
      ];
    }),
    2,
  );
}

function misperceiver(
  page: Page,
  words: Words,
  result: PerceiveResult,
  actor: PerceivedGame,
): void {
  const who = words.actor(actor.actor);
  page.heading(who);
  for (const picture of actor.pictures) pictureLines(page, words, picture);
  if (actor.states === 0) {
    page.line(
      `What it believes contradicts itself: no state satisfies ${listed(actor.contradiction.map((text) => `“${text}”`))}. It recognises nothing of what is, so no state can be said to hold in its eyes, nor in everybody’s.`,
      { indent: 2 },
    );
    return;
  }
  if (actor.recognised < result.states)
    page.line(
      `Recognises ${figure(actor.recognised)} of the ${counted(result.states, 'state')}: the others cannot be, by what it believes.`,
      { indent: 2 },
    );
  for (const now of actor.now)
    for (const sentence of nowWords(words, now)) page.line(sentence, { indent: 2 });
  courseSurprise(page, words, result, actor.actor);
  mistakes(page, words, actor, 'it');
  scenarioLines(page, actor);
  revelationLines(page, words, actor);
}

function pictureLines(page: Page, words: Words, picture: PerceivedGame['pictures'][number]): void {
  const { because, evidence } = picture;
  page.line(pictureWords(words, picture), {
    indent: 2,
    hang: 2,
    margin: references(evidence),
  });
  if (because !== null) page.line(page.style.quiet(`“${because}”`), { indent: 4 });
}

/** What the actual course has for it that it does not expect. */
function courseSurprise(page: Page, words: Words, result: PerceiveResult, actor: string): void {
  for (const each of result.courses) {
    const mine = each.surprises.find((s) => s.actor === actor)!;
    if (mine.first === null) {
      page.line('No step on the course below would surprise it.', { indent: 2 });
      continue;
    }
    const { steps, why } = mine.first;
    page.line(
      mine.unexpected > 0
        ? `${unexpectedToday(mine.unexpected, each.stepCount)} would surprise it:`
        : `Nothing that others have reason to do today would surprise it, but after ${counted(steps.length - 1, 'step')} something would:`,
      { indent: 2 },
    );
    const shown = each.steps.flatMap((step) => {
      const mistaken = step.unexpectedBy.find((u) => u.actor === actor);
      return mistaken ? [{ step, why: mistaken.why }] : [];
    });
    if (shown.length === 0) {
      const last = steps[steps.length - 1];
      page.line(`${words.step(last)}: ${unexpectedWords(words, why, last.actor)}.`, MARK);
    }
    for (const { step, why: not } of shown.slice(0, 3))
      page.line(
        `${words.step(step.step)}, because ${becauseWords(step.because)}; ${unexpectedWords(words, not, step.step.actor)}.`,
        {
          ...MARK,
          margin: references(words.evidence([...step.step.takes, ...step.step.drops])),
        },
      );
    inVain(page, words, mine);
  }
}

const MARK = { indent: 4, hang: 2 };

function inVain(page: Page, words: Words, surprise: PerceivedCourse['surprises'][number]): void {
  const { inVain: some, inVainCount } = surprise;
  if (inVainCount === 0) return;
  page.line(
    `It waits in vain for ${inVainCount === 1 ? 'a step' : `${figure(inVainCount)} steps, such as`}:`,
    { indent: 2 },
  );
  for (const { step, because: why } of some.slice(0, 2))
    page.line(`${words.step(step)}, because in its eyes ${becauseWords(why)}.`, MARK);
}

/** Where an actor, or several to whom the same happens, are mistaken. */
function mistakes(
  page: Page,
  words: Words,
  { pictures, leaves, holds, expected }: PerceivedGame,
  subject: 'it' | 'they',
): void {
  const one = subject === 'it';
  const counts = (of: PerceivedGame['expected']): string =>
    PLAIN_CONCEPTS.map((concept) => `${figure(of[concept])} under ${concept}`).join(', ');
  page.line(`States that ${subject} ${one ? 'expects' : 'expect'} to hold: ${counts(expected)}.`, {
    indent: 2,
  });
  if (leaves.examples.length === 0 && holds.examples.length === 0) {
    page.line(`${one ? 'It is' : 'They are'} mistaken about none of them.`, { indent: 2 });
    return;
  }
  if (leaves.examples.length > 0) {
    const these = pictures.some(({ unawareOf }) => unawareOf.length > 0)
      ? 'the states that look like these'
      : 'these';
    page.line(`Of ${these} somebody would leave: ${counts(leaves.counts)}. The nearest:`, {
      indent: 2,
    });
    const { state, leaves: attempt, concepts } = leaves.examples[0];
    page.line(`${shown(words, state)} (${concepts.join(' ')})`, MARK);
    if (attempt) page.line(attemptWords(words, attempt), { indent: 6, hang: 2 });
  }
  if (holds.examples.length > 0) {
    page.line(`Not expected, and yet nobody would leave: ${counts(holds.counts)}. The nearest:`, {
      indent: 2,
    });
    const { state, expected: awaited, concepts } = holds.examples[0];
    page.line(`${shown(words, state)} (${concepts.join(' ')})`, MARK);
    page.line(
      awaited
        ? `Expected is that ${words.step(awaited.step)}, because ${becauseWords(awaited.because)}.`
        : `${one ? 'It does' : 'They do'} not recognise this state.`,
      { indent: 6, hang: 2 },
    );
  }
}

function scenarioLines(page: Page, { scenarios }: PerceivedGame): void {
  const groups = misjudgedScenarios(scenarios);
  if (groups.length === 0) return;
  page.line('Scenarios that it judges otherwise than they come out:', { indent: 2 });
  for (const { what, labels } of groups)
    page.line(`${what}: ${labels.map((label) => `“${label}”`).join(', ')}.`, MARK);
}

/** Those who see the situation as it is: what they expect rests on the true game. */
function others(page: Page, words: Words, { actors }: PerceiveResult): void {
  const clear = actors.filter(({ pictures }) => pictures.length === 0);
  if (clear.length === 0) return;
  page.heading(
    clear.length === 1 ? words.actor(clear[0].actor) : 'Those who see the situation as it is',
  );
  page.line(
    `${words.actors(clear.map(({ actor }) => actor))} ${clear.length === 1 ? 'sees' : 'see'} the situation as it is, but not that somebody else does not.`,
    { indent: 2 },
  );
  mistakes(page, words, clear[0], clear.length === 1 ? 'it' : 'they');
}

function course(page: Page, words: Words, { courses }: PerceiveResult): void {
  page.heading('Where it leads');
  for (const each of courses) {
    page.line(
      `Today: ${todayWords(each)}. ${each.states === 0 ? 'No other state' : counted(each.states, 'state')} can be reached from here by steps that are improvements in the eyes of the one who takes them.`,
      { indent: 2 },
    );
    const blocked = each.steps.filter(({ possible }) => !possible);
    for (const { step } of blocked)
      page.line(`In vain: ${words.step(step)}. Something it does not know of stands in the way.`, {
        indent: 2,
        hang: 2,
      });
    const arrival = each.arrivals.find(({ concepts }) => holdOf(concepts)!.firm);
    if (arrival)
      page.line(
        `The nearest of them that holds ${holdOf(arrival.concepts)!.clause}, after ${counted(arrival.steps.length, 'step')}: ${shown(words, arrival.state)}`,
        { indent: 2, hang: 2 },
      );
  }
}

function method(page: Page, result: PerceiveResult, { caseName = 'CASE' }: TextOptions): void {
  const [first] = result.misperceivers;
  page.blank();
  page.line(
    page.style.quiet(
      `How this was worked out: each actor’s own game is the model with its picture of others put in. Whether it stays in a state is judged wholly in that game; a state is said to hold where all stay, each by its own. “standoff perceive ${caseName} --actor ${first}” shows one actor${result.level === 1 ? ', “--level 2” what changes if all others knew' : ''}; “standoff explain ${caseName}” takes everybody to see the true game. All of this is what the model says, not a forecast.`,
    ),
  );
}
