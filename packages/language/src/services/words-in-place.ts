import { STRENGTHS } from '@standoff/model';
import type * as ast from '../generated/ast.js';
import { RELATIONS } from '../relations.js';
import type { Word } from './outline.js';

/** What the braces around a place belong to. */
export type Block =
  | 'top'
  | 'actor'
  | 'source'
  | 'faction'
  | 'perceives'
  | 'prefers'
  | 'weighs'
  | 'graph'
  | 'list';

/** Words that begin what something rests on. */
export const GROUNDS = ['because', 'rests on', 'inferred from'];
const FLAGS = [
  'taken',
  'open',
  'unknown',
  'irreversible',
  'not resumable',
  'slow',
  'from',
  'until',
];
/** Words between two expressions. */
export const JOINING = ['and', 'or', 'xor', 'implies', 'if', 'unless', 'only if', 'iff'];
const PREFERENCES = ['prefers', 'ranks', 'weighs'];
const CONSTRAINTS = ['never', 'always', 'perhaps never', 'at most', 'at least', 'exactly'];

/** Words that begin each kind of element at the top; none: a name does. */
const AT_TOP: Readonly<Record<ast.Element['$type'], readonly string[]>> = {
  Situation: ['situation'],
  Source: ['source'],
  Actor: ['actor'],
  Agreement: ['agreement', 'offer'],
  Scenario: ['scenario'],
  NamedState: ['state'],
  Commitment: ['promise', 'threat', 'assurance', 'demand'],
  Extreme: ['worst for', 'best for'],
  Claim: ['claim'],
  Relation: ['relation'],
  Event: ['event'],
  LeftOut: ['left out'],
  Consequence: ['when'],
  Deadline: ['by'],
  Chance: ['chance'],
  Constraint: CONSTRAINTS,
  Choice: ['graph', 'choice'],
  // Both begin with the name of an actor.
  CannotMove: [],
  Perception: [],
};
const COMMITMENT = [...JOINING, 'when', 'by', 'to', ...GROUNDS];

/** Words that begin something in a block. */
export const WORDS_AT_START: ReadonlyMap<Block, readonly string[]> = new Map([
  ['top', Object.values(AT_TOP).flat()],
  [
    'actor',
    [
      'option',
      ...PREFERENCES,
      'faction',
      'prevails',
      'can move from',
      'cannot move from',
      ...CONSTRAINTS,
      'choice',
    ],
  ],
  ['source', 'author published accessed publisher url doi kind note'.split(' ')],
  ['faction', PREFERENCES],
  ['perceives', [...PREFERENCES, 'unaware of', ...CONSTRAINTS, 'choice']],
  [
    'prefers',
    ['perhaps', 'strongly', 'very strongly', 'red line', 'keeps', 'in no order', 'equally'],
  ],
]);

/** Words that an element may go on with, by the word that begins it. */
export const WORDS_BEHIND: ReadonlyMap<string, readonly string[]> = new Map([
  ['situation', ['as of', ...GROUNDS]],
  ['source', GROUNDS],
  ['actor', ['aka', 'acts with', 'at least', 'among them', ...GROUNDS]],
  ['option', [...FLAGS, ...GROUNDS]],
  ['faction', GROUNDS],
  [
    'agreement',
    ['between', 'at least', 'among them', 'taken', 'irreversible', 'slow', 'kept from', ...GROUNDS],
  ],
  ['offer', ['by', 'to', 'until', 'taken', 'irreversible', 'slow', 'kept from', ...GROUNDS]],
  ['scenario', [...JOINING, 'as one state', ...GROUNDS]],
  ['state', GROUNDS],
  ['never', [...JOINING, ...GROUNDS]],
  ['always', [...JOINING, ...GROUNDS]],
  ['choice', ['one of', 'at most one of', ...GROUNDS]],
  ['requires', [...JOINING, ...GROUNDS]],
  ['when', [...JOINING, 'then', ...GROUNDS]],
  ['chance', GROUNDS],
  ['graph', ['of', ...GROUNDS]],
  ['by', [...JOINING, 'then', ...GROUNDS]],
  ['cannot', [...JOINING, 'to', ...GROUNDS]],
  ['can', [...JOINING, 'to', ...GROUNDS]],
  ['promise', COMMITMENT],
  ['threat', COMMITMENT],
  ['assurance', COMMITMENT],
  ['demand', COMMITMENT],
  ['worst', ['for', 'is', ...GROUNDS]],
  ['best', ['for', 'is', ...GROUNDS]],
  ['claim', [...STRENGTHS, ...['by', 'disputed', 'cause of', 'quantity', ...GROUNDS]]],
  ['relation', [...RELATIONS, ...GROUNDS]],
  ['event', ['about', 'to', 'signals', ...GROUNDS]],
]);

const BLOCKS: ReadonlySet<string> = new Set([
  'actor',
  'source',
  'faction',
  'perceives',
  'prefers',
  'weighs',
]);

/** What the innermost open brace behind these words belongs to. */
export function blockAt(words: readonly Word[]): Block {
  const open: Block[] = [];
  let block: Block = 'list';
  for (const [i, { image }] of words.entries()) {
    const before = words[i - 1]?.image;
    if (image === 'actor' && words[i + 1] !== undefined && before !== '.' && open.length === 0) {
      block = 'actor';
    } else if (image === '{') {
      // `in no order { … }` and `equally { … }` hold statements too.
      const isGraph =
        before === 'of' &&
        ['graph'].some((word) => [3, 4].some((k) => words[i - k]?.image === word));
      open.push(
        isGraph
          ? 'graph'
          : (before === 'order' || before === 'equally') && open.at(-1) === 'prefers'
            ? 'prefers'
            : block,
      );
      block = 'list';
    } else if (image === '}') {
      open.pop();
      block = 'list';
    } else if (BLOCKS.has(image) && before !== '.' && before !== 'option') block = image as Block;
    else if (['of', 'event', 'offer', 'state', '='].includes(image)) block = 'list';
  }
  return open.at(-1) ?? 'top';
}
