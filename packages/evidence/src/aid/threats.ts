import type { PatternRule } from './rule.js';
import { nounRule, verbRule } from './speech-rule.js';
import { HARMS, NAME, PUNISH, SUPPOSED } from './speech-words.js';

const r = String.raw;

const A = '(?:an? |the |new |further |legal |its |their )*';
const LEAVING = r`(?:leaving|closing|withdrawing|quitting|breaking (?:off|with|up)|retaliat\p{Ll}+|suing|walking out)`;

/** What one party says that it will do to the harm of another. */
export const THREATS: readonly PatternRule[] = [
  verbRule('threat', {
    id: 'verb',
    finds:
      '"threatens to", "warned that it would", "reserves the right to", "gave notice", "raised the prospect of"',
    verbs: [
      r`(?<!(?<!\p{L})(?:[Aa]n?|[Tt]he|of|most|many|[Rr]ain|[Ss]torms?|[Ff]og|[Ss]now|[Dd]elays?) )threaten(?:s|ed|ing)?`,
      r`warn(?:s|ed|ing)?(?= (?:[^.,;]{2,40} )?(?:that (?:it|he|she|they|we|${NAME}) (?:will|would)|of ${A}(?:\p{Ll}+ )?(?:${HARMS}))\b)`,
      `vow(?:s|ed)? (?:retaliation|revenge|consequences|${PUNISH})`,
      'reserv(?:es|ed|ing) the right to',
      r`rais(?:es|ed|ing) the (?:prospect|possibility|spectre|specter) of ${A}(?:${LEAVING}|(?:\p{Ll}+ )?(?:${HARMS}))`,
      r`(?:spoke|speaks|speak) of ${A}(?:${HARMS})`,
      'puts? [^.,;]{2,40} on notice',
      r`on pain of|under (?:the )?threat of`,
      r`(?<=\b(?:must|to|should|demand\p{Ll}*|until)\b[^.;:]{2,100},? )or (?:else )?(?:(?:it|they|he|she|we|you|${NAME}) (?:will|would)|face|risk|lose|be (?:fined|arrested|boarded|seized|expelled|sacked|dismissed|shut|closed|sued))`,
      `(?:hint(?:s|ed)? (?:at|of)|talk(?:s|ed|ing)? of|consider(?:s|ed|ing)?) ${A}(?:${LEAVING}|${HARMS})`,
      `(?:is|are|was|were) (?:considering|weighing|preparing|contemplating) ${A}(?:${HARMS})`,
      '(?:has|have|had) drawn up a list',
      '(?:gave|given|served|issued) (?:strike )?notice',
    ],
  }),
  {
    id: 'threat-open',
    kind: 'threat',
    finds:
      '"has not ruled out a strike", "did not exclude leaving", "all options are on the table"',
    pattern: new RegExp(
      r`(?<=(?<!\p{L})(?:not|n[’']t|never|refus\p{Ll}+ to|declin\p{Ll}+ to) )(?:rul(?:e|ed|ing)(?= [^.,;]{0,30}out\b)|exclud(?:e|ed|ing))(?= [^.,;]{0,40}(?<!\p{L})(?:${HARMS}|${LEAVING})(?!\p{L}))|(?<!\p{L})(?:all|every) options? (?:is|are|was|were|remains?|remained) (?:still )?(?:on the table|open)`,
      'giu',
    ),
    reach: 'clause',
    notAfter: SUPPOSED,
  },
  nounRule(
    'threat',
    '"threats to", "the threat by Chile to", "Chile’s threat", "a warning that it would"',
    [
      'threats?',
      r`warnings?(?= that (?:it|he|she|they|the \p{Ll}+|${NAME}) (?:will|would)\b)`,
      '(?:strike|eviction|dismissal|termination) notices?',
      r`notice(?= of ${A}(?:${HARMS})(?!\p{L}))`,
    ],
  ),
];
