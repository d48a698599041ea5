import { describe, expect, it } from 'vitest';
import { commitments } from '../src/commitments/solve.js';
import { MEDIATION_COSTS, rulesFor } from '../src/mediate/moves.js';
import { prepare } from '@standoff/situation';
import {
  ACTORS,
  holds,
  keyOf,
  literalCourse,
  LiteralGame,
  randomText,
  textOf,
  type Promised,
  type Taken,
} from '../../situation/test/random-text.js';
import { modelOf } from '../../situation/test/situations.js';

/** Due and not kept. */
function broken({ content, when }: Promised, state: Taken): boolean {
  return holds(when, state) && !holds(content, state);
}

/** The tally over all states, by the definitions on the page of commitments. */
function literalTally(game: LiteralGame, promised: Promised): Record<string, number> {
  const { by, content, when } = promised;
  const worth = (state: Taken): number => game.worth(by, state);
  const best = (states: readonly Taken[]): Taken | undefined =>
    states.find((state) => states.every((other) => worth(state) >= worth(other)));
  const tally = { due: 0, keepable: 0, credible: 0, binding: 0, onceKept: 0 };
  for (const state of game.states) {
    if (!holds(when, state)) continue;
    const choice = [state, ...game.moves(by, state)];
    const kept = best(choice.filter((one) => holds(content, one)));
    const without = best(choice.filter((one) => !holds(content, one)));
    tally.due++;
    if (kept === undefined) continue;
    tally.keepable++;
    const credible = without === undefined || worth(kept) >= worth(without);
    const breach = game
      .improvements(by, kept)
      .some((to) => broken(promised, to) && !deterred(game, by, to, worth(kept)));
    if (credible) tally.credible++;
    if (credible && !breach) tally.binding++;
    if (!credible && !breach) tally.onceKept++;
  }
  return tally;
}

/** Whether the others can answer, each in its own interest, so that the actor is no better off. */
function deterred(game: LiteralGame, actor: string, state: Taken, bearable: number): boolean {
  const { standings } = literalCourse(state, (from) =>
    ACTORS.filter((other) => other !== actor).flatMap((other) =>
      game.improvements(other, from).map((to) => ({ actor: other, to })),
    ),
  );
  return standings.some((one) => one.steps > 0 && game.worth(actor, one.state) <= bearable);
}

describe('a breach, in random texts', () => {
  it('is one thing to commitments and to mediation: due and not kept', () => {
    const seen = { lapsing: 0, onceKept: 0, rules: 0 };
    for (let seed = 0; seed < 150; seed++) {
      const random = randomText(seed);
      const model = modelOf(textOf(random, { promised: true }));
      const prepared = prepare(model);
      const answers = commitments(prepared).commitments;
      const rules = rulesFor(prepared, {
        ...MEDIATION_COSTS,
        irreversible: null,
        ruledOut: null,
        fixed: null,
      });
      random.promised.forEach((promised, k) => {
        const { id, readings } = answers[k];
        readings.forEach((reading, faction) => {
          const game = new LiteralGame(random, null, faction);
          const { all, temptation, kept } = reading;
          expect([seed, id, all]).toEqual([seed, id, literalTally(game, promised)]);
          for (const example of [temptation, kept]) {
            if (example === null) continue;
            const to = new Set(example.step?.to ?? example.state.taken);
            expect(example.due).toBe(holds(promised.when, to));
            if (!example.due) seen.lapsing++;
          }
          if (all.onceKept !== 0) seen.onceKept++;
        });

        // Made binding, exactly the states are gone in which it is broken, and none is led to.
        const game = new LiteralGame(random);
        const gone = game.states.filter((state) => broken(promised, state)).map(keyOf);
        const rule = rules.find(({ move }) => move.kind === 'binding' && move.commitment === id);
        expect(rule !== undefined).toBe(gone.length > 0 && !broken(promised, random.taken));
        if (rule === undefined) return;
        seen.rules++;
        const states = game.states.map(keyOf);
        expect(states.filter((_, s) => rule.removal.states![s] === 1)).toEqual(gone);
        const bound = commitments(prepare(rule.apply(model)), { commitment: id }).commitments[0];
        for (const { all } of bound.readings) {
          expect(all.keepable).toBe(all.due);
          expect(all.binding).toBe(all.credible);
          expect(all.onceKept).toBe(Number(all.due) - Number(all.credible));
        }
      });
    }
    expect(seen.lapsing).toBeGreaterThan(20);
    expect(seen.onceKept).toBeGreaterThan(20);
    expect(seen.rules).toBeGreaterThan(20);
  });

  it('is none where the giver makes it no longer due', () => {
    const { readings } = commitments(
      prepare(
        modelOf(`situation "Breach"
          actor A { option o  option q taken  prefers { not o and not q } }
          actor B { }
          promise pr: A.o when A.q by A to B`),
      ),
    ).commitments[0];
    expect(readings[0]).toMatchObject({
      all: { due: 2, keepable: 2, credible: 0, binding: 0, onceKept: 2 },
      temptation: { state: { taken: ['A.q'] }, step: { drops: ['A.q'], takes: [] }, due: false },
    });
  });
});
