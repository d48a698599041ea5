import type { AnalysisResult, LargeAnalysisResult } from '@standoff/analysis';
import { traitsOf } from '../analysis/actors.js';
import { counted, figure } from '../english.js';
import type { Words } from '../words.js';
import {
  cited,
  code,
  item,
  list,
  paragraph,
  quiet,
  strong,
  type Section,
} from '@standoff/document';

/** Who is involved, and what each can do. */
export function partiesSection(
  words: Words,
  result: AnalysisResult | LargeAnalysisResult,
): Section {
  const makers = result.actors.filter(({ kind }) => kind === 'decision maker');
  const stakeholders = result.actors.filter(({ kind }) => kind === 'stakeholder');
  const { options, points, feasible } = result.space;
  return {
    id: 'parties',
    title: 'Who can do what',
    blocks: [
      paragraph(
        `${counted(makers.length, 'decision maker')}${stakeholders.length > 0 ? ` and ${counted(stakeholders.length, 'stakeholder')}` : ''}; ${counted(options, 'option')}, each taken or not${feasible === null ? '' : `. Of ${big(points)} combinations ${big(feasible)} satisfy the constraints of the model: its states`}.`,
      ),
      {
        block: 'table',
        caption: 'Decision makers and their options',
        columns: [
          { head: ['Option'], align: 'start' },
          { head: ['What is special about it'], align: 'start' },
          { head: ['Passages'], align: 'start' },
        ],
        groups: makers.map((actor) => ({
          title: `${actor.label}${actor.id === actor.label ? '' : ` (${actor.id})`}${actor.faction ? `; the faction “${actor.faction.label}” is assumed to prevail` : ''}`,
          rows: result.options
            .filter(({ owner }) => owner === actor.id)
            .map((option) => [
              [option.label, ' ', code(option.id)],
              [traitsOf(result, words, option).join('; ')],
              cited(option.evidence),
            ]),
        })),
      },
      ...(stakeholders.length === 0
        ? []
        : [
            paragraph('Stakeholders, who have something at stake but no move to make:'),
            ...list(
              stakeholders.map(({ id, label, evidence }) =>
                item([
                  strong(label),
                  ...(id === label ? [] : [' ', quiet(`(${id})`)]),
                  ' ',
                  ...cited(evidence),
                ]),
              ),
            ),
          ]),
    ],
  };
}

function big(n: number | string): string {
  return typeof n === 'number'
    ? figure(n)
    : n.length > 15
      ? `about 10^${n.length - 1}`
      : figure(BigInt(n));
}
