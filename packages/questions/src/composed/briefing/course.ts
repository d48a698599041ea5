import { holdOf } from '@standoff/engine';
import type { Combination, FactionsResult } from '../../factions/solve.js';
import type { OutlookResult } from '../../outlook/solve.js';
import type { ScenarioAnswer, ScenariosResult } from '../../scenarios/solve.js';
import type { StateShown, Step } from '@standoff/situation';
import { wayEnds } from '../../told/course-words.js';
import { counted, figure, listed } from '../../told/english.js';
import { item, list, paragraph, printBlocks, type Page } from '@standoff/document';
import { factionsVerdict, tellEnds } from '../../factions/tell.js';
import { QUESTIONS } from '../../questions.js';
import type { Words } from '../../told/words.js';

const TOLD_ENDS = 3;
const TOLD_COMBINATIONS = 8;

/** Where improvements end, and by whose steps. */
export function courseBrief(page: Page, words: Words, { outlooks }: OutlookResult): void {
  page.heading(QUESTIONS.outlook.title);
  const [{ from, improvements, ends }] = outlooks;
  if (improvements.states === 0) {
    page.line('Nowhere: nobody can improve matters for itself by a move of its own.', {
      indent: 2,
    });
    return;
  }
  page.line(
    `Each by its own improvements, the decision makers can reach ${counted(improvements.states, 'other state')}; ${wayEnds(ends.length)}${ends.length === 0 ? '.' : ':'}`,
    { indent: 2 },
  );
  for (const { states, nearest } of ends.slice(0, TOLD_ENDS)) {
    const { state, steps } = nearest;
    const slow = new Set(nearest.slow.flatMap(({ options }) => options));
    page.line(
      `${page.style.strong(endName(state, from))}${states > 1 ? `, one of ${counted(states, 'state')} in which they go round` : ''}: ${steps.length === 0 ? 'it is today’s state' : `${counted(steps.length, 'step')}, by ${movers(words, steps)}`}${slow.size > 0 ? ` (${listed([...slow].map((id) => `“${words.option(id)}”`))} takes long)` : ''}.`,
      { indent: 4, hang: 2, margin: `#${state.name.decimal}` },
    );
  }
  if (ends.length > TOLD_ENDS)
    page.line(`and ${figure(ends.length - TOLD_ENDS)} more.`, { indent: 4 });
}

export function endName({ name }: StateShown, from?: StateShown): string {
  if (name.decimal === from?.name.decimal) return 'today’s state';
  return name.label ?? 'a state without a name';
}

function movers(words: Words, steps: readonly Step[]): string {
  return words.actors([...new Set(steps.map(({ actor }) => actor))]);
}

/** A line for each scenario, and for what is the worst for somebody by whose steps it comes about. */
export function scenariosBrief(page: Page, words: Words, { scenarios }: ScenariosResult): void {
  page.heading(QUESTIONS.scenarios.title);
  const rows = scenarios.map((scenario) => [scenario.label, scenarioWords(scenario)] as const);
  page.pairs(rows, 2);
  for (const scenario of scenarios) {
    const whose = scenario.extremes
      .filter(({ kind, asserted }) => kind === 'worst' && asserted)
      .map(({ actor }) => actor);
    if (whose.length > 0 && !scenario.holdsNow)
      page.line(worst(words, scenario, whose), { indent: 2, hang: 2 });
  }
}

function scenarioWords(scenario: ScenarioAnswer): string {
  const { states, holdsNow, firmest, path } = scenario;
  if (states === 0) return 'contradicts the constraints';
  const hold = firmest && holdOf(firmest.concepts);
  const holds =
    hold === null ? 'would not last' : hold.firm ? 'would hold' : 'would hold at a price';
  if (holdsNow) return `is so today; ${holds}`;
  if (path === null) return `${holds}; no moves lead there`;
  return path.by === 'improvements'
    ? `${holds}; improvements lead there (${[...new Set(path.steps.map(({ actor }) => actor))].join(', ')})`
    : `${holds}; improvements do not lead there`;
}

function worst(
  words: Words,
  { label, path, needs }: ScenarioAnswer,
  actors: readonly string[],
): string {
  const whose = `The worst for ${words.actors(actors)}, “${label}”,`;
  const helpless = actors.filter((actor) => !needs.improvements.includes(actor));
  if (path === null) return `${whose} cannot come about from here.`;
  if (path.by === 'moves')
    return `${whose} does not come about by improvements: somebody would have to act against what it wants.`;
  const stops = needs.improvements;
  return `${whose} can come about in ${counted(path.steps.length, 'step')} by ${movers(words, path.steps)}, each in its own interest; ${stops.length === 0 ? 'no one of them alone can stop it' : `${words.actors(stops)} ${stops.length === 1 ? 'can' : 'can each'} stop it by not moving`}${helpless.length === 0 ? '' : `, ${words.actors(helpless)} cannot`}.`;
}

/** A line for each combination of factions. */
export function factionsBrief(page: Page, words: Words, result: FactionsResult): void {
  const { actors, combinations } = result;
  page.heading(QUESTIONS.factions.title);
  const label = new Map(
    actors.flatMap(({ actor, factions }) =>
      factions.map((faction) => [`${actor}.${faction.id}`, faction.label] as const),
    ),
  );
  const prevailing = (prevails: Combination['prevails']): string =>
    Object.entries(prevails)
      .map(([actor, faction]) => `${words.actor(actor)}: ${label.get(`${actor}.${faction}`)}`)
      .join(', ');
  const told = combinations.slice(0, TOLD_COMBINATIONS);
  printBlocks(
    page,
    [
      paragraph(factionsVerdict(combinations)),
      ...list(
        told.map(({ prevails, assumed, ends, statusQuoHolds }) =>
          item([
            `${prevailing(prevails)}${assumed ? ' (assumed)' : ''} → `,
            ...tellEnds(ends),
            statusQuoHolds ? '; today’s state would hold' : '',
          ]),
        ),
      ),
      ...(combinations.length > told.length
        ? [paragraph(`And ${figure(combinations.length - told.length)} more.`)]
        : []),
    ],
    2,
  );
}
