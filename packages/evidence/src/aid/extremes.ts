import type { PatternRule } from './rule.js';

const FOR =
  '(?:(?: scenario| outcome| case| result| prospect)?(?: of all)?(?: (?:for|to) (?:the )?\\p{Lu}[\\p{L}-]*(?: \\p{Lu}[\\p{L}-]*)?)?)';

/** Superlatives and absolutes of preference, fear or weight. */
export const EXTREMES: readonly PatternRule[] = [
  {
    id: 'extreme-worst',
    kind: 'extreme',
    finds: '"the worst scenario for X", "the best outcome", "its worst fear"',
    pattern: new RegExp(
      `\\b(?:(?:its|their|his|her|our) )?(?:worst|best)(?: (?:scenario|outcome|case|result|fear|hope|prospect|option|possible [a-z]+|nightmare))${FOR}|\\b(?:its|their|his|her) (?:worst|greatest|deepest) (?:fear|worry|hope)s?\\b|(?<=\\bthe )worst${FOR}(?=[.,;])`,
      'gu',
    ),
  },
  {
    id: 'extreme-concern',
    kind: 'extreme',
    finds:
      '"main concern", "only real worry", "overriding aim", "gravest danger", "top priority", "main consequence"',
    pattern:
      /\b(?:(?:its|their|his|her|whose) )?(?:main|chief|greatest|biggest|foremost|primary|overriding|paramount|supreme|sole|only(?: real)?|gravest|top|first|highest|prime|ultimate|central|immense|overarching)(?: [\p{Ll}-]+)? (?:concern|worry|worries|fear|aim|goal|objective|interest|priority|priorities|danger|risk|threat|consequence|purpose|motive|preoccupation|pretext|reason)s?\b|\bof (?:the )?(?:greatest|utmost|gravest|paramount|immense) (?:concern|importance|weight)(?: (?:for|to) \p{Lu}\p{L}*)?/giu,
  },
  {
    id: 'extreme-absolute',
    kind: 'extreme',
    finds:
      '"red line", "above all", "at any price", "unacceptable", "vital interest", "non-negotiable"',
    pattern:
      /\b(?:red lines?|above all(?: else)?|at (?:any|all) (?:price|costs?)|(?:wholly |totally |completely )?unacceptable|intolerable|non-negotiable|vital interests?|nothing matters more|under no circumstances|matter of (?:survival|life and death)|existential(?: \p{Ll}+)?|unthinkable|deal-?breakers?|bottom line|last resorts?|(?:top|first|highest|overriding|absolute) priorit(?:y|ies))\b/giu,
  },
  {
    id: 'extreme-most',
    kind: 'extreme',
    finds: '"what X fears most", "would prefer", "the only thing that counts"',
    pattern:
      /\b[Ww]hat (?:[\p{L}’']+ ){1,4}(?:fears?|wants?|needs?|dreads?|values?) (?:most|above all)\b|\b(?:outcome|thing|prospect|result|risk) (?:that )?(?:[\p{L}’']+ ){1,4}(?:fears?|wants?|dreads?) most\b|\bmatters? (?:most|more than anything)(?: to (?:the )?\p{Lu}\p{L}*)?|\b(?:fears?|dreads?|wants?|values?) (?:above all(?: else)?|more than anything(?: else)?|nothing more|nothing so much)\b|\blast thing (?:that )?(?:[\p{L}’']+ ){1,4}(?:wants?|needs?)\b|\b(?:most important|least acceptable|most feared|nightmare)(?: [\p{Ll}-]+)?(?: (?:for|to) (?:the )?\p{Lu}\p{L}*)?|\bwould (?:much )?(?:rather|prefer)\b|\bthe (?:one|only) thing (?:that )?(?:counts|matters)\b/gu,
  },
];
