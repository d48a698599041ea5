import type { PlausibilityCheck, PlausibilityResult } from '@standoff/analysis';
import type { ConflictModel } from '@standoff/model';
import { counted, figure } from '../english.js';
import { Page, type TextOptions, references } from '@standoff/document';
import { titleLine } from '../title.js';
import { Words } from '../words.js';

const KINDS: readonly (readonly [PlausibilityCheck['kind'], string])[] = [
  ['stays', 'Who has not moved should have a reason to stay'],
  ['moved', 'What an actor did should have been better for it'],
  ['possible', 'What happened should be possible'],
  ['extreme', 'What is said to be worst or best should be so'],
  ['used', 'Each option should be one that its owner has a reason to change somewhere'],
];

/** Where what is observed does not fit the model. */
export function plausibilityText(
  model: ConflictModel,
  result: PlausibilityResult,
  options: TextOptions = {},
): string {
  const page = new Page(options);
  const words = new Words(model);
  titleLine(page, result.situation, 'where the model does not fit what is observed');
  const misfits = result.checks.filter(({ fits }) => !fits);
  page.blank();
  page.line(
    `${counted(result.checks.length, 'check')}: ${figure(result.checks.length - misfits.length)} fit, ${figure(misfits.length)} ${misfits.length === 1 ? 'does' : 'do'} not. Nothing is tuned so that it fits.`,
  );
  for (const [kind, title] of KINDS) {
    const checks = result.checks.filter((check) => check.kind === kind);
    if (checks.length === 0) continue;
    const wrong = checks.filter(({ fits }) => !fits);
    page.heading(`${title}: ${checks.length - wrong.length} of ${checks.length}`);
    if (wrong.length === 0) page.line('All fit.', { indent: 2 });
    for (const { actor, text, step, later, evidence } of wrong)
      page.line(
        `${actor === null ? '' : `${page.style.strong(words.actor(actor))}: `}${text}${step ? `; the step: ${words.deed(step.takes, step.drops)}` : ''}.${later ? page.style.quiet(' (after the date of the model)') : ''}`,
        { indent: 2, hang: 2, margin: references(evidence) },
      );
  }
  page.blank();
  page.line(
    page.style.quiet(
      `A misfit is a question, not a verdict: the preferences may be wrong, something may be missing, or an actor may have acted against its wishes. “standoff replay ${options.caseName ?? 'CASE'}” tells the events one by one.`,
    ),
  );
  return page.toString();
}
