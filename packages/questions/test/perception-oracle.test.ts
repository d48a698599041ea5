import { expect, it } from 'vitest';
import { CONCEPTS, Definitions, type GraphModel } from '../../engine/test/oracle.js';
import { conceptsIn, type ConceptMasks } from '../src/perceive/concept-masks.js';
import { informedHypergames, solveLevel2 } from '../src/perceive/level2.js';
import { perceive } from '../src/perceive/solve.js';
import { prepare } from '@standoff/situation';
import { modelOf } from '../../situation/test/situations.js';
import type { Literals, Picture, Taken, Term } from '../../situation/test/random-text.js';
import { chance } from '../../../test/chance.js';

/**
 * Random hypergames against a reading of theory 8.1 that shares nothing with the analysis but the text:
 * an actor's own game is the list of its states as sets of options, and each verdict is taken from the
 * literal definitions.
 */

const OPTIONS = ['A.x', 'A.y', 'B.x', 'B.y', 'C.x'];
const ACTORS = ['A', 'B', 'C'];
interface Recipe {
  readonly wants: Readonly<Record<string, readonly Term[]>>;
  readonly never: Literals;
  readonly pictures: readonly Picture[];
}

function recipe(seed: number): Recipe {
  const below = chance(seed * 7919 + 1);
  const literals = (n: number): Literals =>
    Array.from({ length: n }, () => OPTIONS[below(OPTIONS.length)])
      .filter((id, k, all) => all.indexOf(id) === k)
      .map((id) => ({ id, not: below(2) === 0 }));
  const terms = (): Term[] =>
    Array.from({ length: 3 + below(3) }, () => ({
      literals: literals(1 + below(2)),
      weight: below(9) - 4,
    }));
  const pictures = ACTORS.flatMap((actor) =>
    ACTORS.filter((of) => of !== actor && below(3) === 0).map((of) => ({
      actor,
      of,
      terms: below(2) === 0 ? terms() : null,
      unaware: OPTIONS.filter((id) => id.startsWith(of) && below(4) === 0),
      never: below(3) === 0 ? literals(2) : null,
    })),
  );
  return {
    wants: Object.fromEntries(ACTORS.map((actor) => [actor, terms()])),
    never: literals(3).map(({ id }) => ({ id, not: false })),
    pictures,
  };
}

function textOf({ wants, never, pictures }: Recipe): string {
  const all = (list: Literals): string =>
    `(${list.map(({ id, not }) => (not ? `not ${id}` : id)).join(' and ')})`;
  const weighs = (terms: readonly Term[]): string =>
    `weighs { ${terms.map(({ literals, weight }) => `${all(literals)}: ${weight}`).join('  ')} }`;
  return [
    'situation "Random"',
    ...ACTORS.map(
      (actor) =>
        `actor ${actor} { ${OPTIONS.filter((id) => id.startsWith(actor))
          .map((id) => `option ${id.slice(2)} "${id}"`)
          .join(' ')} ${weighs(wants[actor])} }`,
    ),
    `never ${all(never)}`,
    ...pictures.map(
      (p) =>
        `${p.actor} perceives ${p.of} { ${p.terms ? weighs(p.terms) : ''} ${
          p.unaware.length > 0 ? `unaware of ${p.unaware.map((id) => id.slice(2)).join(', ')}` : ''
        } ${p.never ? `never ${all(p.never)}` : ''} }`,
    ),
  ].join('\n');
}

const holds = (literals: Literals, taken: Taken): boolean =>
  literals.every(({ id, not }) => taken.has(id) !== not);
const worth = (terms: readonly Term[], taken: Taken): number =>
  terms.reduce((sum, { literals, weight }) => sum + (holds(literals, taken) ? weight : 0), 0);
const key = (taken: Taken): string => [...taken].sort().join();

/** A game in somebody's eyes: seen through one actor's pictures, or through one's and then another's. */
class Literal {
  readonly known: readonly string[];
  readonly states: readonly Taken[];
  readonly wants: Record<string, readonly Term[]>;

  constructor(recipe: Recipe, eyes: readonly string[]) {
    const pictures = eyes.flatMap((eye) => recipe.pictures.filter(({ actor }) => actor === eye));
    const unknown = pictures.flatMap(({ unaware }) => unaware);
    this.known = OPTIONS.filter((id) => !unknown.includes(id));
    const never = [recipe.never, ...pictures.flatMap((p) => (p.never ? [p.never] : []))];
    this.states = Array.from(
      { length: 2 ** this.known.length },
      (_, n) => new Set(this.known.filter((_, k) => (n >> k) & 1)),
    ).filter((taken) => never.every((literals) => !holds(literals, taken)));
    this.wants = { ...recipe.wants };
    for (const { of, terms } of pictures) if (terms) this.wants[of] = terms;
  }

  /** The state that a set of options looks like; -1: it is not recognised. */
  seen(taken: Taken): number {
    const pattern = key(new Set([...taken].filter((id) => this.known.includes(id))));
    return this.states.findIndex((state) => key(state) === pattern);
  }

  moves(actor: string, from: number): Set<number> {
    const others = (taken: Taken): string =>
      key(new Set([...taken].filter((id) => !id.startsWith(actor))));
    const here = this.states[from];
    return new Set(
      this.states.flatMap((state, to) =>
        to !== from && others(state) === others(here) ? [to] : [],
      ),
    );
  }

  worth(actor: string, state: number): number {
    return worth(this.wants[actor], this.states[state]);
  }

  /** The definitions for this game; with `played`, others move and prefer as in the games given. */
  definitions(played: ReadonlyMap<string, Literal> = new Map()): Definitions {
    const seenBy = (actor: string, state: number): number =>
      played.get(actor)?.seen(this.states[state]) ?? state;
    const model: GraphModel = {
      n: ACTORS.length,
      size: this.states.length,
      moves: ACTORS.map((actor) =>
        this.states.map((_, from) => {
          const game = played.get(actor);
          const moves = this.moves(actor, from);
          if (!game) return moves;
          return new Set(
            [...moves].filter((to) => seenBy(actor, from) >= 0 && seenBy(actor, to) >= 0),
          );
        }),
      ),
      prefers: (i, x, y) => {
        const actor = ACTORS[i];
        const game = played.get(actor) ?? this;
        const [a, b] = [seenBy(actor, x), seenBy(actor, y)];
        // Where a state is not recognised there is no move to compare it for.
        return a >= 0 && b >= 0 && game.worth(actor, a) - game.worth(actor, b) > 1e-6;
      },
      decimals: this.states.map((taken) =>
        OPTIONS.reduce((sum, id, k) => sum + (taken.has(id) ? 2 ** k : 0), 0),
      ),
    };
    return new Definitions(model);
  }
}

const shown = (masks: ConceptMasks): string[] => [...masks].map((m) => conceptsIn(m).join(' '));

it('agrees with the literal reading on random hypergames of both levels', () => {
  let hypergames = 0;
  let unrecognised = 0;
  for (let seed = 0; seed < 60; seed++) {
    const random = recipe(seed);
    const model = modelOf(textOf(random));
    const prepared = prepare(model, { statusQuoOptional: true });
    const truth = new Literal(random, []);
    const states = [...prepared.space.codes].map(
      (code) => new Set(OPTIONS.filter((_, k) => (code >> k) & 1)),
    );
    expect(states.map(key)).toEqual(truth.states.map(key));

    // First level: each stays by its own game.
    const own = ACTORS.map((actor) => new Literal(random, [actor]));
    const verdicts = own.map((game) => game.definitions());
    const heldBy = (concept: (typeof CONCEPTS)[number]): number =>
      states.filter((taken) =>
        own.every((game, i) => {
          const state = game.seen(taken);
          return state >= 0 && verdicts[i].stable(i, state, concept);
        }),
      ).length;
    const result = perceive(prepared);
    for (const concept of CONCEPTS)
      expect([seed, concept, result.equilibria[concept].hypergame]).toEqual([
        seed,
        concept,
        heldBy(concept),
      ]);
    result.actors.forEach(({ expected, states: size }, i) => {
      expect(size).toBe(own[i].states.length);
      for (const concept of CONCEPTS)
        expect([seed, concept, expected[concept]]).toEqual([
          seed,
          concept,
          own[i].states.filter((_, s) => ACTORS.every((__, j) => verdicts[i].stable(j, s, concept)))
            .length,
        ]);
      if (size < states.length) unrecognised++;
    });

    // Second level: the others move and answer as in the games that they are known to play.
    const views = solveLevel2(prepared, informedHypergames(model));
    ACTORS.forEach((actor, i) => {
      const others = new Map(
        ACTORS.filter((j) => j !== actor).map((j) => [j, new Literal(random, [actor, j])]),
      );
      const informed = own[i].definitions(others);
      const theirs = new Map([...others].map(([j, game]) => [j, game.definitions()]));
      const stable = states.map((taken) => {
        const s = own[i].seen(taken);
        return CONCEPTS.filter((concept) => s >= 0 && informed.stable(i, s, concept)).join(' ');
      });
      expect([seed, actor, shown(views.get(actor)!.stable)]).toEqual([seed, actor, stable]);
      const expected = states.map((taken, k) => {
        const s = own[i].seen(taken);
        return CONCEPTS.filter(
          (concept) =>
            stable[k].split(' ').includes(concept) &&
            [...others].every(([j, game]) => {
              // Who has no option in i's own game is nobody whose stability i asks about.
              if (!own[i].known.some((id) => id.startsWith(j))) return true;
              const state = game.seen(own[i].states[s]);
              return state >= 0 && theirs.get(j)!.stable(ACTORS.indexOf(j), state, concept);
            }),
        ).join(' ');
      });
      expect([seed, actor, shown(views.get(actor)!.expected)]).toEqual([seed, actor, expected]);
    });
    if (random.pictures.length > 0) hypergames++;
  }
  expect(hypergames).toBeGreaterThan(40);
  expect(unrecognised).toBeGreaterThan(40);
});
