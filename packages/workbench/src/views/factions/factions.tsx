import type { FactionsResult } from '@standoff/analysis';
import { counted, factionsVerdict, figure, NO_END } from '@standoff/report';
import { useAnswer } from '../../answers/use-answer.js';
import { Answered, Card, Note } from '../../design/card.js';
import { ActorName, Badge, StateName } from '../../design/names.js';
import { NOTHING_SELECTED, useHref } from '../../routes.js';
import styles from '../plain.module.css';

/** Combinations shown; with more, the first of them and how many there are. */
const SHOWN = 64;

/** Which outcome if which faction prevails. */
export default function Factions() {
  const answer = useAnswer('factions');
  return (
    <Card title="Which outcome if which faction prevails">
      <Answered answer={answer}>
        {(result) =>
          result.actors.length === 0 ? (
            <p>No decision maker has factions: there is nothing to combine.</p>
          ) : (
            <Grid result={result} />
          )
        }
      </Answered>
    </Card>
  );
}

function Grid({
  result: { actors, combinations, scenarios, concept },
}: {
  readonly result: FactionsResult;
}) {
  const href = useHref();
  return (
    <>
      <p>
        {counted(combinations.length, 'combination')}. {factionsVerdict(combinations)}
      </p>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label="Combinations">
        <table className={styles.table}>
          <caption className="visually-hidden">
            Every combination of factions and its outcome
          </caption>
          <thead>
            <tr>
              {actors.map(({ actor }) => (
                <th key={actor} scope="col">
                  <ActorName id={actor} />
                </th>
              ))}
              <th scope="col">Today</th>
              <th scope="col">Would hold</th>
              <th scope="col" className={styles.wide}>
                Improvements end in
              </th>
              {scenarios.map(({ id, label }) => (
                <th key={id} scope="col">
                  <a href={href({ ...NOTHING_SELECTED, view: 'states', scenario: id })}>{label}</a>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {combinations
              .slice(0, SHOWN)
              .map(({ prevails, assumed, statusQuoHolds, equilibria, reached, ends }, k) => (
                <tr key={k}>
                  {actors.map(({ actor, factions }) => (
                    <td key={actor}>
                      {factions.find(({ id }) => id === prevails[actor])?.label}
                      {assumed && <span className={styles.soft}> (assumed)</span>}
                    </td>
                  ))}
                  <td>
                    <Badge verdict={statusQuoHolds ? 'holds' : 'fails'}>
                      {statusQuoHolds ? 'would hold' : 'would not last'}
                    </Badge>
                  </td>
                  <td>
                    {counted(equilibria, 'state')}, {figure(reached)} reached
                  </td>
                  <td>
                    {ends.length === 0 && NO_END}
                    {ends.map(({ states, nearest }) => (
                      <div key={nearest.name.decimal}>
                        <StateName state={nearest} />
                        {states > 1 && ` and ${figure(states - 1)} more, going round`}
                      </div>
                    ))}
                  </td>
                  {scenarios.map(({ id, holds, reached: led }) => (
                    <td key={id}>
                      {holds[k] ? 'would hold' : 'would not last'}
                      {led[k] ? ', reached' : ', not reached'}
                    </td>
                  ))}
                </tr>
              ))}
          </tbody>
        </table>
      </div>
      {combinations.length > SHOWN && <Note>And {figure(combinations.length - SHOWN)} more.</Note>}
      <Note>A state holds here under {concept}. What is “perhaps” counts as present.</Note>
    </>
  );
}
