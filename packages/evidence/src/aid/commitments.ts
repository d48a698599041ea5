import type { PatternRule } from './rule.js';
import {
  ADVERBS,
  BODY,
  HARM,
  HARM_SAID,
  HELP,
  NAME,
  NEGATED,
  NO_NOUN,
  NOT,
  PUNISH,
  REFUSED,
  SAID,
  SUBJECT,
  SUPPOSED,
  SUPPOSING,
  WILL,
  UNNEGATED,
} from './speech-words.js';

interface Words {
  readonly id: string;
  readonly finds: string;
  readonly verbs: string;
  /** Whether somebody or something must be named directly before. */
  readonly named?: true;
  /** Somebody must say it in the sentence. */
  readonly said?: RegExp;
  /** What else must not stand before it in its sentence. */
  readonly notAfter?: RegExp;
}

function rule(
  kind: PatternRule['kind'],
  { id, finds, verbs, named, said, notAfter }: Words,
): PatternRule {
  return {
    id: `${kind}-${id}`,
    kind,
    finds,
    pattern: new RegExp(
      `(?<![\\p{L}-])${SUBJECT}${named ? '' : '?'}${ADVERBS}["“]?${NOT}(?:${verbs})(?![\\p{L}-])`,
      'gu',
    ),
    reach: 'clause',
    notAfter: notAfter ? new RegExp(`${SUPPOSED.source}|${notAfter.source}`, 'u') : SUPPOSED,
    ...(said ? { beside: said } : {}),
  };
}

/** Before a noun: it is asked for, or there is none. */
const ASKED_FOR =
  /(?<!\p{L})(?:wants?|wanted|demand\p{Ll}*|ask\p{Ll}* for|seek\p{Ll}*|sought|without|needs?|needed|insist\p{Ll}* on|lacks?|lacked|no)(?!\p{L})[^.,;:]{0,50}$/u;

/** What somebody is asked to undertake he has not undertaken. */
const ASKED_THAT =
  /(?<!\p{L})(?:demand|insist|requir|request|propos|recommend|suggest)\p{Ll}* that(?!\p{L})[^.;:]{0,60}$|(?<!\p{L})(?:call\p{Ll}* (?:up)?on|urg\p{Ll}+|ask\p{Ll}*|want\p{Ll}*|press\p{Ll}*) [^.,;:]{2,40} to $/u;

function noun(kind: PatternRule['kind'], finds: string, nouns: string): PatternRule {
  return {
    id: `${kind}-noun`,
    kind,
    finds,
    pattern: new RegExp(
      `(?<![\\p{L}-])(?:(?:${NAME}(?:[’']s)? )?(?<![Nn]o )(?:${nouns})(?= (?:that(?! (?:was|were|is|are|has|had))|to(?! be)|of|not|for)\\b)|${NAME}[’']s (?:${nouns})(?![\\p{L}-]))`,
      'gu',
    ),
    reach: 'clause',
    notAfter:
      kind === 'demand' ? SUPPOSED : new RegExp(`${SUPPOSED.source}|${ASKED_FOR.source}`, 'u'),
  };
}

/** What one party asks of another, threatens or undertakes. The passage runs to the end of the clause. */
export const COMMITMENTS: readonly PatternRule[] = [
  rule('demand', {
    id: 'verb',
    finds:
      '"demands", "calls on", "urges", "insists on", "requires", "presses for", "asked for", "asked that … be", "gave it until"',
    verbs: `${NO_NOUN}demand(?:s|ed|ing)?(?! for\\b| (?:patience|care|attention|courage|time)\\b)|call(?:s|ed|ing)? (?:up)?on|appeal(?:s|ed|ing) (?:to|for)|urg(?:e|es|ed|ing)|insist(?:s|ed|ing) (?:up)?on|insist(?:s|ed)?(?: that)?(?= (?:(?! (?:will|would|could|can|may|might|to|is|was|are|were|had|has) )[^.,;]){2,60} (?:must|should|be) )|(?:insist(?:ing)|ask(?:s|ed|ing)|mov(?:es|ed|ing)) that(?= (?:(?! (?:will|would|should|could|can|may|might|to|is|was|are|were|had|has) )[^.,;]){2,60} be )|insist(?:s|ed|ing) that(?= ${NAME} (?!(?:will|would|should|could|can|may|might|must|did|had|never|also|still|alone|only|not)\\b|\\p{Ll}*(?:s|ed)\\b)\\p{Ll}+ )|press(?:es|ed|ing)? for|press(?:es|ed|ing)?(?= [^.,;]{2,50} to\\b)|push(?:es|ed|ing)? for|(?<!(?:would|will) )ask(?:s|ed|ing)?(?= (?!not)[^.,;]{2,40} to\\b)|ask(?:s|ed|ing) for(?= )(?! (?:an? |the |more )?(?:ruling|opinion|advice|details?|information|clarification|help|time|permission|leave|prayers?)\\b)|ask(?:s|ed)(?= (?:the |its |his |her |their )?(?:${NAME}|${BODY}) for )|want(?:s|ed)?(?= (?:it|them|him|her|us|those|others) to\\b)|want(?:s|ed)?(?= (?!to )[^.,;]{2,50} (?:out|back|gone|removed|lifted|dropped|ended|scrapped|reopened|released|returned|withdrawn|stopped)\\b)|want(?:s|ed)?(?= (?:(?:the|an?|every|all|its|their|more) |[$€£\\d]))|want(?:s|ed)?(?= ${NAME} to\\b)|call(?:s|ed|ing) for(?= )|request(?:s|ed|ing)(?= )|order(?:s|ed)(?= [^.,;]{2,40} to\\b)|require(?:s|d)?(?= [^.,;]{2,40} to\\b)|require(?:s|d)? that|expect(?:s|ed)?(?= (?:the|its|their|${NAME}) [^.,;]{0,30}\\bto\\b)|(?:want|seek)(?:s|ed)?(?= (?:guarantees|assurances|money|compensation|an end))|sought (?:guarantees|assurances|compensation)|plead(?:s|ed)? (?:for|with)|(?:has|have|had) petitioned|petition(?:s|ed)(?= [^.,;]{2,40} (?:to|for)\\b)|implor(?:e|es|ed)|beg(?:s|ged)(?= [^.,;]{2,40} to\\b)|instruct(?:s|ed)(?= [^.,;]{2,40} to\\b)|t(?:old|ells)(?= (?:(?! (?:that|how|of|about) )[^.,;"“]){2,40} (?:not )?to (?!the\\b|an?\\b))|g(?:ave|ives?|iven)(?= [^.,;]{2,30} (?:until|(?:\\p{L}+|\\d+) (?:hours|days|weeks|months) to)\\b)|set(?:s)? (?:an?|the) deadline|(?:hold(?:s|ing)?|held) out for|(?:ma(?:de|kes?)) (?:it )?a condition|(?:laid|lays?) down conditions`,
  }),
  rule('demand', {
    id: 'must',
    finds:
      '"must", "should", "needs to" that somebody says of a party: "said that Chile must leave"',
    verbs:
      '(?:must|ought to|is to|are to|should|needs? to)(?! (?:(?:not|never|\\p{L}+ly) )?(?:have|be (?:said|seen|added|noted|clear))\\b)',
    named: true,
    said: SAID,
    notAfter: SUPPOSING,
  }),
  noun(
    'demand',
    '"the demand that", "an ultimatum to", "conditions for"',
    'demands?|ultimatum|calls?(?= (?:for|to)\\b)|requests?|appeals?',
  ),
  {
    id: 'demand-quoted',
    kind: 'demand',
    finds: 'what a quotation that begins with it tells somebody to do: "Open the gates"',
    pattern:
      /(?<=["“])(?:Give|Leave|Stop|Open|Close|Withdraw|Pay|Release|Hand|Lift|Return|Respect|End|Drop|Free|Show|Treat|Honou?r|Pull|Get out|Put|Send|Keep|Sign|Listen|Talk to|Come (?:back )?to|Let (?!me\b|us\b))(?= \p{Ll})/gu,
    reach: 'clause',
  },
  rule('threat', {
    id: 'verb',
    finds:
      '"threatens to", "warned that it would", "will retaliate", "would face consequences", "reserves the right to", "voted to close"',
    verbs: `(?<!(?<!\\p{L})(?:[Aa]n?|[Tt]he|of|most|many|[Rr]ain|[Ss]torms?|[Ff]og|[Ss]now|[Dd]elays?) )threaten(?:s|ed|ing)?|warn(?:s|ed|ing)?(?= (?:[^.,;]{2,40} )?(?:that (?:it|he|she|they|we|${NAME}) (?:will|would)|of (?:\\p{Ll}+ )?(?:consequences|retaliation|measures|sanctions|war|reprisals|action))\\b)|${WILL} (?:${HARM})|vow(?:s|ed)? (?:retaliation|revenge|consequences|${PUNISH})|reserv(?:es|ed) the right to|rais(?:es|ed) the (?:prospect|possibility) of (?:leaving|closing|withdrawing|quitting|breaking|retaliat\\p{Ll}+|reprisals|sanctions)|(?:spoke|speaks|speak) of (?:retaliation|consequences|countermeasures|reprisals|sanctions)|puts? [^.,;]{2,40} on notice|on pain of|(?<=\\b(?:must|to|should|demand\\p{Ll}*|until)\\b[^.;:]{2,100},? )or (?:else )?(?:(?:it|they|he|she|we|you|${NAME}) (?:will|would)|face|be (?:fined|arrested|boarded|seized|expelled|sacked|dismissed|shut|closed|sued))|(?:hint(?:s|ed)? (?:at|of)|talk(?:s|ed|ing)? of|consider(?:s|ed|ing)?) (?:leaving|closing|withdrawing|quitting|breaking off|retaliat\\p{Ll}+|reprisals|countermeasures|sanctions)|(?:has|have|had) drawn up a list|vot(?:e|es|ed) to (?:${HARM}|${HARM_SAID})|(?:is|are|was|were) (?:considering|weighing|preparing|contemplating) (?:an? (?:strike|boycott|lawsuit|walkout|ban|blockade)|legal action|sanctions|reprisals)|(?:(?:has|have|had) not|ha(?:s|ve|d)n[’']t) ruled out (?:(?:the )?use of )?(?:force|an? (?:strike|boycott|lawsuit|walkout|ban|blockade)|legal action|sanctions|leaving|withdrawing)|(?:gave|given|served|issued) (?:strike )?notice|(?:is|are|was|were) (?:ready|prepared) to (?:${HARM}|use force|strike|fight|attack)`,
  }),
  rule('threat', {
    id: 'said',
    finds: '"will" or "would" with what does harm, where somebody says so',
    verbs: `${WILL} ["“]?(?:${HARM_SAID})`,
    named: true,
    said: SAID,
  }),
  noun('threat', '"threats to", "the threat of", "Chile’s threat"', 'threats?'),
  rule('assurance', {
    id: 'verb',
    finds:
      '"guarantees", "assured", "gave her word that", "would never", "will not attack", "has no intention to", "promised not to"',
    verbs: `${NO_NOUN}guarantee(?:s|d|(?! that\\b))|${NO_NOUN}assure(?:s|d)?|(?:re)?assur(?:e|es|ed|ing)|g(?:a|i)ve(?:s|n)? (?:(?:its|his|her|their) word|assurances?|an assurance|a guarantee)|(?:would|will|shall) (?:certainly |of course )?never|${WILL} not (?:attack|invade|use force|seek|move|deploy|cross|be used|be moved|lose|allow|support|touch|interfere|join|send|fire|strike|target|be (?:closed|cut|harmed|dismissed|touched))|(?:has|have|had) no (?:intention|plans?|wish|desire|ambition)s? (?:of|to)|rul(?:e|es|ed) out(?! that)|(?:does|do|did) not intend to|(?:is|are|was|were) not (?:aimed|directed) (?:at|against)|(?:has|have|had) nothing to fear|(?:will|would) (?:on no account|under no circumstances|in no case)|(?:has|have|had) no designs|seek(?:s)? no|there (?:is|was) no question of|pos(?:es|ed) no threat|need(?:s|ed)? (?:not|have no) fear|(?:promis|pledg)(?:e|es|ed|ing)${NEGATED}|vow(?:s|ed)?${NEGATED}|undert(?:ake|akes|ook|aken)${NEGATED}|(?:swore|sworn) ${NEGATED}`,
  }),
  rule('assurance', {
    id: 'said',
    finds: '"will not", "there will be no", "will remain", where somebody says so',
    verbs: `${WILL} (?:not(?= (?!(?:${REFUSED})(?!\\p{L}))[\\p{L}"“])|remain|stay|continue to|keep(?! [^.,;]{0,30}\\b(?:closed|shut|locked|out|up)\\b))`,
    named: true,
    said: SAID,
  }),
  {
    id: 'assurance-nobody',
    kind: 'assurance',
    finds:
      '"nobody will lose", "no work would be moved", "nothing that is signed will", "there will be no", where somebody says so',
    pattern:
      /(?<![\p{L}-])(?:(?:nobody|no one|no \p{Ll}+(?: \p{Ll}+){0,3}) (?:will|would) (?:be|lose|have|face|suffer)|[Nn]othing (?:[\p{L}’']+ ){1,6}(?:will|would)|[Tt]here (?:will|would) be no)(?![\p{L}-])/gu,
    reach: 'clause',
    beside: SAID,
  },
  noun(
    'assurance',
    '"an assurance that", "security guarantees", "a guarantee that"',
    '(?:similar |security )?(?:assurances?|guarantees?)',
  ),
  rule('promise', {
    id: 'verb',
    finds:
      '"promises", "pledged", "vowed to", "undertook to", "offered to", "agreed to", "committed itself"',
    verbs: `(?<!(?<!\\p{L})(?:agreement|plan|deal|treaty|law|text|draft|scheme) )${NO_NOUN}promis(?:e|es|ed|ing)(?! (?:to be|start|sign)\\b)${UNNEGATED}(?= )|${NO_NOUN}pledg(?:e|es|ed|ing)${UNNEGATED}|vow(?:s|ed|ing)?(?! (?:retaliation|revenge|consequences|${PUNISH}))${UNNEGATED}|undert(?:ake|akes|ook|aken) to${UNNEGATED}|${NO_NOUN}offer(?:s|ed|ing)?(?! up (?:as|for)\\b)(?= (?:to|an?|its|the|up|${NAME}|[$€£\\d]))|agree(?:s|d)?(?= (?:to (?!it\\b)|in principle\\b))|consent(?:s|ed) to|accept(?:s|ed) to|propos(?:es|ed) to|(?:show(?:s|ed)|express(?:es|ed)|signal(?:s|led)|declar(?:es|ed)|indicat(?:es|ed)) (?:its |his |her |their |a )?(?:readiness|willingness) to|(?:hold(?:s|ing)?|held) out (?:the prospect|hope) of|put [^.,;]{2,50} on the table|commit(?:s|ted)? (?:itself|himself|herself|themselves) to|(?:is|are|was|were|be|been|stands?|itself|himself|herself|themselves) (?:ready|prepared|willing|open)(?: for (?=talks|dialogue|negotiations|compromise)| to)(?! (?:${HARM}|use force|strike|fight|attack))`,
    notAfter: ASKED_THAT,
  }),
  rule('promise', {
    id: 'said',
    finds: '"will" or "would" with what helps another, where somebody says so',
    verbs: `${WILL} (?:${HELP})`,
    named: true,
    said: SAID,
  }),
  noun(
    'promise',
    '"a promise to", "an offer to", "a commitment to"',
    `(?:promises?|pledges?|offers?|undertakings?|commitments?)${UNNEGATED}`,
  ),
];
