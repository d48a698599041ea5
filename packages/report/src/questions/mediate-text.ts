import {
  DEFINITIONS,
  holdOf,
  type CutShort,
  type MediateResult,
  type MediationCosts,
  type MediationMove,
  type Plan,
  type Turned,
} from '@standoff/analysis';
import type { ConflictModel } from '@standoff/model';
import { pathLines } from '../analysis/path.js';
import { capitalised, counted, figure, listed } from '../english.js';
import { Page, type TextOptions, references } from '@standoff/document';
import { titleLine } from '../telling.js';
import { Words } from '../words.js';

/** What would have to change for something wished to hold and to come about. */
export function mediateText(
  model: ConflictModel,
  result: MediateResult,
  options: TextOptions = {},
): string {
  const page = new Page(options);
  const words = new Words(model);
  const labels = new Map(model.scenarios.map(({ id, label }) => [id, label]));
  const { goal, concept, cheapest, plans, more } = result;
  const wished = [...model.scenarios, ...model.states, ...model.agreements].find(
    ({ id }) => id === goal.text,
  );
  titleLine(
    page,
    result.situation,
    `what would have to change for “${wished?.label ?? goal.text}”`,
  );
  page.blank();
  page.line(asThingsAre(result));
  inTheWay(page, words, result);
  page.blank();
  page.line(mediationAnswer(result));
  plans.forEach((plan, k) => {
    onePlan(page, words, labels, plan, {
      number: plans.length > 1 ? `${k + 1}. ` : '',
      before: plans[k - 1] ?? null,
    });
  });
  if (more > 0) {
    page.blank();
    page.line(`and ${figure(more)} more (--limit shows them)`, { indent: 2 });
  }
  page.blank();
  if (cheapest !== 0 && result.impossible === null)
    page.line(
      page.style.quiet(
        `What a change costs is an assumption, not part of the situation (--costs): ${costWords(result.costs)}.`,
      ),
    );
  page.line(
    page.style.quiet(
      `Under ${concept} a decision maker stays if ${DEFINITIONS[concept].meaning}. All of this is what the model says, not a forecast.`,
    ),
  );
  return page.toString();
}

export function asThingsAre({ goal, concept, reach, impossible }: MediateResult): string {
  if (impossible === 'no state')
    return goal.ruledOutBy.length === 0
      ? 'No state satisfies it: it contradicts itself.'
      : `No state of the model satisfies it: it contradicts ${goal.ruledOutBy.map((text) => `“${text}”`).join(' and ')}.`;
  const how = reach === 'improvements' ? 'improvements' : 'moves';
  const one = goal.states === 1;
  const holding = one
    ? `it ${goal.holding === 1 ? 'would hold' : 'would not hold'} under ${concept}`
    : `${goal.holding === 0 ? 'none' : figure(goal.holding)} of its ${counted(goal.states, 'state')} would hold under ${concept}`;
  const reached =
    reach === null
      ? ''
      : one
        ? `; ${how} ${goal.reached === 1 ? 'lead' : 'do not lead'} there from today`
        : goal.reached === 0
          ? `; ${how} lead to none of them from today`
          : `; ${how} lead to ${figure(goal.reached)} of them from today${goal.both === 0 && goal.holding > 0 ? ', but to none that would hold' : ''}`;
  return `As things are, ${holding}${reached}.`;
}

function inTheWay(page: Page, words: Words, result: MediateResult): void {
  const { inTheWay, cheapest, impossible, plans } = result;
  if (cheapest === 0 || impossible !== null) return;
  if (inTheWay.length === 0) {
    const where = plans.length > 0 ? stateName(words, plans[0].state) : 'the nearest of its states';
    page.line(`Nobody would leave ${where}: what is missing is the way there.`);
    return;
  }
  page.line(`From ${stateName(words, inTheWay[0].state)} nothing would keep these from leaving:`);
  for (const { step } of inTheWay) page.line(`${words.step(step)}.`, { indent: 2, hang: 2 });
}

/** What the least costly change costs, and that nothing cheaper does. */
export function mediationAnswer({
  impossible,
  cheapest,
  nothingBelow,
  considered,
  cutShort,
  reach,
}: MediateResult): string {
  const { models, rankings, rules } = considered;
  if (impossible === 'no state')
    return 'Other preferences and further rules cannot bring it about.';
  if (impossible === 'not reachable')
    return 'No moves of anybody lead from today to any of its states, and no change that a mediator could make adds one: no change can bring it about.';
  if (cheapest === 0) return 'Nothing has to change.';
  const all = `${figure(Object.values(rankings).reduce((a, b) => a + b, 0))} other rankings of single decision makers and ${counted(rules, 'rule')}, alone and together; ${counted(models, 'changed model')} looked at, the others excluded by the reasons for which those fail`;
  const short = cutShort === null ? '' : ` ${cutShortWords(cutShort)}`;
  if (cheapest !== null)
    return `The least costly change costs ${cheapest}, and nothing cheaper brings it about (${all}).${short}`;
  const further = [
    ...(cutShort === null ? ['--most looks further'] : []),
    ...(reach === 'improvements'
      ? ['with --reach moves it need not come about by improvements alone']
      : []),
  ].join('; ');
  return `Nothing that costs less than ${nothingBelow} brings it about (${all}).${short}${further && ` ${capitalised(further)}.`}`;
}

/** What was not looked at, why, and what could be done about it. */
function cutShortWords({ at, by }: CutShort): string {
  const why =
    by === 'memory' ? 'that takes more memory than --memory allows' : 'there are too many of them';
  return `Changes that cost ${at} were not all looked at, and none that cost more: ${why}. A goal with fewer states, or kinds of change switched off with --costs, leave fewer to look at.`;
}

function onePlan(
  page: Page,
  words: Words,
  labels: ReadonlyMap<string, string>,
  plan: Plan,
  { number, before }: { readonly number: string; readonly before: Plan | null },
): void {
  page.blank();
  if (plan.moves.length > 0)
    page.line(page.style.strong(`${number}Cost ${plan.cost}`), { indent: 2 });
  for (const move of plan.moves)
    page.line(moveWords(move, words), {
      indent: 4,
      hang: 2,
      margin: 'evidence' in move ? references(move.evidence) : '',
    });
  const { state, concepts } = plan;
  const same = before?.state.name.decimal === state.name.decimal;
  const hold = `would hold, ${holdOf(concepts)!.clause} (${concepts.join(', ')})`;
  const also = alsoWords(words, plan);
  if (same) page.line(`The same state ${hold}${also}.`, { indent: 4 });
  else {
    const name =
      state.name.label === null ? `State #${state.name.decimal}` : `“${state.name.label}”`;
    page.line(`${name} ${hold}${also}.`, { indent: 4, margin: `#${state.name.decimal}` });
    page.line(words.against(state.name, state.taken), { indent: 6 });
  }
  if (!same || JSON.stringify(before.path) !== JSON.stringify(plan.path))
    wayThere(page, words, plan.path);
  if (!same) faring(page, words, plan);
  if (plan.moves.length > 0)
    page.line(`Beside that: ${turnedWords(plan.sideEffects, labels)}`, { indent: 4 });
}

/** Other states told of one plan. */
const ALSO = 3;

/** ", and so would “settled” #1 and #3", of what else of the goal the same changes bring about. */
export function alsoWords(words: Words, { also }: Plan): string {
  if (also.length === 0) return '';
  const names = also.slice(0, ALSO).map((state) => stateName(words, state));
  const more = also.length - names.length;
  return `, and so would ${listed(more > 0 ? [...names, `${figure(more)} more of what is wished`] : names)}`;
}

function wayThere(page: Page, words: Words, path: Plan['path']): void {
  if (path === null) page.line('No moves lead there from today.', { indent: 4 });
  else if (path.steps.length === 0) page.line('It is today’s state.', { indent: 4 });
  else {
    page.line(
      path.by === 'improvements'
        ? 'The way there, each step an improvement for the one who moves:'
        : 'The way there, not every step an improvement for the one who moves:',
      { indent: 4 },
    );
    pathLines(page, words, path.steps, 6);
  }
}

function faring(page: Page, words: Words, { against }: Plan): void {
  const parts = (['better', 'worse'] as const).flatMap((how) => {
    const actors = Object.keys(against).filter((actor) => against[actor] === how);
    return actors.length > 0 ? [`${how} for ${words.actors(actors)}`] : [];
  });
  if (parts.length > 0)
    page.line(`Against today, by what they want now: ${parts.join('; ')}.`, { indent: 4 });
}

/** "North Korea: “not dismantle” left out". */
export function moveWords(move: MediationMove, words: Words): string {
  switch (move.kind) {
    case 'statement': {
      const places =
        move.places === 1
          ? move.edit
          : move.edit.replace('one place', counted(move.places, 'place'));
      return `${words.actor(move.actor)}: “${move.text}” ${places}`;
    }
    case 'order': {
      const { actor, prefers, keeps } = move;
      // All of them: two plans may differ in the last.
      const told = (pairs: typeof prefers): string =>
        listed(pairs.map(([a, b]) => `${stateName(words, a)} to ${stateName(words, b)}`));
      const kept = keeps.map(([a, b]) => [b, a] as const);
      return `${words.actor(actor)} would prefer ${told(prefers)}${kept.length > 0 ? `, and still not prefer ${told(kept)}` : ''}`;
    }
    case 'binding':
      return `“${move.label}” binds ${words.actor(move.by)}: no state in which it is broken is possible any more`;
    case 'irreversible':
      return `“${words.option(move.option)}” (${words.actor(move.actor)}), once taken, cannot be given up again`;
    case 'ruled out':
      return `“${move.label}” is ruled out`;
    case 'fixed':
      return `“${words.option(move.option)}” (${words.actor(move.actor)}) stays as it is today: ${move.taken ? 'taken' : 'not taken'}`;
  }
}

function stateName(words: Words, { name }: Plan['state']): string {
  return `${words.short(name)}#${name.decimal}`;
}

/** What else turns, in sentences. */
export function turnedWords(turned: Turned, labels: ReadonlyMap<string, string>): string {
  const named = (ids: readonly string[]): string =>
    ids.map((id) => `“${labels.get(id) ?? id}”`).join(', ');
  const { statusQuo, begins, ceases, opens, closes } = turned;
  const parts = [
    statusQuo === 'as before' ? '' : `today’s state ${statusQuo}`,
    begins.length > 0 ? `${named(begins)} would begin to hold` : '',
    ceases.length > 0 ? `${named(ceases)} would no longer hold` : '',
    opens.length > 0 ? `improvements would lead to ${named(opens)}` : '',
    closes.length > 0 ? `improvements would no longer lead to ${named(closes)}` : '',
  ].filter(Boolean);
  return parts.length === 0 ? 'nothing else that has a name.' : `${parts.join('; ')}.`;
}

export function costWords(costs: MediationCosts): string {
  const told: readonly [keyof MediationCosts, string][] = [
    ['place', 'a statement one place up or down'],
    ['leftOut', 'left out'],
    ['reversed', 'reversed'],
    ['swap', 'two neighbours in a ranking exchanged'],
    ['binding', 'a commitment made binding'],
    ['irreversible', 'an option made irreversible'],
    ['ruledOut', 'a scenario ruled out'],
    ['fixed', 'an option kept as it is'],
  ];
  return told
    .flatMap(([key, what]) => (costs[key] === null ? [] : [`${what} ${costs[key]}`]))
    .join(', ');
}
