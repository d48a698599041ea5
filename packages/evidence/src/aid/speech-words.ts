/** Words and forms that the rules for speech acts and options are made of. */

export const NAME =
  "(?!(?:Nobody|No|Neither|None|Nothing|Never|Had|If|Whether|Unless)(?!\\p{L}))\\p{Lu}(?:[\\p{L}’'-]|\\.(?=\\p{L}))*(?:(?<=(?<!\\p{L})\\p{Lu})\\.)?";
export const BODY =
  'government|regime|ministry|union|company|president|minister|council|federation|party|bank|board|administration|army|rebels|opposition|commission|country|members|court|envoy|movement|coalition|parliament|group|firm|leader|leadership|authorities|farmers|workers|owners|banks|unions|sides|city|state|tribe|district|operator|employers?|management|club|committee|agency|regulator|developer|landlord|tenants|residents|shareholders|investors|lenders|creditors|airline|carrier|miners|drivers|nurses|teachers|doctors|pilots|students|strikers|growers|villagers|fishermen|hospital|university|school|militia|fighters|troops|navy|police|mayor|governor|bureau|office|tribunal|chairman|chairwoman|mediators?|tribes|cities|states';
export const SUBJECT = `(?:(?:${NAME}(?: ${NAME}){0,3}|[Hh]e|[Ss]he|[Ii]t|[Tt]hey|[Ww]e|(?:\\p{Ll}+ )?(?:${BODY})) )`;
/** "will", also with what stands between it and the verb. */
export const WILL =
  '(?:will|would|shall)(?: (?:also|then|now|soon|simply|itself|again|in turn|in return|of course|once more|have to|(?:be|feel) (?:forced|obliged|compelled|free) to|be (?:ready|prepared|willing) to|\\p{Ll}+ly))*';
export const ADVERBS = '(?:(?:has|have|had|also|again|repeatedly|publicly|then|now|once more) )*';

/** What makes the word behind it no speech act: it is denied, refused, only possible, or a noun. */
export const NOT =
  "(?<!(?<!\\p{L})(?:not|never|n[’']t|no longer|no|[Nn]obody|[Nn]o one|none|nor|neither|without|cannot|could|might|may|can|to|having|of|refus\\p{Ll}+|den(?:y|ies|ied)|stopped short of) )";
export const NO_NOUN =
  "(?<!(?<!\\p{L})(?:[Tt]he|[Ww]ho|[Ww]hat|[Aa]n?|[Tt]h(?:is|at|ese|ose)|such|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|my|our|your|any|every|no|some|much|more|most|great|old|new|own|main|final|first|[’']s|shows?|showed|holds?|Un|un) )";

/** In a sentence before the words: they are denied, refused or only supposed. */
export const SUPPOSED =
  /(?<!\p{L})(?:[Dd]en(?:y|ies|ied)|[Rr]efus(?:e|es|ed) to|[Nn]obody|[Nn]o one|[Nn]either|[Ss]topped short of|[Ii]f|[Ww]hether|Had|[Nn]othing that was)(?!\p{L})(?:(?!(?<!\p{L})(?:and|but|while)(?!\p{L}))[^.,;:]){0,60}$/u;

const SAYING =
  'sa(?:ys?|id)|t(?:ells?|old)|announc(?:es|ed)|confirm(?:s|ed)|indicat(?:es|ed)|declar(?:es|ed)|warn(?:s|ed)|insist(?:s|ed)|add(?:s|ed)|repl(?:ies|ied)|wr(?:ites|ote)|made (?:it )?clear|let it be known|made it known|stat(?:es|ed)|repeated|assur(?:es|ed)|promis(?:es|ed)|pledg(?:es|ed)|vow(?:s|ed)|threaten(?:s|ed)|argu(?:es|ed)|explain(?:s|ed)|hint(?:s|ed)|signal(?:s|led)|answer(?:s|ed)|stress(?:es|ed)|maintain(?:s|ed)|reiterat(?:es|ed)|gave (?:his|her|its|their) word|according to|in a (?:letter|statement|speech)|propos(?:es|ed|als?)|[Uu]nder (?:the|its|his|her|their|an?) (?:plan|proposal|offer|deal|scheme)|offer(?:s|ed)|swore|vot(?:es|ed)|ultimatum|caution(?:s|ed)|notif(?:ies|ied)|remind(?:s|ed)|made (?:it )?plain';
/** Somebody says something in the sentence, in quotation marks too: a word or two in them are a name or doubted. */
export const SAID = new RegExp(`(?<!\\p{L})(?:${SAYING})(?!\\p{L})|["“](?=[^"“”]{16})`, 'u');

/** What would have to be, if something happened that is only supposed, nobody asks for. */
export const SUPPOSING =
  /^\W{0,3}(?:If|Should|Were|Had|Unless|Once|When|Whenever|In case)(?!\p{L})/u;

/** What is done to others when it is threatened with. */
export const HARM =
  'retaliate|strike back|hit back|respond (?:with|in kind)|face [^.,;]{0,30}(?:consequences|retaliation|tariffs|sanctions|penalties|action)|pay (?:a|the) price|use (?:every|all|any|whatever) (?:means|measures?)|keep the \\p{Ll}+ (?:closed|shut)|refuse to|impose|cut off|walk (?:out|away)|pull out of|withdraw from|block|blockade|seize|veto|boycott|expel|shut (?:down|off)|bring down|turn off|sink|board|detain|sue|vote (?:against|down)|leave the|have consequences|take (?:every|all) (?:measure|step)s?|not hesitate to|have no (?:choice|option) but to|be forced to|punish|go on strike|call (?:a|an) (?:general )?strike|take [^.,;]{2,40} to court|go to court|tear up|break off|arrest|ban|bar|(?:be|get) (?:answered|met|hit|fined|arrested|seized|boarded|closed|cut off|expelled|stopped|sunk|shot|prosecuted|charged|excluded|punished|sanctioned|taxed|treated as)|not go un(?:answered|punished)|pay dearly|have to reckon with|ram|(?:open )?fire (?:on|at)|switch off|turn off|divert|cut (?:the|its|their|any|all|off)|reduce (?:the )?(?:suppl|deliver|flow|pressure)\\p{Ll}*|(?:raise|put|place|levy) (?:new |its |extra )?(?:duties|tariffs)|complain to|take (?:the|its|this) (?:case|matter|dispute|complaint) to|bring (?:a|the) case|leave (?:the|its|NATO|the coalition)|reconsider (?:its|their|the)|rethink|call (?:new|early|fresh|snap) elections|topple|send (?:in )?(?:warships?|frigates?|gunboats?|troops|the navy|the army|soldiers)|close (?:its|the|their) (?:\\p{Ll}+ )?(?:bases?|ports?|borders?|airspace|embassy|waters|strait|pipelines?|valves?|gates?|plants?|roads?)|sever|seek damages|tear up|pull the plug|see [^.,;]{2,40} in court|ask [^.,;]{2,30}(?:judge|court|tribunal|police)|go to (?:law|arbitration)|take (?:legal|industrial|further) action|take to the streets|down tools|stop work|file (?:a )?(?:suit|lawsuit|complaint)|strip|go into opposition|mean the end|lead to (?:war|retaliation|countermeasures|sanctions)|bring (?:countermeasures|retaliation)|table a motion|think again|answer (?:with|in kind)|hit back|counter|levy|slap|bring (?:the|its) \\p{Ll}+ down|not (?:vote for|sign|ratify|pay)|lose (?:its|their|the)';
/** The same where somebody says so. */
export const HARM_SAID =
  'defend|resist|escalate|disrupt|picket|fight|stay out|raid|overrun|shell|storm|evacuate its|answer|leave|recall|deploy|double|oust|topple|abandon|denounce|renounce|cease|restrict|limit|tax|charge|penali[sz]e|prosecute|deport|evict|strip|revoke|terminate|downgrade|ram|open fire|confiscate|intercept|destroy|bombard|occupy|annex|mobili[sz]e|deny|reject|refuse|oppose|obstruct|delay|hold (?:up|back|out)|rebel|abstain|walk|pull (?:its|their|the|out)|break (?:up|with)|drive|remove|recover|reclaim|retaliate|sue|increase (?:its|the) tariffs|strike|attack|close|shut|halt|suspend|cancel|freeze|fine|stop|cut|withhold|quit|resign|end|scrap|dissolve|act|fire|invade|bomb|stay away|raise (?:its|the) tariffs|have to ["“]?(?:review|reconsider|close|act|leave|cut)|review|reconsider|use|respond';
/** What is done for others where somebody says so. */
export const HELP =
  'attend|accept|pay|sign|return|release|lift|open|reopen|allow|permit|let|give|grant|share|support|help|respect|honou?r|comply|cooperate|invest|fund|finance|rebuild|compensate|provide|supply|deliver|resume|restore|ease|reduce|recogni[sz]e|protect|negotiate|meet|talk|take part|join|ratify|repay|abide|contribute|hand over|step down|drop|withdraw (?:its|the|all)|build|buy|lend|cover|cap|extend|exempt|lower|abolish|vote for|back|stand by|send|consult|publish|refrain|postpone|wait|raise (?:pay|wages|its offer)|be (?:allowed|lifted|paid|released|returned|opened|shared|compensated|restored|exempted?|given|free|able) |come (?:back )?to|put (?:up|forward)|sit down|hire|rehire|reinstate|match|set up|disarm|demobili[sz]e|lay down|settle|apologi[sz]e|clear|escort|host|guarantee|free';

/** Not to do so calms no fear: it is refused. */
export const REFUSED =
  'accept|agree|talk|sign|sell|negotiate|yield|bow|give (?:in|way|up)|back (?:down|off)|surrender|compromise|tolerate|pay|be (?:bullied|intimidated|starved|["“]starved|silenced|drawn|forced|told|blackmailed|deterred|dictated)|comment|say|speak|stand (?:for|by|idly)|budge|wait|vote|recogni[sz]e|attend|settle|rest|come|know|see|happen|have|make|work|help|solve|last|stop|change|hesitate';

/** What makes a promise one of not doing, which calms a fear. */
export const NEGATED = '(?=[^.,;]{0,50}\\b(?:not|never|no|nobody|nothing|none)\\b)';
export const UNNEGATED = '(?![^.,;]{0,50}\\b(?:not|never|no|nobody|nothing|none)\\b)';
export const PUNISH = 'to (?:retaliate|punish|strike|destroy|crush|block|fight)';
