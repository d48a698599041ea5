import type { ConflictModel } from '@standoff/model';
import { figure } from '@standoff/questions';
import { ArrowDown, ArrowUp, ChevronDown, ChevronUp } from 'lucide-react';
import { useEffect, useId, useState, useSyncExternalStore, type ReactNode } from 'react';
import type { Desk } from '../answers/desk.js';
import { useAnswer, useModel, useWords } from '../answers/use-answer.js';
import { Button } from '../design/button.js';
import { ActorName, Badge } from '../design/names.js';
import { NOTHING_SELECTED, useHref, useRoute } from '../routes.js';
import { useWorkbench } from '../workbench.js';
import { changedWords, headline, scenarioWords } from './change-words.js';
import { holdsOtherwise, type Change, type HeldChange } from './change.js';
import { LastChange } from './last-change.js';
import type { RankingChange, Standing } from './ranking-changes.js';
import styles from './what-changed.module.css';

/** Outcomes listed on each side; the rest as a count. */
const LISTED = 6;

/** The last change of each open case, kept while other views are shown. */
const LAST = new WeakMap<Desk, LastChange>();

/** The last change of the text, whoever made it, and why the text as it stands cannot be compared. */
function useLastChange(): { readonly change: Change | null; readonly problem: string | null } {
  const { desk } = useWorkbench();
  let last = LAST.get(desk);
  if (!last) LAST.set(desk, (last = new LastChange()));
  const { state, result, version, problem } = useAnswer('table');
  useEffect(() => {
    const { model, read } = desk.state.getState();
    if (state === 'current' && result !== null && model !== null && read === version)
      last.take({ model, table: result }, performance.now());
  }, [desk, last, state, result, version]);
  const change = useSyncExternalStore(last.subscribe, () => last.change);
  return { change, problem: state === 'failed' ? (problem?.message ?? null) : null };
}

/**
 * What the last change of the text did, whether it was made in the text, by a form or by a view.
 * @param isAsked in the view in which one changes things: it is told in full, and before there is any change.
 */
export function WhatChanged({ isAsked }: { readonly isAsked: boolean }) {
  const { change, problem } = useLastChange();
  const model = useModel();
  const title = useId();
  const [chosen, choose] = useState<boolean | null>(null);
  if (!isAsked && change === null) return null;
  const open = chosen ?? (isAsked && window.matchMedia('(min-width: 56rem)').matches);
  return (
    <section className={styles.bar} aria-labelledby={title}>
      <div className={styles.head}>
        <div className={styles.said}>
          <h3 id={title} className={styles.title}>
            What this change did
          </h3>
          <p role="status" className={styles.headline}>
            {problem !== null
              ? `The text as it stands cannot be compared: ${problem}.`
              : change === null
                ? 'Nothing has been changed yet. Change a statement or the text, and it is told here.'
                : headline(change)}
          </p>
        </div>
        {change !== null && (
          <Button look="quiet" aria-expanded={open} onPress={() => choose(!open)}>
            {open ? 'Less' : 'More'}
            {open ? <ChevronDown size={15} aria-hidden /> : <ChevronUp size={15} aria-hidden />}
          </Button>
        )}
      </div>
      {change !== null && model !== null && open && <Told change={change} model={model} />}
    </section>
  );
}

function Told({ change, model }: { readonly change: Change; readonly model: ConflictModel }) {
  const words = useWords();
  const href = useHref();
  if (words === null) return null;
  const { today, scenarios, gained, lost, rankings } = change;
  const label = (id: string): string => model.scenarios.find((one) => one.id === id)?.label ?? id;
  const changed = changedWords(change, model, words);
  return (
    <div className={styles.told} tabIndex={0} role="region" aria-label="What changed in detail">
      {changed.map((one) => (
        <p key={one} className={styles.changed}>
          {one}
        </p>
      ))}
      {today !== null && (
        <p>
          <Badge verdict={today.after ? 'holds' : 'fails'}>
            {today.after ? 'would hold' : 'would not last'}
          </Badge>{' '}
          Today’s state {today.moved ? 'is another one, and ' : ''}
          {today.after ? 'would hold' : 'would not last'}; before, it{' '}
          {today.before ? 'would have held' : 'would not have lasted'}. <Why {...today} />
        </p>
      )}
      {scenarios.length > 0 && (
        <Part title="Scenarios">
          {scenarios.map((one) => (
            <li key={one.id}>
              <a href={href({ ...NOTHING_SELECTED, view: 'states', scenario: one.id })}>
                {label(one.id)}
              </a>{' '}
              {scenarioWords(one)}.
            </li>
          ))}
        </Part>
      )}
      <Outcomes
        title="Would now hold"
        stateless="Before, there was no such state."
        states={gained}
      />
      <Outcomes
        title="Would no longer hold"
        stateless="There is no such state any more."
        states={lost}
      />
      {rankings === null ? (
        <p className={styles.soft}>
          There are other states than before, so that places in the rankings are not compared.
        </p>
      ) : (
        rankings.map((one) => <Moved key={one.actor} change={one} label={label} />)
      )}
      {rankings?.length === 0 && change.preferences.length > 0 && <Idle change={change} />}
      {holdsOtherwise(change) && (
        <p className={styles.soft}>
          An outcome would hold where nobody gains by leaving it, or where those who gain would be
          answered by others in their own interest. What is “perhaps” counts as present.
        </p>
      )}
    </div>
  );
}

/** Why a change of what somebody wants changed no ranking, and where it may matter. */
function Idle({ change: { preferences } }: { readonly change: Change }) {
  const href = useHref();
  const to = (view: string): string => href({ ...NOTHING_SELECTED, view });
  if (preferences.every(({ seenBy }) => seenBy !== null))
    return (
      <p className={styles.soft}>
        How one actor sees another counts only in its own game; see{' '}
        <a href={to('perceive')}>Perception</a>.
      </p>
    );
  if (preferences.every(({ changes }) => changes.every(({ kind }) => kind === 'weighed')))
    return (
      <p className={styles.soft}>
        What is “perhaps” counts as present here, and how strongly something is wanted alters no
        ranking; see <a href={to('robustness')}>Robustness</a>.
      </p>
    );
  return (
    <p className={styles.soft}>
      It makes no difference where other statements or the constraints decide the same already, or
      where a faction is not assumed to prevail; see <a href={to('factions')}>Factions</a>.
    </p>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div>
      <h4 className={styles.part}>{title}</h4>
      <ul className={styles.list}>{children}</ul>
    </div>
  );
}

function Outcomes({
  title,
  stateless,
  states,
}: {
  readonly title: string;
  /** What to say of a state that is there on one side of the change only. */
  readonly stateless: string;
  readonly states: readonly HeldChange[];
}) {
  if (states.length === 0) return null;
  return (
    <Part title={title}>
      {states.slice(0, LISTED).map((one) => (
        <li key={one.state}>
          <span className={styles.name}>
            {one.today ? 'Today’s state' : (one.label ?? 'A state without a name')}
          </span>{' '}
          <span className={styles.soft}>#{one.state}</span>
          {one.reached && !one.today && ', where improvements can lead'}
          {one.priced && ', now only at a price to those who answer'}.{' '}
          {one.stateless ? <span className={styles.soft}>{stateless}</span> : <Why {...one} />}
        </li>
      ))}
      {states.length > LISTED && <li>and {figure(states.length - LISTED)} more.</li>}
    </Part>
  );
}

/** The link to the verdict that made the difference. */
function Why({ state, actor, concept }: Pick<HeldChange, 'state' | 'actor' | 'concept'>) {
  const href = useHref();
  const words = useWords();
  const { whose, actor: named } = useRoute();
  return (
    <a href={href({ state: String(state), actor, concept, whose: whose ?? named })}>
      {actor === null ? 'Why' : `Why, for ${words?.name(actor) ?? actor}`}
      <span className="visually-hidden">, state {state}</span>
    </a>
  );
}

function Moved({
  change: { actor, today, held, scenarios },
  label,
}: {
  readonly change: RankingChange;
  readonly label: (id: string) => string;
}) {
  const rows: (readonly [string, Standing])[] = [
    ...(today ? [['Today', today] as const] : []),
    ...(held ? [['What would hold, on average', held] as const] : []),
    ...scenarios.map((one) => [label(one.id), one] as const),
  ];
  return (
    <div>
      <h4 className={styles.part}>
        How <ActorName id={actor} /> ranks them
      </h4>
      {rows.length === 0 ? (
        <p>It ranks some states otherwise, but neither today, what would hold nor a scenario.</p>
      ) : (
        <table className={styles.table}>
          <caption className={styles.soft}>
            From 0, worse than every other state, to 100, better than every other; a scenario on
            average over its states.
          </caption>
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">Before</th>
              <th scope="col">Now</th>
              <th scope="col">Moved</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, { before, after, direction }]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{hundred(before)}</td>
                <td>{hundred(after)}</td>
                <td>
                  {direction === 'up' ? (
                    <ArrowUp size={13} aria-hidden />
                  ) : (
                    <ArrowDown size={13} aria-hidden />
                  )}{' '}
                  {direction}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

function hundred(share: number): string {
  return (share * 100).toFixed(1);
}
