import { CONCEPTS, DEFINITIONS, ruleOf } from '@standoff/engine';
import { figure } from '@standoff/questions';
import { ActorName, Badge } from '../../design/names.js';
import { NOTHING_SELECTED, useHref } from '../../routes.js';
import type { VerdictStep } from '../../answers/lesson.js';
import type { BodyProps } from './body-props.js';
import styles from './teaching.module.css';

/** The definition, what the steps come to, and whether the kernel agrees. */
export function VerdictBody({
  step: { stable, kernel, why, improvements, undeterred },
  lesson: { state, actor, actors, concept },
  words,
}: BodyProps<VerdictStep>) {
  const href = useHref();
  const decimal = String(state.name.decimal);
  const panel = href({ ...NOTHING_SELECTED, view: 'states', state: decimal, actor, concept });
  return (
    <>
      <p className={styles.definition}>
        {DEFINITIONS[concept].sentence}{' '}
        <span className={styles.soft}>
          ({DEFINITIONS[concept].name}; {DEFINITIONS[concept].source})
        </span>
      </p>
      <p>
        {improvements === 0 ? (
          <>
            <ActorName id={actor} /> has {why === 'no move' ? 'no move' : 'no improvement'}, so that
            there is nothing to deter it from.
          </>
        ) : (
          <>
            <ActorName id={actor} /> has{' '}
            {improvements === 1 ? 'one improvement' : `${figure(improvements)} improvements`}
            {ruleOf(concept).answers === 'none'
              ? `. ${concept} does not ask what the others may answer.`
              : undeterred === 0
                ? improvements === 1
                  ? ', and is deterred from it.'
                  : ', and is deterred from each.'
                : improvements === 1
                  ? ', and nothing deters it.'
                  : `; nothing deters it from ${undeterred === improvements ? 'any' : figure(undeterred)} of them.`}
          </>
        )}
      </p>
      <p className={styles.result}>
        <Badge verdict={stable ? 'holds' : 'fails'}>{stable ? 'stable' : 'not stable'}</Badge> #
        {decimal} is {stable ? '' : 'not '}stable for {words.actor(actor)} under {concept}.{' '}
        {kernel === stable
          ? 'The program, which judges all states at once, comes to the same verdict.'
          : 'The program, which judges all states at once, comes to the other verdict: one of the two is wrong. Please report it.'}{' '}
        <a href={panel}>All verdicts on this state</a>
      </p>
      <p className={styles.soft}>
        The definitions with their sources are in docs/theory.md, “Stability”.
      </p>
      <p>
        The same state for{' '}
        {actors.map((id, k) => (
          <span key={id}>
            {k > 0 && ', '}
            {id === actor ? (
              words.actor(id)
            ) : (
              <a href={href({ state: decimal, actor: id, concept, step: null })}>
                {words.actor(id)}
              </a>
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
    </>
  );
}
