import type { Slip } from './slip.js';
import { listed, NAME, pattern, WORDS } from './slip-patterns.js';

const GRAPH = `\\b(graph\\s+${NAME}(?:\\s*"·*")?)`;
const GRAPH_HINT = 'write `graph name "Where things stand" of {a "The first state" taken, b, c}`';
const MOVE_HINT = 'write `A can move from a to b`, or `A cannot move from a to b`';
const ONE_HINT = 'write `scenario name "Label" = a and b as one state`';

/** Slips in graphs, in moves that are given or taken away, and in scenarios whose states are one. */
export const GRAPHS: readonly Slip[] = [
  {
    pattern: pattern('\\bgraph\\s+(?=(?:of\\s*)?\\{)(?:of\\b)?'),
    message: 'a graph has a name',
    hint: GRAPH_HINT,
    instead: [() => 'graph places of'],
  },
  {
    pattern: pattern(
      `^\\s*states\\s+(?:of\\s+)?(${NAME}\\s+)?(?:of\\s+)?(?=\\{\\s*${NAME}(?!\\.))`,
    ),
    message: 'states that moves lead to and from stand in a graph',
    hint: GRAPH_HINT,
    instead: [([, name]) => `graph ${name === '' ? 'places ' : name}of `],
  },
  {
    pattern: pattern(
      `${GRAPH}\\s*(?:[:=]|with|one of|of one of|has|states)?\\s*(?:of\\s*)?(?:states\\s*)?(?=\\{)`,
    ),
    message: 'the states of a graph stand in braces after `of`',
    hint: GRAPH_HINT,
    instead: [([, head]) => `${head} of `],
  },
  {
    pattern: pattern(`${GRAPH}\\s*(?:of|[:=]|with)\\s*(${WORDS})`),
    message: 'the states of a graph stand in braces',
    hint: GRAPH_HINT,
    instead: [([, head, list]) => `${head} of {${listed(list)}}`],
  },
  {
    pattern: pattern(
      '(?<=\\bgraph\\b[^}]*[{,]\\s*[\\p{L}\\p{N}_]+(?:\\s*"·*")?\\s+)(?:initially|initial|now|today|current|currently|start|starts|here)\\b(?:\\s+taken\\b)?',
    ),
    message: 'where things stand today is said with `taken`',
    hint: GRAPH_HINT,
    instead: [() => 'taken'],
  },
  {
    pattern: pattern(
      '(?<=\\bgraph\\b[^}]*(?:"|taken|unknown|open|[\\p{L}\\p{N}_]))[ \\t]*\\r?\\n\\s*(?=\\p{L})',
    ),
    message: 'a comma stands between two states of a graph',
    hint: GRAPH_HINT,
    instead: [() => ',\n'],
  },
  {
    pattern: pattern(
      `^(\\s*)(?:move|let|allow)\\s+(${NAME})\\s+(?:to\\s+)?(?:move\\s+|go\\s+)?(?=from\\b)`,
    ),
    message: 'a move that is given begins with who can make it',
    hint: MOVE_HINT,
    instead: [([, space, actor]) => `${space}${actor} can move `],
  },
  {
    pattern: pattern(
      `\\b(?:can\\s*not|can['’]?t|never|may not|must not)\\s+(?:moves?|goes|go|passes|pass|change)\\b(?:\\s+from\\b)?(?=[^{}]*\\bto\\b)`,
    ),
    message: 'a move that is taken away is said with `cannot move from`',
    hint: MOVE_HINT,
    instead: [() => 'cannot move from'],
  },
  {
    pattern: pattern(
      `(?<=^\\s*${NAME}\\s+)(?:(?:can|may|could)\\s+(?:moves?|goes|go|pass|change|switch)|moves|goes)\\b(?:\\s+from\\b)?(?=[^{}]*\\bto\\b)`,
    ),
    message: 'a move that is given is said with `can move from`',
    hint: MOVE_HINT,
    instead: [() => 'can move from'],
  },
  {
    pattern: pattern('(?<=^\\s*)(?:may|could)\\s+move\\b|(?<=^\\s*)move(?=\\s+from\\b)'),
    message: 'a move that is given is said with `can move from`',
    hint: MOVE_HINT,
    instead: [() => 'can move'],
  },
  {
    pattern: pattern('\\b(can|cannot)\\s+(?:go|pass|change|switch)\\b(?:\\s+from\\b)?'),
    message: 'what an actor can do here is to move',
    hint: MOVE_HINT,
    instead: [([, can]) => `${can} move from`],
  },
  {
    pattern: pattern('\\b(can|cannot)\\s+move\\s+(?!from\\b)(?=[^{}]*\\bto\\b)'),
    message: 'from where one moves stands after `from`',
    hint: MOVE_HINT,
    instead: [([, can]) => `${can} move from `],
  },
  {
    pattern: pattern('\\b(move\\s+from\\b[^{}]*?)\\s+(?:into|towards?|until|till)\\b'),
    message: 'to where one moves stands after `to`',
    hint: MOVE_HINT,
    instead: [([, head]) => `${head} to`],
  },
  {
    pattern: pattern(
      '(?<=\\bmove\\s+from\\b.*)\\{([^{}]*)\\}|(?<=\\bmove\\s+from\\b[^{}]*),\\s*(?:or\\b)?',
    ),
    message: 'one of several states is said with `or`',
    hint: 'write `A can move from a or b to c`',
    instead: [([, list]) => (list === '' ? ' or ' : listed(list, ' or '))],
  },
  {
    pattern: pattern(`^(\\s*)(${NAME})\\s*:\\s*(${NAME})\\s*(?:->|→|-->|=>)\\s*(?=${NAME})`),
    message: 'a move that is given is said in words',
    hint: MOVE_HINT,
    instead: [([, space, actor, from]) => `${space}${actor} can move from ${from} to `],
  },
  {
    pattern: pattern('^(\\s*)(?:merge|merged|join)\\s+(?=[^=]*=)(.*\\S)'),
    message: 'states that are not told apart are those of a scenario',
    hint: ONE_HINT,
    instead: [([, space, rest]) => `${space}scenario ${rest} as one state`],
  },
  {
    pattern: pattern(
      `\\b(scenario\\s+${NAME}(?:\\s*"·*")?)\\s+as\\s+(?:one|a single|1)\\s+state\\s*[:=]\\s*(${WORDS})`,
    ),
    message: '`as one state` stands at the end',
    hint: ONE_HINT,
    instead: [([, head, holds]) => `${head} = ${holds} as one state`],
  },
  {
    pattern: pattern(
      '(?<=\\bscenario\\b[^{}]*\\S)\\s*,?\\s+(?:merged|(?:as|is|are|being)\\s+(?:a\\s+single|one|1|the\\s+same|a|merged)(?:\\s+states?)?)(?![\\p{L}\\p{N}_])|(?<=\\bscenario\\b[^{}]*\\S),\\s*as one state',
    ),
    message: 'states that are not told apart are said to be so with `as one state`',
    hint: ONE_HINT,
    instead: [() => ' as one state'],
  },
];
