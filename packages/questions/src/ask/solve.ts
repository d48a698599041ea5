import { isSet } from '@standoff/engine';
import {
  AnalysisError,
  statementsInForce,
  Random,
  situationShown,
  ruleWorlds,
  widened,
  type Worlds,
  type Prepared,
  type Standard,
  USUAL_STANDARD,
  type World,
} from '@standoff/situation';
import { answered, oneByOne, resultsIn, type Cut, type Stretches } from '../cut.js';
import type { AskResult } from './answer.js';
import { fallsOf } from './chance.js';
import { openQuestions, settledQuestions, shown } from './open-questions.js';
import { Verdicts, type Judged, type Run } from './verdicts.js';

export interface AskOptions {
  /** The usual one when left out. */
  readonly standard?: Standard;
  readonly seed?: number;
  readonly watch?: (done: number) => void;
}

/** Worlds held at once, and fewer of them where there are many states: verdicts on single ones. */
const MOST = 1000;
const MOST_VERDICTS = 200_000_000;
/** A sample of fewer says nothing. */
const LEAST = 100;

/**
 * Which open question would, if answered, settle most: by the information that its answer gives
 * about what would hold and where the course leads. Ours.
 */
export function ask(prepared: Prepared, options: AskOptions = {}): AskResult {
  return answered(worldsJudged(prepared, options), options.watch);
}

/** The worlds of every way to settle which of the rules in doubt hold and how chance falls, one way after the other. */
export function worldsJudged(
  prepared: Prepared,
  { standard = USUAL_STANDARD, seed = 1 }: AskOptions,
): Cut<Stretches<Judged>, AskResult> {
  const { wide, worlds: rules } = ruleWorlds(prepared);
  const ways = rules.flatMap((under) => fallsOf(under.prepared).map((fall) => ({ under, fall })));
  const count = prepared.worlds.count * BigInt(ways.length);
  const most = mostWorlds(wide);
  const all = count <= BigInt(most);
  // What is open about actors is the same whichever rules hold and however chance falls.
  const each = all ? Number(prepared.worlds.count) : Math.ceil(most / ways.length);
  const outcomes = ways.map(({ fall }) => fall.prepared.courseOutcomes(standard));
  const made: World[] = [];
  const worldAt = (index: number): World => {
    const { worlds } = ways[Math.floor(index / each)].fall.prepared;
    return (made[index] ??= all
      ? worldOf(worlds, index % each)
      : worlds.sample(Random.ofDraw(seed, index % each)));
  };
  return {
    ...oneByOne(ways.length * each, (index): Judged => {
      const k = Math.floor(index / each);
      const outcome = outcomes[k].of(worldAt(index).actors.map(({ ranks }) => ranks));
      const { holds, scenarios, statusQuoHolds, ends } =
        rules.length === 1 ? outcome : widened(outcome, ways[k].under, wide);
      return { holds, scenarios, statusQuoHolds, ends };
    }),
    answer: (part) => {
      const judged = resultsIn(part).map(({ index, result }): Run => {
        const { under, fall } = ways[Math.floor(index / each)];
        const world = worldAt(index);
        return {
          world: { ...world, weight: world.weight * under.weight * fall.weight },
          settled: new Map([...under.holds, ...fall.comes]),
          outcome: result,
        };
      });
      const verdicts = new Verdicts(wide, judged);
      return {
        schema: 'standoff/ask/2',
        situation: situationShown(prepared.model),
        standard,
        ends: verdicts.ends(judged),
        worlds: {
          count: String(count),
          looked: judged.length,
          method: all ? 'all' : 'sample',
          seed: all ? null : seed,
        },
        undecided: verdicts.undecided(judged),
        questions: [
          ...settledQuestions(prepared, judged, verdicts),
          ...openQuestions(prepared, judged, verdicts),
        ].sort(
          (a, b) =>
            b.information.told - a.information.told || b.information.states - a.information.states,
        ),
        contradictions: contradictions(prepared),
      };
    },
  };
}

/** The world of a number, of all there are: the last actor's changes fastest. */
function worldOf({ actors }: Worlds, index: number): World {
  let rest = BigInt(index);
  const picked = actors
    .toReversed()
    .map((own) => {
      const pick = own.at(rest % own.count);
      rest /= own.count;
      return pick;
    })
    .reverse();
  return { weight: picked.reduce((product, { weight }) => product * weight, 1), actors: picked };
}

/** How many worlds are looked at. @throws AnalysisError 'too-large' where memory is for too few of them. */
function mostWorlds({ space, deciders, room }: Prepared): number {
  // Whether each state holds, how far it is, and where each decision maker ranks it.
  const bytes = space.size * (5 + 4 * deciders.length);
  const most = Math.max(LEAST, Math.min(MOST, Math.floor(MOST_VERDICTS / space.size)));
  if (most * bytes <= room) return most;
  if (LEAST * bytes <= room) return Math.floor(room / bytes);
  throw new AnalysisError(
    'too-large',
    `what ${LEAST} worlds come to takes about ${Math.ceil((LEAST * bytes) / 1e6)} MB more than the states; less is allowed`,
    'allow more with --memory, or add the constraints that rule out what cannot be',
  );
}

function contradictions(prepared: Prepared): AskResult['contradictions'] {
  const { lowering, truth, space } = prepared;
  return prepared.model.actors.flatMap((actor) => {
    const statements = statementsInForce(actor);
    const bits = statements.map(({ wants }) => lowering.wished(wants, truth));
    const opposite = (a: number, b: number): boolean => {
      for (let s = 0; s < space.size; s++)
        if (isSet(bits[a], s) === isSet(bits[b], s)) return false;
      return true;
    };
    return statements.flatMap((later, b) =>
      statements
        .slice(0, b)
        .flatMap((earlier, a) =>
          opposite(a, b) ? [{ actor: actor.id, earlier: shown(earlier), later: shown(later) }] : [],
        ),
    );
  });
}
