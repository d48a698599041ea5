import type { Option } from '@standoff/model';
import type { Context } from '../context.js';
import type * as ast from '../generated/ast.js';
import { rangeOfProperty } from '../positions.js';

/** The words that follow an option, or the parties of an agreement. */
export function printFlags({ initially, direction, slow }: Option): string[] {
  return [
    ...(initially === 'open' ? [] : [initially]),
    ...(direction === 'forward' ? ['irreversible'] : []),
    ...(direction === 'back' ? ['not resumable'] : []),
    ...(slow ? ['slow'] : []),
  ];
}

const CLASHES: readonly (readonly [string, string, string])[] = [
  ['taken', 'open', 'it is either taken or not'],
  ['taken', 'unknown', 'what is taken is known'],
  ['open', 'unknown', 'what is open is known not to be taken'],
  ['irreversible', 'notresumable', 'an option with both could never change'],
];

/** The words after an option or the parties of an agreement, checked against each other. */
export function readFlags(
  node: (ast.Option | ast.Agreement) & { flags: string[] },
  context: Context,
): ReadonlySet<string> {
  const flags = new Set<string>();
  for (const [i, flag] of node.flags.entries()) {
    const clash = CLASHES.find(
      ([a, b]) => (flag === a && flags.has(b)) || (flag === b && flags.has(a)),
    );
    if (flags.has(flag)) {
      context.reporter.say(
        'repeated-flag',
        rangeOfProperty(node, 'flags', i),
        `\`${written(flag)}\` is said twice`,
      );
    } else if (clash) {
      const [a, b, why] = clash;
      context.reporter.say(
        'contradictory-flags',
        rangeOfProperty(node, 'flags', i),
        `\`${written(a)}\` and \`${written(b)}\` contradict each other`,
        { why },
      );
    }
    flags.add(flag);
  }
  return flags;
}

function written(flag: string): string {
  return flag === 'notresumable' ? 'not resumable' : flag;
}
