import type { ScenarioAnswer, ScenariosResult } from '@standoff/analysis';
import { holdOf } from '../concepts.js';
import { counted, figure } from '../english.js';
import { scenarioFaring, scenarioHolding, scenarioReaching } from '../questions/scenarios-text.js';
import {
  type Block,
  type Content,
  type Section,
  type StripRow,
  type Verdict,
  cited,
  code,
  column,
  heading,
  item,
  lead,
  list,
  note,
  paragraph,
  scenarioStripSvg,
  verdict,
} from '@standoff/document';
import type { Words } from '../words.js';
import { stepList } from './steps.js';

/** For each named scenario: would it hold, can it come about, who can stop it, who gains. */
export function scenariosSection(words: Words, { scenarios }: ScenariosResult): Section {
  const rows = scenarios.map(stripRow);
  const holding = rows.filter(({ holds }) => holds === 'firm').length;
  const led = rows.filter(({ reached }) => reached === 'improvements').length;
  const { svg, width } = scenarioStripSvg(rows, {
    id: 'strip',
    title: 'The scenarios at a glance',
    description:
      'For each scenario whether it would hold, whether a way leads there from today, and how many actors gain and lose by it. The table below says the same.',
  });
  return {
    id: 'scenarios',
    title: 'What becomes of the scenarios',
    blocks: [
      lead(
        `Of ${counted(scenarios.length, 'named scenario')}, ${figure(holding)} would hold by nothing that anybody would not want to do; improvements lead from today to ${figure(led)} that ${led === 1 ? 'is' : 'are'} not so already.`,
      ),
      {
        block: 'figure',
        id: 'figure-scenarios',
        title: 'The scenarios at a glance',
        caption: [
          'The scenarios at a glance. A full disc: it would hold by nothing that anybody would not want to do; half: only by answers at any price, or moves at the same moment; empty: it would not last. A solid arrow: improvements lead there; a broken one: only other moves. ▲ and ▼: for how many actors it is better and worse than today, where it would hold best, or else throughout.',
        ],
        drawing: svg,
        least: width,
        words: [
          {
            block: 'table',
            caption: 'The scenarios at a glance, in words',
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
                rows: rows.map((row): Content[] => [
                  [row.label],
                  [verdict(HELD[row.holds][0], HELD[row.holds][1])],
                  [
                    row.reached === 'today'
                      ? 'is so today'
                      : row.reached === 'no'
                        ? 'no'
                        : `by ${row.reached === 'moves' ? 'other moves' : 'improvements'}, ${counted(row.steps!, 'step')}`,
                  ],
                  [figure(row.better)],
                  [figure(row.worse)],
                ]),
              },
            ],
          },
        ],
      },
      ...scenarios.flatMap((scenario) => scenarioBlocks(words, scenario)),
      note(
        'A scenario is a set of states. It would hold where at least one of its states is an equilibrium. All of this is what the model says, not a forecast.',
      ),
    ],
  };
}

const HELD: Readonly<Record<StripRow['holds'], readonly [Verdict, string]>> = {
  firm: ['yes', 'would hold'],
  price: ['partly', 'at a price'],
  no: ['no', 'would not last'],
};

function stripRow({ label, states, firmest, holdsNow, path, against }: ScenarioAnswer): StripRow {
  const hold = firmest && holdOf(firmest.concepts);
  const fares = Object.values(against).map((one) => one.firmest ?? one.everywhere);
  return {
    label,
    holds: states === 0 || hold === null ? 'no' : hold.firm ? 'firm' : 'price',
    reached: holdsNow ? 'today' : path === null ? 'no' : path.by,
    steps: holdsNow || path === null ? null : path.steps.length,
    better: fares.filter((one) => one === 'better').length,
    worse: fares.filter((one) => one === 'worse').length,
  };
}

function scenarioBlocks(words: Words, scenario: ScenarioAnswer): Block[] {
  const { id, label, evidence, states, ruledOutBy, needs, undoes, extremes, path } = scenario;
  const title = heading(label);
  const source: Content = [code(id), ' ', ...cited(evidence)];
  if (states === 0)
    return [
      title,
      paragraph(
        `No state of the model satisfies it: it contradicts ${ruledOutBy.length === 0 ? 'itself' : ruledOutBy.map((text) => `“${text}”`).join(' and ')}. `,
        ...source,
      ),
    ];
  const keepers = needs.improvements.length > 0 ? needs.improvements : needs.moves;
  const stops = (['each', 'some', 'none'] as const).flatMap((gains) => {
    const actors = undoes.filter((undo) => undo.gains === gains).map(({ actor }) => actor);
    return actors.length === 0 ? [] : [item([`${words.actors(actors)} ${ENDING[gains]}.`])];
  });
  return [
    title,
    paragraph(
      `${scenarioHolding(scenario)} ${scenarioReaching(words, scenario)} `.trimStart(),
      ...source,
    ),
    ...list([
      item([scenarioFaring(words, scenario)]),
      ...(!scenario.holdsNow && keepers.length > 0
        ? [
            item([
              `It cannot come about${needs.improvements.length > 0 ? ' by improvements' : ''} without ${words.actors(keepers)}: ${keepers.length === 1 ? 'it' : 'each of them'} could block it by not moving.`,
            ]),
          ]
        : []),
      ...stops,
      ...extremes.map(({ kind, actor, asserted, holds }) =>
        item([
          holds
            ? `The ${kind} that can happen to ${words.actor(actor)}${asserted ? ', as the author says' : ''}.`
            : `Said to be the ${kind} that can happen to ${words.actor(actor)}; by the preferences in the model it is not.`,
        ]),
      ),
      ...(path && path.by === 'improvements' && path.steps.length > 0
        ? [item(['The shortest way there:'], stepList(words, path.steps))]
        : []),
    ]),
  ];
}

const ENDING = {
  each: 'could end it by a move of its own, and would always be better off so',
  some: 'could end it by a move of its own, and would in some of its states be better off so',
  none: 'could end it by a move of its own, but would never be better off so at once',
} as const;
