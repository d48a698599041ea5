import { CONCEPTS } from '@standoff/engine';
import type { LessonResult } from '@standoff/questions';
import { useWords } from '../../answers/use-answer.js';
import { NOTHING_SELECTED, useHref } from '../../routes.js';

/** From a verdict to the others on the same state. */
export function Elsewhere({
  lesson: { state, actor, actors, concept },
}: {
  readonly lesson: LessonResult;
}) {
  const words = useWords();
  const href = useHref();
  if (words === null) return null;
  const decimal = String(state.name.decimal);
  return (
    <p>
      <a href={href({ ...NOTHING_SELECTED, view: 'states', state: decimal, actor, concept })}>
        All verdicts on this state
      </a>
      . The same state for{' '}
      {actors.map((id, k) => (
        <span key={id}>
          {k > 0 && ', '}
          {id === actor ? (
            words.name(id)
          ) : (
            <a href={href({ state: decimal, actor: id, concept, step: null })}>{words.name(id)}</a>
          )}
        </span>
      ))}
      ; under{' '}
      {CONCEPTS.map((one, k) => (
        <span key={one}>
          {k > 0 && ', '}
          {one === concept ? (
            one
          ) : (
            <a href={href({ state: decimal, actor, concept: one, step: null })}>{one}</a>
          )}
        </span>
      ))}
      .
    </p>
  );
}
