import { item, list, stateGraphSvg } from '@standoff/document';
import type { AllMoves, Words } from '@standoff/questions';
import type { ConflictModel } from '@standoff/model';
import { useAnswer } from '../../answers/use-answer.js';
import { Answered } from '../../design/card.js';
import { useHref } from '../../routes.js';
import { Drawn } from '../../tell/drawn.js';
import { Told } from '../../tell/told.js';
import { useWorkbench } from '../../workbench.js';

/** Every state and every move, of a small situation. */
export function WholeGraph({
  words,
  model,
}: {
  readonly words: Words;
  readonly model: ConflictModel;
}) {
  const answer = useAnswer('allMoves');
  return (
    <Answered answer={answer}>
      {(result) => <Graph words={words} model={model} result={result} />}
    </Answered>
  );
}

const TITLE = 'All states and moves';

function Graph({
  words,
  model,
  result: { states, moves },
}: {
  readonly words: Words;
  readonly model: ConflictModel;
  readonly result: AllMoves;
}) {
  const href = useHref();
  const { store } = useWorkbench();
  const names = new Map(
    states.map(({ name, taken, kind }) => [
      String(name.decimal),
      kind === 'today' ? 'Today' : words.called({ name, taken }),
    ]),
  );
  return (
    <Drawn
      title={TITLE}
      file={`${store.name}-states`}
      draw={(width, alone) => {
        const drawn = stateGraphSvg(
          {
            actors: model.actors.map(({ id, label }) => ({ id, label })),
            nodes: states.map(({ name, layer, kind }) => ({
              id: String(name.decimal),
              label: names.get(String(name.decimal))!,
              number: '',
              layer,
              kind,
            })),
            edges: moves.map(({ from, to, step, better }) => ({
              from,
              to,
              actor: step.actor,
              label: '',
              ...(better ? {} : { faint: true }),
            })),
          },
          {
            id: 'states',
            title: TITLE,
            description: 'Arrows are improvements. The same stands as a list beside it.',
            ...(alone ? {} : { link: (state) => href({ state, actor: null, concept: null }) }),
          },
        );
        return alone ? drawn : { ...drawn, width: Math.min(drawn.width, width) };
      }}
    >
      <Told
        blocks={list(
          moves
            .filter(({ better }) => better)
            .map(({ from, to, step }) =>
              item([`From “${names.get(from)}”: ${words.step(step)}, to “${names.get(to)}”`]),
            ),
        )}
      />
    </Drawn>
  );
}
