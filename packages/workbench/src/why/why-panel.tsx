import { CONCEPTS, DEFINITIONS, holdOf, USUAL_CONCEPT } from '@standoff/engine';
import type { Concept } from '@standoff/situation';
import { Check, CircleHelp, X } from 'lucide-react';
import {
  stateTitle,
  tellAgainst,
  type ExplainResult,
  type ExplanationResult,
} from '@standoff/questions';
import { useAnswer, useModel, useWords } from '../answers/use-answer.js';
import { IconButton } from '../design/button.js';
import { Answered } from '../design/card.js';
import { ActorName, Badge } from '../design/names.js';
import { Term } from '../design/term.js';
import { go, NOTHING_SELECTED, useHref, useRoutePart } from '../routes.js';
import { Told } from '../tell/told.js';
import { Explanation } from './explanation.js';
import styles from './why-panel.module.css';

/** Why a state holds or not: for every decision maker and concept, and one of them in full. */
export function WhyPanel({ decimal }: { readonly decimal: string }) {
  const here = useAnswer('explain', { state: `#${decimal}` });
  return (
    <div className={styles.panel}>
      <div className={styles.head}>
        <p className={styles.kicker}>Why</p>
        <IconButton
          icon={X}
          label="Close"
          onPress={() => go({ state: null, actor: null, concept: null })}
        />
      </div>
      <Answered answer={here}>{(result) => <Here here={result} />}</Answered>
    </div>
  );
}

function Here({ here }: { readonly here: ExplainResult }) {
  const words = useWords();
  const model = useModel();
  const actor = useRoutePart('actor');
  const concept = useRoutePart('concept');
  const href = useHref();
  if (words === null || model === null) return null;
  const { state, reachable, scenarios, explanations } = here;
  const { name } = state;
  const today = name.added.length + name.dropped.length === 0;
  const verdicts = new Map(
    explanations.map((one) => [keyOf(one.actor, one.concept), one] as const),
  );
  const actors = [...new Set(explanations.map((one) => one.actor))];
  const stableFor = (one: Concept, answers: readonly unknown[]): boolean =>
    actors.every((id) => answers.includes(verdicts.get(keyOf(id, one))?.stable));
  const hold = holdOf(CONCEPTS.filter((one) => stableFor(one, [true])));
  const isOpen = hold === null && CONCEPTS.some((one) => stableFor(one, [true, null]));
  const asked = askedOf(explanations, actor, concept);
  return (
    <>
      <h3 className={styles.title}>{stateTitle(words, state)}</h3>
      <p className={styles.facts}>
        <Badge verdict={isOpen ? 'open' : hold === null ? 'fails' : hold.firm ? 'holds' : 'price'}>
          {isOpen
            ? 'whether it would hold is left open'
            : hold === null
              ? 'would not last'
              : hold.firm
                ? 'would hold'
                : 'would hold at a price'}
        </Badge>
        {!today && (
          <Badge verdict={reachable.improvements ? 'holds' : 'open'}>
            {reachable.improvements
              ? 'improvements lead here'
              : reachable.moves
                ? 'only moves against interest lead here'
                : reachable.moves === null
                  ? 'whether moves lead here is left open'
                  : 'no moves lead here'}
          </Badge>
        )}
      </p>
      <div className={styles.against}>
        <Told blocks={[tellAgainst(words, state)]} />
        <p>
          {scenarios.length > 0 &&
            `This is ${scenarios
              .map((id) => `“${model.scenarios.find((one) => one.id === id)?.label ?? id}”`)
              .join(', also ')}. `}
          <span className={styles.notation}>
            #{name.decimal} {name.column}
          </span>
        </p>
      </div>
      <table className={styles.verdicts}>
        <caption className="visually-hidden">For whom it is stable, under what</caption>
        <thead>
          <tr>
            <td />
            {CONCEPTS.map((one) => (
              <th key={one} scope="col">
                <Term meaning={`Stays if ${DEFINITIONS[one].meaning}`}>{one}</Term>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {actors.map((id) => (
            <tr key={id}>
              <th scope="row">
                <ActorName id={id} />
              </th>
              {CONCEPTS.map((one) => (
                <td key={one}>
                  <Verdict
                    state={String(name.decimal)}
                    actor={id}
                    name={words.name(id)}
                    concept={one}
                    stable={verdicts.get(keyOf(id, one))?.stable ?? null}
                    chosen={asked !== null && asked.actor === id && asked.concept === one}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {asked !== null && (
        <>
          <Explanation key={keyOf(asked.actor, asked.concept)} result={asked} />
          <p className={styles.byHand}>
            <a
              href={href({
                ...NOTHING_SELECTED,
                view: 'lesson',
                state: String(name.decimal),
                actor: asked.actor,
                concept: asked.concept,
              })}
            >
              Work this verdict out by hand
            </a>
          </p>
        </>
      )}
    </>
  );
}

function Verdict({
  state,
  actor,
  name,
  concept,
  stable,
  chosen,
}: {
  readonly state: string;
  readonly actor: string;
  readonly name: string;
  readonly concept: Concept;
  /** Null: not known. */
  readonly stable: boolean | null;
  readonly chosen: boolean;
}) {
  const href = useHref();
  const Icon = stable === null ? CircleHelp : stable ? Check : X;
  return (
    <a
      className={styles.verdict}
      href={href({ state, actor, concept })}
      data-stable={stable ?? 'open'}
      aria-label={`${name}, ${concept}: ${stable === null ? 'left open' : stable ? 'stable' : 'not stable'}`}
      {...(chosen ? { 'aria-current': 'true' as const } : {})}
    >
      <Icon size={15} strokeWidth={2.25} aria-hidden />
    </a>
  );
}

function keyOf(actor: string, concept: Concept): string {
  return `${actor} ${concept}`;
}

/** The verdict asked for; without one, of whoever could do better, the one least firmly held. */
function askedOf(
  explanations: readonly ExplanationResult[],
  actor: string | null,
  concept: string | null,
): ExplanationResult | null {
  const under = CONCEPTS.find((one) => one === concept) ?? USUAL_CONCEPT;
  const choices = explanations.filter((one) => one.concept === under);
  const firmness = (of: string): number =>
    explanations.filter((one) => one.actor === of && one.stable === true).length;
  const looseFirst = choices
    .filter(({ improvements }) => improvements.length > 0)
    .sort((a, b) => firmness(a.actor) - firmness(b.actor));
  return choices.find((one) => one.actor === actor) ?? looseFirst[0] ?? null;
}
