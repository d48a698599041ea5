import {
  rename,
  setFlag,
  setLabel,
  setWindow,
  type Flag,
  type WindowDays,
} from '@standoff/language/edit';
import type { Direction as OptionDirection, Option } from '@standoff/model';
import { EXAMPLE_DATES } from '@standoff/questions';
import { Choice } from '../design/choice.js';
import { Switch } from '../design/switch.js';
import { renamingBeside } from '../document/renaming.js';
import { useEdit } from '../document/use-edit.js';
import { useWorkbench } from '../workbench.js';
import styles from './forms.module.css';
import { Grounds } from './grounds.js';
import { Remove } from './remove.js';
import { Line } from './line.js';
import { OpeningRow } from './opening-row.js';
import { useForms } from './situation.js';
import { sound } from './sound.js';

const TODAY = [
  { id: 'open', label: 'Not taken today' },
  { id: 'taken', label: 'Taken today' },
  { id: 'unknown', label: 'Not known whether taken' },
] as const;

const DIRECTIONS = [
  { id: 'both', label: 'Can be taken up and given up' },
  { id: 'forward', label: 'Once taken, it cannot be undone' },
  { id: 'back', label: 'Once given up, it cannot be taken up again' },
] as const;

/** Whether an option is taken in today's state. */
export function Today({
  value,
  onChange,
}: {
  readonly value: Flag;
  readonly onChange: (flag: Flag) => void;
}) {
  return <Choice<Flag> label="Today" options={TODAY} value={value} onChange={onChange} />;
}

/** Whether an option can be changed both ways. */
export function Direction({
  value,
  onChange,
}: {
  readonly value: OptionDirection;
  readonly onChange: (direction: OptionDirection) => void;
}) {
  return <Choice label="Changing it" options={DIRECTIONS} value={value} onChange={onChange} />;
}

/** An option of an actor as a row that opens. */
export function OptionRow({ option, open }: { readonly option: Option; readonly open: boolean }) {
  const { id, label, owner, initially, direction, slow, evidence } = option;
  const flags = [
    { open: '', taken: 'taken today', unknown: 'not known whether taken' }[initially],
    { both: '', forward: 'irreversible', back: 'not resumable' }[direction],
    slow ? 'slow' : '',
  ].filter(Boolean);
  return (
    <OpeningRow
      label={label}
      kind={
        <>
          {flags.join(', ')}
          <code>{id}</code>
        </>
      }
      evidence={evidence}
      open={open}
      address={id}
      closed={owner}
    >
      {() => (
        <div className={styles.nested}>
          <OptionForm option={option} />
        </div>
      )}
    </OpeningRow>
  );
}

const ALWAYS: WindowDays = { from: null, until: null };

/** The first or the last day on which an option can be changed. */
function WindowLine({
  id,
  days,
  which,
}: {
  readonly id: string;
  readonly days: WindowDays;
  readonly which: keyof WindowDays;
}) {
  return (
    <Line
      label={
        which === 'from'
          ? 'Can be changed from this day on (may be left open)'
          : 'Can be changed until this day (may be left open)'
      }
      value={days[which] ?? ''}
      put={(text, value) => setWindow(text, id, { ...days, [which]: value === '' ? null : value })}
      what={`changed when ${id} can be changed`}
      hint={EXAMPLE_DATES}
    />
  );
}

function OptionForm({
  option: { id, name, owner, label, initially, direction, slow, window, evidence, because },
}: {
  readonly option: Option;
}) {
  const { make, refusal } = useEdit();
  const { renamed } = useForms();
  const workbench = useWorkbench();
  const flag = (word: Flag, on: boolean): void => {
    make(
      sound((text) => setFlag(text, id, word, on)),
      `changed ${id}`,
    );
  };
  return (
    <>
      <Line
        label="Label"
        value={label}
        put={(text, value) => setLabel(text, id, value === '' ? null : value)}
        what={`changed the label of ${id}`}
      />
      <Today
        value={initially}
        onChange={(next) =>
          // Nothing said means the same as `open`, and is shorter.
          next === 'open' ? flag(initially, false) : flag(next, true)
        }
      />
      <Direction
        value={direction}
        onChange={(next) => {
          const words = { forward: 'irreversible', back: 'not resumable' } as const;
          if (next !== 'both') flag(words[next], true);
          else if (direction !== 'both') flag(words[direction], false);
        }}
      />
      <Switch isSelected={slow} onChange={(on) => flag('slow', on)}>
        The change takes long
      </Switch>
      <WindowLine id={id} days={window ?? ALWAYS} which="from" />
      <WindowLine id={id} days={window ?? ALWAYS} which="until" />
      {refusal !== null && <p className={styles.problem}>{refusal}</p>}
      <Grounds target={id} name={id} evidence={evidence} because={because} />
      <Line
        label="Name in the text"
        code
        value={name}
        put={(text, value) => rename(text, id, value)}
        beside={(value) => renamingBeside(workbench, { id, name, isSource: false }, value)}
        what={`renamed ${id}`}
        done={(value) => renamed(id, `${owner}.${value}`)}
        hint="Changed wherever it is used"
      />
      <Remove target={id} name={id} />
    </>
  );
}
