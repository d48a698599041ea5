import type { ConflictModel, Diagnostic, Option, OptionId } from '@standoff/model';
import { courseEnds } from '../course-end.js';
import { AnalysisError } from '../errors.js';
import { followed } from '../followed.js';
import { prepare } from '../prepare.js';
import { problem } from '../problem.js';
import { USUAL_STANDARD } from '../standard.js';

/** With more states than this the course is not followed while somebody writes. */
export const MOST_FOLLOWED = 2_000;
/** Ends looked at, and options named of each. */
const ENDS = 20;
const NAMED = 3;

/**
 * Where the course ends in states that nothing tells apart: no wish, no scenario and no name. What no wish
 * mentions at all is told of the option itself; a consent that is left alone is mentioned with its agreement,
 * and shows here alone.
 *
 * @param told ids of options that are told already.
 */
export function endsAlike(model: ConflictModel, told: ReadonlySet<OptionId>): Diagnostic[] {
  const options = new Map(model.options.map((option) => [option.id, option]));
  const found = new Map<string, Diagnostic>();
  for (const { nearest, variants, differ } of endsOf(model)) {
    const differing = differ.flatMap((id) => (told.has(id) ? [] : (options.get(id) ?? [])));
    if (variants < 2 || differing.length === 0) continue;
    const name = nearest.name.label === null ? 'an outcome' : `“${nearest.name.label}”`;
    const key = differing.map(({ id }) => id).join();
    if (found.has(key)) continue;
    found.set(
      key,
      problem(
        'ends-alike',
        'info',
        differing[0].at,
        `the course ends in ${name} in ${variants} variants that differ in ${namedOf(differing)}, which no wish tells apart`,
        {
          why: 'answers tell them as one outcome',
          hint: differing.every(({ agreement }) => agreement !== null)
            ? 'this may be left as it is: a consent that the others do not share matters to nobody'
            : 'say who wants it one way or the other, or leave the option out',
        },
      ),
    );
  }
  return [...found.values()];
}

function endsOf(model: ConflictModel): ReturnType<typeof courseEnds>['ends'] {
  try {
    const { states } = prepare(model, { statusQuoOptional: true });
    if (states.now.length === 0) return [];
    return courseEnds(states, followed(states, USUAL_STANDARD), ENDS).ends;
  } catch (error) {
    // What makes it impossible to follow is told by other checks.
    if (error instanceof AnalysisError) return [];
    throw error;
  }
}

function namedOf(options: readonly Option[]): string {
  const named = options
    .slice(0, NAMED)
    .map(({ id, label, agreement }) =>
      agreement === null ? `${id} ("${label}")` : `the consent ${id}`,
    );
  const more = options.length - named.length;
  if (more > 0) named.push(`${more} more`);
  return [named.slice(0, -1).join(', '), named.at(-1)].filter(Boolean).join(' and ');
}
