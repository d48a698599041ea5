import { sentenceAt, type Hit, type Passage, type Rule, type Strength } from './rule.js';

const ADVERBS =
  '(?: (?:has|have|had|is|was|are|were|been|also|then|again|repeatedly|publicly|privately|always|never|long|since|already|now|later|earlier|recently|formally|continued to|let it be|all|himself|herself|immediately|openly|bluntly|twice|once))*';

/** Verbs of saying by how much distance they keep; what stands first is looked for first. */
const VERBS: readonly {
  readonly id: string;
  readonly strength: Strength;
  readonly finds: string;
  readonly verbs: string;
}[] = [
  {
    id: 'attribution-denied',
    strength: 'denied',
    finds:
      'a speaker with "denies", "disputes", "dismissed", "rejects" (a charge, comparison, report)',
    verbs:
      'den(?:y|ies|ied)|disput(?:es|ed)|dismiss(?:es|ed)?(?= (?:the|this|that|any|it|them) (?:charges?|claims?|reports?|idea|suggestion|allegations?|as)\\b)|reject(?:s|ed)?(?= (?:the|this|that|any) (?:charge|claim|comparison|report|accusation|allegation|suggestion|idea|notion|figure)s?)',
  },
  {
    id: 'attribution-claimed',
    strength: 'claimed',
    finds:
      'a speaker with "claims", "insists", "argues", "alleges", "maintains", "accuses", "boasts"',
    verbs:
      '(?<!(?<!\\p{L})(?:[Tt]he|[Aa]|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Tt]his|[Tt]hat|any|no|old|own|drops?) )claim(?:s|ed)?|insist(?:s|ed)?(?! on)|argu(?:e|es|ed)|alleg(?:e|es|ed)|maintain(?:s|ed)?(?= that)|contend(?:s|ed)?|assert(?:s|ed)?|boast(?:s|ed)?|accus(?:e|es|ed)|complain(?:s|ed)?|called?(?= it )',
  },
  {
    id: 'attribution-inferred',
    strength: 'inferred',
    finds: 'analysts or evidence with "believe", "estimate", "expect", "suggests", "implies"',
    verbs:
      'believ(?:e|es|ed)|estimat(?:e|es|ed)|reckon(?:s|ed)?|suggest(?:s|ed)?|impl(?:y|ies|ied)|conclud(?:e|es|ed)|calculat(?:e|es|ed)|infer(?:s|red)?',
  },
  {
    id: 'attribution-stated',
    strength: 'stated',
    finds: 'a speaker with "said", "told", "announced", "warned", "vowed", "wrote", "confirmed"',
    verbs:
      'sa(?:y|ys|id)|t(?:ells|old)|inform(?:s|ed)|assur(?:es|ed)(?= )|reported(?= that)|announc(?:e|es|ed)|warn(?:s|ed)?|vow(?:s|ed)?|wr(?:ite|ites|ote)|written|confirm(?:s|ed)?|indicat(?:e|es|ed)|declar(?:e|es|ed)|add(?:s|ed)(?= that|[,:]| in)|explain(?:s|ed)?|describ(?:e|es|ed)|stat(?:es|ed)|acknowledg(?:e|es|ed)|admit(?:s|ted)?|conced(?:e|es|ed)|reveal(?:s|ed)?|repl(?:y|ies|ied)|answer(?:s|ed)?|(?<!(?:[’\']s|a|the|its|no|and|that) )(?:promis|pledg)(?:e|es|ed)(?= that| to (?!be\\b))|ruled(?= that| in)|known(?= that)|noted|repeated(?= that)|ma(?:de|kes) (?:it )?(?:clear|plain|known)|let it be known|call(?:s|ed)(?= (?:it|this|that|the|his|her|its|their) [^.;:"“]{0,50}(?:["“]| an? )| ["“])',
  },
];

/** A stop stands in it, or behind an initial or a title. */
const NAME =
  "\\p{Lu}(?:[\\p{L}\\p{N}’'-]|\\.(?=\\p{L})|(?<=(?<!\\p{L})(?:\\p{Lu}|Mr|Ms|Mrs|Dr))\\.)*";
const SPEAKER = `(?:(?:${NAME}|of|the|and|for|de|al)(?: (?:${NAME}|of|the|and|for|in|at|de|al|\\p{Ll}[\\p{Ll}’'-]*)){0,7}|he|she|it|they|we|who|which)`;
const NOUNS =
  'spokes(?:man|woman|person)|officials?|diplomats?|sources?|reports?|newspapers?|analysts?|experts?|critics|observers|ministers?|presidents?|government|ministry|company|union|bank|council|commission|regime|management|federation|party|opposition|office|court|army|rebels?|negotiators?|economists?|hydrologists?|leaders?|chair(?:man|woman)|envoy|mediators?|board|pickets|coalition|broker|ambassador|general|secretary|commander|delegation|association|authorit(?:y|ies)|administration|city|tribe|district|operator|employers?|club|committee|agency|regulator|developer|landlord|tenants|residents|shareholders|investors|lenders|creditors|airline|carrier|miners|drivers|nurses|teachers|growers|students|strikers|hospital|university|militia|police|mayor|governor|bureau|lawyers?|trustees|members';
const UNNAMED =
  /^(?:\p{L}+ ){0,3}?(?:officials?|diplomats?|sources?|reports?|newspapers?|people|insiders?|observers|aides|officers|delegations)\b/iu;
const THINKERS =
  /\b(?:analysts?|experts?|economists?|observers|hydrologists?|researchers?|broker|scientists?|historians?)\b/iu;

const rules = VERBS.map((rule) => ({
  ...rule,
  /** Looked for first: what finds the speaker looks far back from every word. */
  verb: new RegExp(`(?<!\\p{L})(?:${rule.verbs})(?!\\p{L})`, 'u'),
  before: new RegExp(
    `(?<![\\p{L}’'-])(?:(?:${SPEAKER}|(?:\\p{L}[\\p{L}’'-]* ){0,3}(?:${NOUNS}))(?:(?:,| who| which| in| of| at| for| outside| close) [^.;:!?"“”]{1,60}?,?)?)${ADVERBS} (?<!(?<!\\p{L})(?:to|not|cannot|could|can|may|might|would|will|must|should|an?|no|did|does|do) )(?:${rule.verbs})(?![\\p{L}-])`,
    'gu',
  ),
  after: new RegExp(
    `(?<=[,.!?]["”’] ?)(?:${rule.verbs}) (?:(?:the|an?) )?(?:${NAME}(?: ${NAME}){0,4}|(?:\\p{Ll}+ ){0,3}(?:${NOUNS})|he|she|they)`,
    'gu',
  ),
}));

/** Who says something, from the speaker to the verb. */
export const ATTRIBUTIONS: readonly Rule[] = [
  ...VERBS.map(({ id, finds }) => ({ id, kind: 'attribution' as const, finds })),
  {
    id: 'attribution-reported',
    kind: 'attribution',
    finds: '"according to X", "reportedly", "allegedly", "is said to", "there are reports"',
  },
  {
    id: 'attribution-assumed',
    kind: 'attribution',
    finds:
      '"this suggests", "which implies", "it can be assumed", "is estimated", "is understood to"',
  },
];

const REPORTED =
  /\b[Aa]ccording to (?:an? |the )?(?:[^,.;:"“”]{2,60}?)(?=[,.;:]|$)|\b(?:reportedly|allegedly|purportedly|supposedly)\b|\b(?:\p{L}+ ){0,3}(?:is|are|was|were) (?:said|reported|rumoured|believed) to(?: have \p{Ll}+)?|\b[Tt]here (?:are|were) reports\b|\b[Rr]eports (?:say|said|indicate|suggest)\b/gu;
const ASSUMED =
  /\b(?:[Tt]h(?:is|at)|[Ww]hich) (?:strongly |clearly )?(?:suggests?|implies|indicates?|means)\b|\b[Ii]t (?:can|may|must) be (?:\p{Ll}+ly )?(?:assumed|inferred|concluded|supposed)\b|\b(?:is|are|was) (?:estimated|thought|understood)(?: to)?\b/gu;

interface Attribution extends Hit {
  readonly rule: string;
  readonly strength: Strength;
}

/** All attributions of a paragraph; where two overlap, the one found by the more distant verb stays. */
export function attributionsIn(passage: Passage): Attribution[] {
  const found: Attribution[] = [];
  const add = (
    start: number,
    words: string,
    { rule, strength, inverted }: Pick<Attribution, 'rule' | 'strength' | 'inverted'>,
  ): void => {
    const end = start + words.length;
    if (found.some((other) => other.start < end && start < other.end)) return;
    found.push({ start, end, rule, strength, ...(inverted ? { inverted } : {}) });
  };
  const { text } = passage;
  for (const { index, 0: words } of text.matchAll(ASSUMED))
    add(index, words, { rule: 'attribution-assumed', strength: 'inferred' });
  for (const { index, 0: words } of text.matchAll(REPORTED))
    add(index, words, { rule: 'attribution-reported', strength: 'reported' });
  for (const { id, strength, verb, before, after } of rules) {
    if (!verb.test(text)) continue;
    for (const { index, 0: words } of text.matchAll(before)) {
      // Supposed, not said.
      if (/^Had (?!been\b)/u.test(words)) continue;
      const at = Math.max(index, sentenceAt(passage, index + words.length - 1).start);
      const trimmed = withoutOpening(text.slice(at, index + words.length));
      if (NOBODY.test(trimmed) || asks(passage, index + words.length, trimmed)) continue;
      add(index + words.length - trimmed.length, trimmed, {
        rule: id,
        strength: strengthOf(trimmed, strength),
      });
    }
    for (const { index, 0: words } of text.matchAll(after))
      add(index, words, { rule: id, strength: strengthOf(words, strength), inverted: true });
  }
  return found.sort((a, b) => a.start - b.start);
}

const QUESTION =
  /^(?:[^:?]{1,60}: )?["“]?(?:Has|Have|Had|Did|Do|Does|Is|Are|Was|Were|Can|Could|Will|Would|Who|What|When|Where|Why|How|Which)(?!\p{L})[^?"“”]*\?["”]?$/u;

/** "Did Peru say that …?", "asked who had said that …": nobody says it. */
function asks(passage: Passage, at: number, words: string): boolean {
  const { start, end } = sentenceAt(passage, at - 1);
  return (
    /(?<!\p{L})(?:asked|wondered|know) (?:who|whether|if|what|when|why|how|which)(?!\p{L})/u.test(
      words,
    ) || QUESTION.test(passage.text.slice(start, end).trim())
  );
}

/** Who is told or asked says nothing; "states" behind "of" is no verb. */
const NOBODY =
  /(?<!\p{L})(?:(?:is|are|was|were|been|be|am|being) (?:\p{Ll}+ )?(?:said|told|informed|answered|written|indicated|described|warned|called|stated|added|announced)|(?:of|by|from|for|in|between|both|all|these|those|other|member|two|three) (?:states|claims|reports|calls))$|^(?:[Cc]onsider|[Ll]et)(?!\p{L})/u;

/** Without articles and words that open the sentence before the speaker. */
function withoutOpening(words: string): string {
  let rest = words;
  for (;;) {
    const next = rest.replace(
      /^(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Bb]ut|[Aa]nd|[Yy]et|[Ii]n|[Oo]n|[Aa]t|[Aa]s|[Ii]f|[Ww]hen|[Ww]hile|[Tt]hough|[Aa]lthough|[Bb]ecause|[Ss]o|[Tt]hat|[Ff]or|[Oo]f|[Oo]r|[Ww]here|[Aa]fter|[Ss]ince|[Ww]hat|[Ww]ith|[Bb]y|[Ff]rom|[Tt]o)(?: |, )/u,
      '',
    );
    if (next === rest) return besideVerb(words, rest);
    rest = next;
  }
}

/**
 * What opens the sentence before the speaker is left out: "In a letter to all employees he promised",
 * "If they leave, Ms Lund said".
 */
function besideVerb(words: string, rest: string): string {
  const commas = rest.match(/, /gu)?.length ?? 0;
  const [aside] =
    commas === 1
      ? (/^[^,]+, (?:(?:the|an?|and|which|that|but|so) )*(?=\S+ \S)/u.exec(rest) ?? [])
      : [];
  if (aside !== undefined) return rest.slice(aside.length);
  if (!/^(?:In|On|At|After|For|With|By|From)(?!\p{L})/u.test(words)) return rest;
  const [opening] =
    /^[^,]*?(?<!(?:of|in|at|for|to|by|from)) (?:(?:the|its|their|his|her) |(?=(?:he|she|it|they|we) ))/u.exec(
      rest,
    ) ?? [];
  return opening === undefined ? rest : rest.slice(opening.length);
}

function strengthOf(words: string, strength: Strength): Strength {
  if (strength === 'stated' && UNNAMED.test(words)) return 'reported';
  if (strength === 'stated' && THINKERS.test(words)) return 'inferred';
  return strength;
}
