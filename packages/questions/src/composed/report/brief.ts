import { holdOf } from '@standoff/engine';
import { endName } from '../briefing/course.js';
import { NO_END } from '../../told/course-words.js';
import { counted, figure, listed } from '../../told/english.js';
import { movesContent, wished } from '../../mediate/tell.js';
import { shareWords } from '../../told/worlds-words.js';
import { QUESTIONS } from '../../questions.js';
import type { Words } from '../../told/words.js';
import {
  item,
  list,
  note,
  paragraph,
  strong,
  toSection,
  type ListItem,
  type Section,
} from '@standoff/document';
import type { Findings } from './findings.js';
import { verdictOnToday } from '../../analyse/tell-standing.js';

/** The findings in a few lines, each with the section that has it in full. */
export function briefSection(words: Words, findings: Findings): Section {
  const { shortened, answers, analysis } = findings;
  const alternatives = (analysis.statusQuoAlternatives ?? []).length;
  return {
    id: 'brief',
    title: 'In brief',
    blocks: [
      paragraph(
        'This report says what follows from a model of the situation: from its options, constraints and preferences, and from nothing else. It is what the model says, not a forecast.',
      ),
      ...(alternatives > 1
        ? [
            paragraph(
              `What is known leaves ${counted(alternatives, 'state')} in which things may stand today. What follows is told of the one with the fewest options taken; the sections on today and on the present course tell of each.`,
            ),
          ]
        : []),
      ...list(items(words, findings)),
      ...(shortened === null ? [] : [note(`Left out: ${shortened}.`)]),
      ...answers.leftOut.map(({ question, why }) => note(`Left out: “${question}” (${why}).`)),
    ],
  };
}

function items(words: Words, { model, analysis, answers, evidence }: Findings): ListItem[] {
  const { statusQuo, tally } = analysis;
  const firm = tally.filter((entry) => holdOf(entry.concepts)!.firm);
  const sum = (entries: typeof tally): number => entries.reduce((all, { count }) => all + count, 0);
  const movers = [...new Set(statusQuo.improvements.map(({ actor }) => actor))];
  const { outlook, scenarios, robustness, mediate, plausible } = answers;
  const told: ListItem[] = [
    item([
      strong('Today. '),
      `${movers.length === 0 ? 'No decision maker could do better by a move of its own.' : `${words.actors(movers)} could do better by a move of ${movers.length === 1 ? 'its' : 'their'} own.`} ${verdictOnToday(analysis)} `,
      toSection('standing', 'Where things stand'),
    ]),
    item([
      strong('What would hold. '),
      `${counted(sum(tally), 'state')} of ${figure(analysis.space.feasible)} in some sense, ${figure(sum(firm))} of them firmly: by nothing that anybody would not want to do. Improvements lead from today to ${figure(sum(firm.filter(({ reachable }) => reachable.improvements)))} of these. `,
      toSection('outcomes', 'What would hold'),
    ]),
  ];
  if (outlook) {
    const [{ ends, from, improvements }] = outlook.outlooks;
    told.push(
      item([
        strong('The present course. '),
        improvements.states === 0
          ? 'No improvement leads anywhere from today. '
          : ends.length === 0
            ? `Improvements end ${NO_END}. `
            : `Improvements end in ${listed(
                ends.map(({ nearest }) => `“${endName(nearest.state, from)}”`),
                'or',
              )}. `,
        toSection('outlook', QUESTIONS.outlook.title),
      ]),
    );
  }
  const worst = (scenarios?.scenarios ?? []).filter(
    ({ holdsNow, path, extremes }) =>
      !holdsNow &&
      path?.by === 'improvements' &&
      extremes.some(({ kind, asserted }) => kind === 'worst' && asserted),
  );
  for (const { label, extremes, path } of worst)
    told.push(
      item([
        strong('A risk. '),
        `“${label}”, the worst for ${words.actors(extremes.filter(({ kind, asserted }) => kind === 'worst' && asserted).map(({ actor }) => actor))}, can come about in ${counted(path!.steps.length, 'step')}, each in the interest of who takes it. `,
        toSection('scenarios', QUESTIONS.scenarios.title),
      ]),
    );
  if (robustness)
    told.push(
      item([
        strong('What is not known. '),
        `It leaves ${counted(robustness.worlds.looked, 'world')}; today’s state would hold in ${shareWords(robustness.statusQuo)} of them. `,
        toSection('robustness', QUESTIONS.robustness.title),
      ]),
    );
  if (mediate)
    told.push(
      item([
        strong('What would have to change. '),
        'More would gain by ',
        wished(model, mediate),
        ' than lose, but improvements do not lead there. ',
        ...(mediate.plans.length > 0
          ? [
              'It would hold and come about by them, for one, with this change: ',
              ...movesContent(words, mediate.plans[0]),
              '. ',
            ]
          : []),
        toSection('mediate', QUESTIONS.mediate.title),
      ]),
    );
  if (evidence) {
    const all = evidence.coverage.reduce((count, one) => count + one.count, 0);
    const passage = evidence.coverage.reduce((count, one) => count + one.passage, 0);
    const misfits = plausible?.checks.filter(({ fits }) => !fits).length ?? 0;
    told.push(
      item([
        strong('What it rests on. '),
        `${figure(passage)} of ${counted(all, 'element')} of the model cite a passage. `,
        ...(plausible
          ? [
              `${figure(misfits)} of ${counted(plausible.checks.length, 'check')} against what is observed ${misfits === 1 ? 'does' : 'do'} not fit. `,
            ]
          : []),
        toSection('evidence', 'What it rests on'),
      ]),
    );
  }
  return told;
}
