import type { Effect, SensitivityResult } from '@standoff/analysis';
import type { ConflictModel } from '@standoff/model';
import { CONCEPT_MEANINGS } from '../concepts.js';
import { counted, figure } from '../english.js';
import { Page, type TextOptions, references } from '@standoff/document';
import { titleLine } from '../title.js';
import { Words } from '../words.js';

/** Changes told one by one; the others are counted. */
const TOLD = 15;
const BAR = 20;

/** Which single change of a preference changes what would hold: a tornado table in text. */
export function sensitivityText(
  model: ConflictModel,
  result: SensitivityResult,
  options: TextOptions = {},
): string {
  const page = new Page(options);
  const words = new Words(model);
  const scenario = new Map(model.scenarios.map(({ id, label }) => [id, label]));
  const { changes, base, concept, reorderings } = result;
  titleLine(page, result.situation, 'what single changes of a preference would change');
  page.blank();
  page.line(
    `As the model stands, ${counted(base.equilibria, 'state')} would hold under ${concept}; today’s ${base.statusQuoHolds ? 'is among them' : 'is not'}. ${sensitivitySummary(result)}`,
  );
  const telling = changes.filter(({ effect }) => effect.distance > 0 || tellsOn(effect));
  if (telling.length > 0) page.heading('The most telling first');
  for (const { actor, text, edit, effect, evidence } of telling.slice(0, TOLD)) {
    page.line(
      `${bar(effect.distance)} ${page.style.strong(text)} (${words.actor(actor)}) ${edit}`,
      { indent: 2, hang: BAR + 1, margin: references(evidence) },
    );
    page.line(effectSentence(effect, scenario), { indent: 3 + BAR });
  }
  if (telling.length > TOLD)
    page.line(`and ${telling.length - TOLD} more (--json has them, --actor narrows them down)`, {
      indent: 2,
    });
  if (reorderings) {
    page.heading('Random reorderings');
    const { count, distance, movable, seed, unchanged, statusQuoHolds } = reorderings;
    page.line(
      movable === 0
        ? 'There is nothing to reorder: no statement has a neighbour that it could change places with. Those “in no order” have no places; “standoff robustness” goes through their orders.'
        : `In ${figure(count)} reorderings (seed ${seed}), in each of which ${counted(distance, 'pair')} of neighbouring statements changed places, ${share(unchanged, count)} left scenarios and today’s state as they are; today’s state would hold in ${share(statusQuoHolds, count)}.`,
      { indent: 2 },
    );
    for (const { id, holds, reached } of movable === 0 ? [] : reorderings.scenarios)
      page.line(
        `${page.style.strong(scenario.get(id) ?? id)}: would hold in ${share(holds, count)}, improvements lead there in ${share(reached, count)}`,
        { indent: 4, hang: 2 },
      );
  }
  page.blank();
  page.line(
    page.style.quiet(
      `The bar is the share of states that would hold only before or only after the change, of all that hold before or after. Under ${concept} a decision maker stays if ${CONCEPT_MEANINGS[concept]}. “standoff grounds” asks the same of one state and of constraints.`,
    ),
  );
  return page.toString();
}

export function sensitivitySummary({
  changes,
  untried,
}: Pick<SensitivityResult, 'changes' | 'untried'>): string {
  if (changes.length === 0)
    return 'No decision maker’s preference is given by statements, so that there is nothing to change one by one.';
  const without = changes.filter(({ effect }) => effect.distance === 0 && !tellsOn(effect)).length;
  const only = changes.filter(({ effect }) => effect.distance > 0 && !tellsOn(effect)).length;
  return `Each statement was left out, reversed, and put one place up and down: ${counted(changes.length, 'change')}. ${figure(without)} change nothing, ${figure(only)} change only which states would hold, ${figure(changes.length - without - only)} change what becomes of a scenario or of today’s state.${untried > 0 ? ` ${counted(untried, 'further change')} of later statements were not tried.` : ''}`;
}

/** Whether it changes what becomes of a scenario or of today’s state. */
export function tellsOn({ statusQuo, begins, ceases, opens, closes }: Effect): boolean {
  return (
    statusQuo !== 'as before' || begins.length + ceases.length + opens.length + closes.length > 0
  );
}

function bar(distance: number): string {
  const full = Math.round(distance * BAR);
  return '█'.repeat(full) + '·'.repeat(BAR - full);
}

export function effectSentence(effect: Effect, scenario: ReadonlyMap<string, string>): string {
  const named = (ids: readonly string[]): string =>
    ids.map((id) => `“${scenario.get(id) ?? id}”`).join(', ');
  const parts = [
    effect.statusQuo === 'as before' ? '' : `Today’s state ${effect.statusQuo}.`,
    effect.begins.length > 0 ? `Begins to hold: ${named(effect.begins)}.` : '',
    effect.ceases.length > 0 ? `No longer holds: ${named(effect.ceases)}.` : '',
    effect.opens.length > 0 ? `Improvements now lead to ${named(effect.opens)}.` : '',
    effect.closes.length > 0 ? `Improvements no longer lead to ${named(effect.closes)}.` : '',
    `${counted(effect.lost, 'state')} would hold no longer, ${counted(effect.gained, 'other')} instead.`,
  ];
  return parts.filter(Boolean).join(' ');
}

function share(n: number, of: number): string {
  return `${figure(n)} of ${figure(of)}`;
}
