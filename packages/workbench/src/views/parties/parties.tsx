import type { StakeholdersResult } from '@standoff/analysis';
import { counted, figure } from '@standoff/report';
import { useAnswer, useWords } from '../../answers/use-answer.js';
import { Answered, Card, Note } from '../../design/card.js';
import { ActorName, Badge, EvidenceChips, StateName, type Verdict } from '../../design/names.js';
import { NOTHING_SELECTED, useHref } from '../../routes.js';
import plain from '../plain.module.css';
import styles from './parties.module.css';

/** What each outcome means for those who cannot move. */
export default function Parties() {
  const answer = useAnswer('stakeholders');
  return (
    <Answered answer={answer}>
      {(result) =>
        result.stakeholders.length === 0 ? (
          <Card title="What it means for those who cannot move">
            <p>
              No actor here is without options. One without any is a stakeholder: it can prefer one
              outcome to another, and bear it, but not move.
            </p>
          </Card>
        ) : (
          <>
            <Standings result={result} />
            <Scenarios result={result} />
            <Outcomes result={result} />
          </>
        )
      }
    </Answered>
  );
}

function Standings({ result: { stakeholders, opposed } }: { readonly result: StakeholdersResult }) {
  const words = useWords();
  return (
    <Card title="What it means for those who cannot move">
      <ul className={styles.standings}>
        {stakeholders.map(({ actor, places, today, evidence }) => (
          <li key={actor} className={styles.standing}>
            <p className={styles.name}>
              <ActorName id={actor} /> <EvidenceChips evidence={evidence} />
            </p>
            <p>
              <Places count={places} today={today} />
              Today is in place {today} of {places}
              {places === 1
                ? ', for it is indifferent'
                : today === 1
                  ? ', as good as it gets'
                  : today === places
                    ? ', as bad as it gets'
                    : ''}
              .
            </p>
          </li>
        ))}
      </ul>
      {words !== null &&
        opposed.map(([a, b]) => (
          <p key={`${a} ${b}`}>
            {words.actor(a)} and {words.actor(b)} never both gain: whatever is better than today for
            one is not so for the other.
          </p>
        ))}
    </Card>
  );
}

/** More places than this are not drawn one by one. */
const DRAWN = 24;

/** The places of a ranking, the best first, and which is today's. */
function Places({ count, today }: { readonly count: number; readonly today: number }) {
  if (count > DRAWN) return null;
  return (
    <span className={styles.places} aria-hidden>
      {Array.from({ length: count }, (_, k) => (
        <span key={k} data-today={k + 1 === today} />
      ))}
    </span>
  );
}

const TOLD: Readonly<Record<string, readonly [Verdict, string]>> = {
  better: ['holds', 'better'],
  worse: ['fails', 'worse'],
  same: ['quiet', 'the same'],
  mixed: ['price', 'depends'],
  'no state': ['open', 'no state'],
};

function Against({ against }: { readonly against: string }) {
  const [verdict, told] = TOLD[against];
  return <Badge verdict={verdict}>{told}</Badge>;
}

function Scenarios({
  result: { stakeholders, scenarios },
}: {
  readonly result: StakeholdersResult;
}) {
  const href = useHref();
  if (scenarios.length === 0) return null;
  return (
    <Card title="The scenarios, against today">
      <div className={plain.scroll} tabIndex={0} role="region" aria-label="Scenarios">
        <table className={`${plain.table} ${styles.table}`}>
          <Head first="Scenario" stakeholders={stakeholders} />
          <tbody>
            {scenarios.map(({ id, label, against, evidence }) => (
              <tr key={id}>
                <th scope="row">
                  <a href={href({ ...NOTHING_SELECTED, view: 'states', scenario: id })}>{label}</a>{' '}
                  <EvidenceChips evidence={evidence} />
                </th>
                {stakeholders.map(({ actor }) => (
                  <td key={actor}>
                    <Against against={against[actor]} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Note>
        “Depends”: better in some states of the scenario, not in others. What is “perhaps” or in no
        order counts as written.
      </Note>
    </Card>
  );
}

function Outcomes({
  result: { stakeholders, outcomes, outcomeCount },
}: {
  readonly result: StakeholdersResult;
}) {
  return (
    <Card title="What would hold, against today">
      {outcomes.length === 0 ? (
        <p>Nothing would hold firmly, that is under Nash or SEQ.</p>
      ) : (
        <div className={plain.scroll} tabIndex={0} role="region" aria-label="Outcomes">
          <table className={`${plain.table} ${styles.table}`}>
            <Head first="Outcome" stakeholders={stakeholders} />
            <tbody>
              {outcomes.map(({ state, concepts, reachable, standing }) => (
                <tr key={state.name.decimal}>
                  <th scope="row">
                    <StateName state={state} />
                    <div className={plain.soft}>
                      {concepts.join(' ')}
                      {reachable.improvements ? '; improvements lead there' : ''}
                    </div>
                  </th>
                  {stakeholders.map(({ actor, places }) => (
                    <td key={actor}>
                      <Against against={standing[actor].against} />
                      <div className={plain.soft}>
                        place {standing[actor].place} of {places}
                      </div>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {outcomeCount > outcomes.length && (
        <Note>
          The nearest {figure(outcomes.length)} of {counted(outcomeCount, 'firm outcome')} (Nash or
          SEQ).
        </Note>
      )}
    </Card>
  );
}

function Head({
  first,
  stakeholders,
}: {
  readonly first: string;
  readonly stakeholders: StakeholdersResult['stakeholders'];
}) {
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        {stakeholders.map(({ actor }) => (
          <th key={actor} scope="col">
            <ActorName id={actor} />
          </th>
        ))}
      </tr>
    </thead>
  );
}
