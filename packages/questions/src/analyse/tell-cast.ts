import { cited, item, list, quiet, strong, type Block } from '@standoff/document';
import type { ActorResult, AnalysisResult, OptionResult } from './answer.js';
import { actorHead } from '../told/inlines.js';
import { counted, figure, listed } from '../told/english.js';
import type { Words } from '../told/words.js';

/** What is told of the actors; a large model's result has it too. */
export type Cast = Pick<AnalysisResult, 'actors' | 'options' | 'agreements'> & {
  readonly statusQuo: Pick<AnalysisResult['statusQuo'], 'taken'>;
};

/** Who is involved, and what each can do. */
export function tellCast(words: Words, cast: Cast): Block[] {
  return list(
    [...cast.actors]
      .sort((a, b) => Number(a.kind === 'stakeholder') - Number(b.kind === 'stakeholder'))
      .map((actor) =>
        item(
          [
            actorHead(words, actor.id),
            ...called(actor.id, actor.label),
            actor.kind === 'stakeholder'
              ? ': has something at stake but no move to make '
              : ` can choose${actor.faction ? `; the faction “${actor.faction.label}” is assumed to prevail` : ''} `,
            ...cited(actor.evidence),
          ],
          tellOptions(words, cast, actor),
        ),
      ),
  );
}

function tellOptions(words: Words, cast: Cast, { id }: ActorResult): Block[] {
  return list(
    cast.options
      .filter(({ owner }) => owner === id)
      .map((option) => {
        const traits = traitsOf(cast, words, option);
        return item([
          strong(option.label),
          ...called(option.id, option.label),
          ...(traits.length > 0 ? [quiet(`: ${traits.join('; ')}`)] : []),
          ' ',
          ...cited(option.evidence),
        ]);
      }),
  );
}

/** The name that the text has for it, where its label is another. */
function called(id: string, label: string) {
  return id === label ? [] : [quiet(` (${id})`)];
}

function traitsOf(cast: Cast, words: Words, option: OptionResult): string[] {
  const agreement = cast.agreements.find(({ id, parties }) =>
    parties.some((party) => option.id === `${party}.${id}`),
  );
  const isSome = agreement?.needs !== undefined || agreement?.actOf !== undefined;
  const others = agreement?.parties.filter((party) => party !== option.owner) ?? [];
  return [
    ...(agreement !== undefined && isSome
      ? [
          `${agreement.actOf === undefined ? 'consent' : `vote in ${words.actor(agreement.actOf)}`}; it takes ${words.quorum(agreement)}`,
        ]
      : agreement
        ? [
            `consent; holds once ${listed(others.map((id) => words.actor(id)))} ${others.length === 1 ? 'agrees' : 'agree'} too`,
          ]
        : []),
    ...(cast.statusQuo.taken.includes(option.id) ? ['taken today'] : []),
    ...(option.direction === 'forward' ? ['cannot be undone'] : []),
    ...(option.direction === 'back' ? ['cannot be taken up again'] : []),
    ...(option.slow ? ['slow'] : []),
  ];
}

/** How many are involved, and how many states their options make. */
export function sizeWords({
  actors,
  space,
}: {
  readonly actors: readonly Pick<ActorResult, 'kind'>[];
  readonly space: AnalysisResult['space'];
}): string {
  const { options, points, feasible } = space;
  const makers = actors.filter(({ kind }) => kind === 'decision maker').length;
  const others = actors.length - makers;
  const states =
    feasible === points
      ? `each taken or not: ${counted(points, 'state')}, every one of them possible in the model`
      : `which make ${counted(feasible, 'state')}: of ${figure(points)} combinations those that satisfy the constraints`;
  return `${counted(makers, 'decision maker')}${others > 0 ? ` and ${counted(others, 'stakeholder')}` : ''}; ${counted(options, 'option')}, ${states}.`;
}
