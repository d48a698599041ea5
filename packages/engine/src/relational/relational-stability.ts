import {
  DEFINITIONS,
  isResponse,
  RESPONSE_CONCEPTS,
  type ResponseConcept,
  type Rule,
  type Verdicts,
} from '../concepts.js';
import { EngineError } from '../errors.js';
import type { Game } from '../game.js';
import { JointReach } from '../joint-reach.js';
import type { ArcLists } from '../moves.js';
import { expectMover } from '../validate.js';
import { unwatched, type Watch } from '../watch.js';
import { expectReading, wouldDeter, wouldMove, type Reading } from './reading.js';
import type { PreferenceRelation } from './relation.js';

/** Where a decision maker is stable, for all states at once. */
export type RelationalKernel = (mover: number, concept: ResponseConcept, watch?: Watch) => Verdicts;

/**
 * Stability under relations: one kernel of three predicates (theory 4.6). With I(s) the moves of i that
 * it would make and D(s) what deters it:
 * - Nash: I(s) is empty.
 * - GMR: for each s1 ∈ I(s) some answer s2 of the others, other than s1 itself, is in D(s).
 * - SMR: and so is every s3 that i can move to from s2.
 * - SEQ, SSEQ: the same by answers each step of which its mover may gain by, or does not know. SSEQ
 *   by analogy with the others: ours.
 *
 * How: the others' answers are condensed to components once. For one class of equally good states s
 * after the other, each component is asked once for deterrents in its reach (two, since s1 itself does
 * not count), and only those that some improvement leads to.
 *
 * @param relations one for each mover; the game's own rankings are not used.
 * @throws EngineError 'bad-argument' for relations that do not fit, a level below 0, an extension or a
 *   concept that is none, and for a game in which opponents move at most once each.
 */
export function relationalKernel(
  game: Game,
  relations: readonly PreferenceRelation[],
  reading: Reading,
): RelationalKernel {
  expectReading(game, relations, reading);
  const answers = new Answers(game, relations);
  return (mover, concept, watch = unwatched) => {
    expectMover(game.moves, mover);
    expectRelational(concept);
    return new Judge(game, relations, reading, answers, mover, DEFINITIONS[concept]).verdicts(
      watch,
    );
  };
}

/** @throws EngineError 'bad-argument' for a concept that is not defined for relations. */
export function expectRelational(concept: ResponseConcept): void {
  if (!isResponse(concept))
    throw new EngineError(
      'bad-argument',
      `there is no concept "${concept}" for relations; choose from ${RESPONSE_CONCEPTS.join(', ')}`,
    );
}

/** What the others can answer to each decision maker, by any moves and by credible ones. */
class Answers {
  readonly #moves: (ArcLists | undefined)[] = [];
  readonly #credible: (ArcLists | undefined)[] = [];
  readonly #reach = new Map<string, JointReach>();

  constructor(
    readonly game: Game,
    readonly relations: readonly PreferenceRelation[],
  ) {}

  to(mover: number, credible: boolean): JointReach {
    const key = `${mover} ${credible}`;
    let reach = this.#reach.get(key);
    if (!reach) {
      const { moves } = this.game;
      const others = this.relations.flatMap((_, j) => (j === mover ? [] : [j]));
      // Two credible moves of one decision maker are one where its gains add up to gains.
      const plain =
        moves.transitive && (!credible || others.every((j) => this.relations[j].transitive));
      const arcs = others.map((j) => (credible ? this.#credibleMoves(j) : this.#movesOf(j)));
      this.#reach.set(key, (reach = new JointReach(moves.size, arcs, plain)));
    }
    return reach;
  }

  #movesOf(mover: number): ArcLists {
    return (this.#moves[mover] ??= arcsOf(this.game, mover, () => true));
  }

  #credibleMoves(mover: number): ArcLists {
    const { classOf } = this.relations[mover];
    const relation = this.relations[mover];
    return (this.#credible[mover] ??= arcsOf(this.game, mover, (to, from) => {
      const compared = relation.compare(classOf[to], classOf[from]);
      return compared > 0 || Number.isNaN(compared);
    }));
  }
}

/** One decision maker's moves, or those of them that are to be kept. */
export function arcsOf(
  { moves }: Game,
  mover: number,
  keep: (to: number, from: number) => boolean,
): ArcLists {
  const offsets = new Int32Array(moves.size + 1);
  const reach = new Int32Array(moves.maxDegree);
  const targets: number[] = [];
  for (let s = 0; s < moves.size; s++) {
    const count = moves.successors(mover, s, reach);
    for (let k = 0; k < count; k++) if (keep(reach[k], s)) targets.push(reach[k]);
    offsets[s + 1] = targets.length;
  }
  return { offsets, targets: Int32Array.from(targets) };
}

/** The verdicts of one decision maker under one concept. */
class Judge {
  readonly #relation: PreferenceRelation;
  readonly #answers: JointReach | null;
  /** How each class compares with the one that is looked at. */
  readonly #row: Float64Array;
  /** By component of the answers: the class it was asked for, and up to two deterrents in its reach. */
  readonly #asked: Int32Array;
  readonly #one: Int32Array;
  readonly #two: Int32Array;
  readonly #reach: Int32Array;
  readonly #escapes: Int32Array;
  readonly #escape: boolean;

  constructor(
    readonly game: Game,
    relations: readonly PreferenceRelation[],
    readonly reading: Reading,
    answers: Answers,
    readonly mover: number,
    rule: Rule,
  ) {
    this.#relation = relations[mover];
    this.#answers = rule.answers === 'none' ? null : answers.to(mover, rule.answers === 'credible');
    const components = this.#answers?.components.count ?? 0;
    this.#row = new Float64Array(this.#relation.classes);
    this.#asked = new Int32Array(components).fill(-1);
    this.#one = new Int32Array(components);
    this.#two = new Int32Array(components);
    this.#reach = new Int32Array(game.moves.maxDegree);
    this.#escapes = new Int32Array(game.moves.maxDegree);
    this.#escape = rule.escape;
  }

  verdicts(watch: Watch): Verdicts {
    const { moves } = this.game;
    const { classes, classOf } = this.#relation;
    const members = statesByClass(classOf, classes);
    const stable = new Uint8Array(moves.size);
    for (let k = 0; k < classes; k++) {
      if (k % 16 === 0) watch(k / classes);
      for (let c = 0; c < classes; c++) this.#row[c] = this.#relation.compare(c, k);
      for (const s of members[k]) stable[s] = Number(this.#stable(s, k));
    }
    return stable;
  }

  #stable(s: number, k: number): boolean {
    const { classOf } = this.#relation;
    const count = this.game.moves.successors(this.mover, s, this.#reach);
    for (let m = 0; m < count; m++) {
      const s1 = this.#reach[m];
      if (!wouldMove(this.#row[classOf[s1]], this.reading)) continue;
      if (this.#answers === null || !this.#sanctioned(s1, k)) return false;
    }
    return true;
  }

  #sanctioned(s1: number, k: number): boolean {
    const c = this.#answers!.componentOf(s1);
    this.#ask(c, k);
    return (this.#one[c] >= 0 && this.#one[c] !== s1) || (this.#two[c] >= 0 && this.#two[c] !== s1);
  }

  /** Finds deterrents in the reach of a component, depth first without recursion. */
  #ask(component: number, k: number): void {
    if (this.#asked[component] === k) return;
    const { first, members, arcs } = this.#answers!.components;
    const path = [{ c: component, next: this.#open(component, k, first, members, arcs.offsets) }];
    while (path.length > 0) {
      const top = path[path.length - 1];
      const { c } = top;
      if (this.#two[c] >= 0 || top.next >= arcs.offsets[c + 1]) {
        path.pop();
        if (path.length > 0) this.#take(path[path.length - 1].c, c);
        continue;
      }
      const below = arcs.targets[top.next++];
      if (this.#asked[below] === k) this.#take(c, below);
      else path.push({ c: below, next: this.#open(below, k, first, members, arcs.offsets) });
    }
  }

  /** Looks through the states of a component itself. */
  #open(c: number, k: number, first: Int32Array, members: Int32Array, offsets: Int32Array): number {
    this.#asked[c] = k;
    this.#one[c] = -1;
    this.#two[c] = -1;
    for (let m = first[c]; m < first[c + 1] && this.#two[c] < 0; m++) {
      const s2 = this.#answers!.stateOf(members[m]);
      if (s2 !== this.#one[c] && this.#deters(s2)) this.#keep(c, s2);
    }
    return offsets[c];
  }

  #take(c: number, below: number): void {
    if (this.#one[below] >= 0) this.#keep(c, this.#one[below]);
    if (this.#two[below] >= 0) this.#keep(c, this.#two[below]);
  }

  #keep(c: number, state: number): void {
    if (this.#one[c] < 0) this.#one[c] = state;
    else if (this.#one[c] !== state && this.#two[c] < 0) this.#two[c] = state;
  }

  #deters(s2: number): boolean {
    const { classOf } = this.#relation;
    if (!wouldDeter(this.#row[classOf[s2]], this.reading)) return false;
    if (!this.#escape) return true;
    const count = this.game.moves.successors(this.mover, s2, this.#escapes);
    for (let m = 0; m < count; m++)
      if (!wouldDeter(this.#row[classOf[this.#escapes[m]]], this.reading)) return false;
    return true;
  }
}

function statesByClass(classOf: Int32Array, classes: number): number[][] {
  const members = Array.from({ length: classes }, (): number[] => []);
  classOf.forEach((k, s) => members[k].push(s));
  return members;
}
