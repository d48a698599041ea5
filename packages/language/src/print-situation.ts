import { expectSame, ModelFault, type ConflictModel } from '@standoff/model';
import { printActor } from './elements/actor.js';
import { printAgreement } from './elements/agreement.js';
import { printClaim } from './elements/claim.js';
import { printCommitment } from './elements/commitment.js';
import { printCannotMove, printConstraint } from './elements/constraint.js';
import { printEvent } from './elements/event.js';
import { TOP } from './elements/expression.js';
import { printExtreme } from './elements/extreme.js';
import { printPerception } from './elements/perception.js';
import { printRelation } from './elements/relation.js';
import { printScenario } from './elements/scenario.js';
import { printSituationHead } from './elements/situation.js';
import { printSource } from './elements/source.js';
import { printState } from './elements/state.js';
import { formatSituation } from './format.js';
import { parseSituation } from './read-situation.js';
import { saidBy } from './said.js';

/**
 * The text of a model, laid out: read again it comes to the model, but for what `saidBy` leaves out. A
 * model that was read from a text has nothing of its comments, nor of the order in which kinds of element
 * stood there, and what stood in the braces of an actor as a constraint stands at the top.
 *
 * @throws ModelFault where no text says it, such as a conjunction of one
 */
export function printSituation(model: ConflictModel): string {
  const { text } = formatSituation(printed(model));
  const { model: again, diagnostics } = parseSituation(text);
  if (again === null) {
    const { message, range } = diagnostics.find(({ severity }) => severity === 'error')!;
    const line = text.split('\n')[range.start.line] ?? '';
    throw new ModelFault('', 'what a text can say', `\`${line.trim()}\`: ${message}`);
  }
  expectSame(saidBy(again), saidBy(model));
  return text;
}

/** Kind after kind; what is told on lines of its own stands apart. */
function printed(model: ConflictModel): string {
  const groups = [
    [printSituationHead(model.situation)],
    ...model.sources.map((one) => [printSource(one)]),
    ...model.actors.map((one) => [printActor(one, model)]),
    model.agreements.map((one) => printAgreement(one, model)),
    model.constraints.map((one) => printConstraint(one, TOP)),
    model.disallowed.map((one) => printCannotMove(one, model)),
    model.commitments.map((one) => printCommitment(one, model)),
    ...model.perceptions.map((one) => [printPerception(one, model)]),
    model.scenarios.map((one) => printScenario(one)),
    model.states.map((one) => printState(one, model)),
    model.extremes.map((one) => printExtreme(one)),
    model.claims.map((one) => printClaim(one, model)),
    model.relations.map((one) => printRelation(one)),
    model.events.map((one) => printEvent(one, model)),
  ];
  return groups
    .filter(({ length }) => length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
}
