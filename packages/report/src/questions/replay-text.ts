import type { ReplayedEvent, ReplayedStep, ReplayResult, ReplayScore } from '@standoff/analysis';
import type { ConflictModel } from '@standoff/model';
import { counted, dateInWords } from '../english.js';
import { Page, type TextOptions, references } from '@standoff/document';
import { titleLine } from '../title.js';
import { Words } from '../words.js';

/** What happened, step by step, held against what the model says of wishes. */
export function replayText(
  model: ConflictModel,
  result: ReplayResult,
  options: TextOptions = {},
): string {
  const page = new Page(options);
  const words = new Words(model);
  titleLine(page, result.situation, 'what happened, held against the model');
  if (result.events.length === 0) {
    page.blank();
    page.line(
      'The situation has no dated events. “event 2018-04-21 "Tests suspended" { NK.suspend }” in its text would be one.',
    );
    return page.toString();
  }
  const { before, after } = result.score;
  const score = [
    scoreWords(before, after.steps > 0 ? 'Up to the date of the model' : 'In all'),
    scoreWords(after, 'After it, where the model is tested'),
  ].filter(Boolean);
  if (score.length > 0) {
    page.blank();
    page.line(score.join(' '));
  }
  if (result.start === null)
    page.line('What was taken before the first event is no state of the model.');
  let later: boolean | null = null;
  for (const event of result.events) {
    if (event.later !== later)
      page.heading(event.later ? 'After the date of the model' : 'Up to the date of the model');
    later = event.later;
    told(page, words, event);
  }
  page.blank();
  page.line(
    page.style.quiet(
      'Whether a step was better is judged by the preferences in the model, against where the actor stood. “At random” draws any decision maker that has a move, and any of its moves, at the same states. A concept behind “would have stayed” is one under which the actor was held back: the model did not rule the step out, but did not expect it either.',
    ),
  );
  return page.toString();
}

export function scoreWords(
  { steps, improvements, expected, chance }: ReplayScore,
  when: string,
): string {
  if (steps === 0) return '';
  return `${when}, ${improvements} of ${counted(steps, 'step')} made matters better for whoever took it; of steps at random ${expected.toFixed(1)} would have, and so many or more with probability ${chance! < 0.001 ? 'under 0.001' : chance!.toFixed(3)}.`;
}

function told(
  page: Page,
  words: Words,
  { date, label, evidence, signals, breaks, steps }: ReplayedEvent,
): void {
  page.line(`${page.style.strong(label)} ${page.style.quiet(dateInWords(date))}`, {
    indent: 2,
    margin: references(evidence),
  });
  if (signals) {
    page.line('changes no option; it only announces or is told.', { indent: 4 });
    return;
  }
  if (breaks.length > 0) {
    page.line(
      `is not possible in the model: it breaks ${breaks.map((text) => `“${text}”`).join(' and ')}. The path goes on from before it.`,
      { indent: 4 },
    );
    return;
  }
  if (steps.length === 0) page.line('changes nothing that was not so before.', { indent: 4 });
  for (const step of steps) stepWords(page, words, step);
}

function stepWords(
  page: Page,
  words: Words,
  { step, legal, change, because, stayed, equilibrium, best, wasBest }: ReplayedStep,
): void {
  if (!legal) {
    page.line(`${words.step(step)}: no move that the model allows it there.`, {
      indent: 4,
      hang: 2,
    });
    return;
  }
  const verdict =
    change === 'better'
      ? page.style.good('better for it')
      : change === 'worse'
        ? page.style.bad('worse for it')
        : page.style.warning('no better and no worse for it');
  const rest = [
    `${words.step(step)}: ${verdict} (${because}).`,
    change === 'better'
      ? wasBest
        ? 'It had no better move.'
        : ''
      : best.length === 0
        ? 'No move was better for it: the model would have had it stay.'
        : '',
    !wasBest && best.length > 0
      ? `Best for it: to ${words
          .deed(best[0].takes, best[0].drops)
          .replace(/^takes/, 'take')
          .replace(/^gives/, 'give')
          .replaceAll(' and gives up', ' and give up')}.`
      : '',
    equilibrium.length > 0
      ? `The state it left would have held (${equilibrium.join(', ')}).`
      : stayed.length > 0
        ? `It would have stayed under ${stayed.join(', ')}.`
        : '',
  ];
  page.line(rest.filter(Boolean).join(' '), { indent: 4, hang: 2 });
}
