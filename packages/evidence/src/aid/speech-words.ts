/** Words and forms that the rules for speech acts and options are made of. */

export const NAME =
  "(?!(?:Nobody|No|Neither|None|Nothing|Never|Had|If|Whether|Unless)(?!\\p{L}))\\p{Lu}(?:[\\p{L}’'-]|\\.(?=\\p{L}))*(?:(?<=(?<!\\p{L})\\p{Lu})\\.)?";
export const BODY =
  'government|regime|ministry|union|company|president|minister|council|federation|party|bank|board|administration|army|rebels|opposition|commission|country|members|court|envoy|movement|coalition|parliament|group|firm|leader|leadership|authorities|farmers|workers|owners|banks|unions|sides|city|state|tribe|district|operator|employers?|management|club|committee|agency|regulator|developer|landlord|tenants|residents|shareholders|investors|lenders|creditors|airline|carrier|miners|drivers|nurses|teachers|doctors|pilots|students|strikers|growers|villagers|fishermen|hospital|university|school|militia|fighters|troops|navy|police|mayor|governor|bureau|office|tribunal|chairman|chairwoman|mediators?|tribes|cities|states';
/** Who else can speak, by what he is. */
export const SPEAKERS = `${BODY}|police|people|spokes(?:man|woman|person)|diplomats?|officials?|analysts?|experts?|newspapers?|insiders?|aides|groups?|dockers|lawyers|judges?|admiral|secretar(?:y|ies)|chairs?|observers|bishops?|associations?|partners?|branch|stewards|pickets|allies|envoys?|presidents?|ministers|mayors|clerk|coroner|speaker|councillors?|delegates?|\\p{Ll}+(?:ers|ors|ists|men|women|ians)`;
export const SUBJECT = `(?:(?:${NAME}(?: ${NAME}){0,3}|[Hh]e|[Ss]he|[Ii]t|[Tt]hey|[Ww]e|(?:\\p{Ll}+ )?(?:${BODY})) )`;
export const ADVERBS = '(?:(?:has|have|had|also|again|repeatedly|publicly|then|now|once more) )*';

/** What makes the word behind it no speech act: it is denied, refused, only possible, or a noun. */
export const NOT =
  "(?<!(?<!\\p{L})(?:not|never|n[’']t|no longer|no|[Nn]obody|[Nn]o one|none|nor|neither|[Ww]ithout(?: (?:once|ever|even|actually))?|than|[Ff]ar from|avoid(?:s|ed|ing)?|cannot|could|might|may|can|to|having|of|refus\\p{Ll}+|den(?:y|ies|ied)|stopped short of) )";
export const NO_NOUN =
  "(?<!(?:[’']s|(?<!\\p{L})(?:[Tt]he|[Ww]ho|[Ww]hat|[Aa]n?|[Tt]h(?:is|at|ese|ose)|such|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Mm]y|[Oo]ur|[Yy]our|any|every|no|some|much|more|most|great|old|new|own|main|final|first|shows?|showed|holds?|Un|un)) )";

/** In a sentence before the words: they are denied, refused or only supposed. */
export const SUPPOSED =
  /(?<!\p{L})(?:[Dd]en(?:y|ies|ied)|[Rr]efus(?:e|es|ed) to|[Nn]obody|[Nn]o one|[Nn]either|[Ss]topped short of|[Hh]ardly ever|[Ii]t (?:is|was) (?:not true|untrue|false|wrong) (?:that|to say)|[Ii]f|[Ww]hether|Had|[Nn]othing that was)(?!\p{L})(?:(?!(?<!\p{L})(?:and|but|while)(?!\p{L}))[^.,;:]){0,60}$/u;

const SAYING =
  'sa(?:ys?|id)|t(?:ells?|old)|announc(?:es|ed)|confirm(?:s|ed)|indicat(?:es|ed)|declar(?:es|ed)|warn(?:s|ed)|insist(?:s|ed)|add(?:s|ed)|repl(?:ies|ied)|wr(?:ites|ote)|ma(?:de|ke|kes) (?:it )?clear|let it be known|made it known|stat(?:es|ed)|repeated|assur(?:es|ed)|promis(?:es|ed)|pledg(?:es|ed)|vow(?:s|ed)|threaten(?:s|ed)|argu(?:es|ed)|explain(?:s|ed)|hint(?:s|ed)|signal(?:s|led)|answer(?:s|ed)|stress(?:es|ed)|maintain(?:s|ed)|reiterat(?:es|ed)|gave (?:his|her|its|their) word|according to|in a (?:letter|statement|speech)|propos(?:es|ed|als?)|[Uu]nder (?:the|its|his|her|their|an?) (?:plan|proposal|offer|deal|scheme)|offer(?:s|ed)|swore|vot(?:es|ed)|ultimatum|caution(?:s|ed)|notif(?:ies|ied)|remind(?:s|ed)|made (?:it )?plain';
/** Somebody says something in the sentence, in quotation marks too: a word or two in them are a name or doubted. */
export const SAID = new RegExp(`(?<!\\p{L})(?:${SAYING})(?!\\p{L})|["“](?=[^"“”]{16})`, 'u');

/** What would have to be, if something happened that is only supposed, nobody asks for. */
export const SUPPOSING =
  /^\W{0,3}(?:If|Should|Were|Had|Unless|Once|When|Whenever|In case)(?!\p{L})/u;

/** What does harm when it comes. */
export const HARMS =
  'strikes?|stoppages?|walk-?outs?|boycotts?|blockades?|sanctions|tariffs|lawsuits?|legal action|proceedings|prosecutions?|dismissals?|lay-?offs|redundanc(?:y|ies)|evictions?|penalt(?:y|ies)|fines|retaliation|reprisals|countermeasures|action|consequences|closures?|war|force|cuts|protests?|occupations?|embargo|expulsions?|arrests?|measures|steps|claims?|veto|invasion|bans?|backlash|repercussions?|military operations?|offensive';

/** What makes a promise one of not doing, which calms a fear. */
const NONE =
  '(?:(?!(?<!\\p{L})(?:and|but|then)(?!\\p{L}))[^.,;]){0,60}(?<!\\p{L})(?:not|never|no(?! (?:later|more|less|fewer|longer|sooner) than\\b)|nobody|nothing|none)(?!\\p{L})';
export const NEGATED = `(?=${NONE}(?![^.;]{0,90}(?<!\\p{L})(?:until|unless)(?!\\p{L})))`;
export const UNNEGATED = `(?!${NONE})`;
export const PUNISH = 'to (?:retaliate|punish|strike|destroy|crush|block|fight)';
