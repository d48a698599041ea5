import { ways } from '../told/shares.js';
import {
  element,
  item,
  list,
  note,
  paragraph,
  quiet,
  strong,
  verdict,
  type Block,
  type Inline,
} from '@standoff/document';
import type { ChangedConclusion, ComparedDifference, CompareResult } from './answer.js';
import type { ModelDifference } from './model-differences.js';
import type { ConflictModel } from '@standoff/model';
import { figure, listed } from '../told/english.js';
import { Words } from '../told/words.js';

type ModelStep = CompareResult['steps'][number];

/** How to read the differences. */
export const DIFFERENCES_NOTE: Block = note(
  'Alone: the difference is made in the first of the two, nothing else, and that model is solved again. Elements are compared by their ids. All of this is what the models say, not a forecast.',
);

/** What two models differ in, and which of the differences changes a conclusion, these first. */
export function tellDifferences(
  /** The first and the second. */
  models: readonly [ConflictModel, ConflictModel],
  { differences, changes, told }: ModelStep,
  /** Whose elements can be led to; null: none can. */
  known: ConflictModel | null,
): Block[] {
  const words = new Words(models[1]);
  const labels = comparedLabels(models);
  if (differences.length === 0)
    return [paragraph('The models are the same in all that counts.'), ...besides(told)];
  const order = [...differences].sort((a, b) => weight(b) - weight(a));
  return [
    ...list(
      order.map((difference) => {
        const { what, how } = differenceWords(difference, words, labels);
        const id = known && elementOf(known, difference);
        return item(
          [id === null ? strong(what) : element(id, what), ' · ', WEIGHTS[weight(difference)]],
          [paragraph(how), paragraph(aloneWords(difference, labels))],
        );
      }),
    ),
    ...(differences.length > 1 || differences[0].changes === null
      ? [
          paragraph(
            changes.length === 0
              ? 'All together they change no conclusion.'
              : `All together: ${changeWords(changes, labels)}`,
          ),
        ]
      : []),
    ...besides(told),
  ];
}

function besides(told: ModelStep['told']): Block[] {
  if (told.length === 0) return [];
  return [
    paragraph(
      quiet(
        `Besides, without effect on any result: ${listed(told.map(({ what, gone, added }) => `${what} (${[added > 0 ? `${figure(added)} new` : '', gone > 0 ? `${figure(gone)} gone or changed` : ''].filter(Boolean).join(', ')})`))}.`,
      ),
    ),
  ];
}

const WEIGHTS: readonly Inline[] = [
  quiet('changes no conclusion'),
  quiet('cannot be made alone'),
  verdict('partly', 'changes a conclusion'),
];

/** What changes a conclusion goes first, then what cannot be made alone. */
function weight({ kind, changes }: ComparedDifference): number {
  return kind === 'perception' ? 0 : changes === null ? 1 : changes.length === 0 ? 0 : 2;
}

/** The element of a model that a difference is about. */
function elementOf(model: ConflictModel, { kind, of }: ModelDifference): string | null {
  if (kind === 'constraint') return model.constraints.find(({ text }) => text === of)?.id ?? null;
  const elements: readonly { readonly id: string }[] = [
    ...model.actors,
    ...model.options,
    ...model.scenarios,
    ...model.commitments,
  ];
  return elements.some(({ id }) => id === of) ? of : null;
}

export type ComparedLabels = ReadonlyMap<string, string>;

/** The labels of the scenarios and commitments of models, by id; those of later models go before. */
export function comparedLabels(models: readonly ConflictModel[]): ComparedLabels {
  return new Map(
    models.flatMap(({ scenarios, commitments }) =>
      [...scenarios, ...commitments].map(({ id, label }) => [id, label] as const),
    ),
  );
}

/** What differs between two models, and how: "What Anna wants", "new: “c”; no longer: “not c”". */
export function differenceWords(
  { kind, of, gone, added, reordered }: ModelDifference,
  words: Words,
  labels: ComparedLabels,
): { readonly what: string; readonly how: string } {
  const quoted = (list: readonly string[]): string => listed(list.map((one) => `“${one}”`));
  const both = (name: (id: string) => string): string =>
    [
      added.length > 0 ? `new: ${added.map(name).join('; ')}` : '',
      gone.length > 0 ? `no longer: ${gone.map(name).join('; ')}` : '',
    ]
      .filter(Boolean)
      .join('; ');
  switch (kind) {
    case 'actors and options':
      return { what: 'Who can do what', how: both((id) => id) };
    case 'status quo':
      return {
        what: 'Where things stand',
        how: both((id) => `${words.option(id)} (${words.name(id.split('.')[0])})`),
      };
    case 'preference':
      return {
        what: `What ${words.actor(of)} wants`,
        how: reordered ? 'the same statements otherwise' : both((text) => `“${text}”`),
      };
    case 'faction':
      return {
        what: `Who prevails in ${words.actor(of)}`,
        how: `${quoted(added) || 'nobody'} instead of ${quoted(gone) || 'nobody'}`,
      };
    case 'constraint':
      return { what: 'Constraint', how: both((text) => `“${text}”`) };
    case 'option':
      return { what: `“${words.option(of)}”`, how: `${added.join()}, before: ${gone.join()}` };
    case 'scenario':
    case 'commitment':
      return {
        what: `${kind === 'scenario' ? 'Scenario' : 'Commitment'} “${labels.get(of) ?? of}”`,
        how: gone.length === 0 ? 'new' : added.length === 0 ? 'gone' : 'says something else',
      };
    case 'perception':
      return { what: 'Who sees whom otherwise', how: both((text) => text) };
  }
}

/** What a difference changes alone, as a sentence. */
function aloneWords({ kind, changes }: ComparedDifference, labels: ComparedLabels): string {
  if (kind === 'perception')
    return 'Changes none of these conclusions; “standoff perceive” asks about it.';
  if (changes === null) return 'Cannot be made alone: other parts of the model depend on it.';
  return changes.length === 0
    ? 'Alone it changes no conclusion.'
    : `Alone: ${changeWords(changes, labels)}`;
}

/** Conclusions that change, as the rest of a sentence with its full stop. */
function changeWords(changes: readonly ChangedConclusion[], labels: ComparedLabels): string {
  const which = (what: ChangedConclusion['what'], then: string): string =>
    changes
      .filter((one) => one.what === what && one.then === then)
      .map(({ of }) => `“${labels.get(of) ?? of}”`)
      .join(', ');
  const lists: readonly [string, string][] = [
    ['would begin to hold', which('scenario holds', 'yes')],
    ['would no longer hold', which('scenario holds', 'no')],
    ['the course would lead to', which('scenario reached', 'yes')],
    ['the course would no longer lead to', which('scenario reached', 'no')],
  ];
  const quo = changes.find(({ what }) => what === 'status quo');
  const parts = [
    quo ? `today’s state would ${quo.then === 'yes' ? 'hold' : 'not hold'}` : '',
    ...lists.map(([words, names]) => (names === '' ? '' : `${words}: ${names}`)),
    ...changes
      .filter(({ what }) => what === 'scenario pull')
      .map(
        ({ of, then }) =>
          `${Number(then) === 0 ? 'no way' : ways(Number(then))} would end in “${labels.get(of) ?? of}”`,
      ),
    ...changes
      .filter(({ what }) => what === 'commitment')
      .map(
        ({ of, then }) =>
          `“${labels.get(of) ?? of}” would be made good in ${then} states where it is due`,
      ),
    changes.some(({ what }) => what === 'course') ? 'the course would end elsewhere' : '',
  ].filter(Boolean);
  return `${parts.join('; ')}.`;
}
