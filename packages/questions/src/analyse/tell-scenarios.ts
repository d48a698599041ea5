import type { AnalysisResult, ScenarioResult } from './answer.js';
import { counted, listed } from '../told/english.js';
import { type Page, references } from '@standoff/document';
import type { Words } from '../told/words.js';
import type { OutcomeNumbers } from './tell-outcomes.js';

/** What becomes of the scenarios that the author has named. */
export function scenariosSection(
  page: Page,
  words: Words,
  result: AnalysisResult,
  numbers: OutcomeNumbers,
): void {
  if (result.scenarios.length === 0) return;
  page.heading('The named scenarios');
  for (const scenario of result.scenarios) {
    page.line(`${page.style.strong(scenario.label)} ${page.style.quiet(`(${scenario.id})`)}`, {
      indent: 2,
      margin: references(scenario.evidence),
    });
    const outcomes = result.equilibria
      .filter(({ scenarios }) => scenarios.includes(scenario.id))
      .flatMap(({ name }) => numbers.get(name.decimal) ?? [])
      .sort((a, b) => a - b);
    page.line(`${holding(page, scenario, outcomes)} ${reaching(words, scenario)}`.trim(), {
      indent: 4,
    });
    for (const { kind, actor, holds } of scenario.extremes)
      page.line(
        holds
          ? `It is the ${kind} that can happen to ${words.actor(actor)}: ${page.style.good('so it is in the model')}.`
          : `It is said to be the ${kind} that can happen to ${words.actor(actor)}: ${page.style.bad('not so by the preferences in the model')}.`,
        { indent: 4 },
      );
  }
}

function holding(
  page: Page,
  { states, concepts, holdsNow }: ScenarioResult,
  outcomes: readonly number[],
): string {
  if (states === 0) return page.style.bad('No state of the model satisfies it.');
  const now = holdsNow ? 'Holds today. ' : '';
  if (concepts.length === 0)
    return `${now}${page.style.bad('Would not last')}: in ${states === 1 ? 'its one state' : `each of its ${counted(states, 'state')}`} somebody has a reason to move.`;
  const where =
    outcomes.length > 0
      ? `: ${outcomes.length === 1 ? 'outcome' : 'outcomes'} ${listed(outcomes.map(String))} above`
      : '';
  return `${now}${page.style.good('Would hold')} ${states === 1 ? 'in its one state' : `in at least one of its ${counted(states, 'state')}`} (${concepts.join(', ')})${where}.`;
}

function reaching(words: Words, { states, path, holdsNow }: ScenarioResult): string {
  if (states === 0 || holdsNow) return '';
  if (path === null) return 'No moves lead there from today.';
  const movers = [...new Set(path.steps.map(({ actor }) => actor))].map((id) => words.actor(id));
  const steps = counted(path.steps.length, 'step');
  return path.by === 'improvements'
    ? `Improvements lead there from today in ${steps}, by ${listed(movers)}.`
    : `Reached from today only if somebody moves against its own interest: at least ${steps}, by ${listed(movers)}.`;
}
