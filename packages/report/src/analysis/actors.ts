import type { ActorResult, AnalysisResult, OptionResult } from '@standoff/analysis';
import { counted, figure, listed } from '../english.js';
import { type Page, references } from '@standoff/document';
import type { Words } from '../words.js';

/** What is told of the actors; a large model's result has it too. */
export type Cast = Pick<AnalysisResult, 'actors' | 'options' | 'agreements'> & {
  readonly statusQuo: Pick<AnalysisResult['statusQuo'], 'taken'>;
};

/** Who is involved, what each can do, and how many states that makes. */
export function actorsSection(page: Page, words: Words, result: AnalysisResult): void {
  castLines(page, words, result);
  const { options, points, feasible } = result.space;
  page.blank();
  page.line(
    feasible === points
      ? `${counted(options, 'option')}, each taken or not: ${counted(points, 'state')}. Every one of them is possible in the model.`
      : `${counted(options, 'option')}, each taken or not, make ${figure(points)} combinations. ${figure(feasible)} of them ${feasible === 1 ? 'satisfies' : 'satisfy'} the constraints of the model: ${feasible === 1 ? 'its one state' : 'its states'}.`,
    { indent: 2 },
  );
}

/** Who is involved, and what each can do. */
export function castLines(page: Page, words: Words, result: Cast): void {
  const deciders = result.actors.filter(({ kind }) => kind === 'decision maker');
  const stakeholders = result.actors.filter(({ kind }) => kind === 'stakeholder');
  page.heading('Who is involved');
  for (const actor of deciders) decider(page, words, result, actor);
  for (const actor of stakeholders)
    page.line(
      `${page.style.strong(actor.label)}${called(page, actor)}: has something at stake but no move to make.`,
      { indent: 2, hang: 2, margin: references(actor.evidence) },
    );
}

function decider(page: Page, words: Words, result: Cast, actor: ActorResult): void {
  const faction = actor.faction
    ? `; the faction “${actor.faction.label}” is assumed to prevail`
    : '';
  page.line(`${page.style.strong(actor.label)}${called(page, actor)} can choose${faction}`, {
    indent: 2,
    hang: 2,
    margin: references(actor.evidence),
  });
  for (const option of result.options.filter(({ owner }) => owner === actor.id)) {
    const traits = traitsOf(result, words, option);
    page.line(
      `${option.label}${traits.length > 0 ? page.style.quiet(` (${traits.join('; ')})`) : ''}`,
      { indent: 4, hang: 2, margin: references(option.evidence) },
    );
  }
}

/** The name an actor has in the text, where its label is another. */
function called(page: Page, { id, label }: ActorResult): string {
  return id === label ? '' : ` ${page.style.quiet(`(${id})`)}`;
}

export function traitsOf(result: Cast, words: Words, option: OptionResult): string[] {
  const agreement = result.agreements.find(({ id, parties }) =>
    parties.some((party) => option.id === `${party}.${id}`),
  );
  const others = agreement?.parties.filter((party) => party !== option.owner) ?? [];
  return [
    ...(agreement
      ? [
          `consent; holds once ${listed(others.map((id) => words.actor(id)))} ${others.length === 1 ? 'agrees' : 'agree'} too`,
        ]
      : []),
    ...(result.statusQuo.taken.includes(option.id) ? ['taken today'] : []),
    ...(option.direction === 'forward' ? ['cannot be undone'] : []),
    ...(option.direction === 'back' ? ['cannot be taken up again'] : []),
    ...(option.slow ? ['slow'] : []),
  ];
}
