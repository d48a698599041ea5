import type { Concept } from '@standoff/situation';
import type { ConflictModel } from '@standoff/model';
import { firmMask } from '../states/firm.js';
import { stateCalled } from '../states/state-called.js';
import type { StateTable } from '../states/table.js';
import { Words } from '../told/words.js';
import { modelDifferences, type ModelDifference } from './model-differences.js';
import { rankingChanges, type RankingChange } from './ranking-changes.js';
import { preferenceChanges, type PreferenceChange } from './statement-changes.js';

/** A text as far as it is compared: what it says, and what holds. */
export interface Stand {
  readonly model: ConflictModel;
  readonly table: StateTable;
}

/** A verdict that the why panel explains. */
interface VerdictAt {
  /** Decimal number of the state, in the text after the change. */
  readonly state: number;
  readonly actor: string | null;
  readonly concept: Concept | null;
}

/** A state that would hold on one side of a change only. */
export interface HeldChange extends VerdictAt {
  readonly label: string | null;
  /** By its label, or by what is different from today. */
  readonly called: string;
  readonly today: boolean;
  /** After the change improvements lead to it from today. */
  readonly reached: boolean;
  /** What no longer holds firmly would still hold at a price. */
  readonly priced: boolean;
  /** The state is there no more, or was not there before. */
  readonly stateless: boolean;
}

/** What has become of a scenario, counted in its states that would hold. */
export interface ScenarioChange {
  readonly id: string;
  readonly held: { readonly before: number; readonly after: number };
  /** Whether improvements lead from today to a state of it. */
  readonly reached: { readonly before: boolean; readonly after: boolean };
}

/** What a change of the text did. "Holds" is: without anybody answering against its own interest. */
export interface TextChange {
  readonly preferences: readonly PreferenceChange[];
  readonly differences: readonly ModelDifference[];
  /** Set: whether today's state would hold is another than before, or today is another state. */
  readonly today:
    | (VerdictAt & { readonly before: boolean; readonly after: boolean; readonly moved: boolean })
    | null;
  readonly scenarios: readonly ScenarioChange[];
  readonly gained: readonly HeldChange[];
  readonly lost: readonly HeldChange[];
  readonly held: { readonly before: number; readonly after: number };
  /** Null: there are other states than before, so that places among them are not compared. */
  readonly rankings: readonly RankingChange[] | null;
}

/** Whether anything changed that holds or is reached; rankings may have all the same. */
export function holdsOtherwise({ today, scenarios, gained, lost }: TextChange): boolean {
  return today !== null || scenarios.length + gained.length + lost.length > 0;
}

/** Whether the texts say the same, as far as it can change a result. */
export function sameModel(before: ConflictModel, after: ConflictModel): boolean {
  return (
    modelDifferences(before, after).length === 0 && preferenceChanges(before, after).length === 0
  );
}

export function changeBetween(before: Stand, after: Stand): TextChange {
  const [then, now] = [new Held(before), new Held(after)];
  const gained: HeldChange[] = [];
  const lost: HeldChange[] = [];
  const earlier = new Map(Array.from(before.table.codes, (code, s) => [code, s] as const));
  const codeThen = recoder(after.model, before.model);
  const seen = new Set<number>();
  for (let s = 0; s < after.table.size; s++) {
    const code = codeThen(after.table.codes[s]);
    const old = code === null ? undefined : earlier.get(code);
    if (old !== undefined) seen.add(old);
    const held = old !== undefined && then.firm(old);
    if (now.firm(s) && !held) gained.push(now.shown(s, old === undefined ? null : [then, old]));
    if (!now.firm(s) && held) lost.push(now.shown(s, [then, old]));
  }
  // States that are no more, told as they were.
  for (let s = 0; s < before.table.size; s++)
    if (!seen.has(s) && then.firm(s)) lost.push({ ...then.shown(s, null), reached: false });
  return {
    preferences: preferenceChanges(before.model, after.model),
    differences: modelDifferences(before.model, after.model)
      .filter(({ kind }) => kind !== 'preference')
      .map(({ kind, of, gone, added, reordered }) => ({ kind, of, gone, added, reordered })),
    today: todayChange(then, now, codeThen),
    scenarios: scenarioChanges(then, now),
    gained: nearestFirst(gained),
    lost: nearestFirst(lost),
    held: { before: then.count(), after: now.count() },
    rankings: rankingChanges(before.table, after.table),
  };
}

/** What is held in one text, and by whom it is not. */
class Held {
  readonly table: StateTable;
  readonly #firm: number;
  readonly #words: Words;

  constructor(readonly stand: Stand) {
    this.table = stand.table;
    this.#words = new Words(stand.model);
    this.#firm = firmMask(stand.table.concepts);
  }

  firm(state: number): boolean {
    return (this.table.equilibria[state] & this.#firm) !== 0;
  }

  count(): number {
    let count = 0;
    for (let s = 0; s < this.table.size; s++) if (this.firm(s)) count++;
    return count;
  }

  /**
   * The state, with the verdict that made the difference against what it was: the actor that is now
   * stable in it and was not, or the other way round.
   */
  shown(state: number, was: readonly [Held, number] | null): HeldChange {
    const { codes, label, labels, improvements, statusQuo, equilibria } = this.table;
    return {
      ...this.verdict(state, was),
      label: label[state] < 0 ? null : labels[label[state]],
      called: stateCalled(this.#words, this.stand.model.options, this.table, state),
      today: statusQuo.includes(state),
      reached: improvements[state] >= 0,
      priced: !this.firm(state) && equilibria[state] !== 0,
      stateless: was === null,
      state: codes[state],
    };
  }

  verdict(state: number, was: readonly [Held, number] | null): VerdictAt {
    const { codes, concepts, stable, equilibria } = this.table;
    const here = { state: codes[state], actor: null, concept: null };
    // The concept on whose account it holds, or held.
    const mask = this.firm(state)
      ? equilibria[state] & this.#firm
      : (was?.[0].table.equilibria[was[1]] ?? 0) & this.#firm;
    for (let c = 0; c < concepts.length; c++) {
      if (((mask >>> c) & 1) === 0) continue;
      for (const [actor, own] of Object.entries(stable)) {
        const then = was?.[0].table.stable[actor]?.[was[1]];
        const [is, before] = [(own[state] >>> c) & 1, then === undefined ? null : (then >>> c) & 1];
        if (is !== before && (before !== null || is === 0))
          return { ...here, actor, concept: concepts[c] };
      }
    }
    return here;
  }
}

function todayChange(
  then: Held,
  now: Held,
  codeThen: (code: number) => number | null,
): TextChange['today'] {
  const [old, state] = [then.table.statusQuo[0], now.table.statusQuo[0]];
  if (old === undefined || state === undefined) return null;
  const moved = codeThen(now.table.codes[state]) !== then.table.codes[old];
  const [before, after] = [then.firm(old), now.firm(state)];
  if (!moved && before === after) return null;
  return { ...now.verdict(state, moved ? null : [then, old]), before, after, moved };
}

function scenarioChanges(then: Held, now: Held): ScenarioChange[] {
  const told = (held: Held, has: Uint8Array): { held: number; reached: boolean } => {
    let count = 0;
    let reached = false;
    for (let s = 0; s < has.length; s++) {
      if (has[s] === 0) continue;
      if (held.firm(s)) count++;
      if (held.table.improvements[s] >= 0) reached = true;
    }
    return { held: count, reached };
  };
  return now.table.scenarios.flatMap(({ id, has }): ScenarioChange[] => {
    const earlier = then.table.scenarios.find((one) => one.id === id);
    if (!earlier) return [];
    const [a, b] = [told(then, earlier.has), told(now, has)];
    return a.held === b.held && a.reached === b.reached
      ? []
      : [
          {
            id,
            held: { before: a.held, after: b.held },
            reached: { before: a.reached, after: b.reached },
          },
        ];
  });
}

/** Today's first, then what improvements lead to, then what has a name. */
function nearestFirst(states: HeldChange[]): HeldChange[] {
  const far = ({ today, reached, label }: HeldChange): number =>
    today ? 0 : reached ? 1 : label !== null ? 2 : 3;
  return states.sort((a, b) => far(a) - far(b) || a.state - b.state);
}

/**
 * The number that a state of the one model has in the other; null: one of its options is not there.
 * A state without an option is the one where it is not taken.
 */
function recoder(from: ConflictModel, to: ConflictModel): (code: number) => number | null {
  const places = from.options.map(({ id }) => to.options.findIndex((one) => one.id === id));
  if (places.every((place, k) => place === k)) return (code) => code;
  return (code) => {
    let other = 0;
    for (let k = 0; k < places.length; k++) {
      if (((code >>> k) & 1) === 0) continue;
      if (places[k] < 0) return null;
      other |= 1 << places[k];
    }
    return other >>> 0;
  };
}
