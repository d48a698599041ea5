import { holdOf, type MediateResult, type Plan } from '@standoff/analysis';
import { alsoWords, asThingsAre, mediationAnswer, moveWords, turnedWords } from '@standoff/report';
import { useAnswer, useModel, useWords } from '../../answers/use-answer.js';
import { Answered, Card, Note } from '../../design/card.js';
import { Choice } from '../../design/choice.js';
import { EvidenceChips, StateName } from '../../design/names.js';
import { go, useRoute } from '../../routes.js';
import styles from '../plain.module.css';

/** Stands for the scenario that most would gain by. */
const SETTLEMENT = 'settlement';

/** What would have to change for a scenario to hold, at what cost, and the way there. */
export default function Mediate() {
  const { scenario } = useRoute();
  const answer = useAnswer('mediate', { scenario });
  const goals = (useModel()?.scenarios ?? []).map(({ id, label }) => ({ id, label }));
  return (
    <Card title="What would have to change">
      <Choice
        label="Goal"
        options={[{ id: SETTLEMENT, label: 'What most would gain by' }, ...goals]}
        value={scenario ?? SETTLEMENT}
        onChange={(id) => go({ scenario: id === SETTLEMENT ? null : id })}
      />
      <Answered answer={answer}>
        {(result) =>
          result === null ? (
            <p>No scenario is better than today for anybody: choose a goal.</p>
          ) : (
            <Plans result={result} />
          )
        }
      </Answered>
      <Note>
        Costs count changes, weighted by their kind; they say what is little in the model, not what
        is little to the actors.
      </Note>
    </Card>
  );
}

function Plans({ result }: { readonly result: MediateResult }) {
  const words = useWords();
  const model = useModel();
  if (words === null || model === null) return null;
  const label = model.scenarios.find(({ id }) => id === result.goal.text)?.label;
  return (
    <>
      {label !== undefined && <h4 className={styles.name}>{label}</h4>}
      <p>{asThingsAre(result)}</p>
      {result.inTheWay.length > 0 && (
        <>
          <p>
            From <StateName state={result.inTheWay[0].state} /> nothing would keep these from
            leaving:
          </p>
          <ul className={styles.steps}>
            {result.inTheWay.map(({ step }, k) => (
              <li key={k}>{words.step(step)}</li>
            ))}
          </ul>
        </>
      )}
      <p>{mediationAnswer(result)}</p>
      <ol className={styles.items}>
        {result.plans.map((plan, k) => (
          <li key={k} className={styles.item}>
            <OnePlan plan={plan} number={k + 1} />
          </li>
        ))}
      </ol>
      {result.more > 0 && <Note>And {result.more} more of the same cost.</Note>}
    </>
  );
}

function OnePlan({
  plan,
  number,
}: {
  readonly plan: Plan;
  /** From 1. */
  readonly number: number;
}) {
  const { cost, moves, state, concepts, path, against, sideEffects } = plan;
  const words = useWords();
  const model = useModel();
  if (words === null || model === null) return null;
  const labels = new Map(model.scenarios.map(({ id, label }) => [id, label]));
  const faring = (['better', 'worse'] as const).flatMap((how) => {
    const actors = Object.keys(against).filter((actor) => against[actor] === how);
    return actors.length > 0 ? [`${how} for ${words.actors(actors)}`] : [];
  });
  return (
    <>
      <h5 className={styles.name}>{moves.length === 0 ? 'As things are' : `Cost ${cost}`}</h5>
      <ul>
        {moves.map((move, k) => (
          <li key={k}>
            {moveWords(move, words)}{' '}
            {'evidence' in move && <EvidenceChips evidence={move.evidence} />}
          </li>
        ))}
      </ul>
      <p>
        <StateName state={state} /> would then hold, {holdOf(concepts)?.clause}
        {alsoWords(words, plan)}.
      </p>
      {path === null ? (
        <p>No moves lead there from today.</p>
      ) : (
        path.steps.length > 0 && (
          <details>
            <summary>
              The way there{path.by === 'moves' && ', not every step an improvement for who moves'}
              <span className="visually-hidden">, plan {number}</span>
            </summary>
            <ol className={styles.steps}>
              {path.steps.map((step, k) => (
                <li key={k}>{words.step(step)}</li>
              ))}
            </ol>
          </details>
        )
      )}
      {faring.length > 0 && <p>Against today, by what they want now: {faring.join('; ')}.</p>}
      {moves.length > 0 && (
        <p className={styles.soft}>Beside that: {turnedWords(sideEffects, labels)}</p>
      )}
    </>
  );
}
