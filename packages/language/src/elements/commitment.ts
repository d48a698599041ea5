import { isName, optionsIn, type Commitment, type ConflictModel } from '@standoff/model';
import { quoted, together } from '../written.js';
import { printExpression, TOP } from './expression.js';
import { grounded } from './grounds.js';

/** Who acts, or is to comply, is said only where the options do not say it. */
export function printCommitment(commitment: Commitment, model: ConflictModel): string {
  const { id, kind, label, by, to, content, when } = commitment;
  const words = together(
    printExpression(content, TOP),
    when === null ? '' : `when ${printExpression(when, TOP)}`,
  );
  const head = together(
    isName(id) ? id : '',
    writtenAs(label) === writtenAs(`${kind} ${words}`) ? '' : quoted(label),
  );
  const owners = [...new Set([...optionsIn(content, model)].map(ownerOf))].join(', ');
  const isDemand = kind === 'demand';
  const all = together(
    kind,
    head === '' ? '' : `${head}:`,
    words,
    !isDemand && owners === by ? '' : `by ${by}`,
    to.length === 0 || (isDemand && owners === to.join(', ')) ? '' : `to ${to.join(', ')}`,
  );
  return grounded(all, commitment);
}

/**
 * Words that a commitment without a label is called by, however they are written: without parentheses and
 * the actors before their options, `1` for `one`.
 */
export function writtenAs(words: string): string {
  return words
    .replace(/[()]|[^\s(){},.]+\./g, '')
    .replace(/\bone of\b/g, '1 of')
    .replace(/, *}/g, '}');
}

function ownerOf(option: string): string {
  return option.slice(0, option.indexOf('.'));
}
