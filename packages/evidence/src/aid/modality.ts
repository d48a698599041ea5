import type { PatternRule } from './rule.js';

/**
 * How certain or possible a text says something is. The passage is the cue. Modal verbs alone are none:
 * they stand in every third sentence, and there is nothing to write down for them.
 */
export const MODALITY: readonly PatternRule[] = [
  {
    id: 'modality-possible',
    kind: 'modality',
    finds: '"may well", "possible", "perhaps", "potentially"; no bare "may" or "could"',
    pattern: new RegExp(
      `\\b(?:(?:may|might|could) (?:well|probably|possibly|still)(?= \\p{Ll})|(?:it is )?(?:im)?possible(?! to)|perhaps|potentially|conceivabl[ey])\\b(?! be (?:excluded|ruled out))`,
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
];
