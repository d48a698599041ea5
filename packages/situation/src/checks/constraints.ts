import { testOf, type Formula } from '@standoff/engine';
import type { ConflictModel, Diagnostic } from '@standoff/model';
import { smallestConflict, type Satisfiable } from '../conflict.js';
import type { Lowering } from '../lowering.js';
import { openRules } from '../open-rules.js';
import { problem } from '../problem.js';
import { statusQuoSets } from '../status-quo.js';

/** The smallest set of constraints that no state satisfies. */
export function contradiction(
  model: ConflictModel,
  constraints: readonly Formula[],
  satisfiable: Satisfiable,
): Diagnostic {
  const conflict = smallestConflict(satisfiable, constraints).map((k) => model.constraints[k]);
  return problem(
    'contradictory-constraints',
    'error',
    conflict[0]?.at ?? model.situation.at,
    'no state satisfies all constraints',
    {
      why:
        conflict.length === 1
          ? `"${conflict[0].text}" alone rules out every state`
          : `these ${conflict.length} constraints cannot hold together: ${conflict.map(({ text }) => `"${text}"`).join('; ')}`,
      hint: 'drop or weaken one of them',
      related: conflict.slice(1).map(({ text, at }) => ({ range: at, message: text })),
    },
  );
}

/** Options that are taken in no feasible state, or in every one, whichever of the rules in doubt hold. */
export function fixedOptions(
  model: ConflictModel,
  all: readonly Formula[],
  satisfiable: Satisfiable,
): Diagnostic[] {
  const open = new Set(openRules(model));
  const certain = model.constraints.filter((rule) => !open.has(rule));
  const constraints = all.filter((_, k) => !open.has(model.constraints[k]));
  return model.options.flatMap((option, k) => {
    const taken: Formula = { kind: 'option', option: k };
    const not: Formula = { kind: 'not', of: taken };
    const never = !satisfiable([...constraints, taken]);
    const always = !never && !satisfiable([...constraints, not]);
    if (!never && !always) return [];
    const conflict = smallestConflict(satisfiable, constraints, [never ? taken : not]).map(
      (c) => certain[c],
    );
    return [
      problem(
        never ? 'option-never-taken' : 'option-always-taken',
        'warning',
        option.at,
        `${option.id} ("${option.label}") can ${never ? 'never' : 'only'} be taken`,
        {
          why: `${conflict.map(({ text }) => `"${text}"`).join(' and ')} ${conflict.length === 1 ? 'rules' : 'rule'} out every state in which it is ${never ? 'taken' : 'not taken'}`,
          hint: 'an option that is never a choice can be left out',
          related: conflict.map(({ text, at }) => ({ range: at, message: text })),
        },
      ),
    ];
  });
}

/** A status quo that breaks constraints. */
export function statusQuoProblems(model: ConflictModel, lowering: Lowering): Diagnostic[] {
  const states = statusQuoSets(model).map((taken) =>
    Uint8Array.from(model.options, ({ id }) => Number(taken.has(id))),
  );
  const tests = model.constraints.map(({ must }) => testOf(lowering.formula(must)));
  if (states.some((state) => tests.every((holds) => holds(state)))) return [];
  const broken = model.constraints.filter((_, k) => !tests[k](states[0]));
  return [
    problem(
      'status-quo-infeasible',
      'error',
      broken[0]?.at ?? model.situation.at,
      'the status quo is not a feasible state',
      {
        why: `options declared "taken" and the events up to the "as of" date break ${broken.map(({ text }) => `"${text}"`).join(' and ')}`,
        hint: 'change which options are taken, the events, or the constraint',
        related: broken.slice(1).map(({ text, at }) => ({ range: at, message: text })),
      },
    ),
  ];
}
