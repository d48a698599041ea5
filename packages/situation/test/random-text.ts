import { chance } from '../../../test/chance.js';

/**
 * Random situations as texts, and what they say as plain data: with moves that are ruled out, options
 * that change one way only, ties, factions and pictures of others. Read by definitions that share
 * nothing with the analysis but the text.
 */

export const ACTORS = ['A', 'B', 'C'];
export const OPTIONS = ['A.x', 'A.y', 'A.z', 'B.x', 'C.x'];

export type Taken = ReadonlySet<string>;
export type Literals = readonly { readonly id: string; readonly not: boolean }[];

/** A conjunction of options and negated ones, worth something. */
export interface Term {
  readonly literals: Literals;
  readonly weight: number;
}

/** One actor's picture of another. */
export interface Picture {
  readonly actor: string;
  readonly of: string;
  readonly terms: readonly Term[] | null;
  readonly unaware: readonly string[];
  /** Never all of these. */
  readonly never: Literals | null;
}

export interface Promised {
  readonly by: string;
  readonly content: Literals;
  readonly when: Literals;
}

export interface RandomText {
  readonly taken: Taken;
  readonly directions: Readonly<Record<string, 'both' | 'irreversible' | 'not resumable'>>;
  /** Of A one for each of its two factions, the first of which is assumed to prevail. */
  readonly wants: Readonly<Record<string, readonly (readonly Term[])[]>>;
  readonly never: Literals | null;
  readonly barred: readonly {
    readonly actor: string;
    readonly from: Literals;
    readonly to: Literals;
  }[];
  readonly pictures: readonly Picture[];
  readonly scenario: Literals;
  readonly promised: readonly Promised[];
}

export function randomText(seed: number): RandomText {
  const below = chance(seed * 7919 + 3);
  const literals = (n: number, from = OPTIONS): Literals =>
    Array.from({ length: n }, () => from[below(from.length)])
      .filter((id, k, all) => all.indexOf(id) === k)
      .map((id) => ({ id, not: below(2) === 0 }));
  const terms = (): Term[] =>
    Array.from({ length: 3 + below(3) }, () => ({
      literals: literals(1 + below(2)),
      weight: below(7) - 3,
    }));
  const taken = new Set(OPTIONS.filter(() => below(2) === 0));
  const never = literals(3);
  return {
    taken,
    directions: Object.fromEntries(
      OPTIONS.map((id) => [
        id,
        (
          [
            'both',
            'both',
            'both',
            'irreversible',
            taken.has(id) ? 'not resumable' : 'both',
          ] as const
        )[below(5)],
      ]),
    ),
    wants: { A: [terms(), terms()], B: [terms()], C: [terms()] },
    never: below(3) > 0 || holds(never, taken) ? null : never,
    barred: Array.from({ length: below(4) }, () => ({
      actor: 'A',
      from: literals(2, optionsOf('A')),
      to: literals(2, optionsOf('A')),
    })),
    pictures: ACTORS.flatMap((actor) =>
      ACTORS.filter((of) => of !== actor && below(4) === 0).map((of) => ({
        actor,
        of,
        terms: below(2) === 0 ? terms() : null,
        unaware: optionsOf(of).filter(() => below(4) === 0),
        never: below(3) === 0 ? literals(2) : null,
      })),
    ),
    scenario: literals(2),
    promised: ACTORS.map((by) => ({ by, content: literals(1, optionsOf(by)), when: literals(2) })),
  };
}

function optionsOf(actor: string): string[] {
  return OPTIONS.filter((id) => id.startsWith(actor));
}

/** The text of it, with what is asked for beside actors and constraints. */
export function textOf(
  random: RandomText,
  parts: { pictures?: boolean; promised?: boolean } = {},
): string {
  const { taken, directions, wants, never, barred, pictures, scenario, promised } = random;
  const all = (list: Literals): string =>
    `(${list.map(({ id, not }) => (not ? `not ${id}` : id)).join(' and ')})`;
  const weighs = (own: readonly Term[]): string =>
    `weighs { ${own.map(({ literals, weight }) => `${all(literals)}: ${weight}`).join('  ')} }`;
  const option = (id: string): string =>
    `option ${id.slice(2)} "${id}" ${directions[id] === 'both' ? '' : directions[id]} ${taken.has(id) ? 'taken' : ''}`;
  const preference = (actor: string): string => {
    const [first, second] = wants[actor] as (readonly Term[] | undefined)[];
    return second === undefined
      ? weighs(first!)
      : `faction f { ${weighs(first!)} } faction g { ${weighs(second)} } prevails f`;
  };
  return [
    'situation "Random"',
    ...ACTORS.map(
      (actor) =>
        `actor ${actor} { ${optionsOf(actor).map(option).join(' ')} ${preference(actor)} }`,
    ),
    ...(never ? [`never ${all(never)}`] : []),
    ...barred.map(({ actor, from, to }) => `${actor} cannot move from ${all(from)} to ${all(to)}`),
    ...(parts.pictures ? pictures : []).map(
      (p) =>
        `${p.actor} perceives ${p.of} { ${p.terms ? weighs(p.terms) : ''} ${
          p.unaware.length > 0 ? `unaware of ${p.unaware.map((id) => id.slice(2)).join(', ')}` : ''
        } ${p.never ? `never ${all(p.never)}` : ''} }`,
    ),
    ...(parts.promised ? promised : []).map(
      ({ by, content, when }) =>
        `promise pr${by}: ${all(content)} when ${all(when)} by ${by} to ${by === 'A' ? 'B' : 'A'}`,
    ),
    `scenario there = ${all(scenario)}`,
  ].join('\n');
}

export function holds(literals: Literals, taken: Taken): boolean {
  return literals.every(({ id, not }) => taken.has(id) !== not);
}

export function keyOf(taken: Iterable<string>): string {
  return [...taken].sort().join(' ');
}

export function stateOf(key: string): Taken {
  return new Set(key.split(' ').filter(Boolean));
}

/** A game in somebody's eyes, as sets of options; in nobody's, the true one. */
export class LiteralGame {
  readonly known: readonly string[];
  readonly states: readonly Set<string>[];
  readonly #never: readonly Literals[];
  readonly #wants: Readonly<Record<string, readonly Term[]>>;
  readonly #improvements = new Map<string, readonly Set<string>[]>();

  /** @param faction of A, 0 or 1: which prevails. */
  constructor(
    readonly random: RandomText,
    eye: string | null = null,
    faction = 0,
  ) {
    const pictures = random.pictures.filter(({ actor }) => actor === eye);
    const unknown = pictures.flatMap(({ unaware }) => unaware);
    this.known = OPTIONS.filter((id) => !unknown.includes(id));
    this.#never = [
      ...(random.never ? [random.never] : []),
      ...pictures.flatMap(({ never }) => (never ? [never] : [])),
    ];
    const wants: Record<string, readonly Term[]> = {
      A: random.wants['A'][faction],
      B: random.wants['B'][0],
      C: random.wants['C'][0],
    };
    for (const { of, terms } of pictures) if (terms) wants[of] = terms;
    this.#wants = wants;
    this.states = Array.from(
      { length: 2 ** this.known.length },
      (_, n) => new Set(this.known.filter((_, k) => (n >> k) & 1)),
    ).filter((taken) => this.feasible(taken));
  }

  feasible(taken: Taken): boolean {
    return this.#never.every((literals) => !holds(literals, taken));
  }

  /** What it sees of a state; what it does not know is to it as if it were not taken. */
  seen(taken: Taken): Set<string> {
    return new Set(this.known.filter((id) => taken.has(id)));
  }

  worth(actor: string, taken: Taken): number {
    return this.#wants[actor].reduce(
      (sum, { literals, weight }) => sum + (holds(literals, taken) ? weight : 0),
      0,
    );
  }

  moves(actor: string, from: Taken): Set<string>[] {
    const { directions, barred } = this.random;
    return this.states.filter((to) => {
      const changed = this.known.filter((id) => from.has(id) !== to.has(id));
      return (
        changed.length > 0 &&
        changed.every((id) => id.startsWith(actor)) &&
        changed.every((id) => directions[id] !== (to.has(id) ? 'not resumable' : 'irreversible')) &&
        !barred.some((b) => b.actor === actor && holds(b.from, from) && holds(b.to, to))
      );
    });
  }

  improvements(actor: string, from: Taken): readonly Set<string>[] {
    const key = `${actor} ${keyOf(from)}`;
    let found = this.#improvements.get(key);
    if (!found) {
      const worth = this.worth(actor, from);
      found = this.moves(actor, from).filter((to) => this.worth(actor, to) > worth);
      this.#improvements.set(key, found);
    }
    return found;
  }
}

/** A step as an actor and where it leads. */
export interface LiteralStep {
  readonly actor: string;
  readonly to: Taken;
}

/** A state with who moved last to reach it, and in how few steps. */
interface Standing {
  readonly state: Taken;
  readonly last: string;
  readonly steps: number;
}

/** The sequences of steps from a state. */
export interface LiteralCourse {
  /** Every standing that sequences lead to in which nobody moves twice in a row, nearest first. */
  readonly standings: readonly Standing[];
  /** The fewest steps of such sequences to each state. */
  readonly distance: ReadonlyMap<string, number>;
  /** What steps lead to from a state, whoever makes them. */
  readonly around: (key: string) => ReadonlySet<string>;
  /** Whether steps of one in a row would lead to more states. */
  readonly differs: boolean;
}

export function literalCourse(
  start: Taken,
  stepsFrom: (state: Taken) => readonly LiteralStep[],
): LiteralCourse {
  const standings: Standing[] = [{ state: start, last: '', steps: 0 }];
  const seen = new Set([`${keyOf(start)}|`]);
  const distance = new Map([[keyOf(start), 0]]);
  for (const { state, last, steps } of standings)
    for (const { actor, to } of stepsFrom(state)) {
      if (actor === last || seen.has(`${keyOf(to)}|${actor}`)) continue;
      seen.add(`${keyOf(to)}|${actor}`);
      standings.push({ state: to, last: actor, steps: steps + 1 });
      if (!distance.has(keyOf(to))) distance.set(keyOf(to), steps + 1);
    }
  const around = (key: string): Set<string> => {
    const found = new Set([key]);
    for (const one of found) for (const { to } of stepsFrom(stateOf(one))) found.add(keyOf(to));
    return found;
  };
  return { standings, distance, around, differs: around(keyOf(start)).size > distance.size };
}
