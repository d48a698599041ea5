import type { CourseGraph } from '@standoff/questions';

type Step = CourseGraph['steps'][number];

/** The name of a drawn step. */
export function stepKey({ from, to }: Step): string {
  return `${from.join(' ')}>${to.join(' ')}`;
}

/** The drawn ways from today to a state on which nobody moves twice in a row: the names of their states and steps. */
export function waysTo(target: string, { states, steps }: CourseGraph): ReadonlySet<string> {
  const today = new Set(states.filter(({ layer }) => layer === 0).map(({ key }) => key));
  const follows = (before: Step, after: Step): boolean =>
    before.to.join(' ') === after.from.join(' ') && before.actor !== after.actor;
  const begun = grown(
    steps.filter(({ from }) => today.has(from.join(' '))),
    (step) => steps.filter((after) => follows(step, after)),
  );
  const ending = grown(
    steps.filter(({ to }) => to.join(' ') === target),
    (step) => steps.filter((before) => follows(before, step)),
  );
  const found = new Set([target]);
  for (const step of begun)
    if (ending.has(step)) found.add(step.from.join(' ')).add(step.to.join(' ')).add(stepKey(step));
  return found;
}

function grown(first: readonly Step[], next: (step: Step) => readonly Step[]): ReadonlySet<Step> {
  const all = new Set(first);
  // A set that grows while it is gone through is gone through to its end.
  for (const step of all) for (const one of next(step)) all.add(one);
  return all;
}
