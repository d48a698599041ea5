import type { PatternRule } from './rule.js';

const ADVERB =
  '(?:(?: (?:not|never|well|probably|possibly|potentially|likely|also|even|almost certainly|soon|yet|still|easily|only))*)';

/** How certain, possible or necessary a text says something is. The passage is the cue. */
export const MODALITY: readonly PatternRule[] = [
  {
    id: 'modality-possible',
    kind: 'modality',
    finds: '"may", "might", "could", "can" of possibility, "possible", "perhaps", "potentially"',
    pattern: new RegExp(
      `\\b(?:(?:may|might|could|can)${ADVERB}(?= \\p{Ll})|cannot\\b(?! be (?:excluded|ruled out))|cannot|(?:it is )?(?:im)?possible(?! to)|perhaps|potentially|conceivabl[ey])\\b(?! be (?:excluded|ruled out))`,
      'gu',
    ),
  },
  {
    id: 'modality-open',
    kind: 'modality',
    finds:
      '"cannot be excluded", "cannot be ruled out", "too early to conclude", "not clear", "no indication"',
    pattern:
      /\b(?:(?:it )?can ?not be (?:excluded|ruled out)|(?:far )?too (?:early|soon) to \p{L}+|(?:it is |remains )?(?:not|far from|un)[ -]?(?:clear|certain)|no (?:indication|sign)|doubtful|remains to be seen|nobody (?:expects|knows))\b/giu,
  },
  {
    id: 'modality-likely',
    kind: 'modality',
    finds:
      '"likely", "most likely", "probably", "unlikely", "expected to", "bound to", "almost certainly"',
    pattern:
      /\b(?:(?:will|would|is|are|was|were) )?(?:(?:most|very|highly|more|quite|not) )?(?:un)?likely(?: to)?\b|\b(?:(?:will|would) )?(?:most |very |almost )?(?:probably|certainly|undoubtedly|presumably)\b|\b(?:(?:is|are|was|were) (?:widely )?)?(?:expected|bound|set|sure|certain) to\b/giu,
  },
  {
    id: 'modality-seems',
    kind: 'modality',
    finds: '"appears", "seems"',
    pattern: /\b(?:appears?|appeared|seems?|seemed)\b(?: to(?= be| have))?/giu,
  },
  {
    id: 'modality-necessary',
    kind: 'modality',
    finds: '"must", "has to", "should" within a clause, "need not", "will have to"',
    pattern: new RegExp(
      `\\b(?:must|(?<!^|[.!?,;:]["”]? )should|(?:will |would |may |might )?(?:has|have|had) to|needs? not|ought to)${ADVERB}(?= \\p{Ll})`,
      'gu',
    ),
  },
  {
    id: 'modality-would',
    kind: 'modality',
    finds: '"would" of what is supposed, where no verb of saying stands before it in the sentence',
    notAfter:
      /\b(?:sa(?:id|ys)|told|tells|announced|promis(?:ed|es)|pledged|vowed|guarantee(?:d|ing)|warned|voted|maintain(?:s|ed)|insist(?:s|ed)|claim(?:s|ed)|argu(?:es|ed)|assured|confirmed|sworn|swore|known|indicated|denied|declared|decided|agreed|gave [a-z]+ word)\b[^.;!?]*$/u,
    pattern: new RegExp(`\\bwould${ADVERB}(?= \\p{Ll})`, 'gu'),
  },
];
