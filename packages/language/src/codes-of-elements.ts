import { TWO, type CodeInfo } from './code-info.js';
import type { Code } from './severities.js';

/** What is said of actors, agreements, constraints, commitments and all other elements. */
export const CODES_OF_ELEMENTS = {
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
  'graph-size': {
    meaning: 'A graph has fewer than two states, or more than thirty.',
    example: `${TWO}graph g of {one}\n`,
  },
  'two-places-today': {
    meaning: 'Two states of one graph are said to be where things stand today.',
    example: `${TWO}graph g of {here taken, there taken}\n`,
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
  'too-many-equal': {
    meaning: 'More than two hundred wishes are to count alike.',
    example: '',
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
  'member-without-voice': {
    meaning:
      'An actor that acts with its members is a party to an agreement, or a member of a body: it has no consent of its own to give.',
    example: `${TWO}actor C acts with A, B { option act }\nagreement t between A, C\n`,
  },
  'among-all': {
    meaning: 'Some are named that have to be among those that consent, where all have to.',
    example: `${TWO}agreement t between A, B among them A\n`,
  },
  'among-others': {
    meaning: 'An actor is to be among those that consent and is none of those that can.',
    example: `${TWO}actor C { option c }\nagreement t between at least 1 of A, B among them C\n`,
  },
  'acts-of-nothing': {
    meaning: 'An actor acts with its members and has no option that they could vote on.',
    example: `${TWO}actor C acts with A, B\n`,
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
} satisfies Partial<Record<Code, CodeInfo>>;
