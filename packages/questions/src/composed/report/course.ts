import type { OutlookResult } from '../../outlook/answer.js';
import type { Step } from '@standoff/situation';
import { decidersOf, type ConflictModel } from '@standoff/model';
import { counted, figure, listed } from '../../told/english.js';
import {
  type Figure,
  type Section,
  item,
  list,
  quiet,
  stateGraphSvg,
  strong,
} from '@standoff/document';
import type { Words } from '../../told/words.js';
import type { CourseGraph, CourseState } from '../../outlook/course-graph.js';
import { stepContent } from '../../told/steps.js';
import { tellOutlook } from '../../outlook/tell.js';
import { QUESTIONS } from '../../questions.js';

/** Where the course leads from today, drawn and told. */
export function courseSection(
  words: Words,
  model: ConflictModel,
  result: OutlookResult,
  graph: CourseGraph | null,
): Section {
  const { name, title } = QUESTIONS.outlook;
  const blocks = tellOutlook(words, result, model);
  if (graph === null || graph.steps.length === 0) return { id: name, title, blocks };
  const [first, ...rest] = blocks;
  return { id: name, title, blocks: [first, graphFigure(words, model, graph), ...rest] };
}

function graphFigure(words: Words, model: ConflictModel, graph: CourseGraph): Figure {
  const { states, steps, reached, hidden } = graph;
  const short = new Map(model.options.map(({ id, name, agreement }) => [id, agreement ?? name]));
  const name = (state: CourseState): string =>
    state.kind === 'today'
      ? 'Today'
      : words.called({ name: state.name, taken: state.key.split(' ') });
  const byKey = new Map(states.map((state) => [state.key, state]));
  const title = 'Where the present course leads';
  const description = `${counted(states.length, 'state')} and ${counted(steps.length, 'step')}: the shortest ways along the course from today to where it ends and to the named scenarios. The steps are listed below the figure.`;
  const drawn = stateGraphSvg(
    {
      actors: decidersOf(model).map(({ id, label }) => ({ id, label })),
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
      `The shortest ways along the course from today to where it ends and to the named scenarios: ${figure(states.length)} of ${counted(reached + 1, 'state')}. Each line is a move by the actor whose name, colour and dashes it has; “+” takes an option up, “−” gives it up.`,
      ...(hidden.length > 0
        ? [` Left out, to keep it readable: ${listed(hidden.map((label) => `“${label}”`))}.`]
        : []),
    ],
    draw: () => drawn,
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
              ? ' (the course ends here)'
              : to.kind === 'holds'
                ? ' (the course ends here, held by answers)'
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
