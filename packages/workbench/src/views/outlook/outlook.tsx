import type { ScenarioAnswer } from '@standoff/analysis';
import { holdOf, scenarioFaring, scenarioHolding, scenarioReaching } from '@standoff/report';
import { useAnswer, useWords } from '../../answers/use-answer.js';
import { Answered, Card, Note } from '../../design/card.js';
import { ActorName, Badge, EvidenceChips, StateName } from '../../design/names.js';
import { useHref } from '../../routes.js';
import { StateGraph } from './state-graph.js';
import styles from './outlook.module.css';

/** What becomes of the scenarios, and the states that improvements lead through. */
export default function Outlook() {
  const scenarios = useAnswer('scenarios');
  const graph = useAnswer('courseGraph');
  return (
    <>
      <Card title="Where improvements lead from today">
        <Answered answer={graph}>{(result) => <StateGraph graph={result} />}</Answered>
      </Card>
      <Card title="The scenarios">
        <Answered answer={scenarios}>
          {({ scenarios: all }) =>
            all.length === 0 ? (
              <p>The situation names no scenario.</p>
            ) : (
              <ul className={styles.scenarios}>
                {all.map((scenario) => (
                  <Scenario key={scenario.id} scenario={scenario} />
                ))}
              </ul>
            )
          }
        </Answered>
      </Card>
      <Note>All of this is what the model says, not a forecast.</Note>
    </>
  );
}

function Scenario({ scenario }: { readonly scenario: ScenarioAnswer }) {
  const words = useWords();
  const href = useHref();
  if (words === null) return null;
  const { id, label, evidence, states, ruledOutBy, holdsNow, firmest, path } = scenario;
  const hold = firmest && holdOf(firmest.concepts);
  return (
    <li className={styles.scenario}>
      <h4 className={styles.name}>
        <a href={href({ element: id })} title="Where the text names it">
          {label}
        </a>
      </h4>
      <p className={styles.badges}>
        {holdsNow && <Badge verdict="holds">is so now</Badge>}
        <Badge verdict={!hold ? 'fails' : hold.firm ? 'holds' : 'price'}>
          {states === 0
            ? 'cannot be'
            : !hold
              ? 'would not last'
              : hold.firm
                ? 'would hold'
                : 'would hold at a price'}
        </Badge>
        {!holdsNow && states > 0 && (
          <Badge verdict={path?.by === 'improvements' ? 'holds' : 'open'}>
            {path === null
              ? 'no way there'
              : path.by === 'improvements'
                ? 'improvements lead there'
                : 'only other moves lead there'}
          </Badge>
        )}
      </p>
      {states === 0 ? (
        <p>
          No state of the model satisfies it: it contradicts{' '}
          {ruledOutBy.map((text) => `“${text}”`).join(' and ') || 'itself'}.
        </p>
      ) : (
        <>
          <p>
            {scenarioHolding(scenario)} {scenarioReaching(words, scenario)}
          </p>
          <p>{scenarioFaring(words, scenario)}</p>
          <Stoppers scenario={scenario} />
          {firmest && (
            <p>
              Where it would hold best: <StateName state={firmest.state} />
            </p>
          )}
          {path !== null && path.steps.length > 0 && (
            <details>
              <summary>
                The shortest way there
                <span className="visually-hidden">, to {scenario.label}</span>
              </summary>
              <ol className={styles.way}>
                {path.steps.map((step, k) => (
                  <li key={k}>{words.step(step)}</li>
                ))}
              </ol>
            </details>
          )}
        </>
      )}
      <EvidenceChips evidence={evidence} />
    </li>
  );
}

/** Who can keep it from coming about, and who can end it. */
function Stoppers({
  scenario: { holdsNow, needs, undoes },
}: {
  readonly scenario: ScenarioAnswer;
}) {
  const byImprovements = needs.improvements.length > 0;
  const keepers = byImprovements ? needs.improvements : needs.moves;
  return (
    <dl className={styles.stoppers}>
      {!holdsNow && keepers.length > 0 && (
        <div>
          <dt>Cannot come about{byImprovements && ' by improvements'} without</dt>
          {keepers.map((actor) => (
            <dd key={actor}>
              <ActorName id={actor} />
            </dd>
          ))}
        </div>
      )}
      {(['each', 'some', 'none'] as const).map((gains) => {
        const actors = undoes.filter((undo) => undo.gains === gains);
        if (actors.length === 0) return null;
        return (
          <div key={gains}>
            <dt>{ENDING[gains]}</dt>
            {actors.map(({ actor }) => (
              <dd key={actor}>
                <ActorName id={actor} />
              </dd>
            ))}
          </div>
        );
      })}
    </dl>
  );
}

const ENDING = {
  each: 'Can end it by an own move, always better for it',
  some: 'Can end it by an own move, sometimes better for it',
  none: 'Can end it by an own move, never better for it at once',
} as const;
