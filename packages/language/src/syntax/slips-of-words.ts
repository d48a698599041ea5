import { FORMS, OTHER_WORDS } from '../forms.js';
import { isName, RESERVED } from '@standoff/model';
import { RELATIONS } from '../relations.js';
import type { Slip } from './slip.js';

const NAME = '[\\p{L}][\\p{L}\\p{N}_]*';
const KIND = 'actor|source|agreement|option|faction|scenario|claim|state';
const NUMBERS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
];

const KEYWORDS = [...FORMS.keys(), ...OTHER_WORDS, ...RESERVED];

const pattern = (words: string): RegExp => new RegExp(words, 'dum');

/** A name made of the words of a text: "North Korea" is NorthKorea. */
function nameOf(text: string): string | null {
  const name = (text.match(/[\p{L}\p{N}]+/gu) ?? [])
    .slice(0, 3)
    .map((one, k) => (k === 0 ? one : one[0].toUpperCase() + one.slice(1)))
    .join('');
  return isName(name) && !RESERVED.has(name) ? name : null;
}

/** In parentheses where it is more than a name, so that it stays one. */
function whole(words: string): string {
  const one = words.trim();
  return /\s/.test(one) && !/^not \S+$/.test(one) ? `(${one})` : one;
}

function listed(words: string): string {
  return words
    .split(/\s*(?:,|\band\b|\bor\b)\s*/)
    .filter((one) => one.trim() !== '')
    .map((one) => one.trim())
    .join(', ');
}

/** Slips of words: what stands in another order, is called something else, or has no braces. */
export const WORDS: readonly Slip[] = [
  {
    // Words of the language in other letters, as some notations write them.
    pattern: new RegExp(`(?<![.\\p{L}])(?:${KEYWORDS.join('|')})(?![\\p{L}\\p{N}_])`, 'diu'),
    message: (words) => `words of the language have small letters, not \`${words}\``,
    hint: 'write it in small letters',
    instead: [([word]) => (word === word.toLowerCase() ? null : word.toLowerCase())],
  },
  {
    pattern: pattern(`\\b(${KIND})\\s+(${NAME})\\s*[:=]\\s*(?=["{])`),
    message: 'nothing stands between a name and what it is called',
    hint: 'write `actor NK "North Korea"`',
    instead: [([, kind, name]) => `${kind} ${name} `],
  },
  {
    pattern: pattern(`\\b(${KIND}|situation|prefers|weighs)\\s*:\\s*`),
    message: (words) => `nothing stands after \`${words.slice(0, -1).trim()}\``,
    hint: 'leave the colon out',
    instead: [([, kind]) => `${kind} `],
  },
  {
    pattern: pattern(`\\b(${KIND})\\s+("·+")\\s+(${NAME})(?=\\s*(?:$|[{@=]))`),
    message: 'the name stands before what it is called',
    hint: 'write `actor NK "North Korea"`',
    instead: [([, kind, label, name]) => `${kind} ${name} ${label}`],
  },
  {
    pattern: pattern(`\\b(${KIND})\\s+("·+")`),
    message: 'this has no name that others could speak of it by',
    hint: 'write a name before the text: `actor NK "North Korea"`',
    instead: [
      ([, kind, label]) => {
        const name = nameOf(label);
        return name === null ? null : `${kind} ${name} ${label}`;
      },
    ],
  },
  {
    pattern: pattern(`\\b(event)\\s+("·*")\\s+(\\d[\\d-]*)`),
    message: 'the date of an event stands before what happened',
    hint: 'write `event 2018-04-21 "Tests suspended"`',
    instead: [([, event, label, date]) => `${event} ${date} ${label}`],
  },
  {
    pattern: pattern(
      `\\b(scenario\\s+${NAME}(?:\\s*"·*")?)\\s*(?:\\bis\\b|\\bwhen\\b|\\bas\\b|:)\\s*`,
    ),
    message: 'what holds in a scenario stands after `=`',
    hint: 'write `scenario name "Label" = NK.open and SK.invest`',
    instead: [([, head]) => `${head} = `],
  },
  {
    pattern: pattern(`\\b(scenario\\s+${NAME}(?:\\s*"·*")?)\\s*=?\\s*\\{([^{}]*)\\}`),
    message: 'what holds in a scenario is an expression',
    hint: 'write `= a and b`, or `state` where it is one state',
    instead: [([, head, list]) => `${head} = ${listed(list).split(', ').join(' and ')}`],
  },
  {
    pattern: pattern('\\b(never|always)\\s+([^,{}()@"]+(?:,[^,{}()@"]+)+)'),
    message: 'a comma does not say how these belong together',
    hint: 'write `and` or `or` between them, or one statement for each',
    instead: [
      ([, kind, list]) => `${kind} ${listed(list).split(', ').join(' and ')}`,
      ([, kind, list]) =>
        listed(list)
          .split(', ')
          .map((one) => `${kind} ${one}`)
          .join('\n'),
    ],
  },
  {
    pattern: pattern('\\bprefers\\s*\\{([^{}]*,[^{}]*)\\}'),
    message: 'nothing stands between two statements',
    hint: 'write each on a line of its own, most important first',
    instead: [
      ([, list]) =>
        `prefers {\n${list
          .split(/\s*,\s*/)
          .map((one) => one.trim())
          .join('\n')}\n}`,
    ],
  },
  {
    pattern: pattern('\\s*,(?=[ \\t]*$)'),
    message: 'nothing stands between two statements',
    hint: 'leave the comma out',
    instead: [() => ''],
  },
  {
    pattern: pattern('\\bprefers\\s+([^{}\\r\\n]*?\\s>+\\s[^{}\\r\\n]*)'),
    message: 'an order with `>` is a ranking',
    hint: 'write `ranks a > b > others`',
    instead: [([, list]) => `ranks ${list}`],
  },
  {
    pattern: pattern('\\b(prefers|weighs)\\s+([^{}\\r\\n]*[^{}\\s])'),
    message: 'what is preferred stands in braces',
    hint: 'write `prefers { … }`, one statement a line, most important first',
    instead: [([, kind, list]) => `${kind} { ${list.split(/\s*,\s*/).join('\n')} }`],
  },
  {
    pattern: pattern('\\bif\\s+(.+?),?\\s+then\\s+([^@"\\r\\n]*[^@"\\s])'),
    message: 'a condition is not written with `then`',
    hint: 'write `a implies b`; what follows by itself is `when a then { b }`',
    instead: [
      ([, a, b]) => `${whole(a)} implies ${whole(b)}`,
      ([, a, b]) => `always ${whole(a)} implies ${whole(b)}`,
      ([, a, b]) => `when ${a} then { ${b} }`,
    ],
  },
  {
    pattern: pattern(
      '\\b((?:promise|threat|assurance|demand)\\b.*?)\\s(?:if|provided that|provided|as soon as|once|in case)\\s',
    ),
    message: (words) => `a ${words.split(/\s/, 1)[0]} says its condition with \`when\``,
    hint: 'write `when` before the condition',
    instead: [([, head]) => `${head} when `],
  },
  {
    pattern: pattern(
      '\\b((?:promise|threat|assurance|demand)\\b.*?)\\s+(?:by|until|before)\\s+(\\d{4}(?:-\\d\\d){0,2})',
    ),
    message: 'a commitment has no date of its own',
    hint: 'leave the date out, and say in `because "…"` until when it holds',
    instead: [([, head]) => head],
  },
  {
    pattern: pattern(
      '\\b(exactly one|at (?:least|most) [\\p{L}\\p{N}]+|all|none) of\\s+([^{}()@"\\r\\n]*[^{}()@"\\s])',
    ),
    message: 'a list stands in braces',
    hint: 'write {a, b}',
    instead: [([, count, list]) => `${count} of {${listed(list)}}`],
  },
  {
    pattern: pattern(`\\b(least|most|exactly)\\s+(${NUMBERS.join('|')})\\b`),
    message: 'the number is written in digits',
    hint: 'write the number in digits',
    instead: [([, bound, number]) => `${bound} ${NUMBERS.indexOf(number)}`],
  },
  {
    pattern: pattern('\\b(?:no more than|not more than|up to)\\s+(\\p{N}+|one)\\s+of\\b'),
    message: 'this is written with `at most`',
    hint: 'write `at most one of {a, b}`',
    instead: [([, n]) => `at most ${n} of`],
  },
  {
    pattern: pattern('(?<!\\b(?:exactly|least|most)\\s)\\b(?:only\\s+)?(?:one|any) of(?=\\s*\\{)'),
    message: 'whether exactly, at least or at most one is not said',
    hint: 'write `exactly one of {a, b}`, `at least one of` or `at most one of`',
    instead: [() => 'exactly one of', () => 'at least one of', () => 'at most one of'],
  },
  {
    pattern: pattern(
      `\\b(either|neither|both)\\s+((?:${NAME}\\.)?${NAME})\\s+(?:or|nor|and)\\s+((?:${NAME}\\.)?${NAME})`,
    ),
    message: (words) => `\`${words.split(/\s/, 1)[0]}\` is no word of the language`,
    hint: 'write `a xor b` for one of them, `none of {a, b}` for none, `a and b` for both',
    instead: [
      ([, word, a, b]) =>
        word === 'either'
          ? `${a} xor ${b}`
          : word === 'both'
            ? `${a} and ${b}`
            : `none of {${a}, ${b}}`,
    ],
  },
  {
    pattern: pattern('\\bbetween\\s+([^{}"\\r\\n]*?)\\s*,?\\s+(?:and|&|or|with)\\s+'),
    message: 'the parties stand in a list with commas',
    hint: 'write `between NK, SK, US`',
    instead: [([, before]) => `between ${listed(before)}, `],
  },
  {
    pattern: pattern(
      `(\\bagreement\\s+${NAME}(?:\\s+"·*")?)\\s*(?:(?:with|of|among|by|from)\\b\\s*([^{}()"@]*[^{}()"@\\s])|[({]([^{}()"@]*)[)}])`,
    ),
    message: 'the parties of an agreement stand after `between`',
    hint: 'write `agreement name "Label" between NK, SK`',
    instead: [([, head, a, b]) => `${head} between ${listed(a === '' ? b : a)}`],
  },
  {
    pattern: pattern(
      `(\\brelation\\s+${NAME})\\s+(?:an?\\s+)?(allied|ally|allies|rival|rivals|hostile|depends|dependent|part|protector)(?:\\s+(?:of|to|on|with))?\\s+(?=${NAME})`,
    ),
    message: 'a relation is written with the words of the list',
    hint: `write ${RELATIONS.map((words) => `\`${words}\``).join(', ')} or a text`,
    instead: [
      ([, head, word]) => {
        const full = RELATIONS.find((one) => one.slice(0, 3) === word.slice(0, 3))!;
        return `${head} ${full} `;
      },
    ],
  },
  {
    pattern: pattern(
      `\\b((?:worst|best)\\s+for\\s+${NAME})\\s*(?:[:=]|\\bif\\b|\\bwhen\\b|\\bwould be\\b|(?=\\s))\\s*(?!is\\b)`,
    ),
    message: 'what is worst or best stands after `is`',
    hint: 'write `worst for ACTOR is SCENARIO`',
    instead: [([, head]) => `${head} is `],
  },
  {
    pattern: pattern('\\b(?:initially|currently|already|now)\\s+'),
    message: (words) => `\`${words}\` is no word of the language`,
    hint: 'leave it out: `taken` and `open` speak of today',
    instead: [() => ''],
  },
  {
    pattern: pattern('\\bnot\\s+(taken|reversible)\\b'),
    message: (words) => `\`${words}\` is one word here`,
    hint: 'write `open` for what is not taken today, `irreversible` for what cannot be undone',
    instead: [([, word]) => (word === 'taken' ? 'open' : 'irreversible')],
  },
  {
    pattern: pattern('(?<!perhaps )\\b(\\d{1,3}(?:\\.\\d+)?)\\s*%'),
    message: 'how likely a wish is stands after `perhaps`',
    hint: 'write `perhaps 70 % …`',
    instead: [([, figure]) => `perhaps ${figure} %`],
  },
];
