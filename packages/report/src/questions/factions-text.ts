import type { Combination, FactionsResult } from '@standoff/analysis';
import type { ConflictModel } from '@standoff/model';
import { CONCEPT_MEANINGS } from '../concepts.js';
import { NO_END } from '../course-words.js';
import { counted, figure, listed } from '../english.js';
import { Page, type TextOptions, references } from '@standoff/document';
import { titleLine } from '../title.js';
import { Words } from '../words.js';

/** Combinations told in full. */
const TOLD = 16;

/** Which outcome if which faction prevails. */
export function factionsText(
  model: ConflictModel,
  result: FactionsResult,
  options: TextOptions = {},
): string {
  const page = new Page(options);
  const words = new Words(model);
  const { actors, combinations, scenarios, concept } = result;
  titleLine(page, result.situation, 'which outcome if which faction prevails');
  page.blank();
  if (actors.length === 0) {
    page.line(
      'No decision maker has factions: there is nothing to combine. “faction doves "Doves" { prefers { … } }” inside an actor would name one.',
    );
    return page.toString();
  }
  const evidence = model.actors.flatMap((actor) =>
    actor.options.length > 0 ? actor.factions.flatMap((faction) => faction.evidence) : [],
  );
  page.line(
    `${listed(actors.map(({ actor, factions }) => `${words.actor(actor)} (${factions.map(({ label }) => `“${label}”`).join(' or ')})`))}: ${counted(combinations.length, 'combination')}. ${factionsVerdict(combinations)}`,
    { margin: references(evidence) },
  );
  const label = new Map(
    actors.flatMap(({ actor, factions }) =>
      factions.map((faction) => [`${actor}.${faction.id}`, faction.label] as const),
    ),
  );
  const numbers = combinations.map((_, k) => String(k + 1));
  combinations.slice(0, TOLD).forEach((combination, k) => {
    page.heading(
      `${k + 1}. ${Object.entries(combination.prevails)
        .map(([actor, faction]) => `${words.actor(actor)}: ${label.get(`${actor}.${faction}`)}`)
        .join(' · ')}${combination.assumed ? ' (assumed by the model)' : ''}`,
    );
    told(page, combination);
  });
  if (combinations.length > TOLD)
    page.line(`and ${combinations.length - TOLD} more combinations (--json has them)`, {
      indent: 2,
    });
  if (scenarios.length > 0 && combinations.length <= TOLD) {
    page.heading('The scenarios, by combination');
    for (const { label: name, holds, reached } of scenarios)
      page.line(
        `${page.style.strong(name)}: would hold in ${which(numbers, holds)}; improvements lead there in ${which(numbers, reached)}`,
        { indent: 2, hang: 2 },
      );
  }
  page.blank();
  page.line(
    page.style.quiet(
      `A state holds here under ${concept}: a decision maker stays if ${CONCEPT_MEANINGS[concept]}. What is “perhaps” counts as present. An end is a state, or a round of states, that improvements lead to and never out of.`,
    ),
  );
  return page.toString();
}

export function factionsVerdict(combinations: readonly Combination[]): string {
  const ends = new Set(
    combinations.map(({ ends: own }) => own.map(({ nearest }) => nearest.name.decimal).join()),
  );
  return ends.size === 1
    ? 'Whichever prevails, improvements end in the same.'
    : `Where improvements end depends on who prevails: ${counted(ends.size, 'different answer')}.`;
}

function told(page: Page, { statusQuoHolds, equilibria, reached, ends }: Combination): void {
  page.line(
    `Today’s state would ${statusQuoHolds ? '' : 'not '}hold. ${counted(equilibria, 'state')} would, ${figure(reached)} of them within reach of improvements, which end ${ends.length === 0 ? `${NO_END}.` : 'in:'}`,
    { indent: 2 },
  );
  for (const { states, nearest } of ends)
    page.line(
      `${page.style.strong(nearest.name.added.length + nearest.name.dropped.length === 0 ? 'today’s state' : (nearest.name.label ?? 'a state without a name'))}${states > 1 ? `, one of ${counted(states, 'state')} in which they go round` : ''}`,
      { indent: 4, hang: 2, margin: `#${nearest.name.decimal}` },
    );
}

/** "all", "none", "1 and 3". */
function which(numbers: readonly string[], values: readonly boolean[]): string {
  const yes = numbers.filter((_, k) => values[k]);
  return yes.length === 0 ? 'none' : yes.length === numbers.length ? 'all' : listed(yes);
}
