import { CONCEPTS, DEFINITIONS, USUAL_CONCEPT } from '@standoff/engine';
import type { Concept } from '@standoff/situation';
import { memo } from 'react';
import { useAnswer, useModel, useWords } from '../../answers/use-answer.js';
import { questionNamed, tellAllStates, type LessonResult } from '@standoff/questions';
import { Answered, Card } from '../../design/card.js';
import { Choice } from '../../design/choice.js';
import { go, useHref, useRoutePart } from '../../routes.js';
import { conclusionsOf } from '../grounds/conclusions.js';
import { Board } from './board.js';
import { ToldAnswer } from '../../tell/told-answer.js';
import styles from './lesson.module.css';

/** The calculation of a verdict by hand, step by step, as on a blackboard. */
export default function LessonView() {
  const state = useRoutePart('state');
  const actor = useRoutePart('actor');
  const concept = useRoutePart('concept');
  const href = useHref();
  const answer = useAnswer('lesson', {
    ...(state === null ? {} : { state: `#${state}` }),
    ...(actor === null ? {} : { actor }),
    concept: CONCEPTS.find((one) => one === concept) ?? USUAL_CONCEPT,
  });
  return (
    <div className={styles.lesson}>
      <Card title={questionNamed('lesson').title}>
        <Answered answer={answer}>
          {(lesson) => (
            <>
              <Choosers lesson={lesson} />
              <Board
                key={`${lesson.state.name.decimal} ${lesson.actor} ${lesson.concept}`}
                lesson={lesson}
              />
            </>
          )}
        </Answered>
        {answer.result === null && answer.state === 'failed' && state !== null && (
          <p>
            <a href={href({ state: null, actor: null, step: null })}>Begin with another state</a>
          </p>
        )}
      </Card>
      {(answer.result !== null || answer.state !== 'failed') && (
        <ToldAnswer answer={answer} title="All states" tell={tellAllStates} />
      )}
    </div>
  );
}

/** Which verdict. A choice begins the lesson anew. */
const Choosers = memo(function Choosers({ lesson }: { readonly lesson: LessonResult }) {
  const words = useWords();
  const model = useModel();
  // Only where the lesson does not list them.
  const table = useAnswer('table', lesson.table === null ? undefined : null).result;
  const chosen = String(lesson.state.name.decimal);
  if (words === null) return null;
  const states =
    lesson.table?.map(({ decimal, label, today }) => ({
      id: String(decimal),
      label: `#${decimal}${label === null ? '' : ` ${label}`}${today ? ' (today)' : ''}`,
    })) ??
    (table === null || model === null
      ? [{ id: chosen, label: `#${chosen}` }]
      : conclusionsOf(table, model, chosen).conclusions);
  const begin = (changed: { state?: string; actor?: string; concept?: string }): void =>
    go({
      state: chosen,
      actor: lesson.actor,
      concept: lesson.concept,
      step: null,
      ...changed,
    });
  return (
    <div className={styles.choosers}>
      <Choice
        label="State"
        options={states}
        value={chosen}
        onChange={(state) => begin({ state })}
      />
      <Choice
        label="Decision maker"
        options={[...new Set([...lesson.actors, lesson.actor])].map((id) => ({
          id,
          label: words.name(id),
        }))}
        value={lesson.actor}
        onChange={(actor) => begin({ actor })}
      />
      <Choice
        label="Concept"
        options={CONCEPTS.map((id) => ({ id, label: `${id}, ${DEFINITIONS[id].name}` }))}
        value={lesson.concept}
        onChange={(concept: Concept) => begin({ concept })}
      />
    </div>
  );
});
