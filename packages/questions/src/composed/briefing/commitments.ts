import type {
  CommitmentAnswer,
  CommitmentReading,
  CommitmentsResult,
} from '../../commitments/solve.js';
import { figure, listed } from '../../told/english.js';
import { type Page, references } from '@standoff/document';
import type { Words } from '../../told/words.js';
import { percent } from '../../told/worlds-words.js';

/** Of each commitment whether it would be kept, by those assumed to prevail and by the others. */
export function commitmentsBrief(
  page: Page,
  words: Words,
  { commitments }: CommitmentsResult,
): void {
  page.heading('Whose word can be believed');
  for (const commitment of commitments) {
    page.line(
      `${page.style.strong(commitment.label)} (${words.actors(commitment.by)}): ${commitmentKeeping(words, commitment)}`,
      { indent: 2, hang: 2, margin: references(commitment.evidence) },
    );
  }
}

/** Whether it would be kept: by those assumed to prevail and by the others. */
function commitmentKeeping(words: Words, { due, afterStep, readings }: CommitmentAnswer): string {
  if (due === 0) return 'can never be due.';
  if (readings.length === 0) return 'nobody who could keep it decides anything.';
  const step =
    afterStep.length > 0
      ? `due after ${listed(afterStep.map((id) => `“${words.option(id)}”`))}, which cannot be undone; `
      : '';
  return `${step}${readings.map((reading) => readingWords(words, reading, readings.length > 1)).join('; ')}.`;
}

/** On the course of improvements where it is due there, else over all states. */
function readingWords(words: Words, reading: CommitmentReading, several: boolean): string {
  const { all, byImprovements, faction, temptation } = reading;
  const onCourse = byImprovements.due > 0;
  const tally = onCourse ? byImprovements : all;
  const where = onCourse ? 'wherever the course makes it due' : 'wherever it could be due';
  const kept =
    tally.credible === tally.due
      ? `kept ${where}`
      : tally.credible === 0
        ? `not kept ${where}`
        : `kept in ${percent(tally.credible / tally.due)} of the ${figure(tally.due)} states in which ${onCourse ? 'the course makes it due' : 'it could be due'}`;
  const tempted =
    temptation?.step && tally.credible < tally.due
      ? ` (tempted to ${deed(words, temptation.step)}${temptation.due ? '' : ', after which it is no longer due'})`
      : '';
  const who = several
    ? `if ${faction ? `“${faction.label}” prevails` : words.actor(reading.actor)}, `
    : '';
  return `${who}${kept}${tempted}`;
}

/** The first of what it would do stands for all. */
function deed(
  words: Words,
  { takes, drops }: NonNullable<NonNullable<CommitmentReading['temptation']>['step']>,
): string {
  const [first] = [...takes, ...drops];
  return `${takes.length > 0 ? 'take up' : 'give up'} “${words.option(first)}”${takes.length + drops.length > 1 ? ' and more' : ''}`;
}
