import { MONTHS } from '../months.js';
import type { PatternRule } from './rule.js';

const WORD =
  '(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?)';
const NUMBER = `(?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|${WORD})(?:[ -](?:hundred|thousand|million|billion|trillion)\\b)?|(?:a|one) (?:hundred|thousand|million|billion)`;
const BOUND =
  '(?:(?:over|under|above|below|at least|at most|more than|less than|fewer than|no (?:more|fewer|less|longer) than|up to|about|around|some|roughly|approximately|nearly|almost|close to|an estimated|within|as many as|only|just) )';
/** Words that end a counted noun phrase. */
const STOP =
  '(?!(?:of|in|on|at|to|for|from|by|with|and|or|but|per|that|which|who|is|are|was|were|has|have|had|will|would|may|might|could|can|into|as|than|since|after|before|if|unless|when|while|during|ago|sides|parties|neighbours|delegations|officials|possibilities|ways|capitals|governments|states|leaders|countries|Koreas|others|under|over|through|over|the|a|an|its|their|his|her|this|each|[ap]\\.?m|more|later|earlier|instead|said|told|earlier)\\b)';
/** The counted noun, with an adjective before it. */
const NOUN = `(?:[ -]${STOP}\\p{Ll}+(?:ed|al|ic|ous|ive|ing|ian|ary|an|ft|en|ys)(?=[ -]${STOP}\\p{Ll}))?[ -]${STOP}\\p{Ll}[\\p{Ll}-]*`;
const TEENS_OF_DATES = `(?! ?(?:${MONTHS.join('|')})\\b)`;

/** Figures with their bound and unit. */
export const QUANTITIES: readonly PatternRule[] = [
  {
    id: 'quantity-money',
    kind: 'quantity',
    finds: 'amounts of money with a sign or name of the currency',
    pattern: new RegExp(
      `(?:\\b${BOUND})?[$€£¥]\\d[\\d,.]*\\d*(?: (?:million|billion|trillion|thousand|bn|m)\\b)?`,
      'giu',
    ),
  },
  {
    id: 'quantity-percent',
    kind: 'quantity',
    finds: 'percentages and fractions: "over 90 percent", "a third"',
    pattern: new RegExp(
      `\\b(?:${BOUND})?(?:between )?(?:${NUMBER})(?: (?:and|to) (?:${NUMBER}))?(?: per ?cent\\b| ?%|-percent\\b)|\\b(?:${BOUND})?(?:a|one|two|three) (?:third|quarter|fifth|tenth)s?\\b(?!-)|\\b(?:more|less) than half\\b`,
      'giu',
    ),
  },
  {
    id: 'quantity-count',
    kind: 'quantity',
    finds:
      'numbers with the noun they count, or with a bound: "some 3,000 troops", "six weeks", "at least two"',
    pattern: new RegExp(
      `(?<![\\p{L}\\d.,:/-])(?:${BOUND}|(?!(?:1[89]|20)\\d\\d\\b))(?:between )?(?:${NUMBER})${TEENS_OF_DATES}(?: (?:and|to) (?:${NUMBER}))?${NOUN}`,
      'giu',
    ),
  },
];
