import {
  statementsOf,
  asItLooks,
  eventsUntil,
  optionsIn,
  partsOf,
  type Actor,
  type ConflictModel,
  type Diagnostic,
  type Option,
  type OptionId,
  type Proposition,
  decidersOf,
} from '@standoff/model';
import type { Satisfiable } from '../conflict.js';
import type { Lowering } from '../lowering.js';
import { problem } from '../problem.js';

/** What is in order and yet says nothing, or less than it seems to. */
export function unsaid(model: ConflictModel): Diagnostic[] {
  return [
    ...withoutWishes(model),
    ...unmentionedOptions(model),
    ...eventsWithoutEffect(model),
    ...namesAlike(model),
  ];
}

/** All that an actor wants, in whatever form and whichever faction prevails. */
function wishesOf({ preference, factions }: Actor): Proposition[] {
  return [preference, ...factions.flatMap((one) => one.preference ?? [])].flatMap((one) => {
    switch (one.form) {
      case 'none':
        return [];
      case 'statements':
        return statementsOf(one).map(({ wants }) => wants);
      case 'ranking':
        return one.cells.flatMap(({ any }) => any);
      case 'weights':
        return one.weights.map(({ of }) => of);
    }
  });
}

/** Decision makers that want nothing, beside others that do. */
function withoutWishes(model: ConflictModel): Diagnostic[] {
  const wanting = model.actors.filter((actor) => wishesOf(actor).length > 0);
  if (wanting.length === 0) return [];
  return decidersOf(model)
    .filter((actor) => !wanting.includes(actor))
    .map(({ id, label, at }) =>
      problem('actor-without-wishes', 'info', at, `nothing says what ${label} wants`, {
        why: 'it is taken to find all states equally good, so it never has a reason to move',
        hint: `write what it wants: \`prefers { … }\` in the braces of ${id}`,
      }),
    );
}

/** Options of one owner that are named before the rest is counted. */
const NAMED = 3;

/** Options that nobody wants to be taken or not: states that differ in them alone are alike to all. */
export function neverMentioned(model: ConflictModel): Option[] {
  const wishes = model.actors.flatMap(wishesOf);
  // A named state says of every option whether it is taken.
  if (wishes.length === 0 || wishes.some((wish) => mentionsState(wish))) return [];
  const mentioned = new Set<OptionId>(wishes.flatMap((wish) => [...optionsIn(wish, model)]));
  return model.options.filter(
    ({ id, agreement, historyOf }) =>
      agreement === null && historyOf === undefined && !mentioned.has(id),
  );
}

function unmentionedOptions(model: ConflictModel): Diagnostic[] {
  const unmentioned = neverMentioned(model);
  // One word for each owner: in a large situation there may be dozens.
  return model.actors.flatMap(({ id: owner }) => {
    const own = unmentioned.filter((option) => option.owner === owner);
    if (own.length === 0) return [];
    const named = own.slice(0, NAMED).map(({ id, label }) => `${id} ("${label}")`);
    const more = own.length - named.length;
    return [
      problem(
        'option-unmentioned',
        'info',
        own[0].at,
        `no wish of anybody mentions ${named.join(', ')}${more > 0 ? ` and ${more} more of ${owner}` : ''}`,
        {
          why: `states that differ in ${own.length === 1 ? 'it' : 'these'} alone are equally good for all`,
          hint: `say who wants ${own.length === 1 ? 'it or not, or leave the option' : 'them or not, or leave the options'} out`,
        },
      ),
    ];
  });
}

function mentionsState(wish: Proposition): boolean {
  return wish.op === 'state' || partsOf(wish).some(mentionsState);
}

/** Events whose effects are so already. */
function eventsWithoutEffect(model: ConflictModel): Diagnostic[] {
  const now = new Map<OptionId, boolean | null>(
    model.options.map(({ id, initially }) => [
      id,
      initially === 'unknown' ? null : initially === 'taken',
    ]),
  );
  return eventsUntil(model, null).flatMap(({ label, effects, at }) => {
    const changes = effects.some(({ option, taken }) => now.get(option) !== taken);
    for (const { option, taken } of effects) now.set(option, taken);
    if (effects.length === 0 || changes) return [];
    return [
      problem('event-without-effect', 'info', at, `“${label}” changes nothing`, {
        why: 'what it takes up or ends is so already, by `taken` or an earlier event',
        hint: 'declare the option as it was before the first event',
      }),
    ];
  });
}

/** Promises and the like whose content follows from their condition. */
export function emptyCommitments(
  model: ConflictModel,
  lowering: Lowering,
  satisfiable: Satisfiable,
): Diagnostic[] {
  const constraints = model.constraints.map(({ must }) => lowering.formula(must));
  return model.commitments.flatMap(({ kind, label, content, when, at }) => {
    if (when === null) return [];
    const due = lowering.formula(when);
    const open = { kind: 'not', of: lowering.formula(content) } as const;
    if (!satisfiable([...constraints, due]) || satisfiable([...constraints, due, open])) return [];
    return [
      problem('empty-commitment', 'warning', at, `the ${kind} “${label}” says nothing`, {
        why: 'wherever its condition holds, what it is about holds too',
        hint: 'leave out of the condition what is to be brought about',
      }),
    ];
  });
}

/** Names and labels that differ in letters of another script that look alike. */
function namesAlike(model: ConflictModel): Diagnostic[] {
  const { actors, agreements, scenarios, states } = model;
  const options = model.options.filter(({ agreement }) => agreement === null);
  const named = [
    ...actors,
    ...model.sources,
    ...options,
    ...agreements,
    ...scenarios,
    ...model.commitments,
    ...states,
    ...model.claims,
  ];
  // What has no label is told by its name.
  const labelled = [...actors, ...scenarios, ...agreements, ...states, ...options].filter(
    ({ id, label }) => label !== id,
  );
  return [
    ...alike(named, ({ id }) => id, 'names'),
    ...alike(labelled, ({ label }) => label, 'labels'),
  ];
}

function alike<One extends Pick<Actor, 'at'>>(
  all: readonly One[],
  wordsOf: (one: One) => string,
  what: 'names' | 'labels',
): Diagnostic[] {
  const first = new Map<string, One>();
  return all.flatMap((one) => {
    const words = wordsOf(one);
    const looks = asItLooks(words);
    const other = first.get(looks);
    if (other === undefined) first.set(looks, one);
    if (other === undefined || wordsOf(other) === words) return [];
    return [
      problem(
        'names-alike',
        'warning',
        one.at,
        `${words} and ${wordsOf(other)} look alike and are two ${what}`,
        {
          why: 'they have letters of different scripts in them',
          hint: 'write both with letters of one script',
          related: [{ range: other.at, message: 'the other' }],
        },
      ),
    ];
  });
}
