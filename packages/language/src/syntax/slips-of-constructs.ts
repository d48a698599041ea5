import { isName } from '@standoff/model';
import { DATE, listed, NAME, OPTION, pattern, percent, WORDS } from './slip-patterns.js';
import type { Slip } from './slip.js';

/** Slips in what follows by itself, deadlines, chance, choices, windows, events and lists. */
export const CONSTRUCTS: readonly Slip[] = [
  {
    pattern: pattern('^\\s*(?:if|whenever|once)\\s+([^{}]+?),?\\s+then\\s*\\{'),
    message: 'what follows by itself begins with `when`',
    hint: 'write `when a then { b }`',
    instead: [([, a]) => `when ${a} then {`],
  },
  {
    pattern: pattern(`\\b((?:when|by)\\b[^{}"@\\r\\n]*?)\\s+then\\s+(${WORDS})`),
    message: 'what is so afterwards stands in braces',
    hint: 'write `then { a, not b }`',
    instead: [([, head, list]) => `${head} then { ${listed(list)} }`],
  },
  {
    pattern: pattern(`\\b(by\\s+${DATE})\\s+if\\s+not\\s+([^{}]+?)\\s+then\\b`),
    message: 'what keeps it from happening stands after `unless`',
    hint: 'write `by 2019-03-29 unless a then { b }`',
    instead: [([, head, a]) => `${head} unless ${a} then`],
  },
  {
    pattern: pattern(`\\b(by\\s+${DATE})\\s+if\\s+([^{}]+?)\\s+then\\b`),
    message: 'what keeps it from happening stands after `unless`',
    hint: 'write `by 2019-03-29 unless a then { b }`',
    instead: [([, head, a]) => `${head} unless not (${a}) then`],
  },
  {
    pattern: pattern(`\\b(by\\s+${DATE})\\s*[:,]\\s*(${WORDS})`),
    message: 'what is so from a day on stands in braces after `then`',
    hint: 'write `by 2019-03-29 then { a }`',
    instead: [([, head, list]) => `${head} then { ${listed(list)} }`],
  },
  {
    pattern: pattern('\\b((?:when|by)\\b[^{}"@\\r\\n]*?)\\s*[:,]?\\s*\\{'),
    message: 'what is so afterwards stands after `then`',
    hint: 'write `then { a, not b }`',
    instead: [([, head]) => `${head} then {`],
  },
  {
    pattern: pattern(`^\\s*(?:before|until|deadline|on|from|after|as of)\\s+(?=${DATE})`),
    message: 'what is so from a day on begins with `by`',
    hint: 'write `by 2019-03-29 unless a then { b }`',
    instead: [() => 'by '],
  },
  {
    pattern: pattern(`\\bchance\\s+(\\d+(?:\\.\\d+)?)\\s*%?\\s+(${NAME}(?:\\s*"·*")?)`),
    message: 'how likely it is stands at the end',
    hint: 'write `chance drought "A drought" 30 %`',
    instead: [([, figure, name]) => `chance ${name} ${percent(figure)}`],
  },
  {
    pattern: pattern(
      `\\b(chance\\s+${NAME}(?:\\s*"·*")?)\\s*[:=,]?\\s*(\\d+(?:\\.\\d+)?)\\s*(?:percent|per cent|%)?`,
    ),
    message: 'how likely it is, is said in percent',
    hint: 'write `chance drought "A drought" 30 %`',
    instead: [([, head, figure]) => `${head} ${percent(figure)}`],
  },
  {
    pattern: pattern(`^\\s*(?:probability|likelihood|risk|random)\\s+(?=${NAME})`),
    message: 'what nobody decides begins with `chance`',
    hint: 'write `chance drought "A drought" 30 %`',
    instead: [() => 'chance '],
  },
  {
    pattern: pattern('\\bchoice\\s+(?=(?:at most\\s+)?one of\\b)'),
    message: 'a choice has a name',
    hint: 'write `choice name "What is chosen" one of {a, b, c}`',
    instead: [() => 'choice which '],
  },
  {
    pattern: pattern(
      `\\b(choice\\s+${NAME}(?:\\s*"·*")?)\\s*[:=]?\\s*(?:(at most)\\s+|exactly\\s+)?(?:(?:one|1)\\s+of|of|among|between|from)?\\s*[{(]?(${WORDS})\\s*[})]?`,
    ),
    message: 'what there is to choose from stands in braces after `one of`',
    hint: 'write `choice name "What is chosen" one of {a, b, c}`, or `at most one of`',
    instead: [
      ([, head, most, list]) => `${head} ${most === '' ? '' : 'at most '}one of {${listed(list)}}`,
    ],
  },
  {
    pattern: pattern('\\bred[-_]lines?\\b'),
    message: 'a red line is written in two words',
    hint: 'write `red line not a` among the wishes of an actor',
    instead: [() => 'red line'],
  },
  {
    pattern: pattern('^\\s*(?:maybe|possibly|probably|might)\\s+(?=\\p{L})'),
    message: 'what is in doubt begins with `perhaps`',
    hint: 'write `perhaps never a`, or `perhaps 70 % never a`',
    instead: [() => 'perhaps '],
  },
  {
    pattern: pattern('\\bperhaps\\s+(\\d*\\.?\\d+)\\s*(?!\\s*%)'),
    message: 'how likely it is, is said in percent',
    hint: 'write `perhaps 70 % …`',
    instead: [([, figure]) => `perhaps ${percent(figure)} `],
  },
  {
    pattern: pattern(`\\bfrom\\s+(${DATE})\\s*(?:to|till|-|–)\\s*(?=${DATE})`),
    message: 'the last day of a window stands after `until`',
    hint: 'write `from 2018-04-01 until 2018-06-30`',
    instead: [([, from]) => `from ${from} until `],
  },
  {
    pattern: pattern(`\\bbetween\\s+(${DATE})\\s+and\\s+(?=${DATE})`),
    message: 'a window stands between `from` and `until`',
    hint: 'write `from 2018-04-01 until 2018-06-30`',
    instead: [([, from]) => `from ${from} until `],
  },
  {
    pattern: pattern(`(\\boption\\s+${NAME}[^{}@\\r\\n]*?)\\s+(after|before)\\s+(?=${DATE})`),
    message: 'a window stands between `from` and `until`',
    hint: 'write `from 2018-04-01`, or `until 2018-06-30`',
    instead: [([, head, word]) => `${head} ${word === 'after' ? 'from' : 'until'} `],
  },
  {
    pattern: pattern(`(\\boption\\s+${NAME}(?:\\s*"·*")?)\\s+(?=${DATE})`),
    message: 'the first day of a window stands after `from`',
    hint: 'write `from 2018-04-01 until 2018-06-30`',
    instead: [([, head]) => `${head} from `],
  },
  {
    pattern: pattern('^\\s*(?:leaves? out|left[- _]?out|omitted|omits?)\\s*:?\\s*(?="·)'),
    message: 'what is left out on purpose begins with `left out`',
    hint: 'write `left out "What the text says and the model does not"`',
    instead: [() => 'left out '],
  },
  {
    pattern: pattern(
      `\\bevent\\s+(?:from\\s+)?(${DATE})\\s*(?:-|–|—|until|till|to)\\s*(?=${DATE})`,
    ),
    message: 'the last day of a stretch of time stands after `to`',
    hint: 'write `event 2018-03-05 to 2018-03-08 "Talks"`',
    instead: [([, from]) => `event ${from} to `],
  },
  {
    pattern: pattern('\\bevent\\s+(?:~|circa|ca\\.?|around|roughly|approximately)\\s*(?=\\d)'),
    message: 'a rough date stands after `about`',
    hint: 'write `event about 2018-03 "Ballots"`',
    instead: [() => 'event about '],
  },
  {
    pattern: pattern(
      '\\b(quantity\\s+(?:(?:over|under|about)\\s+)?[\\d.]+)\\s*[-–]\\s*([\\d.]+)\\s*',
    ),
    message: 'a range is written with `to`',
    hint: 'write `quantity 80 to 90 "% of exports"`',
    instead: [([, from, to]) => `${from} to ${to} `],
  },
  {
    pattern: pattern('\\b(quantity\\s[^"@\\r\\n]*?)\\s*"·+"\\s*to\\s*([\\d.]+)'),
    message: 'the unit of a range stands at its end',
    hint: 'write `quantity 80 to 90 "% of exports"`',
    instead: [([, from, to]) => `${from} to ${to}`],
  },
  {
    pattern: pattern('\\b(quantity\\s[^"@%\\r\\n]*?)\\s*%'),
    message: 'a unit stands in quotes',
    hint: 'write `quantity 80 "%"`',
    instead: [([, figure]) => `${figure} "%"`],
  },
  {
    pattern: pattern('\\b(?:equals?|equally weighted|equally weighed)\\s*(?=\\{)'),
    message: 'wishes of equal weight stand after `equally`',
    hint: 'write `equally { a b c }`',
    instead: [() => 'equally '],
  },
  {
    pattern: pattern('\\b(equally|in no order)\\s*\\{([^{}]*,[^{}]*)\\}'),
    message: 'nothing stands between two wishes',
    hint: 'write each on a line of its own',
    instead: [([, head, list]) => `${head} {\n${listed(list, '\n')}\n}`],
  },
  {
    pattern: pattern(`\\b(equally|in no order)\\s+(${WORDS})`),
    message: 'wishes of equal weight, or in no order, stand in braces',
    hint: 'write `equally { a b c }`',
    instead: [([, head, list]) => `${head} {\n${listed(list, '\n')}\n}`],
  },
  {
    pattern: pattern(`\\bas\\s+(${NAME}(?:[ \\t]+${NAME})*)(?=[ \\t]*(?:$|[@}]))`),
    message: 'what a wish is called stands in quotes',
    hint: 'write `a as "Peace first"`',
    instead: [([, label]) => `as "${label}"`],
  },
  {
    pattern: pattern(
      '\\b(exactly (?:one|\\d+)|at (?:least|most) (?:one|\\d+)|all|none)\\s*(?=\\{)',
    ),
    message: 'a list stands after `of`',
    hint: 'write `at most one of {a, b}`',
    instead: [([, count]) => `${count} of `],
  },
  {
    pattern: pattern('^\\s*(least|most)(?=\\s+\\S+\\s+of\\b)'),
    message: (words) => `\`at\` stands before \`${words}\``,
    hint: 'write `at most one of {a, b}`',
    instead: [([, bound]) => `at ${bound}`],
  },
  {
    pattern: pattern('\\bbecause(?:\\s*:\\s*|\\s+)([^"@\\r\\n]*[^"@\\s])'),
    message: 'a reason stands in quotes',
    hint: 'write `because "…"`',
    instead: [([, reason]) => `because "${reason}"`],
  },
  {
    pattern: pattern('\\bbecause\\s*:\\s*(?=")'),
    message: 'nothing stands between `because` and the reason',
    hint: 'leave the colon out',
    instead: [() => 'because '],
  },
  {
    pattern: pattern('^\\s*(?:let|define|def|set)\\s+(?=\\S+\\s*=)'),
    message: 'what has a name and holds in some states is a scenario',
    hint: 'write `scenario name "Label" = a and b`',
    instead: [() => 'scenario '],
  },
  {
    pattern: pattern(`^\\s*(${OPTION})\\s+(?:excludes|precludes|rules out)\\s+(?=${OPTION})`),
    message: 'what cannot be together is a constraint',
    hint: 'write `never a and b`',
    instead: [([, one]) => `never ${one} and `],
  },
  {
    pattern: pattern(
      `^\\s*(${OPTION})\\s+(?:needs|required|presupposes|depends on|presumes)\\s+(?=${OPTION})`,
    ),
    message: 'what needs something else is said with `requires`',
    hint: 'write `a requires b`',
    instead: [([, one]) => `${one} requires `],
  },
  {
    pattern: pattern(
      `^\\s*(${OPTION}(?:\\s*(?:,|\\band\\b)\\s*${OPTION})+)\\s+are\\s+(?:mutually\\s+)?exclusive\\b`,
    ),
    message: 'what cannot be together is a constraint',
    hint: 'write `at most one of {a, b}`',
    instead: [([, list]) => `at most one of {${listed(list)}}`],
  },
  {
    pattern: pattern('\\b(never|always|not|and|or|requires|implies)\\s+("·+")'),
    message: 'options and scenarios are spoken of by their names',
    hint: 'write the name without quotes',
    instead: [
      ([, word, text]) => (isName(text.slice(1, -1)) ? `${word} ${text.slice(1, -1)}` : null),
    ],
  },
  {
    pattern: pattern(`(?<![@#\\p{L}\\p{N}_])(${NAME})(?:::?|/|['’]s\\s+)(${NAME})\\b`),
    message: 'an option stands after its actor and a dot',
    hint: 'write `NK.suspend`',
    instead: [([, actor, option]) => `${actor}.${option}`],
  },
  {
    pattern: pattern('^\\s*(?:[-*•]|\\d+[.)])\\s+(?=\\p{L})'),
    message: 'a statement begins with its first word',
    hint: 'leave out what stands before it, as in lists of other notations',
    instead: [() => ''],
  },
  {
    pattern: pattern('[ \\t]*(?:```\\w*|\\*\\*)'),
    message: (words) => `\`${words}\` is a sign of Markdown`,
    hint: 'leave it out',
    instead: [() => ''],
  },
  {
    pattern: pattern('`([^`\\r\\n]*)`'),
    message: 'names and words stand without quotes',
    hint: 'leave the quotes out',
    instead: [([, inside]) => inside],
  },
  {
    pattern: pattern('(?<=[\\p{L}\\p{N}_])\\.[ \\t]*$'),
    message: 'nothing stands at the end of a statement',
    hint: 'leave the point out',
    instead: [() => ''],
  },
];
