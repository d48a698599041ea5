import type { PreferenceItem, PreferenceStatement } from '@standoff/model';
import type { Context } from '../context.js';
import type * as ast from '../generated/ast.js';
import { rangeOf } from '../positions.js';

type Item = PreferenceItem & { readonly item: 'statement' };

/**
 * Wishes of equal weight as statements: that at least one of them is so, at least two, and so on. Whichever
 * of these stands first, more of the wishes are better than fewer, and which of them makes no difference.
 */
export function counted(members: readonly PreferenceStatement[]): Item[] {
  const args = members.map(({ wants }) => wants);
  const words = members.map(({ text }) => text).join(', ');
  return members.map(({ label, ...member }, k) => ({
    item: 'statement',
    ...member,
    wants: { op: 'count', min: k + 1, max: null, args },
    text: `at least ${k + 1} of {${words}}`,
    equally: {
      of: member.wants,
      text: member.text,
      first: k === 0,
      ...(label === undefined ? {} : { label }),
    },
  }));
}

/** Wishes of equal weight stand for as many statements as they are, each of which counts all of them. */
const MOST = 200;

/** The wishes that are counted; says so where they are too many. */
export function fewEnough(node: ast.Equally, { reporter }: Context): readonly ast.Statement[] {
  const { statements } = node;
  if (statements.length <= MOST) return statements;
  reporter.say(
    'too-many-equal',
    rangeOf(statements[MOST]),
    `${statements.length} wishes are to count alike; ${MOST} can`,
    { hint: 'where they are the only wishes, `weighs { a: 1  b: 1 }` says the same of any number' },
  );
  return statements.slice(0, MOST);
}

/** What counts alike is neither in doubt nor of a degree. */
export function checkEqual(node: ast.Statement, { reporter }: Context): void {
  if (!node.perhaps && !node.strongly && !node.redLine) return;
  reporter.say(
    'not-equal',
    rangeOf(node),
    'what counts alike is neither more nor less than wanted',
    {
      why: 'it is counted with the others',
      hint: 'leave out what stands before it, or write it outside of `equally`',
    },
  );
}

/** Statements one after the other, those that count alike as what was written of them. */
export function runsOfEqual(items: readonly PreferenceItem[]): (PreferenceItem | Item[])[] {
  const runs: (PreferenceItem | Item[])[] = [];
  for (const item of items) {
    const last = runs.at(-1);
    if (item.item !== 'statement' || item.equally === undefined) runs.push(item);
    else if (!item.equally.first && Array.isArray(last)) last.push(item);
    else runs.push([item]);
  }
  return runs;
}
