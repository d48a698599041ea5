import type { Constraint, ConflictModel, Proposition } from '@standoff/model';
import type { Context } from './context.js';
import { checkStakes } from './elements/stake.js';
import type * as ast from './generated/ast.js';
import { few } from './suggestions.js';
import { rangeOfProperty } from './positions.js';

/** What is wrong, or odd, only when one element is held against another. */
export function checkWhole(model: ConflictModel, document: ast.Document, context: Context): void {
  checkScenarios(model, context);
  checkRequirements(model, context);
  checkEvents(model, document, context);
  checkSources(document, context);
  checkStakes(model, context);
}

function checkScenarios(model: ConflictModel, { reporter }: Context): void {
  const uses = new Map(model.scenarios.map((s) => [s.id, mentioned(s.holds, 'scenario')]));
  for (const cycle of cycles(uses)) {
    const scenario = model.scenarios.find((s) => s.id === cycle[0])!;
    reporter.say(
      'scenario-cycle',
      scenario.at!,
      cycle.length === 1
        ? `the scenario ${cycle[0]} refers to itself`
        : `the scenarios refer to one another in a circle: ${roundOf(cycle)}`,
    );
  }
}

/** `a requires b` and `b requires a`: legal, but easily written by mistake. */
function checkRequirements(model: ConflictModel, { reporter }: Context): void {
  const needs = new Map<string, Set<string>>();
  const written = new Map<string, Constraint>();
  for (const constraint of model.constraints) {
    const { must } = constraint;
    if (constraint.kind !== 'requires' || must.op !== 'implies') continue;
    const left = atom(must.antecedent);
    if (left === null) continue;
    const right = must.consequent.op === 'and' ? must.consequent.args : [must.consequent];
    const set = needs.get(left) ?? new Set();
    for (const p of right) {
      const name = atom(p);
      if (name === null) continue;
      set.add(name);
      written.set(`${left} ${name}`, constraint);
    }
    needs.set(left, set);
  }
  for (const cycle of cycles(needs)) {
    const steps = cycle.map((from, i) => written.get(`${from} ${cycle[(i + 1) % cycle.length]}`)!);
    reporter.say(
      'requires-cycle',
      steps[0].at!,
      cycle.length === 1
        ? `${cycle[0]} requires itself, which is always so`
        : `${few(cycle)} require one another, so they are taken only together`,
      {
        hint: cycle.length === 1 ? undefined : `the circle is ${roundOf(cycle)}`,
        related: steps.slice(1).map((step) => ({ range: step.at!, message: step.text })),
      },
    );
  }
}

function checkEvents(model: ConflictModel, document: ast.Document, { reporter }: Context): void {
  const options = new Map(model.options.map((o) => [o.id, o]));
  const nodes = document.elements.filter((e) => e.$type === 'Event');
  const inTime = [...model.events.entries()].sort(([, a], [, b]) =>
    a.date < b.date ? -1 : a.date > b.date ? 1 : 0,
  );
  const ended = new Set<string>();
  for (const [i, event] of inTime) {
    for (const effect of event.effects) {
      const option = options.get(effect.option);
      const undone = option?.direction === 'forward' && !effect.taken;
      const once = model.options.some(({ historyOf }) => historyOf === effect.option);
      const resumed =
        effect.taken && (once || option?.direction === 'back') && ended.has(effect.option);
      if (!effect.taken) ended.add(effect.option);
      if (option === undefined || (!undone && !resumed)) continue;
      reporter.say(
        'event-against-option',
        rangeOfProperty(nodes[i], 'effects'),
        undone
          ? `the event ends ${effect.option}, which is irreversible`
          : `the event takes up ${effect.option} again, which is not resumable`,
        {
          hint: `is ${effect.option} really \`${undone ? 'irreversible' : 'not resumable'}\`?`,
          related: option.at ? [{ range: option.at, message: 'declared here' }] : undefined,
        },
      );
    }
  }
}

function checkSources(document: ast.Document, { names, reporter }: Context): void {
  for (const element of document.elements) {
    if (element.$type !== 'Source' || names.isUsed(element.name)) continue;
    reporter.say(
      'source-unused',
      rangeOfProperty(element, 'name'),
      `nothing refers to the source ${element.name}`,
      {
        hint: `\`@${element.name}:P1\` after an element says that it rests on its first paragraph`,
      },
    );
  }
}

function atom(p: Proposition): string | null {
  return p.op === 'option' || p.op === 'agreement' || p.op === 'scenario' ? p.id : null;
}

/** Ids of that kind that a proposition refers to directly. */
function mentioned(proposition: Proposition, op: 'scenario'): Set<string> {
  const found = new Set<string>();
  const waiting = [proposition];
  for (let p = waiting.pop(); p !== undefined; p = waiting.pop()) {
    if (p.op === op) found.add(p.id);
    else if (p.op === 'not') waiting.push(p.arg);
    else if (p.op === 'implies') waiting.push(p.antecedent, p.consequent);
    else if ('args' in p) waiting.push(...p.args);
  }
  return found;
}

/** "x → y → z → x"; of a long one its beginning and its end. */
function roundOf(cycle: readonly string[]): string {
  const shown = cycle.length > 8 ? [...cycle.slice(0, 5), '…', cycle.at(-1)!] : cycle;
  return [...shown, cycle[0]].join(' → ');
}

/** One circle for each place where a search through the graph comes back to where it has been. */
function cycles(graph: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const found: string[][] = [];
  const done = new Set<string>();
  for (const start of graph.keys()) {
    if (done.has(start)) continue;
    const path: string[] = [start];
    const onPath = new Set(path);
    const left = [[...(graph.get(start) ?? [])]];
    while (path.length > 0) {
      const next = left.at(-1)!.shift();
      if (next === undefined) {
        const leaving = path.pop()!;
        onPath.delete(leaving);
        done.add(leaving);
        left.pop();
      } else if (onPath.has(next)) {
        found.push(path.slice(path.indexOf(next)));
      } else if (!done.has(next)) {
        path.push(next);
        onPath.add(next);
        left.push([...(graph.get(next) ?? [])]);
      }
    }
  }
  return found;
}
