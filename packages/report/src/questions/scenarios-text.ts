import type { ScenarioAnswer, ScenariosResult } from '@standoff/analysis';
import type { ConflictModel } from '@standoff/model';
import { pathLines } from '../analysis/path.js';
import { holdOf } from '../concepts.js';
import { counted, figure } from '../english.js';
import { Page, type TextOptions, references } from '@standoff/document';
import { titleLine } from '../telling.js';
import { Words } from '../words.js';

/** What becomes of the named scenarios: would it hold, can it come about, who can stop it, who gains. */
export function scenariosText(
  model: ConflictModel,
  result: ScenariosResult,
  options: TextOptions = {},
): string {
  const page = new Page(options);
  const words = new Words(model);
  titleLine(page, result.situation, 'what becomes of the scenarios');
  if (result.scenarios.length === 0) {
    page.blank();
    page.line(
      'The situation names no scenario. “scenario peace "Peace" = treaty and not US.attack” in its text would name one.',
    );
  }
  for (const scenario of result.scenarios) {
    page.blank();
    page.line(`${page.style.strong(scenario.label)} ${page.style.quiet(`(${scenario.id})`)}`, {
      margin: references(scenario.evidence),
    });
    answer(page, words, scenario, result.scenarios.length === 1);
  }
  if (result.scenarios.length > 1) {
    page.blank();
    page.line(
      page.style.quiet(
        `“standoff scenarios ${options.caseName ?? 'CASE'} --scenario ${result.scenarios[0].id}” shows one with the way there. All of this is what the model says, not a forecast.`,
      ),
    );
  }
  return page.toString();
}

function answer(page: Page, words: Words, scenario: ScenarioAnswer, full: boolean): void {
  const { states, ruledOutBy, firmest, extremes } = scenario;
  if (states === 0) {
    page.line(
      `No state of the model satisfies it: it contradicts ${ruledOutBy.length === 0 ? 'itself' : ruledOutBy.map((text) => `“${text}”`).join(' and ')}.`,
      { indent: 2 },
    );
    return;
  }
  page.line(`${scenarioHolding(scenario)} ${scenarioReaching(words, scenario)}`, { indent: 2 });
  const { needs, undoes } = scenario;
  const keepers = needs.improvements.length > 0 ? needs.improvements : needs.moves;
  if (!scenario.holdsNow && keepers.length > 0)
    page.line(
      `Cannot come about${needs.improvements.length > 0 ? ' by improvements' : ''} without ${words.actors(keepers)}: ${keepers.length === 1 ? 'it' : 'each of them'} can keep it from happening by not moving${needs.improvements.length > 0 && needs.moves.length < needs.improvements.length ? `; at any price, ${needs.moves.length === 0 ? 'the others could do without any one of them' : `only ${words.actors(needs.moves)} could`}` : ''}.`,
      { indent: 2 },
    );
  for (const [gains, text] of [
    ['each', 'can end it by a move of its own, and that would always be better for it'],
    ['some', 'can end it by a move of its own; in some of its states that would be better for it'],
    ['none', 'can end it by a move of its own, but would never be better off at once'],
  ] as const) {
    const actors = undoes.filter((undo) => undo.gains === gains).map(({ actor }) => actor);
    if (actors.length > 0)
      page.line(`${words.actors(actors)} ${actors.length === 1 ? text : plural(text)}.`, {
        indent: 2,
      });
  }
  page.line(scenarioFaring(words, scenario), { indent: 2 });
  for (const { kind, actor, asserted, holds } of extremes)
    page.line(
      holds
        ? `The ${kind} that can happen to ${words.actor(actor)}${asserted ? ', as the author says' : ''}.`
        : `Said to be the ${kind} that can happen to ${words.actor(actor)}; by the preferences in the model it is not.`,
      { indent: 2 },
    );
  if (!full) return;
  if (scenario.path && scenario.path.steps.length > 0) {
    page.line(
      scenario.path.by === 'improvements'
        ? 'The shortest way there, each step an improvement for the one who moves:'
        : 'The shortest way there, not every step an improvement for the one who moves:',
      { indent: 2 },
    );
    pathLines(page, words, scenario.path.steps, 4);
  }
  if (firmest)
    page.line(
      `Where it would hold best (#${firmest.state.name.decimal}, ${firmest.concepts.join(' ')}): ${words.against(firmest.state.name, firmest.state.taken)}`,
      { indent: 2 },
    );
}

function plural(text: string): string {
  return text
    .replace('of its own', 'of their own')
    .replace('better for it', 'better for them')
    .replace('would never be', 'none of them would be');
}

/** "Would hold in 72 of its 3,840 states, at best because nobody has a better move." */
export function scenarioHolding({ states, holdsNow, firmest, equilibria }: ScenarioAnswer): string {
  const now = holdsNow ? 'Is so today. ' : '';
  const hold = firmest && holdOf(firmest.concepts);
  if (!hold)
    return `${now}Would not last: in ${states === 1 ? 'its one state' : `each of its ${counted(states, 'state')}`} somebody has a reason to move that nothing deters.`;
  const most = Math.max(...Object.values(equilibria));
  return `${now}Would hold ${states === 1 ? `in its one state, ${hold.clause}` : `in ${figure(most)} of its ${counted(states, 'state')}, at best ${hold.clause}`}.`;
}

/** "Improvements lead there from today in 4 steps, by …"; empty where it is so today. */
export function scenarioReaching(words: Words, { path, holdsNow }: ScenarioAnswer): string {
  if (holdsNow) return '';
  if (path === null) return 'No moves lead there from today.';
  const movers = words.actors([...new Set(path.steps.map(({ actor }) => actor))]);
  return path.by === 'improvements'
    ? `Improvements lead there from today in ${counted(path.steps.length, 'step')}, by ${movers}.`
    : `From today it takes ${counted(path.steps.length, 'step')} by ${movers}, not all of them improvements for the one who moves.`;
}

/** Who gains and who loses, in all states of the scenario or else in the one that holds best. */
export function scenarioFaring(words: Words, { against, firmest }: ScenarioAnswer): string {
  const by = (how: (fares: ScenarioAnswer['against'][string]) => boolean): string[] =>
    Object.keys(against).filter((actor) => how(against[actor]));
  const parts: string[] = [];
  const better = by(({ everywhere }) => everywhere === 'better');
  const worse = by(({ everywhere }) => everywhere === 'worse');
  if (better.length > 0) parts.push(`always better than today for ${words.actors(better)}`);
  if (worse.length > 0) parts.push(`always worse for ${words.actors(worse)}`);
  const mixed = by(({ everywhere }) => everywhere === 'mixed');
  if (mixed.length > 0) {
    const gains = mixed.filter((actor) => against[actor].firmest === 'better');
    const loses = mixed.filter((actor) => against[actor].firmest === 'worse');
    const rest = mixed.filter((actor) => !gains.includes(actor) && !loses.includes(actor));
    if (gains.length > 0) parts.push(`where it would hold best, better for ${words.actors(gains)}`);
    if (loses.length > 0)
      parts.push(
        `${gains.length > 0 ? '' : 'where it would hold best, '}worse for ${words.actors(loses)}`,
      );
    if (rest.length > 0)
      parts.push(
        firmest === null
          ? `sometimes better and sometimes not for ${words.actors(rest)}`
          : `the same for ${words.actors(rest)}`,
      );
  }
  return parts.length === 0
    ? 'For everybody the same as today.'
    : `Against today: ${parts.join('; ')}.`;
}
