import { addStatement, moveStatement, type Holder } from '@standoff/language/edit';
import type { ConflictModel, Preference } from '@standoff/model';
import {
  capitalised,
  exampleOptions,
  figure,
  labelsOf,
  propositionWords,
} from '@standoff/questions';
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { GridList, useDragAndDrop } from 'react-aria-components';
import type { PreferenceHolder } from '@standoff/questions';
import { useDesk, useWords } from '../../answers/use-answer.js';
import { Button } from '../../design/button.js';
import { Note } from '../../design/card.js';
import { Segments } from '../../design/segments.js';
import { Field } from '../../design/field.js';
import { useEdit } from '../../document/use-edit.js';
import { formatHolder } from './holder.js';
import styles from './preferences.module.css';
import { StatementDialog } from './statement-dialog.js';
import { StatementRow } from './statement-row.js';
import {
  keysAfter,
  moveBetween,
  moveBy,
  statementRows,
  type Act,
  type KnownRow,
  type Move,
} from './statements.js';

/** The statements in force, to be moved, changed, removed and added to. */
export function Statements({
  model,
  holder,
  preference,
}: {
  readonly model: ConflictModel;
  readonly holder: PreferenceHolder;
  readonly preference: Preference;
}) {
  const words = useWords();
  const { make, refusal } = useEdit();
  const broken = useDesk((desk) => desk.broken);
  const behind = useDesk(({ read, version }) => read !== version);
  const [problem, setProblem] = useState<string | null>(null);
  const [said, say] = useState('');
  const [edited, setEdited] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const next = useRef<{ readonly key: string; readonly by: 1 | -1 } | null>(null);
  const rows = useMemo(
    () => statementRows(preference, holder.faction),
    [preference, holder.faction],
  );
  const known = useKnown(rows, formatHolder(holder));
  const labels = useMemo(() => labelsOf(model), [model]);
  const { keep } = useFocusKept(list, known);

  const act: Act = (edit, what) => {
    setProblem(null);
    if (broken) {
      setProblem('Not done: the text has errors; mend them first');
      return false;
    }
    // Ids are counted in the text that has been read.
    if (behind) {
      setProblem('Not done: the change before is still being read; try again in a moment');
      return false;
    }
    return make(edit, what);
  };
  const place = (key: string, move: Move | null, direction: string): void => {
    const row = rows[known.findIndex((one) => one.key === key)];
    if (move === null) {
      say(`It is the ${direction === 'up' ? 'first' : 'last'} already.`);
      return;
    }
    if ('problem' in move) {
      setProblem(move.problem);
      return;
    }
    keep(key);
    const { id } = row.statement;
    if (act((text) => moveStatement(text, id, move.place), `moved ${id}`))
      say(`Moved ${direction}.`);
  };
  const step = (key: string, by: 1 | -1): void => {
    if (behind && !broken) {
      next.current = { key, by };
      return;
    }
    const from = known.findIndex((one) => one.key === key);
    place(key, moveBy(rows, from, by), by < 0 ? 'up' : 'down');
  };
  // A step that comes while the one before is being read, as of a key held down, waits for it.
  useEffect(() => {
    const { current } = next;
    if (behind || current === null) return;
    next.current = null;
    step(current.key, current.by);
  });
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) =>
      [...keys].map((key) => ({
        'text/plain': known.find((one) => one.key === key)?.text ?? '',
      })),
    onReorder({ keys, target }) {
      const [key] = keys;
      const from = known.findIndex((one) => one.key === key);
      const to = known.findIndex((one) => one.key === target.key);
      if (key === undefined || from < 0 || to < 0) return;
      const gap = target.dropPosition === 'after' ? to + 1 : to;
      if (gap === from || gap === from + 1) return;
      place(String(key), moveBetween(rows, from, gap), gap < from ? 'up' : 'down');
    },
  });
  const onKeyDownCapture = (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    const key = (event.target as HTMLElement).closest('[data-key]')?.getAttribute('data-key');
    if (key === null || key === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    step(key, event.key === 'ArrowUp' ? -1 : 1);
  };
  if (words === null) return null;
  const dialog = rows[known.findIndex(({ key }) => key === edited)];
  const shown = problem ?? refusal;
  return (
    <>
      {shown !== null && (
        <p className={`${styles.problem} ${styles.refusal}`} role="alert">
          {shown}
        </p>
      )}
      {rows.length === 0 ? (
        <p>
          Nothing is said about what it wants: all states are equally good to it. Add a first
          statement below.
        </p>
      ) : (
        <div ref={list} onKeyDownCapture={onKeyDownCapture}>
          <GridList
            className={styles.statements}
            aria-label="Statements, most important first"
            dragAndDropHooks={dragAndDropHooks}
          >
            {rows.map((row, k) => (
              <StatementRow
                key={known[k].key}
                id={known[k].key}
                place={k + 1}
                row={row}
                begins={row.group !== null && rows[k - 1]?.group !== row.group}
                faction={
                  row.statement.faction === null
                    ? null
                    : (model.actors
                        .find(({ id }) => id === holder.actor)
                        ?.factions.find(({ id }) => id === row.statement.faction)?.label ?? null)
                }
                words={capitalised(propositionWords(row.statement.wants, words, labels))}
                act={act}
                step={(by) => step(known[k].key, by)}
                edit={() => setEdited(known[k].key)}
              />
            ))}
          </GridList>
        </div>
      )}
      <div className="visually-hidden" role="status">
        {said}
      </div>
      <Adding model={model} holder={holder} broken={broken} />
      {rows.length > 1 && (
        <Note>
          Drag a statement to where it belongs, or press Alt ↑ and Alt ↓ on it. What stands above
          counts for more, whatever stands below.
        </Note>
      )}
      {dialog && (
        <StatementDialog
          key={edited}
          statement={dialog.statement}
          title={`Statement ${figure(rows.indexOf(dialog) + 1)}`}
          words={capitalised(propositionWords(dialog.statement.wants, words, labels))}
          close={() => setEdited(null)}
        />
      )}
    </>
  );
}

/** The keys of the rows, which stay with the statements as long as the holder is the same. */
function useKnown(rows: ReturnType<typeof statementRows>, whose: string): readonly KnownRow[] {
  const last = useRef({ whose, known: [] as readonly KnownRow[], rows, fresh: 0 });
  const { current } = last;
  if (current.whose !== whose || current.rows !== rows || current.known.length === 0) {
    const before = current.whose === whose ? current.known : [];
    current.known = keysAfter(
      before,
      rows.map(({ statement }) => statement),
      () => `statement-${current.fresh++}`,
    );
    current.whose = whose;
    current.rows = rows;
  }
  return current.known;
}

/** Keeps the focus in a row that is moved: browsers drop it when an element is put elsewhere. */
function useFocusKept(
  list: { readonly current: HTMLDivElement | null },
  known: readonly KnownRow[],
): { keep: (key: string) => void } {
  const kept = useRef<{ key: string; button: string | null } | null>(null);
  useLayoutEffect(() => {
    const { current } = kept;
    kept.current = null;
    if (current === null) return;
    // After the list has put its rows in order.
    const frame = requestAnimationFrame(() => {
      const row = list.current?.querySelector<HTMLElement>(`[data-key="${current.key}"]`);
      if (!row || row.contains(document.activeElement)) return;
      const button = [...row.querySelectorAll('button')].find(
        (one) => one.getAttribute('aria-label') === current.button,
      );
      (button ?? row).focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [known, list]);
  return {
    keep(key) {
      const at = document.activeElement;
      kept.current = {
        key,
        button: at instanceof HTMLButtonElement ? at.getAttribute('aria-label') : null,
      };
    },
  };
}

/** A line to write a new statement in, the least important. */
function Adding({
  model,
  holder: { actor, faction, seenBy },
  broken,
}: {
  readonly model: ConflictModel;
  readonly holder: PreferenceHolder;
  readonly broken: boolean;
}) {
  const { make, refusal } = useEdit();
  const [own, other] = exampleOptions(model, actor);
  const [written, write] = useState('');
  const [of, setOf] = useState<'faction' | 'all'>('faction');
  const last: Holder =
    seenBy !== null
      ? { actor: seenBy, pictureOf: actor }
      : faction !== null && of === 'faction'
        ? { actor, faction }
        : { actor };
  return (
    <form
      className={styles.adding}
      onSubmit={(event) => {
        event.preventDefault();
        if (written.trim() === '') return;
        if (make((text) => addStatement(text, written, { lastOf: last }), `added to ${actor}`))
          write('');
      }}
    >
      <Field
        label="Add a statement, as the least important"
        value={written}
        onChange={write}
        code
        problem={refusal}
        hint={`An option or an expression: not ${other}, or: perhaps ${own} if ${other}`}
      />
      <Button type="submit" isDisabled={broken}>
        Add
      </Button>
      {faction !== null && (
        <Segments
          label="Whose statement it is"
          options={[
            { id: 'faction', label: 'of this faction' },
            { id: 'all', label: 'whichever prevails' },
          ]}
          value={of}
          onChange={setOf}
        />
      )}
    </form>
  );
}
