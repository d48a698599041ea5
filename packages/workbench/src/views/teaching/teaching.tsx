import { CONCEPTS, DEFINITIONS, USUAL_CONCEPT } from '@standoff/engine';
import type { Concept } from '@standoff/situation';
import { useAnswer, useWords } from '../../answers/use-answer.js';
import type { Lesson } from '../../answers/lesson.js';
import { Answered, Card, Note } from '../../design/card.js';
import { Choice } from '../../design/choice.js';
import { go, useHref, useRoute } from '../../routes.js';
import { conclusionsOf } from '../grounds/conclusions.js';
import { Board } from './board.js';
import { AllStates } from './all-states.js';
import styles from './teaching.module.css';

/** The calculation of a verdict by hand, step by step, as on a blackboard. */
export default function Teaching() {
  const { state, actor, concept } = useRoute();
  const href = useHref();
  const answer = useAnswer('lesson', {
    state: state === null ? null : Number(state),
    actor,
    concept: CONCEPTS.find((one) => one === concept) ?? USUAL_CONCEPT,
  });
  return (
    <div className={styles.teaching}>
      <Card title="A verdict by hand">
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
        <Card title="All states">
          <Answered answer={answer}>
            {({ table, state: chosen }) =>
              table === null ? (
                <p>There are too many states for a table; the view States lists them.</p>
              ) : (
                <AllStates table={table} chosen={Number(chosen.name.decimal)} />
              )
            }
          </Answered>
          <Note>
            Y: the option is taken. N: it is not. Below, the states that each decision maker can
            move to, in bold with an asterisk those that are better for it, and the place of each
            state in its ranking: 1 is the best.
          </Note>
        </Card>
      )}
    </div>
  );
}

/** Which verdict. A choice begins the lesson anew. */
function Choosers({ lesson }: { readonly lesson: Lesson }) {
  const words = useWords();
  const standing = useAnswer('standing').result;
  const chosen = String(lesson.state.name.decimal);
  if (words === null) return null;
  const states =
    lesson.table?.states.map(({ decimal, label, today }) => ({
      id: String(decimal),
      label: `#${decimal}${label === null ? '' : ` ${label}`}${today ? ' (today)' : ''}`,
    })) ??
    (standing === null
      ? [{ id: chosen, label: `#${chosen}` }]
      : conclusionsOf(standing, chosen).conclusions);
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
          label: words.actor(id),
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
}
