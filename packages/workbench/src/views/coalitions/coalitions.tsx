import {
  COALITION_CONCEPTS,
  COALITION_DEFINITIONS,
  type CoalitionMove,
  type CoalitionsResult,
  type Step,
} from '@standoff/analysis';
import { counted, figure } from '@standoff/report';
import { Fragment } from 'react';
import { useAnswer, useWords } from '../../answers/use-answer.js';
import { Answered, Card, Note } from '../../design/card.js';
import { ActorName, Badge, EvidenceChips, StateName, type Verdict } from '../../design/names.js';
import plain from '../plain.module.css';
import styles from './coalitions.module.css';
import { Equilibria } from './equilibria.js';
import { heldBack, telling, type Held } from './telling.js';

/** Coalitions told in full of today's state. */
const SHOWN = 6;

/** What decision makers could do together. */
export default function Coalitions() {
  const answer = useAnswer('coalitions');
  return (
    <Answered answer={answer}>
      {(result) =>
        result.coalitions.every(({ length }) => length < 2) ? (
          <Card title="What they could do together">
            <p>There are not two decision makers who could act together.</p>
          </Card>
        ) : (
          <>
            <Today result={result} />
            <Equilibria result={result} />
            <Jumps result={result} />
            <Stable result={result} />
          </>
        )
      }
    </Answered>
  );
}

function Today({
  result: { from, couldLeave, coalitions },
}: {
  readonly result: CoalitionsResult;
}) {
  const several = coalitions.filter(({ length }) => length > 1).length;
  const told = telling(couldLeave).slice(0, SHOWN);
  const others = couldLeave.filter((move) => !told.includes(move));
  const free = couldLeave.filter((move) => heldBack(move) === 'free').length;
  return (
    <Card title="Who could leave today’s state together">
      {couldLeave.length === 0 ? (
        <p>
          Nobody: of {counted(several, 'coalition')} of two or more, none can bring about what is
          better for each member than <StateName state={from} />.
        </p>
      ) : (
        <>
          <p>
            Of {counted(several, 'coalition')} of two or more, {figure(couldLeave.length)} could do
            better together than <StateName state={from} />; {figure(free)} of them whatever those
            outside answer.
          </p>
          <ul className={styles.moves}>
            {told.map((move) => (
              <Move key={move.coalition.join()} move={move} />
            ))}
          </ul>
          {others.length > 0 && (
            <details className={styles.details}>
              <summary>
                {counted(others.length, 'other coalition')}, larger or less free to leave
              </summary>
              <ul className={styles.moves}>
                {others.map((move) => (
                  <Move key={move.coalition.join()} move={move} />
                ))}
              </ul>
            </details>
          )}
        </>
      )}
    </Card>
  );
}

function Move({ move }: { readonly move: CoalitionMove }) {
  const words = useWords();
  const { coalition, improvements, example } = move;
  const { to, path, sanction } = example;
  return (
    <li className={styles.move}>
      <p className={styles.members}>
        <Members ids={coalition} /> <HeldBadge held={heldBack(move)} />
      </p>
      <p>
        {counted(improvements, 'state')} would be better for each of them, such as{' '}
        <StateName state={to} />:
      </p>
      <Steps path={path} />
      {sanction !== null && (
        <>
          <p>
            But those outside would have reason to answer, and leave{' '}
            {words?.actors(sanction.deterred)} no better off:
          </p>
          <Steps path={sanction.path} />
        </>
      )}
    </li>
  );
}

/** The members of a coalition, each linked to where the text has it. */
export function Members({ ids }: { readonly ids: readonly string[] }) {
  return ids.map((id, k) => (
    <Fragment key={id}>
      {k > 0 && (k === ids.length - 1 ? ' and ' : ', ')}
      <ActorName id={id} />
    </Fragment>
  ));
}

const TOLD: Readonly<Record<Held, readonly [Verdict, string]>> = {
  free: ['fails', 'nothing could stop it'],
  'at a price': ['price', 'stopped only at a price'],
  'in their interest': ['holds', 'others would answer'],
};

export function HeldBadge({ held }: { readonly held: Held }) {
  const [verdict, told] = TOLD[held];
  return <Badge verdict={verdict}>{told}</Badge>;
}

function Steps({ path }: { readonly path: readonly Step[] }) {
  const words = useWords();
  if (words === null) return null;
  return (
    <ol className={plain.steps}>
      {path.map(({ actor, takes, drops, slow }, k) => (
        <li key={k}>
          <ActorName id={actor} /> {words.deed(takes, drops)}
          {slow.length > 0 && <span className={plain.soft}> (slow)</span>}{' '}
          <EvidenceChips evidence={words.evidence([...takes, ...drops])} />
        </li>
      ))}
    </ol>
  );
}

/** Jumps shown before the reader asks for more. */
const FIRST_JUMPS = 5;

function Jumps({
  result: { jumps, jumpCount, jumpStates },
}: {
  readonly result: CoalitionsResult;
}) {
  const shown = jumps.slice(0, FIRST_JUMPS);
  const more = jumps.slice(FIRST_JUMPS);
  return (
    <Card title="From one equilibrium to another">
      {jumpCount === 0 ? (
        <p>
          No coalition could lead from one of the{' '}
          {counted(jumpStates, 'firm equilibrium', 'firm equilibria')} to another that is better for
          each of its members.
        </p>
      ) : (
        <p>
          Between {counted(jumpStates, 'firm equilibrium', 'firm equilibria')} coalitions could make{' '}
          {counted(jumpCount, 'jump')}, each better for every member. The nearest:
        </p>
      )}
      <JumpTable jumps={shown} />
      {more.length > 0 && (
        <details className={styles.details}>
          <summary>{figure(more.length)} more</summary>
          <JumpTable jumps={more} />
          {jumpCount > jumps.length && (
            <Note>And {figure(jumpCount - jumps.length)} that are not listed.</Note>
          )}
        </details>
      )}
    </Card>
  );
}

function JumpTable({ jumps }: { readonly jumps: CoalitionsResult['jumps'] }) {
  if (jumps.length === 0) return null;
  return (
    <div className={plain.scroll} tabIndex={0} role="region" aria-label="Jumps">
      <table className={plain.table}>
        <thead>
          <tr>
            <th scope="col">Coalition</th>
            <th scope="col">From</th>
            <th scope="col">To</th>
            <th scope="col">Steps</th>
          </tr>
        </thead>
        <tbody>
          {jumps.map(({ coalition, from, to, path }, k) => (
            <tr key={k}>
              <th scope="row">
                <Members ids={coalition} />
              </th>
              <td>
                <StateName state={from} />
              </td>
              <td>
                <StateName state={to} />
              </td>
              <td>{figure(path.length)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Stable({ result: { stable, coalitions } }: { readonly result: CoalitionsResult }) {
  const alone = coalitions.filter(({ length }) => length === 1).length;
  const onlyPairs = alone > 2 && coalitions.every(({ length }) => length <= 2);
  return (
    <Card title="How many states withstand">
      <div className={plain.scroll} tabIndex={0} role="region" aria-label="States that withstand">
        <table className={plain.table}>
          <thead>
            <tr>
              <th scope="col">A coalition stays if</th>
              <th scope="col">Each decision maker alone</th>
              <th scope="col">Every one of {figure(coalitions.length)} coalitions</th>
            </tr>
          </thead>
          <tbody>
            {COALITION_CONCEPTS.map((concept) => (
              <tr key={concept}>
                <th scope="row">
                  {COALITION_DEFINITIONS[concept].meaning}{' '}
                  <span className={plain.soft}>{concept}</span>
                </th>
                <td>{figure(stable[concept].single)}</td>
                <td>{figure(stable[concept].all)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Note>
        A coalition leaves a state for one that is better for each of its members, by their moves in
        turn. Single decision makers count as coalitions of one.
        {onlyPairs && ' With so many decision makers, coalitions of two only are looked at.'}
      </Note>
    </Card>
  );
}
