import {
  COALITION_CONCEPTS,
  COALITION_DEFINITIONS,
  type CoalitionMove,
  type CoalitionsResult,
} from '@standoff/analysis';
import type { ConflictModel } from '@standoff/model';
import { pathLines } from '../analysis/path.js';
import { counted, figure } from '../english.js';
import { Page, type TextOptions } from '@standoff/document';
import { titleLine } from '../telling.js';
import { Words } from '../words.js';

/** What decision makers could do together. */
export function coalitionsText(
  model: ConflictModel,
  result: CoalitionsResult,
  options: TextOptions = {},
): string {
  const page = new Page(options);
  titleLine(page, result.situation, 'what they could do together');
  coalitionsSection(page, new Words(model), result);
  page.blank();
  page.line(
    page.style.quiet(
      `A coalition leaves a state for one that is better for each of its members, by their moves in turn. It stays under ${COALITION_CONCEPTS.map((concept) => `${concept} if ${COALITION_DEFINITIONS[concept].meaning}`).join('; under ')}. “standoff coalitions ${options.caseName ?? 'CASE'} --from '#12'” asks of another state.`,
    ),
  );
  return page.toString();
}

/** The same as a part of a larger text. */
export function coalitionsSection(page: Page, words: Words, result: CoalitionsResult): void {
  const { coalitions, partition, couldLeave, from, stable, universal } = result;
  page.heading(
    from.name.added.length + from.name.dropped.length === 0
      ? 'Who could leave today’s state together'
      : `Who could leave ${words.short(from.name)}#${from.name.decimal} together`,
  );
  const several = coalitions.filter(({ length }) => length > 1).length;
  page.line(
    several === 0
      ? 'No two decision makers act together here.'
      : couldLeave.length === 0
        ? `Nobody: of ${counted(several, partition ? 'block' : 'coalition')} of two or more, none can bring about what is better for each member.`
        : `Of ${counted(several, partition ? 'block' : 'coalition')} of two or more, ${figure(couldLeave.length)} could do better together; ${figure(couldLeave.filter(({ stays }) => stays.length === 0).length)} of them whatever those outside could answer.`,
    { indent: 2 },
  );
  for (const move of couldLeave.slice(0, SHOWN)) leaving(page, words, move);
  if (couldLeave.length > SHOWN)
    page.line(`and ${couldLeave.length - SHOWN} more (--json has them)`, { indent: 2 });

  page.heading('What no coalition would leave');
  page.line(
    `Stable for every one of the ${counted(coalitions.length, partition ? 'block' : 'coalition')}${partition ? '' : ', single decision makers among them'}: ${Object.entries(
      stable,
    )
      .map(([concept, { all, single }]) => `${concept} ${figure(all)} of ${figure(single)}`)
      .join(', ')} states that are so for each decision maker alone.`,
    { indent: 2 },
  );
  for (const { state, concepts } of universal.slice(0, SHOWN))
    page.line(page.style.strong(state.name.label ?? 'A state without a name'), {
      indent: 4,
      margin: `#${state.name.decimal}  ${concepts.join(' ')}`,
    });
  jumps(page, words, result);
}

/** So many coalitions, states and jumps are told. */
const SHOWN = 6;

function leaving(page: Page, words: Words, move: CoalitionMove): void {
  const { coalition, improvements, example, stays } = move;
  page.blank();
  page.line(
    `${page.style.strong(words.actors(coalition))}: ${counted(improvements, 'state')} would be better for each of them, such as ${example.to.name.label === null ? `#${example.to.name.decimal}` : `“${example.to.name.label}”`}.`,
    { indent: 2, hang: 2, margin: `#${example.to.name.decimal}` },
  );
  pathLines(page, words, example.path, 6);
  if (example.sanction) {
    page.line(
      `But those outside would have reason to answer, and leave ${words.actors(example.sanction.deterred)} no better off:`,
      { indent: 4 },
    );
    pathLines(page, words, example.sanction.path, 6);
  } else
    page.line(
      stays.length === 0
        ? 'Nothing that those outside could do would take the gain from a member.'
        : `Nobody outside has reason to answer so that a member does not gain${stays.length > 0 ? '; at any price they could' : ''}.`,
      { indent: 4 },
    );
}

function jumps(page: Page, words: Words, result: CoalitionsResult): void {
  const { jumps: all, jumpCount, jumpStates } = result;
  page.heading('From one equilibrium to another');
  page.line(
    jumpCount === 0
      ? `No coalition could lead from one of the ${counted(jumpStates, 'firm equilibrium', 'firm equilibria')} to another that is better for each of its members.`
      : `Between ${counted(jumpStates, 'firm equilibrium', 'firm equilibria')} coalitions could make ${counted(jumpCount, 'jump')}, each better for every member. The first:`,
    { indent: 2 },
  );
  for (const { coalition, from, to, path } of all.slice(0, SHOWN)) {
    const name = (state: typeof from): string =>
      state.name.label === null
        ? `#${state.name.decimal}`
        : `“${state.name.label}” (#${state.name.decimal})`;
    page.line(
      `${page.style.strong(words.actors(coalition))}: from ${name(from)} to ${name(to)}, in ${counted(path.length, 'step')}`,
      { indent: 4, hang: 2 },
    );
  }
}
