import type { PatternRule } from './rule.js';
import { nounRule, verbRule } from './speech-rule.js';
import { NAME, NEGATED, NO_NOUN, PUNISH, UNNEGATED } from './speech-words.js';

const r = String.raw;

/** What somebody is asked to undertake he has not undertaken. */
const ASKED_THAT =
  /(?<!\p{L})(?:demand|insist|requir|request|propos|recommend|suggest)\p{Ll}* that(?!\p{L})[^.;:]{0,60}$|(?<!\p{L})(?:call\p{Ll}* (?:up)?on|urg\p{Ll}+|ask\p{Ll}*|want\p{Ll}*|press\p{Ll}*) [^.,;:]{2,40} to $/u;

/** What somebody says that he will not do, or will keep as it is. */
export const ASSURANCES: readonly PatternRule[] = [
  verbRule('assurance', {
    id: 'verb',
    finds:
      '"guarantees", "assured", "gave her word that", "has no intention to", "promised not to", "ruled out", "nothing to fear"',
    verbs: [
      r`${NO_NOUN}guarantee(?:s|d|(?! that\b))`,
      `${NO_NOUN}assure(?:s|d)?`,
      '(?:re)?assur(?:e|es|ed|ing)',
      r`g(?:a|i)ve(?:s|n)? (?:(?:its|his|her|their) word(?! that [^.,;]{2,50} (?:had|has|have|was|were) )|assurances?|an assurance|a guarantee)`,
      '(?:has|have|had) no (?:intention|plans?|wish|desire|ambition)s? (?:of|to)',
      r`no \p{Ll}+(?: \p{Ll}+){0,2} (?:is|are|was|were) (?:planned|intended|foreseen|envisaged|under consideration)`,
      r`rul(?:e|es|ed|ing) out(?! that| at\b)`,
      "(?:does|do|did)(?: not|n[’']t) (?:intend|plan|aim|wish|want) (?:to |any )(?=harm|attack|leave|close|stop|cut|change|replace|interfere|revis|occup|annex|invade|enter|expand|escalat|any|sell|shut|move|touch|alter|punish|evict|dismiss|call|send|use)",
      "(?:does|do|did)(?: not|n[’']t) seek(?= )",
      '(?:is|are|was|were) not (?:aimed|directed) (?:at|against)',
      '(?:is|are|was|were) not (?:out|trying|looking|seeking|planning) to',
      'ha(?:s|ve|d) (?:nothing|no reason) to (?:fear|worry)',
      '(?:has|have|had) no designs',
      'seek(?:s)? no',
      'there (?:is|was) no question of',
      'pos(?:es|ed) no threat',
      'need(?:s|ed)? (?:not|have no) (?:fear|worry)',
      `(?:promis|pledg)(?:e|es|ed|ing)${NEGATED}`,
      `vow(?:s|ed)?${NEGATED}`,
      `undert(?:ake|akes|ook|aken)${NEGATED}`,
      `(?:swore|sworn)(?= )${NEGATED}`,
      '(?:agree[sd]?|offer(?:s|ed)|commit(?:s|ted) (?:itself|himself|herself|themselves)) not to',
    ],
  }),
  {
    id: 'assurance-safe',
    kind: 'assurance',
    finds: '"is safe", "are secure", where somebody says so; "… and not to" after a promise',
    // What stands before is looked for behind: few places have the words, many have a place before them.
    pattern:
      /(?<!\p{L})not to(?= \p{Ll})(?<=(?<!\p{L})(?:promis|pledg|undert|agree|vow|commit|swor)\p{Ll}* [^.;]{2,90} and not to)|(?<!\p{L})(?:is|are|was|were) (?:perfectly |quite |absolutely )?(?:safe|secure|guaranteed)(?!\p{L})(?<=(?<!\p{L})(?:sa(?:ys?|id)|told|insist\p{Ll}+|promis\p{Ll}+) [^.;“"]{2,60}(?:is|are|was|were) (?:perfectly |quite |absolutely )?(?:safe|secure|guaranteed))/gu,
    reach: 'clause',
  },
  nounRule('assurance', '"an assurance that", "security guarantees", "its promise not to"', [
    '(?:similar |security |written |solemn )?(?:(?:re)?assurances?|guarantees?)',
    r`(?:promises?|pledges?|undertakings?|commitments?|vows?)(?=,? (?:not|never) to\b| that (?:no|nobody|none|nothing|[^.,;]{2,40} (?:not|never))\b)`,
  ]),
];

/** What somebody says that he will do because another wants it. */
export const PROMISES: readonly PatternRule[] = [
  verbRule('promise', {
    id: 'verb',
    finds:
      '"promises", "pledged", "vowed to", "undertook to", "offered to", "agreed to", "committed itself", "volunteered to"',
    verbs: [
      r`(?<!(?<!\p{L})(?:agreement|plan|deal|treaty|law|text|draft|scheme) )${NO_NOUN}promis(?:e|es|ed|ing)(?! (?:to be|start|sign)\b)${UNNEGATED}(?= )`,
      `${NO_NOUN}pledg(?:e|es|ed|ing)${UNNEGATED}`,
      `vow(?:s|ed|ing)?(?! (?:retaliation|revenge|consequences|that no|never|${PUNISH}))${UNNEGATED}`,
      `undert(?:ake|akes|ook|aken) to${UNNEGATED}`,
      r`${NO_NOUN}offer(?:s|ed|ing)?(?! up (?:as|for)\b)(?= (?:to|an?|its|the|up|${NAME}|[$€£\d]))`,
      r`offer(?:ed|ing)(?= (?!not|up|and|or|by|in|on|at|as|from|last|no|little|nothing)\p{Ll}+)`,
      r`agree(?:s|d)?(?= (?:to (?!it\b)|in principle\b))`,
      'accept(?:s|ed)?(?= (?:to|in principle))',
      'consent(?:s|ed) to',
      'volunteer(?:s|ed) to',
      'propos(?:es|ed) to',
      '(?:hold(?:s|ing)?|held) out (?:the prospect|hope) of',
      'put [^.,;]{2,50} on the table',
      r`commit(?:s|ted)? (?:(?:itself|himself|herself|themselves) )?to(?= (?!the\b|an?\b|its\b|their\b|his\b|her\b)\p{Ll}+)`,
      r`(?:is|are|was|were|be|been|stands?|itself|himself|herself|themselves) (?:ready|prepared|willing|open) (?:for|to) (?=(?:talks|dialogue|negotiations|compromise|discussions|further|direct)(?!\p{L}))`,
    ],
    notAfter: ASKED_THAT,
  }),
  nounRule(
    'promise',
    '"a promise to", "Chile’s offer of", "a commitment by Chile to", "its readiness to"',
    [
      `(?:promises?|pledges?|offers?|undertakings?|commitments?|vows?|(?:readiness|willingness)(?= to ))${UNNEGATED}`,
    ],
  ),
];
