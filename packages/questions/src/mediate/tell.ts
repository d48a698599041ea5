import {
  code,
  element,
  inTerminal,
  item,
  lead,
  list,
  note,
  paragraph,
  type Block,
  type Content,
  type Inline,
} from '@standoff/document';
import { DEFINITIONS } from '@standoff/engine';
import type { CutShort, MediateResult } from './answer.js';
import type { MediationCosts } from './moves.js';
import { openRules } from '@standoff/situation';
import type { ConflictModel } from '@standoff/model';
import { capitalised, counted, figure, listed } from '../told/english.js';
import { stateCalled } from '../told/inlines.js';
import { wouldStep } from '../told/deeds.js';
import { stepContent } from '../told/steps.js';
import type { Words } from '../told/words.js';
import { tellPlan } from './tell-plan.js';

/** What would have to change for something wished to hold and to come about, at what cost. */
export function tellMediate(words: Words, result: MediateResult, model: ConflictModel): Block[] {
  const { concept, cheapest, impossible, plans, more } = result;
  return [
    ...(result.goal.picked
      ? [
          note(
            'No goal is given. This is the scenario that the course does not ',
            ...(result.goal.betterThan === undefined
              ? ['lead to and that is better than today']
              : [
                  'end in and that is better than ',
                  stateCalled(words, result.goal.betterThan),
                  ', where it does,',
                ]),
            ' for the most parties, and for no decision maker among its worst.',
          ),
        ]
      : []),
    lead('What is wished is ', wished(model, result), `. ${asThingsAre(result, model)}`),
    ...tellInTheWay(words, result),
    lead(...mediationAnswer(result)),
    ...tellSetAside(words, result),
    ...plans.flatMap((plan, k) => tellPlan(words, model, plan, k + 1, plans[k - 1] ?? null)),
    ...(more > 0
      ? [
          note(
            `And ${figure(more)} more of the same cost`,
            inTerminal(' (--limit shows them)'),
            '.',
          ),
        ]
      : []),
    ...(cheapest !== 0 && impossible === null
      ? [
          note(
            `Costs count changes, weighted by their kind: ${costWords(result.costs)}. They are an assumption, not part of the situation`,
            inTerminal(' (--costs sets others)'),
            `, and say what is little in the model, not what is little to the actors.`,
          ),
        ]
      : []),
    note(
      `Under ${concept} a decision maker stays if ${DEFINITIONS[concept].meaning}. All of this is what the model says, not a forecast.`,
    ),
  ];
}

/** The goal by its name, or as it was asked for. */
export function wished(model: ConflictModel, { goal }: MediateResult): Inline {
  const named = [...model.scenarios, ...model.states, ...model.agreements].find(
    ({ id }) => id === goal.text,
  );
  return named === undefined ? code(goal.text) : element(named.id, `“${named.label}”`);
}

function asThingsAre(
  { goal, concept, reach, impossible }: MediateResult,
  model: ConflictModel,
): string {
  if (impossible === 'no state') {
    if (goal.ruledOutBy.length === 0) return 'No state satisfies it: it contradicts itself.';
    const quoted = (texts: readonly string[]): string => listed(texts.map((text) => `“${text}”`));
    const rules = `No state of the model satisfies it: it contradicts ${quoted(goal.ruledOutBy)}.`;
    const doubtful = openRules(model)
      .map(({ text }) => text)
      .filter((text) => goal.ruledOutBy.includes(text));
    return doubtful.length === 0
      ? rules
      : `${rules} Whether ${quoted(doubtful)} is so nobody knows; here it counts.`;
  }
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

function tellInTheWay(words: Words, result: MediateResult): Block[] {
  const { inTheWay, cheapest, impossible, plans } = result;
  if (cheapest === 0 || impossible !== null) return [];
  if (inTheWay.length === 0)
    return [
      paragraph(
        'Nobody would leave ',
        plans.length > 0 ? stateCalled(words, plans[0].state) : 'the nearest of its states',
        ': what is missing is the way there.',
      ),
    ];
  return list([
    item(
      ['From ', stateCalled(words, inTheWay[0].state), ' nothing would keep these from leaving:'],
      list(inTheWay.map(({ step }) => item(stepContent(words, step)))),
    ),
  ]);
}

/** What the least costly change costs, and that nothing cheaper does. */
function mediationAnswer({
  impossible,
  cheapest,
  nothingBelow,
  considered,
  cutShort,
  reach,
  plans,
  goal,
}: MediateResult): Content {
  const { models, rankings, rules, coalitions, allCoalitions } = considered;
  if (impossible === 'no state')
    return ['Other preferences and further rules cannot bring it about.'];
  if (impossible === 'not reachable')
    return [
      'No moves of anybody lead from today to any of its states, and no change that a mediator could make adds one: no change can bring it about.',
    ];
  if (cheapest === 0)
    return [
      plans[0]?.path?.steps.length === 0
        ? 'Nothing has to change: it is so today, and would stay so.'
        : goal.betterThan === undefined
          ? 'Nothing has to change.'
          : 'Nothing has to change in what anybody wants or may do: improvements lead there, though not the best move of each, which the course is made of.',
    ];
  const joint =
    allCoalitions === 0
      ? ''
      : `, and what ${coalitions === allCoalitions ? counted(allCoalitions, 'coalition') : `the ${figure(coalitions)} smallest of ${counted(allCoalitions, 'coalition')}`} of two or more could do together`;
  const all = `${figure(Object.values(rankings).reduce((a, b) => a + b, 0))} other rankings of single decision makers and ${counted(rules, 'rule')}, alone and together${joint}; ${counted(models, 'changed model')} looked at, the others excluded by the reasons for which those fail`;
  const short = cutShort === null ? [] : cutShortWords(cutShort);
  if (cheapest !== null)
    return [
      `The least costly change costs ${cheapest}, and nothing cheaper brings it about (${all}).`,
      ...short,
    ];
  const further = [
    ...(cutShort === null ? ['--most looks further'] : []),
    ...(reach === 'improvements'
      ? ['with --reach moves it need not come about by improvements alone']
      : []),
  ].join('; ');
  return [
    `Nothing that costs less than ${nothingBelow} brings it about (${all}).`,
    ...short,
    inTerminal(further && ` ${capitalised(further)}.`),
  ];
}

/** What was set aside, by an example. */
function tellSetAside(words: Words, { setAside }: MediateResult): Block[] {
  if (setAside === null) return [];
  const { plans, example } = setAside;
  return [
    paragraph(
      `Set aside: ${counted(plans, 'way')} there on which another’s step harms somebody whom it is meant to win, who is then worse off than today and could answer. So it is where ${wouldStep(words, example.step)}, which harms ${words.actors(example.harms)}.`,
      inTerminal(' --any-step takes them too.'),
    ),
  ];
}

/** What was not looked at, why, and what could be done about it. */
function cutShortWords({ at, by }: CutShort): Content {
  const why =
    by === 'memory' ? 'that takes more memory than is allowed' : 'there are too many of them';
  return [
    ` Changes that cost ${at} were not all looked at, and none that cost more: ${why}. A goal with fewer states leaves fewer to look at`,
    inTerminal(', and kinds of change switched off with --costs; --full looks on'),
    '.',
  ];
}

function costWords(costs: MediationCosts): string {
  const told: readonly [keyof MediationCosts, string][] = [
    ['place', 'a statement one place up or down'],
    ['leftOut', 'left out'],
    ['reversed', 'reversed'],
    ['swap', 'two neighbours in a ranking exchanged'],
    ['binding', 'a commitment made binding'],
    ['irreversible', 'an option made irreversible'],
    ['ruledOut', 'a scenario ruled out'],
    ['fixed', 'an option kept as it is'],
    ['joint', 'a joint step of two or more'],
  ];
  return told
    .flatMap(([key, what]) => (costs[key] === null ? [] : [`${what} ${costs[key]}`]))
    .join(', ');
}
