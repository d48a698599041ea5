import { CONCEPTS, DEFINITIONS } from '@standoff/engine';
import type { Concept } from '@standoff/situation';
import type { ConflictModel } from '@standoff/model';
import {
  counted,
  exampleOptions,
  figure,
  optionRows,
  stateCalled,
  type OptionRow,
  type StateTable,
} from '@standoff/questions';
import { Check } from 'lucide-react';
import { memo, useDeferredValue, useMemo, useRef, useState, type CSSProperties } from 'react';
import { useAnswer, useModel, useWords } from '../../answers/use-answer.js';
import { Answered } from '../../design/card.js';
import { Choice } from '../../design/choice.js';
import { actorClass, useActorMarks } from '../../design/names.js';
import { roving } from '../../design/roving.js';
import { Term } from '../../design/term.js';
import { useLongList } from '../../layout/long-list.js';
import { PRINTED_ROWS, useRowsShown } from '../../layout/printing.js';
import { formatRoute, go, useRoute, useRoutePart, type Route } from '../../routes.js';
import { selectStates, type StateFilter } from './select.js';
import styles from './states.module.css';

/** All states in the field's notation, one a row, with the concepts under which each would hold. */
export default function States() {
  const answer = useAnswer('table');
  const model = useModel();
  return (
    <Answered answer={answer}>
      {(table) =>
        // The options of the model are those of the table where both are of the same text.
        model !== null && <Table table={table} model={model} />
      }
    </Answered>
  );
}

function Table({ table, model }: { readonly table: StateTable; readonly model: ConflictModel }) {
  const scenario = useRoutePart('scenario');
  const [one, other] = exampleOptions(model);
  const [words, setWords] = useState('');
  const [expression, setExpression] = useState('');
  const [equilibrium, setEquilibrium] = useState<StateFilter['equilibrium']>('all');
  const [reached, setReached] = useState<StateFilter['reached']>('all');
  const asked = useDeferredValue(expression.trim());
  const { result: match } = useAnswer('matching', asked === '' ? null : { expression: asked });
  const matching = asked !== '' && match?.fits === true ? match.states : null;
  const said = useDeferredValue(words);
  const shown = useMemo(
    () => selectStates(table, model, { words: said, equilibrium, reached, scenario, matching }),
    [table, model, said, equilibrium, reached, scenario, matching],
  );
  return (
    <div className={styles.states}>
      <div className={styles.filters} role="search" aria-label="Filter the states">
        <label className={styles.field}>
          Name, option or number
          <input value={words} onChange={({ target }) => setWords(target.value)} />
        </label>
        <label className={`${styles.field} ${styles.expression}`}>
          Where this holds
          <input
            value={expression}
            placeholder={`${one} and not ${other}`}
            spellCheck={false}
            onChange={({ target }) => setExpression(target.value)}
          />
        </label>
        <Choice
          label="Would hold"
          options={EQUILIBRIA}
          value={equilibrium}
          onChange={setEquilibrium}
        />
        <Choice label="Led to by" options={REACHED} value={reached} onChange={setReached} />
        {model.scenarios.length > 0 && (
          <Choice
            label="Scenario"
            options={[{ id: '', label: 'any' }, ...model.scenarios]}
            value={scenario ?? ''}
            onChange={(id) => go({ scenario: id === '' ? null : id }, 'replace')}
          />
        )}
      </div>
      <p className={styles.count} role="status">
        {counted(shown.length, 'state')} of {figure(table.size)}
        {asked !== '' && match?.fits === false && (
          <span className={styles.problem}> · cannot be read: {match.problem}</span>
        )}
      </p>
      <Rows table={table} model={model} shown={shown} />
    </div>
  );
}

const EQUILIBRIA: readonly { id: StateFilter['equilibrium']; label: string }[] = [
  { id: 'all', label: 'all states' },
  { id: 'any', label: 'under any concept' },
  ...CONCEPTS.map((id: Concept) => ({ id, label: `under ${id}` })),
];

const REACHED = [
  { id: 'all', label: 'all states' },
  { id: 'improvements', label: 'improvements' },
  { id: 'moves', label: 'any moves' },
] as const;

function Rows({
  table,
  model,
  shown,
}: {
  readonly table: StateTable;
  readonly model: ConflictModel;
  readonly shown: Int32Array;
}) {
  const place = useRef<HTMLDivElement>(null);
  const marks = useActorMarks();
  const columns = useMemo(() => optionRows(model), [model]);
  const route = useRoute();
  // One object as long as the address is: rows are made anew only where what they show is another.
  const selecting = useMemo(() => ({ ...route, actor: null, concept: null }), [route]);
  const { rows, height, shift } = useLongList(place, {
    count: shown.length,
    estimateSize: () => 32,
    overscan: 8,
  });
  const inSight = useRowsShown(rows, shown.length);
  return (
    <div
      ref={place}
      className={styles.table}
      role="table"
      tabIndex={0}
      aria-label="States"
      data-scrolls="states"
      aria-rowcount={shown.length + 1}
      style={
        {
          // The member of a choice is said in letters.
          '--options':
            columns.map(({ choice }) => (choice ? '6rem' : '1.375rem')).join(' ') || 'none',
          '--concepts': table.concepts.length,
        } as CSSProperties
      }
    >
      <div className={`${styles.row} ${styles.head}`} role="row" aria-rowindex={1}>
        <span role="columnheader">State</span>
        {table.concepts.map((concept) => (
          <span key={concept} role="columnheader" className={styles.cell}>
            <Term meaning={`Stays if ${DEFINITIONS[concept].meaning}`}>{concept}</Term>
          </span>
        ))}
        <span role="columnheader" className={styles.cell}>
          Steps
        </span>
        {columns.map(({ id, label, owner }) => (
          <span
            key={id}
            role="columnheader"
            className={`${styles.option} ${actorClass(marks.get(owner))}`}
            title={label}
          >
            {id}
          </span>
        ))}
      </div>
      <div ref={roving} data-rows className={styles.sizer} role="rowgroup" style={{ height }}>
        {inSight.map(({ index, start }) => (
          <Row
            key={index}
            table={table}
            model={model}
            columns={columns}
            state={shown[index]}
            index={index}
            start={start + shift}
            isChosen={route.state === String(table.codes[shown[index]])}
            selecting={selecting}
          />
        ))}
      </div>
      {shown.length > PRINTED_ROWS && (
        <p className={styles.unprinted}>
          And {figure(shown.length - PRINTED_ROWS)} more, which are not printed. Fewer states can be
          chosen above the table.
        </p>
      )}
    </div>
  );
}

const Row = memo(function Row({
  table,
  model,
  columns,
  state,
  index,
  start,
  isChosen,
  selecting,
}: {
  readonly table: StateTable;
  readonly model: ConflictModel;
  readonly columns: readonly OptionRow[];
  readonly state: number;
  readonly index: number;
  readonly start: number;
  readonly isChosen: boolean;
  /** The address, but for the state. */
  readonly selecting: Route;
}) {
  const words = useWords();
  const { codes, concepts, equilibria, improvements } = table;
  const decimal = String(codes[state]);
  return (
    <div
      className={`${styles.row} ${styles.body}`}
      role="row"
      aria-rowindex={index + 2}
      data-chosen={isChosen}
      style={{ transform: `translateY(${start}px)` }}
      onClick={() => go({ state: decimal, actor: null, concept: null })}
    >
      <span role="rowheader" className={styles.name}>
        <a href={formatRoute({ ...selecting, state: decimal })}>#{decimal}</a>{' '}
        {words && stateCalled(words, model.options, table, state)}
      </span>
      {concepts.map((concept, c) => (
        <span key={concept} role="cell" className={`${styles.cell} ${styles.held}`}>
          {((equilibria[state] >>> c) & 1) === 1 && <Check size={14} aria-label="would hold" />}
        </span>
      ))}
      <span role="cell" className={styles.cell}>
        {improvements[state] >= 0 ? improvements[state] : '–'}
      </span>
      {columns.map(({ id, members, choice }) => {
        const taken = members.find(({ place }) => ((codes[state] >>> place) & 1) === 1);
        return (
          <span
            key={id}
            role="cell"
            className={`${styles.cell} ${taken ? styles.yes : styles.no}`}
            {...(choice && taken ? { title: taken.label } : {})}
          >
            {choice ? (taken?.name ?? 'none') : taken ? 'Y' : 'N'}
          </span>
        );
      })}
    </div>
  );
});
