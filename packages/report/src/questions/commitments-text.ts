import type {
  CommitmentAnswer,
  CommitmentExample,
  CommitmentReading,
  CommitmentsResult,
} from '@standoff/analysis';
import type { ConflictModel } from '@standoff/model';
import { counted, figure } from '../english.js';
import { Page, type TextOptions, references } from '@standoff/document';
import { propositionWords } from '../proposition-words.js';
import { titleLine } from '../title.js';
import { Words } from '../words.js';
import { percent } from './worlds-words.js';

/** Whose promises, threats and assurances can be believed, and which demands would be met. */
export function commitmentsText(
  model: ConflictModel,
  result: CommitmentsResult,
  options: TextOptions = {},
): string {
  const page = new Page(options);
  const words = new Words(model);
  const labels = new Map(
    [...model.scenarios, ...model.agreements, ...model.states].map(({ id, label }) => [id, label]),
  );
  titleLine(page, result.situation, 'whose word can be believed');
  if (result.commitments.length === 0) {
    page.blank();
    page.line(
      'Nobody promises, threatens, assures or demands anything. “promise US.meet when NK.suspend to NK” in the text of the situation would be a promise.',
    );
  }
  for (const commitment of result.commitments) answer(page, words, labels, commitment);
  if (result.commitments.length > 0) {
    page.blank();
    page.line(
      page.style.quiet(
        'A commitment is due where its condition holds. It is kept where the actor’s best state with it, by its own moves, is at least as good for the actor as its best one without. It is broken where it is due and not kept. All of this is what the model says of wishes, not a forecast of deeds.',
      ),
    );
  }
  return page.toString();
}

function answer(
  page: Page,
  words: Words,
  labels: ReadonlyMap<string, string>,
  commitment: CommitmentAnswer,
): void {
  const { id, label, kind, by, to, content, when, evidence, due, afterStep, alsoOf, readings } =
    commitment;
  page.blank();
  page.line(`${page.style.strong(label)} ${page.style.quiet(`(${kind} ${id})`)}`, {
    margin: references(evidence),
  });
  const what = propositionWords(content, words, labels);
  const condition = when === null ? '' : `, when ${propositionWords(when, words, labels)}`;
  page.line(
    kind === 'demand'
      ? `${to.length === 0 ? 'Demanded' : `${words.actors(to)} ${to.length === 1 ? 'demands' : 'demand'}`} of ${words.actors(by)}: ${what}${condition}.`
      : `${words.actors(by)}${to.length === 0 ? '' : ` to ${words.actors(to)}`}: ${what}${condition}.`,
    { indent: 2 },
  );
  if (due === 0) {
    page.line('It can never be due: its condition holds in no state of the model.', { indent: 2 });
    return;
  }
  if (afterStep.length > 0)
    page.line(
      `It is due after ${afterStep.map((option) => `“${words.option(option)}”`).join(' and ')}, which cannot be undone: this is about what happens then.`,
      { indent: 2 },
    );
  if (alsoOf.length > 0)
    page.line(`It is also a matter of ${words.actors(alsoOf)}, whose options it is about.`, {
      indent: 2,
    });
  for (const reading of readings) told(page, words, commitment, reading);
  if (readings.length === 0)
    page.line(`${words.actors(by)} has no options, so that it cannot do anything about it.`, {
      indent: 2,
    });
}

function told(
  page: Page,
  words: Words,
  { kind }: CommitmentAnswer,
  { actor, faction, assumed, all, byImprovements, equilibria, temptation, kept }: CommitmentReading,
): void {
  const who = faction === null ? words.actor(actor) : `${words.actor(actor)}, “${faction.label}”`;
  const scope = byImprovements.due > 0 ? byImprovements : all;
  const verb = kind === 'threat' ? 'carried out' : kind === 'demand' ? 'met' : 'kept';
  const where = byImprovements.due > 0 ? 'that improvements reach from today' : 'there are';
  const verdict =
    scope.credible === scope.due
      ? page.style.good(`would be ${verb}`)
      : scope.credible === 0
        ? page.style.bad(`would be ${verb} in none`)
        : page.style.warning(`would be ${verb} in ${percent(scope.credible / scope.due)}`);
  page.line(
    `${page.style.strong(who)}${assumed && faction ? ' (assumed to prevail)' : ''}: ${verdict} of the ${counted(scope.due, 'state')} ${where} in which it is due; in ${figure(all.credible)} of all ${figure(all.due)}${equilibria.due > 0 ? ` and ${figure(equilibria.credible)} of the ${counted(equilibria.due, 'state')} that would hold` : ''}.${all.onceKept > 0 ? ` In ${figure(all.onceKept)} more it would not be broken once it is ${verb}.` : ''}`.replace(
      /(would (?:not )?be (?:kept|met|carried out)) of the/,
      '$1 in all of the',
    ),
    { indent: 2, hang: 2 },
  );
  if (temptation) example(page, words, 'Not', 'it would rather', temptation);
  if (kept && all.credible < all.due / 2) example(page, words, 'But yes', 'it would', kept);
}

function example(
  page: Page,
  words: Words,
  lead: string,
  would: string,
  shown: CommitmentExample,
): void {
  const { state, step, due, because, reachable } = shown;
  const name = state.name.label === null ? `#${state.name.decimal}` : `“${state.name.label}”`;
  const distance =
    reachable === 'not'
      ? ', out of reach'
      : reachable === 'moves'
        ? ', off the course of improvements'
        : '';
  page.line(
    `${lead} in ${name}${distance}: ${would} ${
      step === null
        ? 'stay as it is'
        : words
            .deed(step.takes, step.drops)
            .replace(/^takes/, 'take')
            .replace(/^gives/, 'give')
            .replaceAll(' and gives up', ' and give up')
    }${because === null ? '' : `, because it wants “${because}”`}${due ? '' : '; it is then no longer due'}.`,
    { indent: 6, hang: 2, margin: `#${state.name.decimal}` },
  );
}
