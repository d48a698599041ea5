import type { Arrival, Outlook, OutlookResult, Step } from '@standoff/analysis';
import type { ConflictModel } from '@standoff/model';
import { wayEnds } from '../course-words.js';
import { counted, figure, listed } from '../english.js';
import {
  type Block,
  type Figure,
  type Section,
  heading,
  item,
  lead,
  list,
  note,
  paragraph,
  quiet,
  stateGraphSvg,
  strong,
} from '@standoff/document';
import type { Words } from '../words.js';
import type { CourseGraph, CourseState } from './course-graph.js';
import { stepContent, stepList } from './steps.js';

/** Ends that are told one by one. */
const TOLD = 6;

/** Where improvements lead from today, drawn and told; from each state that today may be. */
export function courseSection(
  words: Words,
  model: ConflictModel,
  { outlooks }: OutlookResult,
  graph: CourseGraph | null,
): Section {
  const [first, ...others] = outlooks;
  const drawn = graph !== null && graph.steps.length > 0 ? graphFigure(words, model, graph) : null;
  return {
    id: 'course',
    title: 'Where the present course leads',
    blocks: [
      lead(reachWords(first)),
      ...(drawn === null ? [] : [drawn]),
      ...endsBlocks(words, first),
      ...others.flatMap((outlook) => [
        heading('If things stand otherwise today'),
        paragraph(`${words.against(outlook.from.name, outlook.from.taken)} ${reachWords(outlook)}`),
        ...endsBlocks(words, outlook),
      ]),
      note(
        'An improvement is a move that is better, by its own preferences, for the one who makes it. That a way is open does not mean that it will be gone: each step is one that somebody has a reason to take.',
      ),
    ],
  };
}

function reachWords({ improvements, ends }: Outlook): string {
  return improvements.states === 0
    ? 'Nowhere: no decision maker has a move that is better for it.'
    : `Each by its own improvements, the decision makers can reach ${counted(improvements.states, 'other state')}; ${wayEnds(ends.length)}.`;
}

function endsBlocks(words: Words, { improvements, ends, moves }: Outlook): Block[] {
  if (improvements.states === 0) return [];
  return [
    ...ends
      .slice(0, TOLD)
      .flatMap(({ states, nearest }, k) => endBlocks(words, nearest, states, k + 1)),
    ...(ends.length > TOLD ? [paragraph(`and ${counted(ends.length - TOLD, 'more end')}.`)] : []),
    paragraph(
      `Of the states that improvements reach, today’s included, ${figure(improvements.equilibria)} would hold under some concept, ${figure(improvements.firmCount)} of them by more than answers at any price. Moves of any kind lead to ${counted(moves.states, 'other state')}.`,
    ),
  ];
}

function endBlocks(words: Words, nearest: Arrival, states: number, number: number): Block[] {
  const { state, steps, slow, concepts } = nearest;
  const today = state.name.added.length + state.name.dropped.length === 0;
  return [
    heading(
      `End ${number}: ${today ? 'today’s state' : (state.name.label ?? 'a state without a name')}`,
    ),
    paragraph(
      ...(states > 1 ? [`A round of ${counted(states, 'state')}; the nearest of them: `] : []),
      `${words.against(state.name, state.taken)} `,
      quiet(`#${state.name.decimal} · ${concepts.join(' ')}`),
    ),
    ...stepList(words, steps),
    ...slow.map(({ step, mayReact }) =>
      paragraph(
        `Step ${step + 1} takes long. ${mayReact.length === 0 ? 'Meanwhile nobody else has a better move.' : `Meanwhile ${words.actors(mayReact)} could do better by a move of ${mayReact.length === 1 ? 'its' : 'their'} own.`}`,
      ),
    ),
  ];
}

function graphFigure(words: Words, model: ConflictModel, graph: CourseGraph): Figure {
  const { states, steps, reached, hidden } = graph;
  const short = new Map(model.options.map(({ id, name, agreement }) => [id, agreement ?? name]));
  const name = (state: CourseState): string =>
    state.kind === 'today' ? 'Today' : (state.name.label ?? 'a state without a name');
  const byKey = new Map(states.map((state) => [state.key, state]));
  const title = 'Where the present course leads';
  const description = `${counted(states.length, 'state')} and ${counted(steps.length, 'step')}: the shortest ways by improvements from today to where they end and to the named scenarios. The steps are listed below the figure.`;
  const { svg, width } = stateGraphSvg(
    {
      actors: model.actors
        .filter(({ options }) => options.length > 0)
        .map(({ id, label }) => ({ id, label })),
      nodes: states.map((state) => ({
        id: state.key,
        label: name(state),
        number: `#${state.name.decimal}`,
        layer: state.layer,
        kind: state.kind,
      })),
      edges: steps.map((step) => ({
        from: step.from.join(' '),
        to: step.to.join(' '),
        actor: step.actor,
        label: deed(step, short),
      })),
    },
    { id: 'graph', title, description },
  );
  return {
    block: 'figure',
    id: 'figure-course',
    title,
    caption: [
      `The shortest ways by improvements from today to where they end and to the named scenarios: ${figure(states.length)} of ${counted(reached + 1, 'state')}. Each line is a move by the actor whose name, colour and dashes it has; “+” takes an option up, “−” gives it up.`,
      ...(hidden.length > 0
        ? [` Left out, to keep it readable: ${listed(hidden.map((label) => `“${label}”`))}.`]
        : []),
    ],
    drawing: svg,
    least: width,
    words: list(
      steps.map((step) => {
        const from = byKey.get(step.from.join(' '))!;
        const to = byKey.get(step.to.join(' '))!;
        return item([
          `From ${name(from)} #${from.name.decimal}: `,
          ...stepContent(words, step),
          ' → ',
          strong(name(to)),
          ` #${to.name.decimal}`,
          quiet(
            to.kind === 'end'
              ? ' (improvements end here)'
              : to.kind === 'holds'
                ? ' (would hold)'
                : '',
          ),
        ]);
      }),
    ),
  };
}

/** "+meet +assure −enforce", in the names that the options have in the model. */
function deed({ takes, drops }: Step, short: ReadonlyMap<string, string>): string {
  return [
    ...takes.map((id) => `+${short.get(id) ?? id}`),
    ...drops.map((id) => `−${short.get(id) ?? id}`),
  ].join(' ');
}
