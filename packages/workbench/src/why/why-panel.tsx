import { CONCEPTS, DEFINITIONS, holdOf, USUAL_CONCEPT } from '@standoff/engine';
import type { Concept } from '@standoff/situation';
import { Check, X } from 'lucide-react';
import { stateTitle, tellAgainst } from '@standoff/questions';
import { useAnswer, useModel, useWords } from '../answers/use-answer.js';
import type { WhyHere } from '../answers/why.js';
import { IconButton } from '../design/button.js';
import { Answered } from '../design/card.js';
import { ActorName, Badge } from '../design/names.js';
import { Term } from '../design/term.js';
import { go, NOTHING_SELECTED, useHref, useRoute } from '../routes.js';
import { Told } from '../tell/told.js';
import { Explanation } from './explanation.js';
import styles from './why-panel.module.css';

/** Why a state holds or not: for every decision maker and concept, and one of them in full. */
export function WhyPanel({ decimal }: { readonly decimal: number }) {
  const here = useAnswer('whyHere', { state: decimal });
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

function Here({ here }: { readonly here: WhyHere }) {
  const words = useWords();
  const model = useModel();
  const { actor, concept } = useRoute();
  const href = useHref();
  if (words === null || model === null) return null;
  const { state, concepts, reachable, scenarios, stable } = here;
  const { name } = state;
  const today = name.added.length + name.dropped.length === 0;
  const hold = holdOf(concepts);
  const asked = askedOf(here, actor, concept);
  return (
    <>
      <h3 className={styles.title}>{stateTitle(words, state)}</h3>
      <p className={styles.facts}>
        <Badge verdict={hold === null ? 'fails' : hold.firm ? 'holds' : 'price'}>
          {hold === null ? 'would not last' : hold.firm ? 'would hold' : 'would hold at a price'}
        </Badge>
        {!today && (
          <Badge verdict={reachable.improvements ? 'holds' : 'open'}>
            {reachable.improvements
              ? 'improvements lead here'
              : reachable.moves
                ? 'only moves against interest lead here'
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
          {Object.entries(stable).map(([id, own]) => (
            <tr key={id}>
              <th scope="row">
                <ActorName id={id} />
              </th>
              {CONCEPTS.map((one) => (
                <td key={one}>
                  <Verdict
                    state={Number(name.decimal)}
                    actor={id}
                    name={words.actor(id)}
                    concept={one}
                    stable={own.includes(one)}
                    chosen={asked?.actor === id && asked.concept === one}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {asked !== null && (
        <>
          <Reasons state={Number(name.decimal)} {...asked} />
          <p className={styles.byHand}>
            <a
              href={href({
                ...NOTHING_SELECTED,
                view: 'lesson',
                state: String(name.decimal),
                ...asked,
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
  readonly state: number;
  readonly actor: string;
  readonly name: string;
  readonly concept: Concept;
  readonly stable: boolean;
  readonly chosen: boolean;
}) {
  const href = useHref();
  const Icon = stable ? Check : X;
  return (
    <a
      className={styles.verdict}
      href={href({ state: String(state), actor, concept })}
      data-stable={stable}
      aria-label={`${name}, ${concept}: ${stable ? 'stable' : 'not stable'}`}
      {...(chosen ? { 'aria-current': 'true' as const } : {})}
    >
      <Icon size={15} strokeWidth={2.25} aria-hidden />
    </a>
  );
}

function Reasons({
  state,
  actor,
  concept,
}: {
  readonly state: number;
  readonly actor: string;
  readonly concept: Concept;
}) {
  const answer = useAnswer('explain', { state: `#${state}`, actor, concept });
  return (
    <Answered answer={answer}>
      {({ explanations: [result] }) => <Explanation result={result} />}
    </Answered>
  );
}

/** The verdict asked for; without one, of whoever could do better, the one least firmly held. */
function askedOf(
  { stable, best }: WhyHere,
  actor: string | null,
  concept: string | null,
): { actor: string; concept: Concept } | null {
  const movers = best.map((step) => step.actor);
  const looseFirst = movers.sort((a, b) => stable[a].length - stable[b].length);
  const who = actor !== null && actor in stable ? actor : (looseFirst[0] ?? null);
  if (who === null) return null;
  return { actor: who, concept: CONCEPTS.find((one) => one === concept) ?? USUAL_CONCEPT };
}
