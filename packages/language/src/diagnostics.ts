import type { Code } from './severities.js';

/** What a code of a diagnostic means. */
export interface CodeInfo {
  readonly meaning: string;
  /** A short text that has this to say about it, and nothing else that is worse. */
  readonly example: string;
}

/** `situation "S"` and two actors, for examples that need them. */
const TWO = `situation "S"
actor A { option a  option c }
actor B { option b }
`;

/**
 * What every code of severities.ts means, for pages and for whoever points at one.
 * docs/diagnostics.md is written from this list (test/diagnostics.test.ts says how).
 */
export const CODES: Readonly<Record<Code, CodeInfo>> = {
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
    example: 'situation "S" @x:7\n',
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

  // Actors, options, preferences
  'choice-of-one': {
    meaning: 'A choice has fewer than two members.',
    example: `${TWO}choice x at most one of {a}\n`,
  },
  'choice-of-several': {
    meaning:
      'A choice is among options of several actors, among options and agreements, or says that one of several agreements must hold.',
    example: `${TWO}choice x at most one of {a, b}\n`,
  },
  'option-of-nobody': {
    meaning: 'A choice outside of all actors says its options itself, so that nobody has them.',
    example: `${TWO}choice x one of {d "D", e "E"}\n`,
  },
  'doubt-misplaced': {
    meaning: '`perhaps` stands where nothing can be in doubt.',
    example: `${TWO}A perceives B { perhaps never b }\n`,
  },
  'not-equal': {
    meaning: 'A wish among others of equal weight is in doubt, of a degree or a red line.',
    example: 'situation "S"\nactor A { option a  option b prefers { equally { strongly a b } } }\n',
  },
  'kept-by-itself': {
    meaning: 'A commitment is about its own being kept.',
    example: 'situation "S"\nactor A { option a }\npromise p: a and keeps p\n',
  },
  'stake-of-another': {
    meaning: 'An actor stakes its name on a demand, or on what somebody else gives.',
    example:
      'situation "S"\nactor A { option a }\nactor B { option b prefers { keeps p } }\npromise p: a\n',
  },
  'bad-pattern': {
    meaning: 'A pattern in a ranking has not one Y, N or - for each option.',
    example: 'situation "S"\nactor A { option a  option b ranks "Y" > others }\n',
  },
  'bad-quorum': {
    meaning:
      'The number of parties that an agreement needs is no number from 1 to that of its parties.',
    example:
      'situation "S"\nactor A { option a }\nactor B { option b }\nagreement t between at least 3 of A, B\n',
  },
  'kept-from-party': {
    meaning: 'An agreement is kept from one of its parties.',
    example:
      'situation "S"\nactor A { option a }\nactor B { option b }\nagreement t between A, B kept from B\n',
  },
  'offer-of-itself': {
    meaning: 'An offer is among its own terms.',
    example:
      'situation "S"\nactor A { option a }\nactor B { option b }\noffer t by A to B: { A.t }\n',
  },
  'terms-exclude': {
    meaning: 'The terms of an offer exclude each other.',
    example:
      'situation "S"\nactor A { option a }\nactor B { option b }\noffer t by A to B: { a, not a }\n',
  },
  'refusal-of-nothing': {
    meaning: 'Somebody refuses what is no offer, or was not offered to it.',
    example:
      'situation "S"\nactor A { option a }\nactor B { option b }\noffer t by A to B: { a }\nevent 2018-05-01 "No" { A refuses t }\n',
  },
  'stretch-backwards': {
    meaning: 'An event over a stretch of time ends before it begins.',
    example: 'situation "S"\nactor A { option a }\nevent 2018-05-08 to 2018-05-01 "Talks" { a }\n',
  },
  'range-backwards': {
    meaning: 'The figures of a range are the wrong way round.',
    example: 'situation "S"\nactor A { option a }\nclaim c "Cuts" stated, quantity 90 to 50 "%"\n',
  },
  'bad-odds': {
    meaning: 'How likely factions are to prevail does not come to 100 %, or to more.',
    example:
      'situation "S"\nactor A {\n  option a\n  faction f { prefers { a } }\n  faction g { prefers { not a } }\n  prevails f 70 %\n  prevails g 40 %\n}\n',
  },
  'repeated-flag': {
    meaning: 'The same word is said twice of an option.',
    example: 'situation "S"\nactor A { option a taken taken }\n',
  },
  'contradictory-flags': {
    meaning: 'Two words said of an option contradict each other.',
    example: 'situation "S"\nactor A { option a taken open }\n',
  },
  'deadline-passed': {
    meaning: 'A deadline lies before the `as of` date, or on it: it changes nothing any more.',
    example: `situation "S" as of 2019-04\nactor A { option a prefers { a } }\nby 2019-03-29 then { A.a }\n`,
  },
  'window-twice': {
    meaning: 'An option has two windows.',
    example:
      'situation "S" as of 2018-03\nactor A { option a from 2018-01 until 2018-02 from 2018-04 }\n',
  },
  'empty-window': {
    meaning: 'The window of an option ends before it begins.',
    example: 'situation "S" as of 2018-03\nactor A { option a from 2018-04 until 2018-02 }\n',
  },
  'window-of-unknown': {
    meaning:
      'Whether an option is taken is not known, so that it is not known either how it stays outside its window.',
    example: 'situation "S" as of 2018-03\nactor A { option a unknown from 2018-04 }\n',
  },
  'window-without-date': {
    meaning: 'An option has a window, and the situation no `as of` date.',
    example: 'situation "S"\nactor A { option a from 2018-04 }\n',
  },
  'mixed-preferences': {
    meaning: 'One actor, faction or picture uses two of `prefers`, `ranks` and `weighs`.',
    example: 'situation "S"\nactor A { option a prefers { a } weighs { a: 1 } }\n',
  },
  'second-ranking': {
    meaning: 'One actor, faction or picture has two rankings.',
    example: 'situation "S"\nactor A { option a ranks a > others ranks others > a }\n',
  },
  'faction-beside-preference': {
    meaning: 'An actor has a preference beside a faction, and one of them is a ranking or weights.',
    example: 'situation "S"\nactor A { option a faction f { weighs { a: 1 } } prefers { a } }\n',
  },
  'red-line-misplaced': {
    meaning: 'A red line stands among wishes in no order.',
    example:
      'situation "S"\nactor A { option a  option b prefers { in no order { red line a b } } }\n',
  },
  'others-twice': {
    meaning: '`others` stands twice in a ranking.',
    example: 'situation "S"\nactor A { option a ranks others > a > others }\n',
  },
  'others-joined': {
    meaning: '`others` is joined to something with `~`.',
    example: 'situation "S"\nactor A { option a ranks a ~ others }\n',
  },
  'prevails-twice': {
    meaning: 'Two factions of an actor are said to prevail.',
    example: 'situation "S"\nactor A { faction f faction g prevails f prevails g }\n',
  },
  'empty-preferences': {
    meaning: 'The braces of a preference are empty.',
    example: 'situation "S"\nactor A { option a prefers { } }\n',
  },
  'duplicate-statement': {
    meaning: 'The same statement stands twice in a list; the second never matters.',
    example: 'situation "S"\nactor A { option a prefers {\n  a\n  a\n} }\n',
  },
  'statements-on-one-line': {
    meaning: 'Two statements stand on one line: an `and` may be missing between them.',
    example: 'situation "S"\nactor A { option a option b prefers { a b } }\n',
  },

  // Agreements and constraints
  'one-party': {
    meaning: 'An agreement has fewer than two parties.',
    example: `${TWO}agreement t between A\n`,
  },
  'repeated-party': {
    meaning: 'An agreement names a party twice.',
    example: `${TWO}agreement t between A, B, A\n`,
  },
  'flag-of-options-only': {
    meaning: 'A word that only options can have follows an agreement.',
    example: `${TWO}agreement t between A, B unknown\n`,
  },
  'requires-cycle': {
    meaning: 'Options require one another in a circle, so they are taken only together.',
    example: `${TWO}a requires b\nb requires a\n`,
  },
  'who-cannot-move': {
    meaning: '`cannot move` does not say of whom, or stands in the braces of another actor.',
    example: `${TWO}cannot move from a to b\n`,
  },

  // Commitments
  'repeated-clause': {
    meaning: 'A commitment has two `when`, `by` or `to`, or a claim two `cause of`.',
    example: `${TWO}promise a when b when c\n`,
  },
  'if-in-commitment': {
    meaning:
      'A promise, threat, assurance or demand has its condition after `if` or `unless` instead of `when`.',
    example: `${TWO}threat a if not c to B\n`,
  },
  'whose-commitment': {
    meaning: 'Whose promise, threat or assurance it is does not follow from its options.',
    example: `${TWO}promise a and b\n`,
  },
  'who-demands': {
    meaning: 'A demand does not say who demands.',
    example: `${TWO}demand a\n`,
  },
  'not-theirs-to-do': {
    meaning: 'Something is demanded of an actor that owns none of its options.',
    example: `${TWO}demand a by A to B\n`,
  },
  'commitment-to-oneself': {
    meaning: 'A commitment is made to the one who makes it.',
    example: `${TWO}promise a to A\n`,
  },

  // Everything else
  'scenario-cycle': {
    meaning: 'A scenario refers to itself, directly or through others.',
    example: `${TWO}scenario x = a and y\nscenario y = not x\n`,
  },
  'perceives-itself': {
    meaning: 'An actor perceives itself.',
    example: `${TWO}A perceives A { }\n`,
  },
  'relation-to-itself': {
    meaning: 'An actor is put in a relation to itself.',
    example: `${TWO}relation A rival of A\n`,
  },
  'effect-twice': {
    meaning: 'An event changes the same option twice.',
    example: `${TWO}event 2018 "E" { a, not a }\n`,
  },
  'event-against-option': {
    meaning: 'An event ends what is irreversible, or takes up what cannot be taken up.',
    example: 'situation "S"\nactor A { option a taken irreversible }\nevent 2018 "E" { not a }\n',
  },
  'repeated-field': {
    meaning: 'A source has the same field twice.',
    example: 'situation "S"\nsource x "X" { author "P" author "Q" }\nactor A @x\n',
  },
  'accessed-before-published': {
    meaning: 'A source was accessed before it was published.',
    example: 'situation "S"\nsource x "X" { published 2018 accessed 2017-05 }\nactor A @x\n',
  },
  'source-unused': {
    meaning: 'Nothing refers to the source.',
    example: 'situation "S"\nsource x "X"\n',
  },
};
