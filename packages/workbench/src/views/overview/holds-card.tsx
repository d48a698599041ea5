import { holdOf, HOLDS } from '@standoff/engine';
import { counted, figure, type AnalysisResult, type ScenarioResult } from '@standoff/questions';
import type { Answer } from '../../answers/desk.js';
import { Answered, Card, Note } from '../../design/card.js';
import { ActorMarkOf, Badge } from '../../design/names.js';
import { NOTHING_SELECTED, useHref } from '../../routes.js';
import styles from './overview.module.css';

/** What would hold: the scenarios, and how many states in all. */
export function HoldsCard({ answer }: { readonly answer: Answer<AnalysisResult> }) {
  const href = useHref();
  return (
    <Card
      title="What would hold"
      more={<a href={href({ ...NOTHING_SELECTED, view: 'states' })}>All states</a>}
    >
      <Answered answer={answer}>
        {(result) => (
          <>
            {result.scenarios.length > 0 && <Scenarios scenarios={result.scenarios} />}
            <Tiers result={result} />
          </>
        )}
      </Answered>
    </Card>
  );
}

function Scenarios({ scenarios }: { readonly scenarios: readonly ScenarioResult[] }) {
  const href = useHref();
  return (
    <table className={styles.scenarios}>
      <caption className="visually-hidden">What becomes of the scenarios</caption>
      <thead>
        <tr>
          <th scope="col">Scenario</th>
          <th scope="col">Once there</th>
          <th scope="col">Improvements lead there</th>
        </tr>
      </thead>
      <tbody>
        {scenarios.map((scenario) => (
          <tr key={scenario.id}>
            <th scope="row">
              <a href={href({ ...NOTHING_SELECTED, view: 'states', scenario: scenario.id })}>
                {scenario.label}
              </a>
            </th>
            <td>
              <Holds scenario={scenario} />
            </td>
            <td>
              <Reached scenario={scenario} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Holds({ scenario: { states, concepts } }: { readonly scenario: ScenarioResult }) {
  const hold = holdOf(concepts);
  if (states === 0) return <Badge verdict="fails">cannot be</Badge>;
  if (hold === null) return <Badge verdict="fails">would not last</Badge>;
  return hold.firm ? (
    <Badge verdict="holds">would hold</Badge>
  ) : (
    <Badge verdict="price">at a price</Badge>
  );
}

function Reached({ scenario: { holdsNow, path } }: { readonly scenario: ScenarioResult }) {
  if (holdsNow) return 'is so today';
  if (path?.by !== 'improvements') return 'no';
  const movers = [...new Set(path.steps.map(({ actor }) => actor))];
  return (
    <span className={styles.marks}>
      {counted(path.steps.length, 'step')}:{' '}
      {movers.map((id) => (
        <ActorMarkOf key={id} id={id} />
      ))}
      <span className="visually-hidden">{movers.join(', ')}</span>
    </span>
  );
}

/** How many states hold how firmly. */
function Tiers({ result: { tally, space } }: { readonly result: AnalysisResult }) {
  const counts = HOLDS.map((hold) => ({
    hold,
    count: tally.reduce(
      (sum, entry) => sum + (holdOf(entry.concepts) === hold ? entry.count : 0),
      0,
    ),
  })).filter(({ count }) => count > 0);
  if (counts.length === 0)
    return <p>Of {counted(space.feasible, 'state')} none would hold under any concept.</p>;
  return (
    <>
      <Note>Of {counted(space.feasible, 'state')} would hold:</Note>
      <dl className={styles.tiers}>
        {counts.map(({ hold, count }) => (
          <div key={hold.title}>
            <dd title={hold.meaning}>{hold.title}</dd>
            <dt>{figure(count)}</dt>
          </div>
        ))}
      </dl>
    </>
  );
}
