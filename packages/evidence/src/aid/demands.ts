import type { PatternRule } from './rule.js';
import { nounRule, verbRule } from './speech-rule.js';
import { BODY, NAME, NO_NOUN, SAID, SUPPOSING } from './speech-words.js';

const r = String.raw;

/** Behind a verb of asking: whom, and "to". */
const SOMEBODY_TO = r`(?= [^.,;]{2,50} to\b)`;
/** A clause whose verb is bare: what is insisted to be done, not what is insisted to be so. */
const NO_AUXILIARY = r`(?! (?:will|would|should|could|can|may|might|to|is|was|are|were|had|has) )`;

/** Who, what or how: it is asked, and nothing is asked for. */
const ASKING = r`(?:^\W{0,3}(?:Who|What|Why|How|When|Where|Which)|(?<!\p{L})(?:know|knew|ask(?:s|ed)?|decid\p{Ll}+|say|clear|question|wonder\p{Ll}*|discuss\p{Ll}*)(?: of| on| about)? (?:who|what|why|how|when|where|which|whether))(?!\p{L})[^.,;:]{0,40}$`;

/** What one party asks of another. The passage runs to the end of the clause. */
export const DEMANDS: readonly PatternRule[] = [
  verbRule('demand', {
    id: 'verb',
    finds:
      '"demands", "calls on", "urges", "insists on", "requires", "presses for", "was told to", "asked that … be", "gave it until", "warned it not to"',
    verbs: [
      r`${NO_NOUN}demand(?:s|ed|ing)?(?= )(?! (?:for|were|are|was|is|had|has|have)\b| (?:patience|care|attention|courage|time)\b)`,
      'call(?:s|ed|ing)? (?:up)?on',
      'call(?:s|ed|ing) for(?= )',
      'appeal(?:s|ed|ing) (?:to|for)',
      'urg(?:e|es|ed|ing)',
      'insist(?:s|ed|ing) (?:up)?on',
      r`insist(?:s|ed)?(?: that)?(?= (?:${NO_AUXILIARY}[^.,;]){2,60} (?:must|should|be) )`,
      r`(?:insist(?:ing)|ask(?:s|ed|ing)|mov(?:es|ed|ing)) that(?= (?:${NO_AUXILIARY}[^.,;]){2,60} be )`,
      r`insist(?:s|ed|ing) that(?= ${NAME} (?!(?:will|would|should|could|can|may|might|must|did|had|never|also|still|alone|only|not)\b|\p{Ll}*(?:s|ed)\b)\p{Ll}+ )`,
      'press(?:es|ed|ing)? for',
      `press(?:es|ed|ing)?${SOMEBODY_TO}`,
      'push(?:es|ed|ing)? for',
      r`(?<!(?:would|will) )ask(?:s|ed|ing)?(?= (?!not)(?!for nothing)[^.,;]{2,50} to\b)`,
      r`ask(?:s|ed|ing)? for(?= )(?! nothing| (?:an? |the |more )?(?:ruling|opinion|advice|details?|information|clarification|help|time|permission|leave|prayers?)\b)`,
      `ask(?:s|ed)(?= (?:the |its |his |her |their )?(?:${NAME}|${BODY}) for )`,
      r`(?<=(?:I|[Ww]e) )would (?:ask|urge|invite|beg)${SOMEBODY_TO}`,
      r`would like (?!to\b)${SOMEBODY_TO}`,
      r`want(?:s|ed)?(?= (?:it|them|him|her|us|those|others|${NAME}) to\b)`,
      r`want(?:s|ed)?(?= (?!to )[^.,;]{2,50} (?:out|back|gone|removed|lifted|dropped|ended|scrapped|reopened|released|returned|withdrawn|stopped)\b)`,
      r`want(?:s|ed)?(?= (?:(?:the|an?|every|all|its|their|more) |[$€£\d]))`,
      '(?:want|need)(?:s|ed)? to (?:see|hear)(?= )',
      '(?:want|seek)(?:s|ed)?(?= (?:guarantees|assurances|money|compensation|an end))',
      r`(?:is|are|was|were|has been|have been) seeking(?! (?:to|help|advice|information|clarification|shelter|refuge|work|a way|ways)\b)(?= )`,
      'sought (?:guarantees|assurances|compensation)',
      'request(?:s|ed|ing)(?= )',
      `(?:order|instruct|direct|challeng|command|summon|advis|oblig|compell?|pressur|beg|beseech)(?:s|es|ed|ged)${SOMEBODY_TO}`,
      `require(?:s|d)?${SOMEBODY_TO}`,
      'require(?:s|d)? that',
      r`(?:was|were|been|is|are) (?:ordered|told|asked|urged|instructed|directed|called (?:up)?on|summoned) (?:not )?to(?= \p{Ll})`,
      r`(?:told|warn(?:s|ed|ing)?|caution(?:s|ed)|tells)(?! (?:that|how|of|about) )(?= (?:(?! (?:that|how|of|about) )[^.,;"“]){2,40} (?:not )?to (?!the\b|an?\b))`,
      r`(?:warn|caution)(?:s|ed|ing)?(?= (?:[^.,;"“]{2,40} )?against \p{Ll}+ing\b)`,
      r`expect(?:s|ed)?(?= (?:the|its|their|these|those|this|that|both|all|every|${NAME}) [^.,;]{0,30}\bto\b)`,
      '(?:has|have|had) petitioned',
      r`petition(?:s|ed)(?= [^.,;]{2,40} (?:to|for)\b)`,
      'implor(?:e|es|ed)',
      'plead(?:s|ed|ing)? (?:for|with)',
      r`invit(?:e|es|ed|ing)(?= [^.,;]{2,50} to (?!the\b|an?\b|its\b|his\b|her\b|their\b|visit\b|speak\b|attend\b|dinner\b|lunch\b|\p{Lu}))`,
      'recommend(?:s|ed|ing)? that',
      r`g(?:ave|ives?|iven|iving)(?= [^.,;]{2,40} (?:until|(?:\p{L}+|\d+) (?:hours|days|weeks|months) to)\b)`,
      'sets? (?:an?|the) deadline',
      'set(?= [^.,;]{2,30} (?:a deadline|an ultimatum))',
      '(?:hold(?:s|ing)?|held) out for',
      'ma(?:de|kes?) (?:it )?a condition',
      r`(?:laid|lays?|sets?|spelled) (?:down|out) (?:\p{Ll}+ ){0,2}(?:conditions|terms|demands)`,
      '(?:will|would) settle for nothing (?:less|but)',
    ],
  }),
  verbRule('demand', {
    id: 'must',
    finds:
      '"must", "should", "needs to", "has to" that somebody says of a party: "said that Chile must leave"',
    verbs: [
      r`(?<!(?<!\p{L})(?:(?:I|[Ww]e)(?:[’'](?:ll|ve|d))?|Who|What|How|Why|When|Where|Which) )(?:must|ought to|is to|are to|should(?! (?:I|he|she|it|they|we|you|the|its|their|any\p{Ll}*|either|there|no|${NAME})(?!\p{L}))|needs? to|ha(?:s|ve) to)(?! (?:(?:not|never|\p{L}+ly) )?(?:have|be (?:said|seen|added|noted|clear)|admit|confess|say)\b)`,
    ],
    named: true,
    said: SAID,
    notAfter: new RegExp(`${SUPPOSING.source}|${ASKING}`, 'u'),
  }),
  nounRule(
    'demand',
    '"the demand that", "an ultimatum to", "its insistence that", "a plea by Chile for"',
    [
      'demands?',
      'ultimatum',
      r`calls?(?= (?:for|to)\b)`,
      'requests?',
      'appeals?',
      'insistence',
      r`pleas?(?= (?:to|for|that)\b)`,
      r`preconditions?(?= that\b)`,
      '(?<!on the )proviso',
      'stipulation',
      r`petitions?(?= (?:to|for|that)\b)`,
      r`deadlines?(?= to\b)`,
    ],
  ),
  {
    id: 'demand-quoted',
    kind: 'demand',
    finds:
      'what a quotation, speech or sentence that begins with it tells somebody to do: "Open the gates"',
    pattern:
      /(?<=["“]|[:.!?] |^)(?:(?:Give|Leave|Stop|Open|Close|Withdraw|Pay|Release|Hand|Lift|Return|Respect|End|Drop|Free|Show|Treat|Honou?r|Pull|Get out|Put|Send|Keep|Sign|Listen|Talk to|Write|Join|Refuse|Bring|Take|Call off|Come (?:back )?to|Let (?!me\b|us\b))(?= (?:the|an?|your|our|us|them|it|him|her|all|every|those|this|that|off|out|back|up|down|people|to)(?!\p{L}))|(?:Do not|Don[’']t|Never)(?= (?!know\b|think\b|mean\b|want\b|believe\b)\p{Ll}+ ))|(?<=["“])(?:Give|Leave|Stop|Open|Close|Withdraw|Pay|Release|Hand|Lift|Return|Respect|End|Drop|Free|Show|Treat|Honou?r|Pull|Put|Send|Keep|Sign|Listen)(?= \p{Ll})|(?<=: )(?:call off|give|leave|stop|open|close|withdraw|pay|release|hand over|lift|return|drop|free|sign|come back|get out|stay away)(?= (?:the|your|our|us|them|it|off|out|all|from|to|by)(?!\p{L}))/gu,
    reach: 'clause',
  },
];
