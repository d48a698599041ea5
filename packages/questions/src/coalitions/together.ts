import { reachable, undeterred, USUAL_CONCEPT } from '@standoff/engine';
import type { Count } from '@standoff/model';
import type { Concept, Equilibria, Prepared, StateShown } from '@standoff/situation';
import { coalitionCount, isPartIn, JointEnds, startsOf, type JointWay } from './joint-ends.js';
import { jointMove, type JointMove } from './joint-move.js';

/** The best that a coalition could do together from a state, and whether that would hold. */
export interface Together extends JointMove {
  /** Where they would end: better for each member. */
  readonly to: StateShown;
  /** Of the concepts that coalitions have too, those under which that state would hold. */
  readonly concepts: readonly Concept[];
  /** Ids of the members that would then leave it, each alone, with nothing to fear (SEQ). */
  readonly turnBack: readonly string[];
  /** Ids of the others that would. */
  readonly leftBy: readonly string[];
}

/** What was found of what coalitions could do together, and of which it was asked. */
export interface TogetherFound {
  /** What holds most firmly first, then the fewest members; none where a part of it could leave the same state. */
  readonly together: readonly Together[];
  /** How many more there are. */
  readonly more: Count;
  /** How many coalitions of two or more were looked at for it, the smallest first. */
  readonly looked: Count;
  /** How many there are: all of two or more, up to the size asked for, or the blocks of the partition. */
  readonly asked: Count;
  /** How many coalitions of two or more the decision maker form. */
  readonly all: Count;
}

/** Listed at most. */
const LISTED = 20;

/**
 * What coalitions could do together from a state and, where that is today’s, from where the course ends:
 * of each the best for its least gaining member that would hold, or where none would, the best.
 *
 * @param coalitions those asked about, the smallest first.
 * @param single what would hold if each acted alone.
 * @param most states gone through.
 */
export function together(
  prepared: Prepared,
  coalitions: Iterable<readonly number[]>,
  asked: number,
  from: number,
  single: Equilibria,
  most: number,
): TogetherFound {
  const { game, space, statusQuo, naming, deciders } = prepared;
  const starts = from === statusQuo[0] ? startsOf(prepared, USUAL_CONCEPT) : [from];
  const joint = new JointEnds(prepared);
  const free = undeterred(game, USUAL_CONCEPT);
  const out = new Int32Array(free.maxDegree);
  const holds = (state: number): boolean => single.conceptsAt(state).includes(USUAL_CONCEPT);
  const holding: JointWay[] = [];
  const passing: JointWay[] = [];
  let looked = 0;
  let gone = 0;
  for (const members of coalitions) {
    gone += starts.length * space.size;
    if (gone > most) break;
    looked++;
    for (const start of starts) {
      // More members tell something new only where they make hold what fewer cannot.
      if (isPartIn(holding, members, start)) continue;
      const ends = joint.from(members, start);
      const firm = ends.filter(holds);
      const to = joint.best(members, start, firm.length > 0 ? firm : ends);
      if (to === null) continue;
      if (firm.length > 0) holding.push({ members, from: start, to });
      else if (!isPartIn(passing, members, start)) passing.push({ members, from: start, to });
    }
  }
  const grade = (state: number): number => -single.conceptsAt(state).length;
  const code = (state: number): bigint => BigInt(space.codes[state]);
  return {
    looked,
    asked,
    all: coalitionCount(game.moves.movers),
    more: Math.max(0, holding.length + passing.length - LISTED),
    together: [...holding, ...passing]
      .sort((a, b) => grade(a.to) - grade(b.to) || a.members.length - b.members.length)
      .slice(0, LISTED)
      .map(({ members, from: start, to }) => {
        const leaving = deciders.flatMap((_, m) => (free.successors(m, to, out) > 0 ? [m] : []));
        const ids = (some: readonly number[]): string[] => some.map((m) => deciders[m].id);
        const byTurns = () =>
          reachable(game, [start], false, members)
            .pathTo(to)!
            .map((step) => ({
              actor: deciders[step.mover].id,
              from: code(step.from),
              to: code(step.to),
            }));
        return {
          ...jointMove(prepared, { members, from: code(start), to: code(to) }, byTurns, (member) =>
            leaving.includes(member),
          ),
          to: naming.state(to),
          concepts: single.conceptsAt(to),
          turnBack: ids(leaving.filter((m) => members.includes(m))),
          leftBy: ids(leaving.filter((m) => !members.includes(m))),
        };
      }),
  };
}
