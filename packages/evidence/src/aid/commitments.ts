import type { PatternRule } from './rule.js';

const NAME =
  "(?!(?:Nobody|No|Neither|None|Nothing|Never|Had|If|Whether|Unless)(?!\\p{L}))\\p{Lu}[\\p{L}.’'-]*";
const BODY =
  'government|regime|ministry|union|company|president|minister|council|federation|party|bank|board|administration|army|rebels|opposition|commission|country|members|court|envoy|movement|coalition|parliament|group|firm|leader|leadership|authorities|farmers|workers|owners|banks|unions|sides';
const SUBJECT = `(?:(?:${NAME}(?: ${NAME}){0,3}|[Hh]e|[Ss]he|[Ii]t|[Tt]hey|[Ww]e|(?:\\p{Ll}+ )?(?:${BODY})) )`;
const ADVERBS = '(?:(?:has|have|had|also|again|repeatedly|publicly|then|now|once more) )*';

/** What makes the word behind it no speech act: it is denied, refused, only possible, or a noun. */
const NOT =
  "(?<!(?<!\\p{L})(?:not|never|n[’']t|no longer|no|[Nn]obody|[Nn]o one|none|nor|neither|without|cannot|could|might|may|can|to|having|of|refus\\p{Ll}+|den(?:y|ies|ied)|stopped short of) )";
const NO_NOUN =
  "(?<!(?<!\\p{L})(?:[Tt]he|[Aa]n?|[Tt]h(?:is|at|ese|ose)|such|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|my|our|your|any|every|no|some|much|more|most|great|old|new|own|main|final|first|[’']s|shows?|showed|holds?|Un|un) )";

/** In a sentence before the words: they are denied, refused or only supposed. */
const SUPPOSED =
  /(?<!\p{L})(?:[Dd]en(?:y|ies|ied)|[Rr]efus(?:e|es|ed) to|[Nn]obody|[Nn]o one|[Nn]either|[Ss]topped short of|[Ii]f|[Ww]hether|Had|[Nn]othing that was)(?!\p{L})(?:(?!(?<!\p{L})(?:and|but|while)(?!\p{L}))[^.,;:]){0,60}$/u;

/** Somebody says something in the sentence, in quotation marks too, or makes a condition. */
const SAYS =
  /(?<!\p{L})(?:sa(?:ys?|id)|t(?:ells?|old)|announc(?:es|ed)|confirm(?:s|ed)|indicat(?:es|ed)|declar(?:es|ed)|warn(?:s|ed)|insist(?:s|ed)|add(?:s|ed)|repl(?:ies|ied)|wr(?:ites|ote)|made (?:it )?clear|let it be known|made it known|stat(?:es|ed)|repeated|assur(?:es|ed)|promis(?:es|ed)|pledg(?:es|ed)|vow(?:s|ed)|threaten(?:s|ed)|argu(?:es|ed)|explain(?:s|ed)|hint(?:s|ed)|signal(?:s|led)|answer(?:s|ed)|stress(?:es|ed)|maintain(?:s|ed)|reiterat(?:es|ed)|gave (?:his|her|its|their) word|according to|in a (?:letter|statement|speech)|if|unless|until|otherwise|provided)(?!\p{L})|["“]/u;

/** What is done to others when it is threatened with. */
const HARM =
  'retaliate|strike back|hit back|respond (?:with|in kind)|face [^.,;]{0,30}(?:consequences|retaliation|tariffs|sanctions|penalties|action)|pay (?:a|the) price|use (?:every|all|any|whatever) (?:means|measures?)|keep the \\p{Ll}+ (?:closed|shut)|refuse to|impose|cut off|walk (?:out|away)|pull out of|withdraw from|block|blockade|seize|veto|boycott|expel|shut (?:down|off)|bring down|turn off|sink|board|detain|sue|vote (?:against|down)|leave the|have consequences|take (?:every|all) (?:measure|step)s?|not hesitate to|have no (?:choice|option) but to|be forced to|punish|go on strike|call (?:a|an) (?:general )?strike|take [^.,;]{2,40} to court|go to court|tear up|break off|arrest|ban|bar|(?:be|get) (?:answered|met|hit|fined|arrested|seized|boarded|closed|cut off|expelled|stopped|sunk|shot|prosecuted|charged|excluded|punished|sanctioned|taxed|treated as)|not go unanswered|go into opposition|mean the end|lead to (?:war|retaliation|countermeasures|sanctions)|bring (?:countermeasures|retaliation)|table a motion|think again|answer (?:with|in kind)|hit back|counter|levy|slap|bring (?:the|its) \\p{Ll}+ down|fall|not (?:vote for|sign|ratify|pay)|lose (?:its|their|the)';
/** The same where somebody says so. */
const HARM_SAID =
  'defend|answer|leave|recall|deploy|double|oust|topple|abandon|denounce|renounce|cease|restrict|limit|tax|charge|penali[sz]e|prosecute|deport|evict|strip|revoke|terminate|downgrade|ram|open fire|confiscate|intercept|destroy|bombard|occupy|annex|mobili[sz]e|deny|reject|refuse|oppose|obstruct|delay|hold (?:up|back|out)|rebel|abstain|walk|pull (?:its|their|the|out)|break (?:up|with)|drive|remove|recover|reclaim|retaliate|sue|increase (?:its|the) tariffs|strike|attack|close|shut|halt|suspend|cancel|freeze|fine|stop|cut|withhold|quit|resign|end|scrap|dissolve|act|fire|invade|bomb|stay away|raise (?:its|the) tariffs|have to ["“]?(?:review|reconsider|close|act|leave|cut)|review|reconsider|use|respond';
/** What is done for others where somebody says so. */
const HELP =
  'attend|accept|pay|sign|return|release|lift|open|reopen|allow|permit|let|give|grant|share|support|help|respect|honou?r|comply|cooperate|invest|fund|finance|rebuild|compensate|provide|supply|deliver|resume|restore|ease|reduce|recogni[sz]e|protect|negotiate|meet|talk|take part|join|ratify|repay|abide|contribute|hand over|step down|drop|withdraw (?:its|the|all)|build|buy|lend|cover|cap|extend|exempt|lower|abolish|vote for|back|stand by|send|consult|publish|refrain|postpone|wait|raise (?:pay|wages|its offer)|be (?:allowed|lifted|paid|released|returned|opened|shared|compensated|restored|exempted?|given|free|able) |come (?:back )?to|put (?:up|forward)';

interface Words {
  readonly id: string;
  readonly finds: string;
  readonly verbs: string;
  /** Whether somebody or something must be named directly before. */
  readonly named?: true;
  /** Somebody must say it in the sentence. */
  readonly said?: true;
}

function rule(kind: PatternRule['kind'], { id, finds, verbs, named, said }: Words): PatternRule {
  return {
    id: `${kind}-${id}`,
    kind,
    finds,
    pattern: new RegExp(
      `(?<![\\p{L}-])${SUBJECT}${named ? '' : '?'}${ADVERBS}${NOT}(?:${verbs})(?![\\p{L}-])`,
      'gu',
    ),
    reach: 'clause',
    notAfter: SUPPOSED,
    ...(said ? { beside: SAYS } : {}),
  };
}

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
    notAfter: SUPPOSED,
  };
}

/** What makes a promise one of not doing, which calms a fear. */
const NEGATED = '(?=[^.,;]{0,50}\\b(?:not|never|no|nobody|nothing|none)\\b)';
const UNNEGATED = '(?![^.,;]{0,50}\\b(?:not|never|no|nobody|nothing|none)\\b)';
const PUNISH = 'to (?:retaliate|punish|strike|destroy|crush|block|fight)';

/** What one party asks of another, threatens or undertakes. The passage runs to the end of the clause. */
export const COMMITMENTS: readonly PatternRule[] = [
  rule('demand', {
    id: 'verb',
    finds: '"demands", "calls on", "urges", "insists on", "requires", "presses for", "asked for"',
    verbs: `${NO_NOUN}demand(?:s|ed|ing)?(?! for\\b| (?:patience|care|attention|courage|time)\\b)|call(?:s|ed|ing)? (?:up)?on|appeal(?:s|ed|ing) (?:to|for)|urg(?:e|es|ed|ing)|insist(?:s|ed|ing) (?:up)?on|insist(?:s|ed)? that(?= [^.,;]{2,60}\\b(?:must|should|be)\\b)|press(?:es|ed|ing)? for|press(?:es|ed|ing)?(?= [^.,;]{2,50} to\\b)|push(?:es|ed|ing)? for|ask(?:s|ed|ing)?(?= (?!not)[^.,;]{2,40} to\\b)|ask(?:s|ed|ing) for|want(?:s|ed)?(?= (?:the|an?|every|all|its|their|more) )|want(?:s|ed)?(?= ${NAME} to\\b)|call(?:s|ed|ing) for|request(?:s|ed|ing)(?= )|order(?:s|ed)(?= [^.,;]{2,40} to\\b)|require(?:s|d)?(?= [^.,;]{2,40} to\\b)|require(?:s|d)? that|expect(?:s|ed)?(?= (?:the|its|their|${NAME}) [^.,;]{0,30}\\bto\\b)|(?:want|seek)(?:s|ed)?(?= (?:guarantees|assurances|money|compensation|an end))|sought (?:guarantees|assurances|compensation)|plead(?:s|ed)? (?:for|with)`,
  }),
  rule('demand', {
    id: 'must',
    finds: '"must" that somebody says of a party: "said that Chile must leave"',
    verbs: '(?:must|ought to|is to|are to)(?! (?:have|be (?:said|seen|added|noted))\\b)',
    named: true,
    said: true,
  }),
  noun(
    'demand',
    '"the demand that", "an ultimatum to", "conditions for"',
    'demands?|ultimatum|calls?|requests?|appeals?',
  ),
  rule('threat', {
    id: 'verb',
    finds:
      '"threatens to", "warned that it would", "will retaliate", "would face consequences", "reserves the right to"',
    verbs: `(?<!(?<!\\p{L})(?:[Aa]n?|[Tt]he|of|most|many|[Rr]ain|[Ss]torms?|[Ff]og|[Ss]now|[Dd]elays?) )threaten(?:s|ed|ing)?|warn(?:s|ed|ing)?(?= (?:[^.,;]{2,40} )?(?:that (?:it|he|she|they|we|${NAME}) (?:will|would)|of (?:\\p{Ll}+ )?(?:consequences|retaliation|measures|sanctions|war|reprisals|action))\\b)|(?:will|would) (?:${HARM})|vow(?:s|ed)? (?:retaliation|revenge|consequences|${PUNISH})|reserv(?:es|ed) the right to|(?:hint(?:s|ed)? (?:at|of)|talk(?:s|ed|ing)? of|consider(?:s|ed|ing)?) (?:leaving|closing|withdrawing|quitting|breaking off|retaliat\\p{Ll}+|reprisals|countermeasures|sanctions)|(?:has|have|had) drawn up a list|(?:is|are|was|were) (?:ready|prepared) to (?:${HARM}|use force|strike|fight|attack)`,
  }),
  rule('threat', {
    id: 'said',
    finds: '"will" or "would" with what does harm, where somebody says so',
    verbs: `(?:will|would|shall) ["“]?(?:${HARM_SAID})`,
    named: true,
    said: true,
  }),
  noun('threat', '"threats to", "the threat of", "Chile’s threat"', 'threats?'),
  rule('assurance', {
    id: 'verb',
    finds:
      '"guarantees", "assured", "gave her word that", "would never", "will not attack", "has no intention to", "promised not to"',
    verbs: `${NO_NOUN}(?:guarantee|assure)(?:s|d)?|(?:re)?assur(?:e|es|ed|ing)|g(?:a|i)ve(?:s|n)? (?:(?:its|his|her|their) word|assurances?|an assurance|a guarantee)|(?:would|will) never|(?:would|will) not (?:attack|invade|use force|seek|move|deploy|cross|be used|be moved|lose|allow|support|touch|interfere|join|send|fire|strike|target|be (?:closed|cut|harmed|dismissed|touched))|(?:has|have|had) no (?:intention|plans?|wish|desire|ambition)s? (?:of|to)|rul(?:e|es|ed) out(?! that)|(?:does|do|did) not intend to|(?:is|are|was|were) not (?:aimed|directed) (?:at|against)|(?:has|have|had) nothing to fear|(?:will|would) (?:on no account|under no circumstances|in no case)|(?:has|have|had) no designs|(?:promis|pledg)(?:e|es|ed|ing)${NEGATED}|vow(?:s|ed)?${NEGATED}|undert(?:ake|akes|ook|aken)${NEGATED}|(?:swore|sworn) ${NEGATED}`,
  }),
  rule('assurance', {
    id: 'said',
    finds: '"will not", "there will be no", "will remain", where somebody says so',
    verbs: '(?:will|would) (?:not|remain|stay|continue to|keep)',
    named: true,
    said: true,
  }),
  {
    id: 'assurance-nobody',
    kind: 'assurance',
    finds:
      '"nobody will lose", "no work would be moved", "there will be no", where somebody says so',
    pattern:
      /(?<![\p{L}-])(?:(?:nobody|no one|no \p{Ll}+(?: \p{Ll}+){0,3}) (?:will|would) (?:be|lose|have|face|suffer)|[Tt]here (?:will|would) be no)(?![\p{L}-])/gu,
    reach: 'clause',
    beside: SAYS,
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
    verbs: `(?<!(?<!\\p{L})(?:agreement|plan|deal|treaty|law|text|draft|scheme) )${NO_NOUN}promis(?:e|es|ed|ing)(?! (?:to be|start|sign)\\b)${UNNEGATED}(?= )|${NO_NOUN}pledg(?:e|es|ed|ing)${UNNEGATED}|vow(?:s|ed|ing)?(?! (?:retaliation|revenge|consequences|${PUNISH}))${UNNEGATED}|undert(?:ake|akes|ook|aken) to${UNNEGATED}|${NO_NOUN}offer(?:s|ed|ing)?(?= (?:to|an?|its|the|up|${NAME}|[$€£\\d]))|agree(?:s|d)?(?= (?:to (?!it\\b)|in principle\\b))|consent(?:s|ed) to|accept(?:s|ed) to|propos(?:es|ed) to|commit(?:s|ted)? (?:itself|himself|herself|themselves) to|(?:is|are|was|were|be|stands?|itself) (?:ready|prepared|willing|open) to(?! (?:${HARM}|use force|strike|fight|attack))`,
  }),
  rule('promise', {
    id: 'said',
    finds: '"will" or "would" with what helps another, where somebody says so',
    verbs: `(?:will|would) (?:${HELP})`,
    named: true,
    said: true,
  }),
  noun(
    'promise',
    '"a promise to", "an offer to", "a commitment to"',
    'promises?|pledges?|offers?|undertakings?|commitments?',
  ),
];
