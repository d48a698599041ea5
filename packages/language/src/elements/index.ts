import type { ConflictModel } from '@standoff/model';
import type * as ast from '../generated/ast.js';
import { printActor } from './actor.js';
import { printAgreement } from './agreement.js';
import { printChance } from './chance.js';
import { isOfChoice, printChoice } from './choice.js';
import { printClaim } from './claim.js';
import { printCommitment } from './commitment.js';
import { printCannotMove, printCanMove, printConstraint } from './constraint.js';
import { printDeadline } from './deadline.js';
import { printEvent } from './event.js';
import { printConsequence } from './consequence.js';
import { TOP } from './print-expression.js';
import { printExtreme } from './extreme.js';
import { isOfGraph, printGraph } from './graph.js';
import { printLeftOut } from './left-out.js';
import { printPerception } from './perception.js';
import { printRelation } from './relation.js';
import { printScenario } from './scenario.js';
import { printSituationHead } from './situation.js';
import { printSource } from './source.js';
import { printState } from './state.js';

/** A kind of element that stands at the top of a text. */
export interface TopElement {
  /** All of the kind that a model has, in its order. */
  readonly print: (model: ConflictModel) => string[];
  /** Whether each stands apart from the next, having a block of its own. */
  readonly apart: boolean;
}

/**
 * The kinds of element at the top of a text, by the rule of the grammar, in the order in which they are
 * written where the text has no order of its own.
 */
export const ELEMENTS: Readonly<Record<ast.Element['$type'], TopElement>> = {
  Situation: { print: ({ situation }) => [printSituationHead(situation)], apart: true },
  Source: { print: ({ sources }) => sources.map(printSource), apart: true },
  Actor: { print: (model) => model.actors.map((one) => printActor(one, model)), apart: true },
  Agreement: {
    print: (model) =>
      model.agreements
        .filter(({ actOf }) => actOf === undefined)
        .map((one) => printAgreement(one, model)),
    apart: false,
  },
  Constraint: {
    print: ({ constraints }) =>
      constraints
        .filter((one) => !isOfChoice(one) && one.consequenceOf === undefined)
        .map((one) => printConstraint(one, TOP)),
    apart: false,
  },
  Choice: {
    print: (model) =>
      model.constraints
        .filter(isOfChoice)
        .map((one) => (isOfGraph(one, model) ? printGraph(one, model) : printChoice(one, model)))
        .filter((words) => words !== ''),
    apart: false,
  },
  CannotMove: {
    print: (model) => [
      ...(model.allowed ?? []).map((one) => printCanMove(one, model)),
      ...model.disallowed.map((one) => printCannotMove(one, model)),
    ],
    apart: false,
  },
  Chance: {
    print: ({ options }) => options.filter(({ chance }) => chance !== undefined).map(printChance),
    apart: false,
  },
  Consequence: {
    print: (model) => (model.consequences ?? []).map((one) => printConsequence(one, model)),
    apart: false,
  },
  Deadline: {
    print: (model) => (model.deadlines ?? []).map((one) => printDeadline(one, model)),
    apart: false,
  },
  Commitment: {
    print: (model) => model.commitments.map((one) => printCommitment(one, model)),
    apart: false,
  },
  Perception: {
    print: (model) => model.perceptions.map((one) => printPerception(one, model)),
    apart: true,
  },
  Scenario: { print: ({ scenarios }) => scenarios.map(printScenario), apart: false },
  NamedState: {
    print: (model) => model.states.map((one) => printState(one, model)),
    apart: false,
  },
  Extreme: { print: ({ extremes }) => extremes.map(printExtreme), apart: false },
  Claim: { print: (model) => model.claims.map((one) => printClaim(one, model)), apart: false },
  Relation: { print: ({ relations }) => relations.map(printRelation), apart: false },
  Event: { print: (model) => model.events.map((one) => printEvent(one, model)), apart: false },
  LeftOut: { print: ({ leftOut = [] }) => leftOut.map(printLeftOut), apart: false },
};

/** Which of two kinds is written first: less is earlier. */
export function rankOf(kind: ast.Element['$type']): number {
  return Object.keys(ELEMENTS).indexOf(kind);
}
