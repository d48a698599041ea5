import type { PatternRule } from './rule.js';

const NAME = "\\p{Lu}[\\p{L}.’'-]*";
const SUBJECT = `(?:(?:${NAME}(?: ${NAME}){0,3}|[Hh]e|[Ss]he|[Ii]t|[Tt]hey|[Ww]e|(?:\\p{Ll}+ )?(?:government|regime|ministry|union|company|president|minister|council|federation|party|bank|board|administration|army|rebels|opposition|commission)) )?`;
const ADVERBS = '(?:(?:has|have|had|also|again|repeatedly|publicly|then|now|once more) )*';

/** What is done to others when it is threatened with. */
const HARM =
  'retaliate|strike back|hit back|respond (?:with|in kind)|face [^.,;]{0,30}(?:consequences|retaliation|tariffs|sanctions|penalties)|pay a price|use (?:every|all|any) means|keep the \\p{Ll}+ (?:closed|shut)|refuse to|impose|cut off|walk out|pull out of|withdraw (?:from|its)|block|blockade|seize|veto|boycott|expel|shut (?:down|off)|bring down|turn off|sink|board|detain|sue|vote (?:against|down)|leave the|have consequences';

function rule(kind: PatternRule['kind'], id: string, finds: string, verbs: string): PatternRule {
  return {
    id: `${kind}-${id}`,
    kind,
    finds,
    pattern: new RegExp(`(?<![\\p{L}-])${SUBJECT}${ADVERBS}(?:${verbs})(?![\\p{L}-])`, 'gu'),
    reach: 'clause',
  };
}

function noun(kind: PatternRule['kind'], finds: string, nouns: string): PatternRule {
  return {
    id: `${kind}-noun`,
    kind,
    finds,
    pattern: new RegExp(
      `(?<![\\p{L}-])(?:${NAME}(?:[’']s)? )?(?:${nouns}) (?=(?:that|to|of|not|for)\\b)`,
      'gu',
    ),
    reach: 'clause',
  };
}

/** What one party asks of another, threatens or undertakes. The passage runs to the end of the clause. */
export const COMMITMENTS: readonly PatternRule[] = [
  rule(
    'demand',
    'verb',
    '"demands", "calls on", "urges", "insists on", "requires", "presses for"',
    'demand(?:s|ed|ing)?|call(?:s|ed|ing)? (?:up)?on|appeal(?:s|ed) to|urg(?:e|es|ed|ing)|insist(?:s|ed|ing) (?:up)?on|insist(?:s|ed)? that(?= [^.,;]{2,60}\\b(?:must|should|be)\\b)|press(?:es|ed|ing)? for|ask(?:s|ed)(?= [^.,;]{2,40} to\\b)|want(?:s|ed)?(?= (?:the|an?|every|all|its|their) )|call(?:s|ed) for',
  ),
  noun(
    'demand',
    '"the demand that", "an ultimatum to", "conditions for"',
    'demands?|ultimatum|call|request|appeal',
  ),
  rule(
    'threat',
    'verb',
    '"threatens to", "warned that it would", "will retaliate", "would face consequences"',
    `threaten(?:s|ed|ing)?|warn(?:s|ed|ing)? (?:that|of)(?= [^.;]{0,60}\\b(?:will|would|consequences|retaliation|measures|sanctions|war|response|action)\\b)|(?:will|would) (?:${HARM})|vow(?:s|ed)? (?:retaliation|revenge|consequences|to (?:retaliate|punish|strike|destroy|crush|block))`,
  ),
  noun('threat', '"threats to", "the threat of"', 'threats?'),
  rule(
    'assurance',
    'verb',
    '"guarantees", "assured", "gave her word that", "would never", "will not attack", "has no intention to"',
    '(?:guarantee|assure)(?:s|d)?|assur(?:e|es|ed|ing)|g(?:a|i)ve(?:s|n)? (?:(?:its|his|her|their) word|assurances?|an assurance|a guarantee)|(?:would|will) never|(?:would|will) not (?:attack|invade|use force|seek|move|deploy|cross|be used|be moved|lose|allow)|(?:has|have|had) no intention (?:of|to)|rul(?:e|es|ed) out',
  ),
  noun(
    'assurance',
    '"an assurance that", "security guarantees", "a guarantee that"',
    '(?:similar |security )?(?:assurances?|guarantees?)',
  ),
  rule(
    'promise',
    'verb',
    '"promises", "pledged", "vowed to", "undertook to", "offered to", "agreed to", "committed itself"',
    'promis(?:e|es|ed|ing)|pledg(?:e|es|ed|ing)|vow(?:s|ed|ing)?(?! (?:retaliation|revenge|consequences|to (?:retaliate|punish|strike|destroy|crush|block)))|undert(?:ake|akes|ook|aken) to|offer(?:s|ed|ing)?(?= (?:to|an?|its|the) )|agree(?:s|d)?(?= (?:to|in principle)\\b)|commit(?:s|ted)? (?:itself|himself|herself|themselves) to|(?:is|are|was|were) (?:ready|prepared|willing) to',
  ),
  noun(
    'promise',
    '"a promise to", "an offer to", "a commitment to"',
    'promises?|pledges?|offer|undertaking|commitment',
  ),
];
