import { readableDate } from './slips-of-dates.js';
import type { Slip } from './slip.js';

const sign = (words: string): string => `\`${words}\` is no sign of the language`;
const word =
  (written: string): ((parts: readonly string[]) => string) =>
  () =>
    ` ${written} `;

/** A date as people write it: in figures, with the name of a month, with a time, or by a part of the year. */
const DATE = new RegExp(
  [
    '\\b(?:\\d{1,4}([./])\\s?\\d{1,2}\\1\\s?\\d{1,4}',
    '\\d{4}[\u2010-\u2014]\\d\\d(?:[\u2010-\u2014]\\d\\d)?',
    '\\d{4}-\\d\\d-\\d\\dT\\d\\d(?::?\\d\\d)*(?:\\.\\d+)?(?:Z|[+-]\\d\\d:?\\d\\d)?',
    '\\d{1,2}(?:st|nd|rd|th)?\\.?\\s+(?:(?:of|de|of the)\\s+)?\\p{L}{3,10}\\.?,?\\s+(?:de\\s+)?\\d{4}',
    '\\p{Lu}\\p{Ll}{2,8}\\.?\\s+(?:\\d{1,2}(?:st|nd|rd|th)?,?\\s+)?\\d{4}',
    '\\d{4},?\\s+\\p{Lu}\\p{Ll}{2,8}\\.?(?:\\s+\\d{1,2}(?:st|nd|rd|th)?)?',
    '\\d{4}\\s?[年년]\\s?\\d{1,2}\\s?[月월](?:\\s?\\d{1,2}\\s?[日일])?',
    '(?:Q[1-4]|spring|summer|autumn|fall|winter|early|mid|late)[- ]\\d{4}',
    '\\d{4}-?(?:Q[1-4]|W\\d\\d(?:-\\d)?))(?![\\w-])',
  ].join('|'),
  'du',
);

/** Signs by which other notations join expressions. */
export const OPERATORS: readonly Slip[] = [
  {
    pattern: /\s*(?:<[-=]+>|[↔⇔⟷⟺≡])\s*/d,
    message: sign,
    hint: 'write `iff` for both or neither',
    instead: [word('iff')],
  },
  {
    pattern: /\s*(?:[-=]+>|[→⇒⟶⟹])\s*/d,
    message: sign,
    hint: 'write `implies` between a condition and what follows of it, `to` where a move goes from one state to another',
    instead: [word('implies'), word('to'), word('>')],
  },
  {
    pattern: /\s*(?:&&?|∧|\+)\s*/d,
    message: sign,
    hint: 'write `and`',
    instead: [word('and'), () => ', '],
  },
  { pattern: /\s*(?:\|\|?|∨)\s*/d, message: sign, hint: 'write `or`', instead: [word('or')] },
  {
    pattern: /\s*(?:!=|<>|=\/=|[\^≠⊕⊻])\s*/d,
    message: sign,
    hint: 'write `xor` for one without the other',
    instead: [word('xor')],
  },
  {
    pattern: /[!¬~]\s*(?=[\p{L}(])/du,
    message: sign,
    hint: 'write `not`',
    instead: [() => 'not '],
  },
];

/** Slips of signs: of other notations, and of texts, dates and passages. */
export const SIGNS: readonly Slip[] = [
  {
    pattern: DATE,
    message: (words) => `\`${words}\` is not how a date is written`,
    hint: 'write the year first: 2018-04-27, 2018-04 or 2018',
    instead: [
      ([date]) => readableDate(date, 'day'),
      ([date]) => readableDate(date, 'month'),
      // Of what cannot be told the year at least.
      ([date]) =>
        readableDate(date, 'day') ?? readableDate(date, 'month') ?? /\d{4}/.exec(date)?.[0] ?? null,
    ],
  },
  {
    pattern: /\b(as of|published|accessed|event)\s+("·+")/d,
    message: 'a date stands without quotes',
    hint: 'write 2018-04-27, 2018-04 or 2018',
    instead: [
      ([, before, date]) => {
        const read = /^\d{4}(-\d\d){0,2}$/.test(date.slice(1, -1))
          ? date.slice(1, -1)
          : readableDate(date.slice(1, -1), 'day');
        return read === null ? null : `${before} ${read}`;
      },
    ],
  },
  ...OPERATORS,
  {
    pattern: /\s*={1,2}\s*(true|yes|false|no)\b/di,
    message: 'an option is taken or not, and has no value',
    hint: 'write its name, or `not` before it',
    instead: [([, value]) => (/^(true|yes)$/i.test(value) ? '' : null)],
  },
  {
    pattern: /((?:\w+\.)?\w+)\s*={1,2}\s*(?:false|no)\b/di,
    message: 'an option is taken or not, and has no value',
    hint: 'write its name, or `not` before it',
    instead: [([, name]) => `not ${name}`],
  },
  {
    pattern: /\s*={1,3}\s*/d,
    message: sign,
    hint: 'write `=` after the name of a scenario, `iff` between two expressions',
    instead: [word('='), word('iff')],
  },
  {
    pattern: /(?<=^|\s)(?:\/\/|--)(.*)/d,
    message: (words) => `a comment does not begin with \`${words.slice(0, 2)}\``,
    hint: 'a comment begins with `#`',
    instead: [([, rest]) => `#${rest}`],
  },
  {
    pattern: /\/\*(.*?)\*\//d,
    message: 'a comment does not stand in `/* */`',
    hint: 'a comment begins with `#` and runs to the end of the line',
    instead: [([, rest]) => `#${rest}`],
  },
  {
    pattern: /['‘’`]([^'‘’`"\r\n]*)['‘’`]/d,
    message: 'a text does not stand in single quotes',
    hint: 'write double quotes: "…"',
    instead: [([, inside]) => `"${inside}"`],
  },
  {
    pattern: /\[([^[\]\r\n]*)\]/d,
    message: 'a list does not stand in square brackets',
    hint: 'lists stand in braces: {a, b}',
    instead: [([, inside]) => `{${inside}}`, ([, inside]) => inside],
  },
  {
    pattern: /@(\w+):P(\d+)(?:-P(\d+))?((?:\s*,\s*P?\d+(?:-P?\d+)?)+)/d,
    message: 'each passage names its source',
    hint: 'write one reference after the other: @source:P1 @source:P2',
    instead: [
      ([all, source]) =>
        [...all.slice(source.length + 1).matchAll(/P?(\d+)(?:-P?(\d+))?/g)]
          .map(([, from, to]) => `@${source}:P${from}${to === undefined ? '' : `-P${to}`}`)
          .join(' '),
    ],
  },
  {
    pattern: /(@[\w:#-]+)((?:\s*(?:,|;|\band\b)\s*@[\w:#-]+)+)/d,
    message: 'references to sources stand side by side',
    hint: 'leave out what stands between them',
    instead: [([all]) => all.split(/\s*(?:,|;|\band\b)\s*/).join(' ')],
  },
  {
    pattern: /[([]\s*(@[\w:#-]+(?:\s*,?\s*@[\w:#-]+)*)\s*[)\]]/d,
    message: 'references to sources stand without brackets',
    hint: 'leave the brackets out',
    instead: [([, inside]) => inside.split(/\s*,\s*/).join(' ')],
  },
  {
    pattern: /(@\w+)\s*(?:,|\s)\s*:?[Pp](?:ara(?:graph)?)?\.?\s*(\d+)/d,
    message: 'a passage stands in one piece with its source',
    hint: 'write @source:P7',
    instead: [([, source, n]) => `${source}:P${n}`],
  },
  {
    pattern: /(?<=(?:\bof|\bthen|[:=])\s*\{[^{}]*)\s*;[ \t]*(?=\S)/d,
    message: 'a list has commas',
    hint: 'write {a, b}',
    instead: [() => ', '],
  },
  {
    pattern: /\s*;[ \t]*(?=\S)/d,
    message: 'nothing stands between two statements',
    hint: 'begin a new line',
    instead: [() => '\n'],
  },
  {
    pattern: /\s*;/d,
    message: 'nothing stands between two statements',
    hint: 'leave the `;` out',
    instead: [() => ''],
  },
];
