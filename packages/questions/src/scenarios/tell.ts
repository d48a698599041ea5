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
  type ListItem,
  type Verdict,
} from '@standoff/document';
import { holdOf } from '@standoff/engine';
import type { ScenarioAnswer, ScenariosResult } from './answer.js';
import { tenths, ways } from '../told/shares.js';
import { capitalised, counted, figure, listed } from '../told/english.js';
import { stateInline } from '../told/inlines.js';
import { SHORT, standardNote } from '../told/course-words.js';
import { tellLeftOpen } from '../told/left-open.js';
import { movers, stepList } from '../told/steps.js';
import type { Words } from '../told/words.js';

/** What becomes of the named scenarios: would it hold, can it come about, who can stop it, who gains. */
export function tellScenarios(words: Words, result: ScenariosResult): Block[] {
  const { scenarios, notKnown } = result;
  if (scenarios.length === 0)
    return [
      paragraph(
        'The situation names no scenario. “scenario peace "Peace" = treaty and not US.attack” in its text would name one.',
      ),
    ];
  return [
    ...(scenarios.length > 1 ? tellTogether(scenarios) : []),
    ...scenarios.flatMap((scenario) => tellScenario(words, scenario)),
    ...tellLeftOpen(notKnown, result.atFirst),
    note(
      'A scenario is a set of states. It would hold where at least one of its states does; said is how firmly the firmest of them.',
    ),
    standardNote(result),
  ];
}

/** The scenarios side by side. */
function tellTogether(scenarios: readonly ScenarioAnswer[]): Block[] {
  const hold = scenarios.filter(({ firmest }) => firmest !== null).length;
  const others = scenarios.filter(({ holdsNow }) => !holdsNow);
  const ends = others.filter(({ pull }) => pull !== null && pull > 0).length;
  const led = others.filter(({ path }) => path?.by === 'course').length;
  const open = others.some(({ pull }) => pull === null);
  return [
    lead(
      `Of ${counted(scenarios.length, 'named scenario')}, ${figure(hold)} would hold once there. From today the course ${
        open
          ? `leads to ${figure(led)}`
          : `ends in ${figure(ends)}${led > ends ? ` and leads through ${figure(led - ends)} more` : ''}`
      }, those that are so already not counted.`,
    ),
    {
      block: 'table',
      caption: 'The scenarios side by side',
      columns: [
        column('Scenario'),
        column('Would it hold'),
        column('Ways there'),
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
              [verdict(...standing(scenario))],
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
function standing({ states, firmest, equilibria }: ScenarioAnswer): [Verdict, word: string] {
  if (states === 0) return ['no', 'cannot be'];
  const hold = firmest && holdOf(firmest.concepts);
  if (hold === null && Object.values(equilibria).includes(null)) return ['partly', 'left open'];
  if (hold === null) return ['no', 'would not last'];
  return [hold.firm ? 'yes' : 'partly', SHORT[hold.answers]];
}

/** Whether it would hold and how much leads there, in a few words. */
export function scenarioInBrief(scenario: ScenarioAnswer): string {
  const [holds, word] = standing(scenario);
  const hold = holds === 'no' || word === 'left open' ? word : `holds ${word}`;
  return `${hold}; ways there: ${way(scenario)}`;
}

function way({ holdsNow, path, pull }: ScenarioAnswer): string {
  if (pull !== null && pull > 0)
    return `${tenths(pull)}${holdsNow ? ', is so today' : path === null ? '' : `, in ${counted(path.steps.length, 'step')}`}`;
  if (holdsNow) return 'is so today';
  if (path === null) return 'none';
  return path.by === 'course'
    ? pull === null
      ? `a way, ${counted(path.steps.length, 'step')}`
      : `on the way, in ${counted(path.steps.length, 'step')}`
    : `none, ${counted(path.steps.length, 'other move')}`;
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
                `${path.shortest === false ? 'A way there, perhaps not the shortest' : 'The shortest way there'}, ${path.by === 'course' ? 'each step the best that its mover can do unless it is undone' : 'by any moves, each step the smallest that leads on'}:`,
              ],
              stepList(words, path.steps),
            ),
          ]),
    ]),
  ];
}

/** Who can keep it from coming about, and who can end it. */
function tellStoppers(words: Words, { holdsNow, needs, undoes }: ScenarioAnswer): ListItem[] {
  const wanting = needs.course.length > 0;
  const keepers = wanting ? needs.course : needs.moves;
  const atAnyPrice =
    wanting && needs.moves.length < needs.course.length
      ? `; at any price, ${needs.moves.length === 0 ? 'the others could do without any one of them' : `only ${words.actors(needs.moves)} could`}`
      : '';
  return [
    ...(holdsNow || keepers.length === 0
      ? []
      : [
          item([
            `Cannot come about${wanting ? ' along the course' : ''} without ${words.actors(keepers)}: ${keepers.length === 1 ? 'it' : 'each of them'} can keep it from happening by not moving${atAnyPrice}.`,
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
function scenarioHolding({
  states,
  holding,
  holdsNow,
  firmest,
  equilibria,
}: ScenarioAnswer): string {
  const now = holdsNow ? 'Is so today. ' : '';
  const hold = firmest && holdOf(firmest.concepts);
  const each = states === 1 ? 'its one state' : `each of its ${counted(states, 'state')}`;
  if (!hold && Object.values(equilibria).includes(null))
    return `${now}In ${each} somebody has a better move. Whether it would hold because these would be answered is left open.`;
  if (!hold) return `${now}Would not last: in ${each} somebody would move.`;
  return `${now}Would hold ${states === 1 ? `in its one state, ${hold.clause}` : `in ${figure(holding)} of its ${counted(states, 'state')}, at best ${hold.clause}`}.`;
}

/** "The course leads there from today in 4 steps, by …; 5 ways in 10 end there"; empty where it is so today. */
function scenarioReaching(
  words: Words,
  { path, holdsNow, reachable, pull }: ScenarioAnswer,
): string {
  const end =
    pull !== null && pull > 0
      ? `${capitalised(ways(pull))} along the course ${pull >= 0.995 ? 'ends' : 'end'} in it.`
      : '';
  if (holdsNow) return end;
  if (path === null)
    return reachable.moves === null
      ? 'No way there was found from today.'
      : 'No moves lead there from today.';
  const steps = counted(path.steps.length, 'step');
  return path.by === 'course'
    ? `The course leads there from today in ${steps}, by ${movers(words, path.steps)}${end === '' && pull !== null ? ', and on' : ''}. ${end}`.trimEnd()
    : `From today it takes ${steps} by ${movers(words, path.steps)} that the course does not take.`;
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
