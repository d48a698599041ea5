import type { ConflictModel, Proposition } from '@standoff/model';
import { listed } from './english.js';
import { Words } from './words.js';

/** What the author calls scenarios, agreements and named states, by id. */
export function labelsOf(model: ConflictModel): ReadonlyMap<string, string> {
  return new Map(
    [...model.scenarios, ...model.agreements, ...model.states].map(({ id, label }) => [id, label]),
  );
}

/** Says propositions of a model in the words of its options. */
export function propositionSayer(model: ConflictModel): (p: Proposition) => string {
  // Options of several actors may have one name: then the actor is told too.
  const shared = (label: string): boolean =>
    model.options.filter((option) => option.label === label).length > 1;
  const plain = new Words(model);
  const words = new Words({
    ...model,
    options: model.options.map((option) =>
      shared(option.label)
        ? { ...option, label: `${option.label} (${plain.name(option.owner)})` }
        : option,
    ),
  });
  const labels = labelsOf(model);
  return (p) => propositionWords(p, words, labels);
}

/**
 * A proposition in the words of its options: "“Meet Kim” and not “Attack”".
 * @param written as its author wrote it: what was said as "only if" is said so again
 */
export function propositionWords(
  p: Proposition,
  words: Words,
  labels: ReadonlyMap<string, string>,
  written = '',
): string {
  const onlyIf = /\bonly if\b/.test(written) && !/(?<!\bonly )\bif\b/.test(written);
  const of = (q: Proposition): string => propositionWords(q, words, labels, written);
  const inner = (q: Proposition): string =>
    ['and', 'or', 'xor', 'iff', 'implies'].includes(q.op) ? `(${of(q)})` : of(q);
  switch (p.op) {
    case 'constant':
      return p.value ? 'always' : 'never';
    case 'option':
      return words.named(p.id);
    case 'scenario':
    case 'agreement':
    case 'state':
      return `“${labels.get(p.id) ?? p.id}”`;
    case 'not':
      return `not ${inner(p.arg)}`;
    case 'and':
      return listed(p.args.map(inner));
    case 'or':
      return listed(p.args.map(inner), 'or');
    case 'xor':
      return `either ${p.args.map(inner).join(' or ')}`;
    case 'iff':
      return p.args.map(inner).join(' exactly if ');
    case 'implies':
      return onlyIf
        ? `${inner(p.antecedent)} only if ${inner(p.consequent)}`
        : `${inner(p.consequent)} if ${inner(p.antecedent)}`;
    case 'count':
      return p.max === 0
        ? `none of ${listed(p.args.map(inner), 'or')}`
        : `${p.min === 0 ? '' : `at least ${p.min}`}${p.max === null ? '' : `${p.min === 0 ? '' : ' and '}at most ${p.max}`} of ${listed(p.args.map(inner))}`;
  }
}
