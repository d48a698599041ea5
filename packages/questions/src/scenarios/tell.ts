import {
  cited,
  column,
  element,
  heading,
  item,
  lead,
  list,
  note,
  paragraph,
  quiet,
  verdict,
  type Block,
  type Content,
  type Inline,
  type ListItem,
} from '@standoff/document';
import { holdOf } from '@standoff/engine';
import type { ScenarioAnswer, ScenariosResult } from './solve.js';
import { counted, figure, listed } from '../told/english.js';
import { stateInline } from '../told/inlines.js';
import { tellLeftOpen } from '../told/left-open.js';
import { movers, stepList } from '../told/steps.js';
import type { Words } from '../told/words.js';

/** What becomes of the named scenarios: would it hold, can it come about, who can stop it, who gains. */
export function tellScenarios(words: Words, { scenarios, notKnown }: ScenariosResult): Block[] {
  if (scenarios.length === 0)
    return [
      paragraph(
        'The situation names no scenario. “scenario peace "Peace" = treaty and not US.attack” in its text would name one.',
      ),
    ];
  return [
    ...(scenarios.length > 1 ? tellTogether(scenarios) : []),
    ...scenarios.flatMap((scenario) => tellScenario(words, scenario)),
    ...tellLeftOpen(notKnown),
    note(
      'A scenario is a set of states. It would hold where at least one of its states is an equilibrium; at a price: only if others were ready to answer at any price, or moved at the same moment. All of this is what the model says, not a forecast.',
    ),
  ];
}

/** The scenarios side by side. */
function tellTogether(scenarios: readonly ScenarioAnswer[]): Block[] {
  const firm = scenarios.filter(({ firmest }) => firmest && holdOf(firmest.concepts)!.firm).length;
  const led = scenarios.filter(
    ({ holdsNow, path }) => !holdsNow && path?.by === 'improvements',
  ).length;
  return [
    lead(
      `Of ${counted(scenarios.length, 'named scenario')}, ${figure(firm)} would hold by nothing that anybody would not want to do; improvements lead from today to ${figure(led)} that ${led === 1 ? 'is' : 'are'} not so already.`,
    ),
    {
      block: 'table',
      caption: 'The scenarios side by side',
      columns: [
        column('Scenario'),
        column('Would it hold'),
        column('Does a way lead there'),
        column('Gain', 'end'),
        column('Lose', 'end'),
      ],
      groups: [
        {
          title: '',
          rows: scenarios.map((scenario): Content[] => {
            const { id, label, against } = scenario;
            const fares = Object.values(against).map((one) => one.firmest ?? one.everywhere);
            const so = (how: string): string => figure(fares.filter((one) => one === how).length);
            return [
              [element(id, label)],
              [standing(scenario)],
              [way(scenario)],
              [so('better')],
              [so('worse')],
            ];
          }),
        },
      ],
    },
  ];
}

/** Whether it would hold, in a word. */
function standing({ states, firmest, equilibria }: ScenarioAnswer): Inline {
  if (states === 0) return verdict('no', 'cannot be');
  const hold = firmest && holdOf(firmest.concepts);
  if (hold === null && Object.values(equilibria).includes(null))
    return verdict('partly', 'left open');
  if (hold === null) return verdict('no', 'would not last');
  return hold.firm ? verdict('yes', 'would hold') : verdict('partly', 'at a price');
}

function way({ holdsNow, path }: ScenarioAnswer): string {
  if (holdsNow) return 'is so today';
  if (path === null) return 'no';
  return `${path.by === 'moves' ? 'other moves' : 'improvements'}, ${counted(path.steps.length, 'step')}`;
}

function tellScenario(words: Words, scenario: ScenarioAnswer): Block[] {
  const { id, label, evidence, states, ruledOutBy, firmest, path } = scenario;
  const head = heading(element(id, label), quiet(` (${id}) `), ...cited(evidence));
  if (states === 0)
    return [
      head,
      paragraph(
        `No state of the model satisfies it: it contradicts ${ruledOutBy.length === 0 ? 'itself' : listed(ruledOutBy.map((text) => `“${text}”`))}.`,
      ),
    ];
  return [
    head,
    paragraph(`${scenarioHolding(scenario)} ${scenarioReaching(words, scenario)}`.trimEnd()),
    ...list([
      item([scenarioFaring(words, scenario)]),
      ...tellStoppers(words, scenario),
      ...(scenario.crosses ?? []).map(({ actor, line, evidence: grounds }) =>
        item([`Crosses a red line of ${words.actor(actor)}: “${line}”. `, ...cited(grounds)]),
      ),
      ...scenario.extremes.map(({ kind, actor, asserted, holds }) =>
        item([
          holds
            ? `The ${kind} that can happen to ${words.actor(actor)}${asserted ? ', as the author says' : ''}.`
            : `Said to be the ${kind} that can happen to ${words.actor(actor)}; by the preferences in the model it is not.`,
        ]),
      ),
      ...(firmest === null
        ? []
        : [
            item([
              'Where it would hold best: ',
              stateInline(firmest.state),
              quiet(` ${firmest.concepts.join(' ')}`),
              '. ',
              words.against(firmest.state.name, firmest.state.taken),
            ]),
          ]),
      ...(path === null || path.steps.length === 0
        ? []
        : [
            item(
              [
                `${path.shortest === false ? 'A way there, perhaps not the shortest' : 'The shortest way there'}, ${path.by === 'improvements' ? 'each step' : 'not every step'} an improvement for the one who moves:`,
              ],
              stepList(words, path.steps),
            ),
          ]),
    ]),
  ];
}

/** Who can keep it from coming about, and who can end it. */
function tellStoppers(words: Words, { holdsNow, needs, undoes }: ScenarioAnswer): ListItem[] {
  const wanting = needs.improvements.length > 0;
  const keepers = wanting ? needs.improvements : needs.moves;
  const atAnyPrice =
    wanting && needs.moves.length < needs.improvements.length
      ? `; at any price, ${needs.moves.length === 0 ? 'the others could do without any one of them' : `only ${words.actors(needs.moves)} could`}`
      : '';
  return [
    ...(holdsNow || keepers.length === 0
      ? []
      : [
          item([
            `Cannot come about${wanting ? ' by improvements' : ''} without ${words.actors(keepers)}: ${keepers.length === 1 ? 'it' : 'each of them'} can keep it from happening by not moving${atAnyPrice}.`,
          ]),
        ]),
    ...(['each', 'some', 'none'] as const).flatMap((gains) => {
      const actors = undoes.filter((undo) => undo.gains === gains).map(({ actor }) => actor);
      if (actors.length === 0) return [];
      return [item([`${words.actors(actors)} ${ENDING[gains][actors.length === 1 ? 0 : 1]}.`])];
    }),
  ];
}

/** Of one, and of several who can end it. */
const ENDING = {
  each: [
    'can end it by a move of its own, and that would always be better for it',
    'can end it by a move of their own, and that would always be better for them',
  ],
  some: [
    'can end it by a move of its own; in some of its states that would be better for it',
    'can end it by a move of their own; in some of its states that would be better for them',
  ],
  none: [
    'can end it by a move of its own, but would never be better off at once',
    'can end it by a move of their own, but none of them would be better off at once',
  ],
} as const;

/** "Would hold in 72 of its 3,840 states, at best because nobody has a better move." */
function scenarioHolding({ states, holdsNow, firmest, equilibria }: ScenarioAnswer): string {
  const now = holdsNow ? 'Is so today. ' : '';
  const hold = firmest && holdOf(firmest.concepts);
  const counts = Object.values(equilibria);
  const open = counts.includes(null);
  if (!hold && open)
    return `${now}In ${states === 1 ? 'its one state' : `each of its ${counted(states, 'state')}`} somebody has a better move. Whether it would hold because these would be answered is left open.`;
  if (!hold)
    return `${now}Would not last: in ${states === 1 ? 'its one state' : `each of its ${counted(states, 'state')}`} somebody has a reason to move that nothing deters.`;
  const most = counts.reduce<bigint>((a, b) => (b !== null && BigInt(b) > a ? BigInt(b) : a), 0n);
  return `${now}Would hold ${open ? 'at least ' : ''}${states === 1 ? `in its one state, ${hold.clause}` : `in ${figure(most)} of its ${counted(states, 'state')}, at best ${hold.clause}`}.`;
}

/** "Improvements lead there from today in 4 steps, by …"; empty where it is so today. */
function scenarioReaching(words: Words, { path, holdsNow, reachable }: ScenarioAnswer): string {
  if (holdsNow) return '';
  if (path === null)
    return reachable.moves === null
      ? 'No way there was found from today.'
      : 'No moves lead there from today.';
  const steps = counted(path.steps.length, 'step');
  return path.by === 'improvements'
    ? `Improvements lead there from today in ${steps}, by ${movers(words, path.steps)}.`
    : `From today it takes ${steps} by ${movers(words, path.steps)}, not all of them improvements for the one who moves.`;
}

/** Who gains and who loses, in all states of the scenario or else in the one that holds best. */
function scenarioFaring(words: Words, { against, firmest }: ScenarioAnswer): string {
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
