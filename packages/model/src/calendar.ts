import type {
  ConflictModel,
  Constraint,
  Deadline,
  DisallowedTransition,
  Event,
  Option,
  OptionLiteral,
  PartialDate,
} from './model.js';
import type { Chance } from './option.js';
import type { OptionId, Proposition } from './proposition.js';

/** Events dated up to a day, in order of date; all of them when the date is null. */
export function eventsUntil(model: ConflictModel, date: PartialDate | null): readonly Event[] {
  return model.events
    .filter((event) => date === null || event.date <= date || event.date.startsWith(date))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/** How each option stands: as declared, then as the events up to the `as of` date leave it. */
export function standing(model: ConflictModel): Map<OptionId, Option['initially']> {
  const stands = new Map(
    model.options.map(({ id, initially, chance }) => [id, sureToFall(chance) ?? initially]),
  );
  for (const event of eventsUntil(model, model.situation.asOf))
    for (const { option, taken } of event.effects) {
      if (taken) for (const other of besideInGraph(model, option)) stands.set(other, 'open');
      stands.set(option, taken ? 'taken' : 'open');
    }
  return stands;
}

/** What is left to chance with a figure of 0 % or 100 % is not open. */
function sureToFall(chance: Chance | undefined): Option['initially'] | null {
  if (chance?.probability === 0) return 'open';
  return chance?.probability === 1 ? 'taken' : null;
}

/** The states of its graph besides one: where things stand in it, they do not in these. */
function besideInGraph({ options, constraints }: ConflictModel, id: OptionId): readonly OptionId[] {
  if (!options.some((option) => option.id === id && option.inGraph)) return [];
  const { choice } = constraints.find((one) => one.choice?.among.includes(id)) ?? {};
  return choice?.among.filter((other) => other !== id) ?? [];
}

/** The last day of a year, a month or a day, to be compared as text. */
function lastDay(date: PartialDate): string {
  return date + '-12-31'.slice(date.length === 4 ? 0 : date.length === 7 ? 3 : 6);
}

/** Whether the window of an option is open on the (last) day; always without a date or a window. */
function isOpenAt({ window }: Option, date: PartialDate | null): boolean {
  if (window === undefined || date === null) return true;
  const day = lastDay(date);
  return (
    (window.from === null || window.from <= day) &&
    (window.until === null || day <= lastDay(window.until))
  );
}

/** Whether an option may be changed so on the (last) day: within its window, and no offer is taken up too late. */
export function mayChangeAt(
  model: ConflictModel,
  { option: id, taken }: OptionLiteral,
  date: PartialDate | null,
): boolean {
  const option = model.options.find((one) => one.id === id);
  const until = taken ? lastDaysOfOffers(model).get(id) : undefined;
  return (
    option === undefined ||
    (isOpenAt(option, date) && (until === undefined || !isAfter(date, until)))
  );
}

/** The consents by which offers are taken up, each with the last day on which it can be given. */
function lastDaysOfOffers({ agreements }: ConflictModel): Map<OptionId, PartialDate> {
  return new Map(
    agreements.flatMap(({ offer, consents: [, ...others] }) =>
      offer?.until === undefined ? [] : others.map((id) => [id, offer.until!] as const),
    ),
  );
}

function isAfter(date: PartialDate | null, until: PartialDate): boolean {
  return date !== null && lastDay(date) > lastDay(until);
}

/**
 * The same situation told of another day: events up to then have happened, an option outside its
 * window stays as it is then, which is said as a constraint, and an offer is not taken up after its last
 * day: a constraint where it was not, a move that cannot be made where it was and may be gone back on.
 */
export function modelAsOf(model: ConflictModel, asOf: PartialDate | null): ConflictModel {
  const open = withoutWindows(model);
  const dated = { ...open, situation: { ...open.situation, asOf } };
  const stands = standing(dated);
  const closed = dated.options.filter((option) => !isOpenAt(option, asOf));
  const lapsed = [...lastDaysOfOffers(dated)].filter(([, until]) => isAfter(asOf, until));
  if (closed.length + lapsed.length === 0) return dated;
  const consents = lapsed.map(([id, until]) => ({
    ...dated.options.find((option) => option.id === id)!,
    window: { from: null, until },
  }));
  return {
    ...dated,
    constraints: [
      ...dated.constraints,
      ...closed.map((option) => outside(option, stands.get(option.id) === 'taken')),
      ...consents.flatMap((one) => (stands.get(one.id) === 'open' ? [outside(one, false)] : [])),
    ],
    disallowed: [
      ...dated.disallowed,
      ...consents.flatMap((one) => (stands.get(one.id) === 'open' ? [] : [notAgain(one)])),
    ],
  };
}

/** The model without what the windows of options come to on its day. */
export function withoutWindows(model: ConflictModel): ConflictModel {
  const constraints = model.constraints.filter(({ windowOf }) => windowOf === undefined);
  const disallowed = model.disallowed.filter(({ windowOf }) => windowOf === undefined);
  return constraints.length === model.constraints.length &&
    disallowed.length === model.disallowed.length
    ? model
    : { ...model, constraints, disallowed };
}

/** What was consented to is not consented to anew once it was gone back on. */
function notAgain({ id, owner, evidence, because, restsOn, at }: Option): DisallowedTransition {
  const is: Proposition = { op: 'option', id };
  return {
    id: `window-of-${id}`,
    actor: owner,
    from: { op: 'not', arg: is },
    to: is,
    windowOf: id,
    evidence,
    because,
    restsOn,
    at,
  };
}

function outside(option: Option, taken: boolean): Constraint {
  const { id, evidence, because, restsOn, at } = option;
  const is: Proposition = { op: 'option', id };
  return {
    id: `window-of-${id}`,
    kind: taken ? 'always' : 'never',
    must: taken ? is : { op: 'not', arg: is },
    text: `${id} ${windowWords(option)}`,
    windowOf: id,
    evidence,
    because,
    restsOn,
    at,
  };
}

/** A window as it is written; empty where the option has none. */
export function windowWords({ window }: Option): string {
  if (window === undefined) return '';
  const { from, until } = window;
  return [from && `from ${from}`, until && `until ${until}`].filter(Boolean).join(' ');
}

/** An option that comes to be possible, or ceases to be. */
export interface WindowChange {
  /** From then on, or up to then. */
  readonly date: PartialDate;
  /** Whether it becomes possible to change the option, or is so for the last time. */
  readonly kind: 'opens' | 'closes';
  /** The id of the option. */
  readonly option: OptionId;
  /** Whether it is taken as things stand, so that it could be given up. */
  readonly taken: boolean;
}

/** What opens or closes after the day of the situation, soonest first; nothing where it has no date. */
export function windowChanges(model: ConflictModel): WindowChange[] {
  const { asOf } = model.situation;
  if (asOf === null) return [];
  const today = lastDay(asOf);
  const stands = standing(model);
  const offers = [...lastDaysOfOffers(model)].flatMap(([option, date]): WindowChange[] =>
    stands.get(option) === 'taken' || isAfter(asOf, date)
      ? []
      : [{ date, kind: 'closes', option, taken: false }],
  );
  return model.options
    .flatMap(({ id, window, historyOf }): WindowChange[] => {
      if (window === undefined || historyOf !== undefined) return [];
      const { from, until } = window;
      const change = { option: id, taken: stands.get(id) === 'taken' };
      return [
        ...(from !== null && from > today
          ? [{ date: from, kind: 'opens', ...change } as const]
          : []),
        ...(until !== null && lastDay(until) >= today
          ? [{ date: until, kind: 'closes', ...change } as const]
          : []),
      ];
    })
    .concat(offers)
    .sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0));
}

function dayOf({ date, kind }: WindowChange): string {
  return kind === 'opens' ? date : lastDay(date);
}

/** Deadlines that are still to come on the day of the situation, soonest first; without a day all of them. */
export function deadlinesAhead({
  deadlines = [],
  situation: { asOf },
}: Pick<ConflictModel, 'deadlines' | 'situation'>): readonly Deadline[] {
  return deadlines
    .filter(({ by }) => asOf === null || by > lastDay(asOf))
    .sort((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : 0));
}
