import { isSet, USUAL_CONCEPT } from '@standoff/engine';
import {
  standing,
  type Amount,
  type Count,
  type Digits,
  type Evidence,
  type Integer,
  type Option,
  type Proportion,
} from '@standoff/model';
import {
  AnalysisError,
  statementsInForce,
  Random,
  partOf,
  situationShown,
  openRules,
  prepare,
  ruleWorlds,
  widened,
  type Worlds,
  type Outcome,
  type Prepared,
  type Concept,
  type SituationShown,
  type World,
} from '@standoff/situation';
import { answered, oneByOne, resultsIn, type Cut, type Stretches } from '../cut.js';

/** The answer of `standoff ask --json`: the next most useful question. */
export interface AskResult {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/ask/2';
  /** The situation that was asked. */
  readonly situation: SituationShown;
  /** The concept by which states are judged. */
  readonly concept: Concept;
  /** The ways to settle what is open. */
  readonly worlds: {
    /** In digits. */
    readonly count: Digits;
    /** How many of them were gone through. */
    readonly looked: Count;
    /** Whether all were gone through or some were drawn. */
    readonly method: 'all' | 'sample';
    /** The seed of the draw; null: all were gone through. */
    readonly seed: Integer | null;
  };
  /** Verdicts that are not the same in all worlds: of scenarios and today's state, and of single states. */
  readonly undecided: {
    /** Of scenarios and today’s state. */
    readonly told: Amount;
    /** Of single states. */
    readonly states: Amount;
  };
  /** What could be asked, the most useful first. */
  readonly questions: readonly OpenQuestion[];
  /** Statements of one actor that wish the exact opposite of each other: the later never counts. */
  readonly contradictions: readonly {
    /** The id of the actor. */
    readonly actor: string;
    /** The statement that counts. */
    readonly earlier: StatementShown;
    /** The statement that never does. */
    readonly later: StatementShown;
  }[];
}

export interface StatementShown {
  /** What other elements refer to it by. */
  readonly id: string;
  /** In the author’s words. */
  readonly text: string;
  /** The passages that it rests on. */
  readonly evidence: readonly Evidence[];
}

export interface OpenQuestion {
  /** The id of the actor; null: it is about a rule, or about what is left to chance. */
  readonly actor: string | null;
  /**
   * What is open: which faction prevails, whether a statement or a rule holds, which of two matters more,
   * or whether what is left to chance comes about.
   */
  readonly about: 'faction' | 'perhaps' | 'order' | 'rule' | 'chance';
  /** The statements, the rule or what is left to chance, as written; empty for factions. */
  readonly statements: readonly StatementShown[];
  /** In which share of the worlds the question arises: a faction's statements count where it prevails. */
  readonly arises: Proportion;
  /**
   * What the answer would tell about the verdicts: the sum over them of the information in bits
   * (expected decrease of entropy) that it gives where the question arises; apart those of
   * scenarios and today's state, and of single states.
   */
  readonly information: {
    /** On scenarios and today’s state. */
    readonly told: Amount;
    /** On single states. */
    readonly states: Amount;
  };
  /** How many of the undecided verdicts each answer leaves undecided. */
  readonly answers: readonly {
    /** The answer, in words. */
    readonly answer: string;
    /** Its share of the worlds in which the question arises: those of all answers add up to 1. */
    readonly probability: Proportion;
    /** How many verdicts it leaves undecided. */
    readonly undecided: {
      /** On scenarios and today’s state. */
      readonly told: Amount;
      /** On single states. */
      readonly states: Amount;
    };
    /** Verdicts on scenarios and today's state that it decides where the question arises: "garrison is reached: no". */
    readonly decides: readonly {
      /** What is decided. */
      readonly verdict: Verdict;
      /** Whether it is then so in all worlds. */
      readonly value: boolean;
    }[];
  }[];
}

export type Verdict =
  | {
      /** Whether it is about the status quo or about a scenario. */
      readonly of: 'status quo';
    }
  | {
      /** Whether it is about the status quo or about a scenario. */
      readonly of: 'scenario';
      /** The id of the scenario. */
      readonly id: string;
      /** Whether a state of it would hold, or is reached by improvements. */
      readonly what: 'holds' | 'reached';
    };

export interface AskOptions {
  /** the usual one when left out. */
  readonly concept?: Concept;
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
 * about what would hold and what improvements lead to. Ours.
 */
export function ask(prepared: Prepared, options: AskOptions = {}): AskResult {
  return answered(worldsJudged(prepared, options), options.watch);
}

/** What of an outcome is looked at. */
type Judged = Pick<Outcome, 'holds' | 'scenarios' | 'statusQuoHolds'>;

/** The worlds of every way to settle which of the rules in doubt hold and how chance falls, one way after the other. */
export function worldsJudged(
  prepared: Prepared,
  { concept = USUAL_CONCEPT, seed = 1 }: AskOptions,
): Cut<Stretches<Judged>, AskResult> {
  const { wide, worlds: rules } = ruleWorlds(prepared);
  const ways = rules.flatMap((under) => fallsOf(under.prepared).map((fall) => ({ under, fall })));
  const count = prepared.worlds.count * BigInt(ways.length);
  const most = mostWorlds(wide);
  const all = count <= BigInt(most);
  // What is open about actors is the same whichever rules hold and however chance falls.
  const each = all ? Number(prepared.worlds.count) : Math.ceil(most / ways.length);
  const outcomes = ways.map(({ fall }) => fall.prepared.outcomes(concept));
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
      const { holds, scenarios, statusQuoHolds } =
        rules.length === 1 ? outcome : widened(outcome, ways[k].under, wide);
      return { holds, scenarios, statusQuoHolds };
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
        concept,
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

interface Run {
  readonly world: World;
  /** Which of the rules in doubt hold, and what of that which is left to chance comes about, by id. */
  readonly settled: ReadonlyMap<string, boolean>;
  readonly outcome: Judged;
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

/** The verdicts looked at, each a value in each run. */
class Verdicts {
  readonly #told: readonly { readonly verdict: Verdict; readonly of: (o: Judged) => boolean }[];
  /** States that would hold in some runs and not in others. */
  readonly #states: readonly number[];

  constructor(prepared: Prepared, runs: readonly Run[]) {
    const told = [
      { verdict: { of: 'status quo' } as const, of: (o: Judged) => o.statusQuoHolds },
      ...prepared.model.scenarios.flatMap(({ id }, j) =>
        (['holds', 'reached'] as const).map((what) => ({
          verdict: { of: 'scenario', id, what } as const,
          of: (o: Judged) => o.scenarios[j][what],
        })),
      ),
    ];
    this.#told = told.filter(({ of }) => differs(runs, of));
    this.#states = Array.from({ length: prepared.space.size }, (_, s) => s).filter((s) =>
      differs(runs, ({ holds }) => holds[s] === 1),
    );
  }

  undecided(runs: readonly Run[]): { told: number; states: number } {
    return {
      told: this.#told.filter(({ of }) => differs(runs, of)).length,
      states: this.#states.filter((s) => differs(runs, ({ holds }) => holds[s] === 1)).length,
    };
  }

  /** Verdicts that are the same in these runs, though not in all those they are a part of. */
  decided(runs: readonly Run[], among: readonly Run[]): { verdict: Verdict; value: boolean }[] {
    return this.#told.flatMap(({ verdict, of }) =>
      differs(runs, of) || !differs(among, of) ? [] : [{ verdict, value: of(runs[0].outcome) }],
    );
  }

  /** Mutual information in bits between the answer and each verdict, summed over verdicts. */
  information(groups: readonly (readonly Run[])[]): { told: number; states: number } {
    const sum = (lists: readonly ((o: Judged) => boolean)[]): number =>
      lists.reduce((total, of) => total + informationOn(groups, of), 0);
    return {
      told: sum(this.#told.map(({ of }) => of)),
      states: sum(
        this.#states.map(
          (s) =>
            ({ holds }: Judged) =>
              holds[s] === 1,
        ),
      ),
    };
  }
}

function differs(runs: readonly Run[], of: (o: Judged) => boolean): boolean {
  const first = of(runs[0].outcome);
  return runs.some(({ outcome }) => of(outcome) !== first);
}

function informationOn(groups: readonly (readonly Run[])[], of: (o: Judged) => boolean): number {
  let all = 0;
  let yes = 0;
  let conditional = 0;
  for (const runs of groups) {
    const weight = weightOf(runs);
    const part = weightOf(runs.filter(({ outcome }) => of(outcome)));
    all += weight;
    yes += part;
    conditional += weight * entropy(partOf(part, weight));
  }
  return Math.max(0, entropy(partOf(yes, all)) - partOf(conditional, all));
}

function entropy(p: number): number {
  if (p <= 0 || p >= 1) return 0;
  return -p * Math.log2(p) - (1 - p) * Math.log2(1 - p);
}

function weightOf(runs: readonly Run[]): number {
  return runs.reduce((sum, { world }) => sum + world.weight, 0);
}

/** One way in which all that is left to chance falls. */
interface Fall {
  /** By the id of what is left to chance: whether it comes about. */
  readonly comes: ReadonlyMap<string, boolean>;
  /** How likely that is; where it is not said, either is as likely. */
  readonly weight: number;
  /** The situation in which it has fallen so. */
  readonly prepared: Prepared;
}

/** What is left to chance and not settled by an event is gone through up to so many: each doubles the worlds. */
const MOST_CHANCES = 4;

function chancesIn({ model }: Prepared): Option[] {
  const stands = standing(model);
  const open = model.options.filter(
    ({ id, chance }) => chance !== undefined && stands.get(id) === 'unknown',
  );
  return open.length > MOST_CHANCES ? [] : open;
}

/** Every way in which chance may fall; one where nothing is left to it. */
function fallsOf(prepared: Prepared): Fall[] {
  const open = chancesIn(prepared);
  if (open.length === 0) return [{ comes: new Map(), weight: 1, prepared }];
  const { model, memory, game } = prepared;
  return Array.from({ length: 2 ** open.length }, (_, k) => k).flatMap((k) => {
    const comes = new Map(open.map(({ id }, at) => [id, ((k >> at) & 1) === 0]));
    const weight = open.reduce((product, { id, chance }) => {
      const likely = chance?.probability ?? 0.5;
      return product * (comes.get(id) ? likely : 1 - likely);
    }, 1);
    if (weight === 0) return [];
    const options = model.options.map((option): Option => {
      const is = comes.get(option.id);
      return is === undefined ? option : { ...option, initially: is ? 'taken' : 'open' };
    });
    const fallen = prepare(
      { ...model, options },
      { memory, opponentsRule: game.opponentsRule, statusQuoOptional: true, earlier: prepared },
    );
    return fallen.statusQuo.length === 0 ? [] : [{ comes, weight, prepared: fallen }];
  });
}

/** Whether each rule in doubt holds, and whether what is left to chance comes about. */
function settledQuestions(
  prepared: Prepared,
  runs: readonly Run[],
  verdicts: Verdicts,
): OpenQuestion[] {
  const whole = weightOf(runs);
  const open = [
    ...openRules(prepared.model).map((rule) => ({ about: 'rule' as const, of: shown(rule) })),
    ...chancesIn(prepared).map(({ id, label, evidence }) => ({
      about: 'chance' as const,
      of: { id, text: label, evidence },
    })),
  ];
  return open.map(({ about, of }) => {
    const answers = [true, false]
      .map((holds) => runs.filter(({ settled }) => settled.get(of.id) === holds))
      .filter((own) => own.length > 0);
    return {
      actor: null,
      about,
      statements: [of],
      arises: 1,
      information: verdicts.information(answers),
      answers: answers.map((own) => ({
        answer: own[0].settled.get(of.id) === true ? 'yes' : 'no',
        probability: partOf(weightOf(own), whole),
        undecided: verdicts.undecided(own),
        decides: verdicts.decided(own, runs),
      })),
    };
  });
}

function openQuestions(
  prepared: Prepared,
  runs: readonly Run[],
  verdicts: Verdicts,
): OpenQuestion[] {
  const whole = weightOf(runs);
  return prepared.deciders.flatMap((actor, mover) => {
    const statements = new Map(
      (actor.preference.form === 'statements' ? actor.preference.items : [])
        .flatMap((item) => (item.item === 'statement' ? [item] : item.statements))
        .map((statement) => [statement.id, shown(statement)]),
    );
    const labels = new Map(actor.factions.map(({ id, label }) => [id, label]));
    const asked = new Map<string, { about: OpenQuestion['about']; ids: readonly string[] }>();
    const answerOf = (world: World, key: string): string | null => {
      const own = world.actors[mover];
      if (key === 'faction') return own.faction && (labels.get(own.faction) ?? own.faction);
      for (const choice of own.choices) {
        if (choice.kind === 'perhaps' && key === choice.statement)
          return choice.present ? 'yes' : 'no';
        const { about, ids: pair } = asked.get(key)!;
        if (choice.kind !== 'order' || about !== 'order') continue;
        const own = choice.statements.filter((id) => pair.includes(id));
        if (own.length === pair.length)
          return [...new Set(own.map((id) => statements.get(id)!.text))].join(', then ');
      }
      return null;
    };
    if (actor.factions.length > 1) asked.set('faction', { about: 'faction', ids: [] });
    for (const { world } of runs)
      for (const choice of world.actors[mover].choices)
        if (choice.kind === 'perhaps')
          asked.set(choice.statement, { about: 'perhaps', ids: [choice.statement] });
        else
          for (const ids of pairsOf([...choice.statements].sort(), statements))
            asked.set(ids.join(), { about: 'order', ids });
    return [...asked].map(([key, { about, ids }]): OpenQuestion => {
      const byAnswer = new Map<string, Run[]>();
      for (const run of runs) {
        const answer = answerOf(run.world, key);
        // Under another faction the question may not arise.
        if (answer !== null) byAnswer.set(answer, [...(byAnswer.get(answer) ?? []), run]);
      }
      const groups = [...byAnswer.values()];
      const arisen = groups.flat();
      const among = weightOf(arisen);
      const arises = partOf(among, whole);
      const { told, states } = verdicts.information(groups);
      return {
        actor: actor.id,
        about,
        statements: ids.map((id) => statements.get(id)!),
        arises,
        information: { told: arises * told, states: arises * states },
        answers: [...byAnswer].map(([answer, own]) => ({
          answer,
          probability: partOf(weightOf(own), among),
          undecided: verdicts.undecided(own),
          decides: verdicts.decided(own, arisen),
        })),
      };
    });
  });
}

/**
 * Which of two wishes matters more, for each two of those in no order: of n there are n! orders, which
 * nobody can be asked to choose from. A wish that was written twice is one; of just two wishes all that
 * was written stands in the question.
 */
function pairsOf(
  ids: readonly string[],
  statements: ReadonlyMap<string, StatementShown>,
): (readonly string[])[] {
  const wishes = [...new Map(ids.map((id) => [statements.get(id)!.text, id])).values()];
  return wishes.length === 2
    ? [ids]
    : wishes.flatMap((one, k) => wishes.slice(k + 1).map((other) => [one, other]));
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

function shown({ id, text, evidence }: StatementShown): StatementShown {
  return { id, text, evidence };
}
