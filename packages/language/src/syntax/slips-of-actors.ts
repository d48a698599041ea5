import { listed, NAME, OPTION, pattern, percent, START, WORDS } from './slip-patterns.js';
import type { Slip } from './slip.js';

const ACTOR = `\\bactor\\s+${NAME}(?:\\s*"·*")?`;

/** Slips in how actors, their options and what they want are spoken of, in other words than these. */
export const ACTORS: readonly Slip[] = [
  {
    pattern: pattern(`${START}(?:wants?|wishes|likes|desires)\\s+(?!\\{)(${WORDS})`),
    message: 'what an actor wants stands in `prefers { … }`',
    hint: 'write `prefers { … }`, most important first',
    instead: [([, wish]) => `prefers { ${wish} }`],
  },
  {
    pattern: pattern(
      `\\b(faction\\s+(${NAME})(?:\\s*"·*")?)\\s*[,:(]?\\s*(?:with\\s+)?(\\d+(?:\\.\\d+)?)\\s*(?:%|percent)?\\s*\\)?(?=\\s*(?:\\{|$))`,
    ),
    message: 'how likely a faction is to prevail is said by itself',
    hint: 'write `prevails doves 70 %` in the braces of the actor',
    instead: [([, head, name, figure]) => `prevails ${name} ${percent(figure)}\n${head}`],
  },
  {
    pattern: pattern(
      `${START}(?:party|player|country|state actor|agent|side|stakeholder|decision[- ]maker|person|group|organi[sz]ation)\\s+(?=${NAME}\\s*(?:"·*"|\\{|aka\\b|$))`,
    ),
    message: 'who takes part is an actor',
    hint: 'write `actor name "Label" { … }`',
    instead: [() => 'actor '],
  },
  {
    pattern: pattern(
      `(?<=${ACTOR}\\s*)(?:(?::\\s*|(?<=\\s)-\\s+|is\\s+an?\\s+)[^{}@"\\r\\n]*[^{}@"\\s]|(?:stakeholder|decision[- ]maker)s?\\b)`,
    ),
    message: 'what kind of actor it is, its options say',
    hint: 'leave it out: an actor with options is a decision maker',
    instead: [() => ''],
  },
  {
    pattern: pattern(
      `${START}(?:wants?|wishes|goals?|aims?|objectives?|preferences?|desires?|interests?|likes)\\s*:?\\s*(?=\\{)`,
    ),
    message: 'what an actor wants stands in `prefers { … }`',
    hint: 'write `prefers { … }`, most important first',
    instead: [() => 'prefers '],
  },
  {
    pattern: pattern(`${START}(?:rankings?|orders?|order of preference)\\s*:?\\s*(?=[^{}]*>)`),
    message: 'a ranking begins with `ranks`',
    hint: 'write `ranks a > b ~ c > others`',
    instead: [() => 'ranks '],
  },
  {
    pattern: pattern(`${START}(?:weights?|values?|utilit(?:y|ies)|payoffs?)\\s*:?\\s*(?=\\{)`),
    message: 'weights stand in `weighs { … }`',
    hint: 'write `weighs { a: 3  not b: -1 }`',
    instead: [() => 'weighs '],
  },
  {
    pattern: pattern(
      `\\boptions\\s*:?\\s*\\{?\\s*(${NAME}(?:\\s*[,;]\\s*${NAME})*)(?:\\s*\\}(?=\\s*\\}))?`,
    ),
    message: 'each option is said by itself',
    hint: 'write `option name "Label"` for each, on a line of its own',
    instead: [
      ([, list]) =>
        listed(list, ',')
          .split(',')
          .map((name) => `option ${name}`)
          .join('\n'),
    ],
  },
  {
    pattern: pattern(
      `\\b(option\\s+${NAME}(?:\\s*"·*")?)\\s+(?:today|now|currently|already|initially)\\b(?:\\s+(?:taken|done|true|yes))?`,
    ),
    message: 'that an option is taken today is said by `taken`',
    hint: 'write `option name "Label" taken`',
    instead: [([, head]) => `${head} taken`],
  },
  {
    pattern: pattern(`\\b(option\\s+${NAME}(?:\\s*"·*")?)\\s*\\(\\s*([a-z, ]+?)\\s*\\)`),
    message: 'what is said of an option stands behind it without brackets',
    hint: 'write `option name "Label" taken`',
    instead: [([, head, flags]) => `${head} ${flags}`],
  },
  {
    pattern: pattern(`${START}(?:can|may|could)\\s+(?!move\\b)(${NAME}\\s*"·*")`),
    message: 'what an actor can do is an option',
    hint: 'write `option name "Label"`',
    instead: [([, named]) => `option ${named}`],
  },
  {
    pattern: pattern(
      `${START}(?:action|move|choice|strategy|policy|instrument)\\s+(?=${NAME}\\s*"·*"\\s*(?:$|[@}]|taken|open|irreversible|slow))`,
    ),
    message: 'what an actor can do is an option',
    hint: 'write `option name "Label"`',
    instead: [() => 'option '],
  },
  {
    pattern: pattern(
      `(?<=\\b(?:prefers|equally|in no order)\\s*\\{[^{}]*?)(?:(?<=\\{\\s*)|(?<=\\n\\s*))(?:[-*•–]|\\d+[.):])\\s+`,
    ),
    message: 'a wish begins with its first word: which comes first, its place says',
    hint: 'leave out what stands before it',
    instead: [() => ''],
  },
  {
    pattern: pattern(
      `(?<=\\b(?:prefers|equally)\\s*\\{[^{}]*)\\bif\\s+([^{}"@\\r\\n]+?)\\s*,?\\s+then\\s+(${OPTION})`,
    ),
    message: 'a condition is not written with `then`',
    hint: 'write `b if a`',
    instead: [([, a, b]) => `${b} if ${a}`],
  },
  {
    pattern: pattern(`(?<=\\b(?:prefers|equally)\\s*\\{[^{}]*\\S)\\s+when\\s+`),
    message: 'a wish with a condition is written with `if`',
    hint: 'write `b if a`',
    instead: [() => ' if '],
  },
  {
    pattern: pattern(`(?<=\\b(?:prefers|equally)\\s*\\{[^{}]*)\\bred line\\s*:\\s*`),
    message: 'nothing stands after `red line`',
    hint: 'write `red line not a`',
    instead: [() => 'red line '],
  },
  {
    pattern: pattern(
      `(?<=\\bactor\\b[^{}]*\\{(?:[^{}]*\\{[^{}]*\\})*[^{}]*)\\bred line\\s*:?\\s*(${WORDS})`,
    ),
    message: 'a red line stands among the wishes',
    hint: 'write `prefers { red line not a }`',
    instead: [([, wish]) => `prefers { red line ${wish} }`],
  },
  {
    pattern: pattern(`\\b(ranks\\s[^{}]*?)\\s*(?:>=|≥|=>)\\s*(?=${OPTION})`),
    message: 'a ranking says of two places whether one is better or they are equally good',
    hint: 'write `a > b` or `a ~ b`',
    instead: [([, head]) => `${head} > `, ([, head]) => `${head} ~ `],
  },
  {
    pattern: pattern(`(?<=\\branks\\s[^{}]*)\\s*={1,2}\\s*(?=${OPTION})`),
    message: 'what is equally good is joined by `~`',
    hint: 'write `ranks a ~ b > others`',
    instead: [() => ' ~ '],
  },
  {
    pattern: pattern(`(?<=\\branks\\s[^{}]*)\\s*[,;<]\\s*(?=\\p{L})`),
    message: 'what is better stands before `>`',
    hint: 'write `ranks a > b ~ c > others`, best first',
    instead: [() => ' > '],
  },
  {
    pattern: pattern(`(?<=\\bweighs\\s*\\{[^{}]*)\\s*=\\s*(?=[-+]?\\d)`),
    message: 'a weight stands after a colon',
    hint: 'write `weighs { a: 3  not b: -1 }`',
    instead: [() => ': '],
  },
  {
    pattern: pattern(`(?<=\\bweighs\\s*\\{[^{}]*)([-+]?\\d+(?:\\.\\d+)?)\\s*:\\s*(${OPTION})`),
    message: 'a weight stands behind what it weighs',
    hint: 'write `weighs { a: 3  not b: -1 }`',
    instead: [([, weight, what]) => `${what}: ${weight}`],
  },
];
