import type { ConflictModel } from '@standoff/model';
import {
  firmMask,
  counted,
  figure,
  listed,
  type PreferenceHolder,
  type PreferenceLevels,
  type StateTable,
  stateCalled,
} from '@standoff/questions';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { useModel, useWords } from '../../answers/use-answer.js';
import { Switch } from '../../design/switch.js';
import { Badge } from '../../design/names.js';
import { useLongList } from '../../layout/long-list.js';
import { useRowsShown } from '../../layout/printing.js';
import { useHref, useRoute } from '../../routes.js';
import { formatHolder } from './holder.js';
import { levelsOf, type Level } from './levels.js';
import styles from './preferences.module.css';

/** States of a level that are named beside it; the rest as a count. */
const NAMED = 3;

/** One line of the list: a level, or a state of a level that is open. */
type Line =
  | { readonly kind: 'level'; readonly k: number; readonly level: Level }
  | { readonly kind: 'state'; readonly state: number };

/** The states in levels, with what the reader knows placed in them. */
export function Ranking({
  table,
  ranked,
  model,
  holder,
}: {
  readonly table: StateTable;
  readonly ranked: PreferenceLevels;
  readonly model: ConflictModel;
  readonly holder: PreferenceHolder;
}) {
  const words = useWords();
  const [all, setAll] = useState(false);
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const levels = useMemo(() => levelsOf(table, ranked, model), [table, ranked, model]);
  const lines = useMemo(
    () =>
      levels.flatMap((level, k): Line[] => {
        const { today, firm, named, begins, ends } = level;
        const told = today || firm + named.length + begins.length + ends.length > 0;
        if (!all && !told && !open.has(k)) return [];
        return [
          { kind: 'level', k, level },
          ...(open.has(k) ? level.states.map((state): Line => ({ kind: 'state', state })) : []),
        ];
      }),
    [levels, all, open],
  );
  const labels = useMemo(
    () => new Map(model.scenarios.map(({ id, label }) => [id, label])),
    [model],
  );
  const today = [...new Set(table.statusQuo.map((s) => ranked.level[s] + 1))].sort((a, b) => a - b);
  const name = words?.name(holder.actor) ?? holder.actor;
  if (ranked.levels === 1)
    return (
      <p>
        To {name} all {figure(table.size)} states are equally good: nothing that it wants tells one
        from another.
      </p>
    );
  return (
    <>
      <p>
        {figure(table.size)} states in {figure(ranked.levels)} levels.{' '}
        {today.length > 0 && (
          <strong>
            Today stands at level {listed(today.map(figure), 'or')} of {figure(ranked.levels)}
          </strong>
        )}
        {today.length > 0 && <>: {betterThan(ranked, table.statusQuo[0])}.</>}
      </p>
      <Switch isSelected={all} onChange={setAll}>
        Show all {figure(ranked.levels)} levels, also those without today, what would hold, a named
        state or the edge of a scenario
      </Switch>
      <Lines
        lines={lines}
        table={table}
        labels={labels}
        holder={holder}
        open={open}
        toggle={(k) => {
          const next = new Set(open);
          if (!next.delete(k)) next.add(k);
          setOpen(next);
        }}
      />
    </>
  );
}

/** "better than 3 200 states, worse than 120". */
function betterThan({ level }: PreferenceLevels, state: number): string {
  let better = 0;
  let worse = 0;
  for (const other of level) {
    if (other < level[state]) better++;
    else if (other > level[state]) worse++;
  }
  return `${better === 0 ? 'no state is' : `${counted(better, 'state')} ${better === 1 ? 'is' : 'are'}`} better, ${worse === 0 ? 'none is' : `${figure(worse)} ${worse === 1 ? 'is' : 'are'}`} worse`;
}

function Lines({
  lines,
  table,
  labels,
  holder,
  open,
  toggle,
}: {
  readonly lines: readonly Line[];
  readonly table: StateTable;
  readonly labels: ReadonlyMap<string, string>;
  readonly holder: PreferenceHolder;
  readonly open: ReadonlySet<number>;
  readonly toggle: (level: number) => void;
}) {
  const place = useRef<HTMLDivElement>(null);
  const { rows, height, shift } = useLongList(place, {
    count: lines.length,
    estimateSize: (index) => (lines[index].kind === 'level' ? 44 : 30),
    getItemKey: (index) => {
      const line = lines[index];
      return line.kind === 'level' ? `level ${line.k}` : line.state;
    },
    overscan: 8,
  });
  const inSight = useRowsShown(rows, lines.length);
  return (
    <div
      ref={place}
      className={styles.levels}
      role="list"
      tabIndex={0}
      aria-label="Levels, best first"
      data-scrolls="levels"
    >
      <div data-rows role="presentation" className={styles.sizer} style={{ height }}>
        {inSight.map(({ index, start, key }) => {
          const line = lines[index];
          return (
            <div
              key={key}
              ref={rows.measureElement}
              data-index={index}
              role="listitem"
              aria-setsize={lines.length}
              aria-posinset={index + 1}
              className={styles.line}
              style={{ transform: `translateY(${start + shift}px)` }}
            >
              {line.kind === 'level' ? (
                <LevelLine
                  k={line.k}
                  level={line.level}
                  table={table}
                  labels={labels}
                  isOpen={open.has(line.k)}
                  toggle={() => toggle(line.k)}
                />
              ) : (
                <StateLine state={line.state} table={table} holder={holder} />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function LevelLine({
  k,
  level: { states, today, firm, priced, named, begins, ends },
  table,
  labels,
  isOpen,
  toggle,
}: {
  readonly k: number;
  readonly level: Level;
  readonly table: StateTable;
  readonly labels: ReadonlyMap<string, string>;
  readonly isOpen: boolean;
  readonly toggle: () => void;
}) {
  const Icon = isOpen ? ChevronDown : ChevronRight;
  const scenarios = (ks: readonly number[]): string =>
    listed(ks.map((s) => `“${labels.get(table.scenarios[s].id) ?? table.scenarios[s].id}”`));
  return (
    <div className={styles.level} data-today={today}>
      <button
        type="button"
        className={styles.fold}
        aria-expanded={isOpen}
        data-roving
        onClick={toggle}
      >
        <Icon size={15} aria-hidden />
        <span className={styles.number}>Level {k + 1}</span>
        <span className={styles.count}>{counted(states.length, 'state')}</span>
      </button>
      <span className={styles.placed}>
        {today && <Badge verdict="open">today</Badge>}
        {firm > 0 && <Badge verdict="holds">{figure(firm)} would hold</Badge>}
        {priced > 0 && <Badge verdict="price">{figure(priced)} at a price</Badge>}
        {named.length > 0 && (
          <em>
            {named.slice(0, NAMED).join(', ')}
            {named.length > NAMED && `, and ${figure(named.length - NAMED)} more with a name`}
          </em>
        )}
        {begins.length > 0 && <span>best of {scenarios(begins)}</span>}
        {ends.length > 0 && <span className={styles.worst}>worst of {scenarios(ends)}</span>}
      </span>
    </div>
  );
}

function StateLine({
  state,
  table,
  holder,
}: {
  readonly state: number;
  readonly table: StateTable;
  readonly holder: PreferenceHolder;
}) {
  const words = useWords();
  const model = useModel();
  const href = useHref();
  const route = useRoute();
  const { codes, equilibria, concepts } = table;
  const decimal = String(codes[state]);
  const held = (equilibria[state] & firmMask(concepts)) !== 0;
  return (
    <a
      className={styles.state}
      href={href({ whose: formatHolder(holder), state: decimal, actor: null, concept: null })}
      title="Why it holds or not"
      {...(route.state === decimal ? { 'aria-current': 'true' as const } : {})}
    >
      <span className={styles.stateName}>
        {words && model && stateCalled(words, model.options, table, state)}
      </span>
      <span className={styles.decimal}>#{decimal}</span>
      {held && <Badge verdict="holds">would hold</Badge>}
      {!held && equilibria[state] !== 0 && <Badge verdict="price">at a price</Badge>}
    </a>
  );
}
