import { CONCEPTS } from '@standoff/engine';
import type { SituationShown } from '@standoff/situation';
import type { OptionId } from '@standoff/model';
import { counted, figure, stateTable } from '@standoff/questions';
import { EXIT } from '../failure.js';
import type { Io } from '../io.js';
import { loadSituation } from '../situation.js';
import { selectStates, type Selection, type StateFilter } from '../state-selection.js';
import { print, printAnswer, printWrapped, textOptions } from '../terminal.js';

/** More columns than this are not read; the rest is counted. */
const TABLE_LIMIT = 60;

/** The answer of `standoff states --json`. */
export interface StatesAnswer extends Selection {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/states/1';
  /** The situation that was asked. */
  readonly situation: SituationShown;
  /** The ids of all options, in the order of the columns. */
  readonly options: readonly OptionId[];
}

interface StatesFlags extends StateFilter {
  readonly limit?: number;
  readonly json?: true;
}

/** `standoff states`. */
export async function states(io: Io, argument: string, flags: StatesFlags): Promise<number> {
  const situation = await loadSituation(io, argument);
  const { model } = situation;
  const limit = flags.limit ?? (flags.json ? Infinity : TABLE_LIMIT);
  const { matching, states: shown, notKnown } = selectStates(situation, flags, limit);
  if (flags.json) {
    const { id, title, asOf } = model.situation;
    printAnswer(io, {
      schema: 'standoff/states/1',
      situation: { id, title, asOf },
      options: model.options.map((option) => option.id),
      matching,
      states: shown,
      ...(notKnown ? { notKnown } : {}),
    });
    return EXIT.fine;
  }
  if (shown.length > 0)
    print(
      io,
      stateTable(
        model,
        shown.map(({ name, ...state }) => ({ ...state, ...name })),
        CONCEPTS,
        textOptions(io),
      ),
    );
  const hidden = BigInt(matching) - BigInt(shown.length);
  printWrapped(
    io,
    matching === 0
      ? 'No state is like that.'
      : `${counted(matching, 'state')}${hidden > 0n ? `; ${notKnown ? figure(hidden) : hidden} not shown (${notKnown ? '' : `--limit ${matching}, or `}choose with --equilibria, --where, --reachable)` : ''}.`,
  );
  if (notKnown)
    printWrapped(
      io,
      `The states are too many to be looked at one by one. Which of them hold because better moves would be answered (${notKnown.join(', ')}) is left open.`,
    );
  return EXIT.fine;
}
