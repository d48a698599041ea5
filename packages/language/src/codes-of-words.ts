import { TWO, type CodeInfo } from './code-info.js';
import type { Code } from './severities.js';

/** What is said of a text, its characters, names, values and expressions. */
export const CODES_OF_WORDS = {
  // The text as a whole
  'empty-text': {
    meaning: 'The text is empty, or has nothing but comments in it.',
    example: '# nothing yet\n',
  },
  'text-too-long': {
    meaning: 'The text is longer than five million characters and is not read.',
    example: '',
  },
  'not-a-text': {
    meaning:
      'The file is not a text: it has NUL in it, or more than one control character to ten others, blanks not counted.',
    example: 'situation "S"\u0000',
  },
  'not-utf-8': {
    meaning: 'The file was not valid UTF-8: it has the replacement character U+FFFD in it.',
    example: 'situation "Cor\ufffde"',
  },
  'hidden-characters': {
    meaning:
      'There are characters in the text that are not seen, or that change what is shown: control characters, marks that turn the direction of writing, blanks without width. They are shown as signs.',
    example: `${TWO}scenario x "Peace\u202e" = a and b\n`,
  },
  'too-deep': {
    meaning: 'Parentheses, braces or `not`s are nested more than a hundred deep.',
    example: '',
  },
  'no-situation': {
    meaning: 'The text does not begin with `situation "Title"`.',
    example: 'actor A\n',
  },
  'situation-not-first': {
    meaning: 'Something stands before `situation`.',
    example: 'actor A\nsituation "S"\n',
  },
  'second-situation': {
    meaning: 'There are two situations in one text.',
    example: 'situation "S"\nsituation "T"\n',
  },
  more: {
    meaning: 'There are more messages than are shown.',
    example: '',
  },

  // Characters and words
  syntax: {
    meaning: 'A word or sign stands where it cannot stand. The message says what was expected.',
    example: `${TWO}scenario x a\n`,
  },
  'unknown-word': {
    meaning: 'A word stands where a word of the language is expected, and is none.',
    example: `${TWO}agrement t between A, B\n`,
  },
  'unclosed-brace': {
    meaning: 'A `{` or `(` is never closed.',
    example: 'situation "S"\nactor A {\n  option a\n',
  },
  'closed-too-often': {
    meaning: 'A `}` or `)` closes nothing.',
    example: 'situation "S"\nactor A { option a } }\n',
  },
  'unclosed-text': {
    meaning: 'A text is not closed with `"` on its line.',
    example: 'situation "S\n',
  },
  'merge-conflict': {
    meaning: 'Two versions of the same lines stand in the text, as a merge of git left them.',
    example: 'situation "S"\n<<<<<<< ours\nactor A\n=======\nactor B\n>>>>>>> theirs\n',
  },
  'curly-quotes': {
    meaning: 'A text stands in typographic quotation marks instead of `"`.',
    example: 'situation \u201cS\u201d\n',
  },
  'stray-character': {
    meaning: 'A character has no meaning in the language.',
    example: `${TWO}never a & b\n`,
  },
  'lone-expression': {
    meaning: 'An expression stands alone; nothing says whether it must or must not hold.',
    example: `${TWO}all of {a, b}\n`,
  },

  // Names
  'unknown-name': {
    meaning: 'Nothing has this name.',
    example: `${TWO}never a and d\n`,
  },
  'wrong-kind': {
    meaning: 'The name belongs to something of another kind than is needed here.',
    example: `${TWO}never a and B\n`,
  },
  'ambiguous-option': {
    meaning: 'Several actors have an option of this name, and no actor is written before it.',
    example: 'situation "S"\nactor A { option a }\nactor B { option a }\nnever a\n',
  },
  'duplicate-name': {
    meaning: 'Two elements have the same name.',
    example: 'situation "S"\nactor A\nactor A\n',
  },
  'duplicate-option': {
    meaning: 'An actor has two options of the same name.',
    example: 'situation "S"\nactor A { option a  option a }\n',
  },
  'consent-clash': {
    meaning: 'A party of an agreement has an option of the same name as the agreement.',
    example: `${TWO}agreement b between A, B\n`,
  },

  // Values
  'bad-date': {
    meaning: 'There is no such date.',
    example: 'situation "S" as of 2018-02-30\n',
  },
  'bad-number': {
    meaning: 'Only a whole number from 0 can stand here.',
    example: `${TWO}at most -1 of {a, b}\n`,
  },
  'number-out-of-range': {
    meaning:
      'A weight, a difference of weights or a quantity is beyond the largest number (about 1.8 times 10 to the power of 308), or has more than 300 digits after the point.',
    example: '',
  },
  'bad-strength': {
    meaning:
      'The differences from which on weights count as much preferred do not go up step by step.',
    example: 'situation "S"\nactor A { option a weighs { a: 3 } much from 4, very much from 2 }\n',
  },
  'bad-percentage': {
    meaning: 'A percentage is not between 0 and 100.',
    example: 'situation "S"\nactor A { option a prefers { perhaps 120 % a } }\n',
  },
  'bad-evidence': {
    meaning: 'A reference to a source is not written as one.',
    example: 'situation "S" @x:P1\nsource x "X"\nactor A @x:7\n',
  },
  'bad-paragraphs': {
    meaning: 'The last paragraph of a reference comes before the first.',
    example: 'situation "S"\nsource x "X"\nactor A @x:P9-P7\n',
  },

  // Expressions
  chain: {
    meaning: 'Words like `implies` and `if` stand side by side without parentheses.',
    example: `${TWO}always a implies b implies c\n`,
  },
  'empty-list': {
    meaning: 'The list in braces of a counting expression is empty.',
    example: `${TWO}at most one of {}\n`,
  },
  'duplicate-member': {
    meaning: 'A list has the same member twice.',
    example: `${TWO}at most one of {a, b, a}\n`,
  },
  'count-beyond-list': {
    meaning: 'The number asked for is larger than the list.',
    example: `${TWO}at most 3 of {a, b}\n`,
  },
} satisfies Partial<Record<Code, CodeInfo>>;
