import { DATE, listed, NAME, OPTION, pattern, percent, START, WORDS } from './slip-patterns.js';
import type { Slip } from './slip.js';

/** Slips in how commitments, events, scenarios, relations, claims, sources and rules are said, in other words than these. */
export const STATEMENTS: readonly Slip[] = [
  {
    pattern: pattern(
      `${START}(${NAME})\\s+(threatens|promises|assures|demands)\\s+(?:that\\s+)?(?=(?:not\\s+)?${OPTION})(${WORDS})`,
    ),
    message: 'who promises or threatens stands at the end',
    hint: 'write `threat US.attack when not NK.suspend by US to NK`',
    instead: [
      ([, who, does, words]) => {
        const kind = { threatens: 'threat', promises: 'promise', assures: 'assurance' }[does];
        return `${kind ?? 'demand'} ${words.replace(/\s+if\s+/, ' when ')} by ${who}`;
      },
    ],
  },
  {
    pattern: pattern(
      `\\b((?:promise|threat|assurance|demand)\\b[^{}\\r\\n]*?)\\s+(?:against|towards?|for|at)\\s+(?=${NAME})`,
    ),
    message: 'to whom it is given stands after `to`',
    hint: 'write `threat US.attack when not NK.suspend to NK`',
    instead: [([, head]) => `${head} to `],
  },
  {
    pattern: pattern(
      `${START}(${NAME}(?:\\s*"·*")?)\\s+(?:with\\s+)?(?:a\\s+)?(?:probability|chance|likelihood|odds)\\s*(?:of|:|=)?\\s*(\\d+(?:\\.\\d+)?)\\s*(?:%|percent)?`,
    ),
    message: 'what nobody decides begins with `chance`',
    hint: 'write `chance drought "A drought" 30 %`',
    instead: [([, head, figure]) => `chance ${head} ${percent(figure)}`],
  },
  {
    pattern: pattern(
      `${START}(?:treaty|pact|accord|deal|contract)\\s+(?=${NAME}(?:\\s*"·*")?\\s+between)`,
    ),
    message: 'what several consent to is an agreement',
    hint: 'write `agreement name "Label" between NK, SK`',
    instead: [() => 'agreement '],
  },
  {
    pattern: pattern(
      `\\b(promise|threat|assurance|demand)\\s+(${NAME})\\s+to\\s+(${NAME})\\s*:\\s*(?=\\p{L})`,
    ),
    message: 'to whom it is given stands at the end',
    hint: 'write `promise US.assure when NK.dismantle to NK`',
    instead: [([, kind]) => `${kind} `],
  },
  {
    pattern: pattern('\\b(promise|threat|assurance|demand)\\s*:\\s*'),
    message: 'a colon stands behind a name or a label',
    hint: 'leave it out, or write `promise name: a when b`',
    instead: [([, kind]) => `${kind} `],
  },
  {
    pattern: pattern(`\\b(demand\\b[^{}]*?)\\s+(?:from|of)\\s+(?=${NAME}(?:\\s|$))`),
    message: 'who is to comply stands after `to`',
    hint: 'write `demand NK.dismantle by US to NK`',
    instead: [([, head]) => `${head} to `],
  },
  {
    pattern: pattern(
      `\\b((?:promise|threat|assurance|demand)\\b[^{}\\r\\n]*?),\\s*(?:if|when)\\s+`,
    ),
    message: 'under which condition it is given stands after `when`',
    hint: 'write `promise US.assure when NK.dismantle to NK`',
    instead: [([, head]) => `${head} when `],
  },
  {
    pattern: pattern('\\bevent\\s+(?:on|at|in|dated)\\s+(?=\\d)'),
    message: 'the date of an event stands right after `event`',
    hint: 'write `event 2018-04-21 "Tests suspended" { NK.suspend }`',
    instead: [() => 'event '],
  },
  {
    pattern: pattern(
      `\\b(event\\s+(?:about\\s+)?${DATE}(?:\\s+to\\s+${DATE})?)\\s*[:,;–-]\\s*(?=")`,
    ),
    message: 'nothing stands between the date and what happened',
    hint: 'write `event 2018-04-21 "Tests suspended" { NK.suspend }`',
    instead: [([, head]) => `${head} `],
  },
  {
    pattern: pattern(`\\b(event\\s+${DATE})T[\\d:.Z+-]*`),
    message: 'a date has no time of day',
    hint: 'write `event 2018-04-21 "Tests suspended"`',
    instead: [([, head]) => head],
  },
  {
    pattern: pattern(`(?<=\\bevent\\b[^{}]*\\{[^{}]*)(\\+|-|−)\\s*(?=${OPTION})`),
    message: 'what was taken up stands by itself, what was ended after `not`',
    hint: 'write `{ NK.suspend, not US.meet }`',
    instead: [([, sign]) => (sign === '+' ? '' : 'not ')],
  },
  {
    pattern: pattern(
      `\\b(event\\s+(?:about\\s+)?${DATE}\\s*"·*")\\s*:?\\s*((?:not\\s+)?${OPTION}(?:\\s*(?:,|\\band\\b)\\s*(?:not\\s+)?${OPTION})*)(?=\\s*(?:$|@))`,
    ),
    message: 'what an event changes stands in braces',
    hint: 'write `event 2018-04-21 "Tests suspended" { NK.suspend }`',
    instead: [([, head, effects]) => `${head} { ${listed(effects)} }`],
  },
  {
    pattern: pattern(`\\bscenario\\s+(${NAME}(?:[ \\t]+${NAME})+)\\s*(?=[=:])`),
    message: 'a name is one word, and a label stands in quotes',
    hint: 'write `scenario name "Label" = a and b`',
    instead: [
      ([, name]) =>
        `scenario ${name
          .split(/\s+/)
          .map((word, k) => (k === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
          .join('')} "${name}" `,
    ],
  },
  {
    pattern: pattern(`(?<=\\bscenario\\s+${NAME}(?:\\s*"·*")?\\s*=\\s*[^{}()=]*),\\s*`),
    message: 'a comma does not say how these belong together',
    hint: 'write `and` or `or` between them',
    instead: [() => ' and ', () => ' or '],
  },
  {
    pattern: pattern(
      `\\b(state\\s+${NAME}(?:\\s*"·*")?)\\s*[:=]?\\s*(${OPTION}(?:\\s*(?:,|\\band\\b)\\s*${OPTION})*)(?=\\s*(?:$|@))`,
    ),
    message: 'what is taken in a state is a list in braces',
    hint: 'write `state name "Label" = { NK.open, SK.invest }`',
    instead: [([, head, list]) => `${head} = { ${listed(list)} }`],
  },
  {
    pattern: pattern(
      `${START}(${NAME})(?:['’]s)?\\s+(worst|best)\\s*(?:case|outcome)?\\s*(?:is|=|:)\\s*(?=${NAME})`,
    ),
    message: 'for whom it is so stands after `for`',
    hint: 'write `worst for CN is garrison`',
    instead: [([, actor, which]) => `${which} for ${actor} is `],
  },
  {
    pattern: pattern(
      `\\brelation\\s+(${NAME})\\s*(?:->|→|-|–|,|:|&|\\band\\b|with)\\s*(${NAME})\\s*[:=]?\\s*("·+")`,
    ),
    message: 'how one stands to the other is said between them',
    hint: 'write `relation CN "looks to" NK`',
    instead: [([, one, other, is]) => `relation ${one} ${is} ${other}`],
  },
  {
    pattern: pattern(
      `\\brelation\\s+(${NAME})\\s*(?:,|&|\\band\\b)\\s*(${NAME})\\s+(?:are\\s+)?(allied|allies|rivals?|hostile|enemies)\\b`,
    ),
    message: 'how one stands to the other is said between them',
    hint: 'write `relation CN allied with NK`',
    instead: [
      ([, one, other, is]) => {
        const kind = is.startsWith('alli')
          ? 'allied with'
          : is.startsWith('rival')
            ? 'rival of'
            : 'hostile to';
        return `relation ${one} ${kind} ${other}`;
      },
    ],
  },
  {
    pattern: pattern(`\\brelation\\s+(${NAME})\\s+(?:is|was|are)\\s+(?=\\p{L})`),
    message: 'nothing stands before how one stands to the other',
    hint: 'write `relation CN allied with NK`',
    instead: [([, one]) => `relation ${one} `],
  },
  {
    pattern: pattern(
      `${START}(${NAME})\\s+(?:sees|views|believes|thinks|imagines|considers|regards)\\s+(?:that\\s+)?(${NAME})(?:\\s+as)?\\s*(?=\\{)`,
    ),
    message: 'what one takes the other for is said with `perceives`',
    hint: 'write `JP perceives US { prefers { … } }`',
    instead: [([, one, other]) => `${one} perceives ${other} `],
  },
  {
    pattern: pattern(`\\b(perceives\\s+${NAME})\\s+(?:as|like|to be|:)\\s*(?=\\{)`),
    message: 'the picture stands right after whom it is of',
    hint: 'write `JP perceives US { prefers { … } }`',
    instead: [([, head]) => `${head} `],
  },
  {
    pattern: pattern(
      '(?:(?<=\\bsource\\b[^{}]*\\{[^{}]*)|(?<=^\\s*))\\b(author|publisher|url|doi|kind|note|published|accessed)\\s*[:=]\\s*',
    ),
    message: 'nothing stands between a field and what it says',
    hint: 'write `author "…"`',
    instead: [([, field]) => `${field} `],
  },
  {
    pattern: pattern(
      '(?:(?<=\\bsource\\b[^{}]*\\{[^{}]*)|(?<=^\\s*))\\b(?:date|year|publication date|pubdate)\\s*[:=]?\\s*(?=\\d)',
    ),
    message: 'when a source came out is said with `published`',
    hint: 'write `published 2018-04-27`',
    instead: [() => 'published '],
  },
  {
    pattern: pattern(
      '(?:(?<=\\bsource\\b[^{}]*\\{[^{}]*)|(?<=^\\s*))\\b(?:by|writer|authors)\\s*[:=]?\\s*(?=")',
    ),
    message: 'who wrote a source is said with `author`',
    hint: 'write `author "…"`',
    instead: [() => 'author '],
  },
  {
    pattern: pattern(
      `\\b(source\\s+${NAME}\\s*"·*")\\s+((?:(?:author|publisher|url|doi|kind|note)\\s*"·*"\\s*|(?:published|accessed)\\s*${DATE}\\s*)+)(?=$|@)`,
    ),
    message: 'what is said of a source stands in braces',
    hint: 'write `source name "Title" { author "…" }`',
    instead: [([, head, fields]) => `${head} { ${fields.trim()} }`],
  },
  {
    pattern: pattern(
      `\\b(claim\\s+${NAME}\\s*"·*")\\s+(?:(?:is|as|was)\\s+)?(?:said|asserted|alleged|according to|says|told|stated)?\\s*(?:by\\s+)?(?=${NAME}|")`,
    ),
    message: 'who says it stands after `stated by`, `claimed by` or `reported by`',
    hint: 'write `claim name "What is claimed" stated by NK`',
    instead: [([, head]) => `${head} claimed by `],
  },
  {
    pattern: pattern(`\\b(never|always)\\s*\\(\\s*([^(){}"@]*,[^(){}"@]*?)\\s*\\)`),
    message: 'a comma does not say how these belong together',
    hint: 'write `never a and b`',
    instead: [([, word, list]) => `${word} ${listed(list, word === 'never' ? ' and ' : ' or ')}`],
  },
  {
    pattern: pattern(
      `${START}(?:mutex|exclusive|mutually exclusive|xor|disjoint)\\s*:?\\s*(?=\\{)`,
    ),
    message: 'what cannot be together is a constraint',
    hint: 'write `at most one of {a, b}`',
    instead: [() => 'at most one of '],
  },
  {
    pattern: pattern(
      `${START}(?:forbid|forbidden|impossible|exclude|disallow|cannot|infeasible|no)\\s*:?\\s*(?=(?:not\\s+)?${OPTION}\\s*(?:$|@|and\\b|or\\b))`,
    ),
    message: 'what cannot be is said with `never`',
    hint: 'write `never a and b`',
    instead: [() => 'never '],
  },
  {
    pattern: pattern(
      `${START}(?:must|ensure|require|assert|constraint|rule)\\s*:?\\s*(?=(?:not\\s+)?${OPTION}\\s*(?:$|@|and\\b|or\\b|implies\\b|only\\b))`,
    ),
    message: 'what has to be so is said with `always`',
    hint: 'write `always a or b`',
    instead: [() => 'always '],
  },
  {
    pattern: pattern(`${START}(${OPTION})\\s*(?:=>|->|→|⇒|-->)\\s*(${OPTION})(?=\\s*(?:$|@))`),
    message: 'what needs something else is said with `requires`',
    hint: 'write `a requires b`',
    instead: [([, a, b]) => `${a} requires ${b}`],
  },
  {
    pattern: pattern(
      '(?<=\\S)\\s*[([]\\s*(?:see\\s+)?@?([\\p{L}][\\p{L}\\p{N}_]*)\\s*[:,]\\s*[Pp]\\.?\\s*(\\d+)\\s*[)\\]]',
    ),
    message: 'where it is said stands after `@`, without brackets',
    hint: 'write `@source:P7`',
    instead: [([, source, paragraph]) => ` @${source}:P${paragraph}`],
  },
  {
    pattern: pattern('(?<=\\S)\\s*,?\\s*\\b(?:see|cf\\.?|source|ref|according to)\\s*:?\\s*(?=@)'),
    message: 'a reference to a source stands by itself',
    hint: 'write `@source:P7`',
    instead: [() => ' '],
  },
  {
    pattern: pattern(`(?<=\\bby\\s+)(?:the\\s+)?(?:end|beginning|start)\\s+of\\s+(?=\\d{4})`),
    message: 'a day is a date: of a year or a month alone the last day counts',
    hint: 'write `by 2018 then { a }`',
    instead: [() => ''],
  },
  {
    pattern: pattern(`${START}(?:after|on|from|as of|in)\\s+(${DATE})\\s*[:,]?\\s*(?=\\{)`),
    message: 'what is so from a day on begins with `by`',
    hint: 'write `by 2019-03-29 unless a then { b }`',
    instead: [([, day]) => `by ${day} then `],
  },
  {
    pattern: pattern(`${START}situation\\s+([^"{}@#\\r\\n]*[^"{}@#\\s])(?=\\s*(?:$|@))`),
    message: 'the title of a situation stands in quotes',
    hint: 'write `situation "Title" as of 2018-04-27`',
    instead: [([, title]) => `situation "${title}"`],
  },
];
