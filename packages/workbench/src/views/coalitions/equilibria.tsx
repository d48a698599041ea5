import {
  FIRM_CONCEPTS,
  holdOf,
  UNANSWERED,
  USUAL_CONCEPT,
  type CoalitionsResult,
} from '@standoff/analysis';
import { counted, figure, listed } from '@standoff/report';
import { Card, Note } from '../../design/card.js';
import { Badge, StateName } from '../../design/names.js';
import plain from '../plain.module.css';
import { HeldBadge, Members } from './coalitions.js';
import styles from './coalitions.module.css';
import { heldBack, telling } from './telling.js';

type Equilibrium = CoalitionsResult['equilibria'][number];

/** Coalitions shown of one equilibrium before the reader asks for more. */
const SHOWN = 3;

/** For each equilibrium, who could leave it together, and for what. */
export function Equilibria({
  result: { equilibria, jumpStates },
}: {
  readonly result: CoalitionsResult;
}) {
  const groups = [
    {
      title: 'Where improvements lead from today',
      own: equilibria.filter(({ reachable }) => reachable.improvements),
    },
    {
      title: 'Where they do not lead',
      own: equilibria.filter(({ reachable }) => !reachable.improvements),
    },
  ].filter(({ own }) => own.length > 0);
  const kept = equilibria.filter(({ couldLeave }) => couldLeave.length === 0).length;
  return (
    <Card title="Which equilibria coalitions would break">
      {equilibria.length === 0 ? (
        <p>
          No state would hold for each decision maker alone, neither because it has no better move (
          {UNANSWERED}) nor because others would answer in their own interest ({USUAL_CONCEPT}).
        </p>
      ) : (
        <p>
          Every state here would hold if each decision maker acted alone (
          {listed(FIRM_CONCEPTS, 'or')}). Of{' '}
          {equilibria.length < jumpStates
            ? `the nearest ${figure(equilibria.length)} of ${figure(jumpStates)}`
            : figure(equilibria.length)}
          , {kept === 0 ? 'none is' : kept === 1 ? 'one is' : `${figure(kept)} are`} such that no
          coalition has anything better to go to.
        </p>
      )}
      {groups.map(({ title, own }) => (
        <section key={title} className={styles.group}>
          <h4 className={styles.groupTitle}>{title}</h4>
          <ul className={styles.equilibria}>
            {own.map((one) => (
              <One key={one.state.name.decimal} equilibrium={one} />
            ))}
          </ul>
        </section>
      ))}
      {equilibria.length < jumpStates && (
        <Note>
          And {figure(jumpStates - equilibria.length)} firm equilibria that are farther from today.
        </Note>
      )}
    </Card>
  );
}

function One({ equilibrium }: { readonly equilibrium: Equilibrium }) {
  const { state, concepts, stable, couldLeave } = equilibrium;
  const told = telling(couldLeave);
  const others = couldLeave.length - told.length;
  return (
    <li className={styles.equilibrium}>
      <p className={styles.name}>
        <StateName state={state} />{' '}
        <span className={styles.concepts}>{concepts.join(' ')} alone</span>
      </p>
      <p>
        <Withstands stable={stable} />
        {stable.length > 0 && <span className={plain.soft}> {stable.join(' ')}</span>}
      </p>
      <Leaving moves={told.slice(0, SHOWN)} />
      {(told.length > SHOWN || others > 0) && (
        <details className={styles.details}>
          <summary>
            {told.length > SHOWN ? `${counted(told.length - SHOWN, 'more coalition')}` : ''}
            {told.length > SHOWN && others > 0 ? ', and ' : ''}
            {others > 0 ? `${counted(others, 'larger one')} that could leave no more freely` : ''}
            <span className="visually-hidden">, #{state.name.decimal}</span>
          </summary>
          <Leaving moves={told.slice(SHOWN)} />
          <Leaving moves={couldLeave.filter((move) => !told.includes(move))} />
        </details>
      )}
    </li>
  );
}

/** The firmest thing that can be said of it. */
function Withstands({ stable }: { readonly stable: Equilibrium['stable'] }) {
  const hold = holdOf(stable);
  if (hold === null) return <Badge verdict="fails">a coalition could leave unhindered</Badge>;
  if (hold.answers === 'none') return <Badge verdict="holds">no coalition gains by leaving</Badge>;
  return hold.firm ? (
    <Badge verdict="holds">others would answer every coalition</Badge>
  ) : (
    <Badge verdict="price">withstands only at a price to others</Badge>
  );
}

function Leaving({ moves }: { readonly moves: Equilibrium['couldLeave'] }) {
  if (moves.length === 0) return null;
  return (
    <ul className={styles.leaving}>
      {moves.map((move) => (
        <li key={move.coalition.join()}>
          <Members ids={move.coalition} />, for <StateName state={move.example.to} />
          {move.improvements > 1 && ` or ${counted(move.improvements - 1, 'other')}`}{' '}
          <HeldBadge held={heldBack(move)} />
        </li>
      ))}
    </ul>
  );
}
