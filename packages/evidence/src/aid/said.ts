import { CUE, FIRST, inQuotation, NO_SUBJECT, readClause, SELF, type Clause } from './clause.js';
import { deedOf } from './deeds.js';
import { sentenceAt, clauseEnd, type Hit, type Passage, type Rule } from './rule.js';
import { BODY, HARMS } from './speech-words.js';

/** What somebody says that he or another will do: whether it harms, helps or calms a fear is told by the deed. */
export const UNDERTAKEN: readonly Rule[] = [
  {
    id: 'threat-said',
    kind: 'threat',
    finds:
      '"will", "would" with what does harm, where somebody says so: "the depot will be closed"',
  },
  {
    id: 'threat-unless',
    kind: 'threat',
    finds:
      'what somebody will do "unless", or no longer do "until": "no ship will pass until they pay"',
  },
  {
    id: 'threat-warned',
    kind: 'threat',
    finds:
      'what somebody could do, where it is warned of: "warned that a second line might be next"',
  },
  {
    id: 'threat-ready',
    kind: 'threat',
    finds: '"is ready to", "intends to", "has voted to" with what does harm',
  },
  {
    id: 'assurance-said',
    kind: 'assurance',
    finds: '"will not", "will remain", "will be safe", where somebody says so',
  },
  {
    id: 'assurance-nobody',
    kind: 'assurance',
    finds:
      '"nobody will lose", "no work would be moved", "nothing that is signed will", "there will be no", where somebody says so',
  },
  {
    id: 'promise-said',
    kind: 'promise',
    finds: '"will", "would" with what helps another, or with what the speaker says of himself',
  },
  {
    id: 'promise-once',
    kind: 'promise',
    finds: 'what somebody will do "once", "provided that", "in return for" something',
  },
  {
    id: 'promise-ready',
    kind: 'promise',
    finds: '"is ready to", "is willing to", "has decided to" with what helps another',
  },
];

interface Undertaking extends Hit {
  readonly rule: Rule;
}

const rule = (id: string): Rule => UNDERTAKEN.find((one) => one.id === id)!;

/** Condition behind or before the clause, by what it makes of it. */
const UNLESS =
  /(?<!\p{L})(?:unless|[Uu]nless|or else|until|[Uu]ntil|as long as|so long as|while|for as long as|till)(?!\p{L})/u;
const FAILING =
  /(?<!\p{L})(?:[Uu]nless|or else|otherwise|if not|(?:if|should|were)(?!\p{L})[^.;]{0,80}(?<!\p{L})(?:not|no|fails?|failed|refuses?|refused|ignores?|ignored|rejects?|rejected|breaks?|stays?|remains?|keeps?|continues?|persists?|insists?|attacks?|crosse?s?|touch(?:es)?|dares?|breache?s?|violates?|again))(?!\p{L})/iu;
const ONCE =
  /(?<!\p{L})(?:once|provided|providing|on condition|on the (?:understanding|condition|proviso)|in (?:return|exchange)|as soon as|subject to|as long as|so long as)(?!\p{L})/iu;

const WARNED = /(?<!\p{L})(?:warn(?:s|ed|ing)?|threaten(?:s|ed|ing)?|cautioned)(?!\p{L})/u;
const HINTED =
  /(?<!\p{L})(?:indicat\p{Ll}+|signal\p{Ll}*|hint\p{Ll}*|let slip|offer\p{Ll}*|suggest\p{Ll}*|propos\p{Ll}+)(?!\p{L})/u;
/** Who speaks, named or meant. */
const SPEAKS =
  /(?:(?<!\p{L})(?:sa(?:ys?|id|ying)|t(?:ells?|old)(?: [\p{L}’'.-]+){1,5}|announc\p{Ll}+|confirm\p{Ll}+|declar\p{Ll}+|stat(?:es|ed)|add(?:s|ed)|repl(?:ies|ied)|wr(?:ites|ote)|indicat\p{Ll}+|made clear|let it be known|repeated|reiterated|stress\p{Ll}+|explain\p{Ll}+|inform\p{Ll}+(?: [\p{L}’'.-]+){1,5})(?: that)?,? )$/u;
/** The subject ends in a name with a capital, or in the word for a body. */
const PARTY = new RegExp(
  `(?:^|\\s)(?:\\p{Lu}[\\p{L}’'-]*|(?:${BODY}|dockers|lawyers|ministers|allies|lenders|parties|delegation|officials|clubs|players|fans|settlers|separatists|insurgents|herders|traders|pickers|stewards|signallers|teams?|family|families|partners?|directors?|heirs?|trustees?|owner|neighbou?rs|secretariat|treasury|mission|cell|brigade|elders|bishops?|church|guild|chamber|senate|cabinet|congress|alliance|bloc|league|secretary|king|queen|chief))$`,
  'u',
);
/** What does harm when it comes. */
const HARMFUL_SUBJECT = new RegExp(`(?<!\\p{L})(?:${HARMS})$`, 'u');

/** To do none of this calms no fear: it is refused. */
const REFUSED = new Set(
  'accept agree talk sign sell negotiate yield bow give back surrender compromise tolerate pay comment say speak stand budge wait vote recognise recognize attend settle rest come know see happen have make work help solve last stop change hesitate discuss answer reveal join meet return play take go get like want need be do let name disclose confirm elaborate arbitrate apologise apologize concede retreat shrink relent consider blink comply hand drop lift publish share'.split(
    ' ',
  ),
);
/** To have this calms a fear. */
const KEPT =
  /^(?:(?:remain|stay|continue)(?!\p{L})(?! (?:\p{Ll}+ )?(?:closed|shut|sealed|locked|suspended|blocked|frozen|out|away|on strike))|keep (?![^.,;]{0,30}(?<!\p{L})(?:closed|shut|locked|out|up)(?!\p{L}))|be (?:\p{Ll}+ly )?(?:safe|secure|honou?red|respected|protected|spared|preserved|maintained|unaffected|untouched|guaranteed|kept|left alone|free to|treated fairly|met in full)(?!\p{L}))/u;
/** What was is no more. */
const OVER =
  /^be (?:off|void|null|dead|over|finished|at an end|next|on (?:its|their|his|her|your) own)(?!\p{L})/u;
/** All undertakings of a paragraph, by the deed that they speak of. */
export function undertakingsIn(passage: Passage): Undertaking[] {
  const found: Undertaking[] = [];
  const turn = /^\p{Lu}[^:.!?]{1,60}: /u.test(passage.text);
  for (const match of passage.text.matchAll(CUE)) {
    const told = readClause(passage, match, turn);
    if (told === null) continue;
    const id = kindOf(told);
    if (id === null) continue;
    found.push({ start: told.start, end: told.end, rule: rule(id) });
  }
  return [...found, ...presentIn(passage, turn)];
}

/** "If there is no better offer, we stop work": what is threatened or promised without "will". */
const PRESENT =
  /(?<=(?:^|[.!?]["”]? |["“])(?:If|Unless|Should|Once)(?!\p{L})[^.;!?"”]{4,140}, )(?:then )?(?:we|all of us|every one of us|I|they|(?:the|our|my) \p{Ll}+|\p{Lu}\p{Ll}+) (?<verb>\p{Ll}+)(?!\p{L})/gu;

/** No deeds. */
const AUXILIARY =
  /^(?:are|have|can|will|would|could|may|must|shall|do|should|need|think|know|believe)$/u;

function* presentIn(passage: Passage, turn: boolean): Iterable<Undertaking> {
  for (const match of passage.text.matchAll(PRESENT)) {
    const start = match.index;
    const ours = /^(?:then )?(?:we|all of us|every one of us|I|our|my)(?!\p{L})/u.test(match[0]);
    if (!ours && !turn && !inQuotation(passage.text, start)) continue;
    const end = clauseEnd(passage, start + match[0].length);
    const { verb } = match.groups!;
    const deed = deedOf(verb, passage.text.slice(start + match[0].length, end).trimStart());
    const condition = passage.text.slice(sentenceAt(passage, start).start, start);
    const failing = ours && FAILING.test(condition) && !AUXILIARY.test(verb);
    if (deed === 'help') yield { start, end, rule: rule('promise-said') };
    else if (deed === 'harm' || failing) yield { start, end, rule: rule('threat-said') };
  }
}

function kindOf(clause: Clause): string | null {
  const { cue, deed, negated, subject, said, sentence, rest } = clause;
  if (cue === 'ready' || cue === 'decided') {
    if (clause.subject === '' && clause.before === '') return null;
    if (negated) return cue === 'decided' && said && deed === 'harm' ? 'assurance-said' : null;
    if (deed === 'harm') return 'threat-ready';
    if (cue === 'decided' || /^(?:be|go|leave|die|take off|play|begin|start)(?!\p{L})/u.test(rest))
      return null;
    return KEPT.test(rest) ? 'assurance-said' : 'promise-ready';
  }
  if (/^(?:have \p{Ll}+(?:ed|en|t|n)(?!\p{L})|like|rather|prefer|love|seem|appear)/u.test(rest))
    return null;
  if (subject === '' || /^(?:that|this|these|those|it all)$/iu.test(subject)) return null;
  if (cue === 'may') {
    if (negated) return null;
    if (deed === 'harm' && said && /^(?:expect|face|lose)(?!\p{L})/u.test(rest))
      return 'threat-said';
    if (deed === 'harm' && (WARNED.test(clause.before) || (said && FAILING.test(sentence))))
      return 'threat-warned';
    if (OVER.test(rest) && WARNED.test(clause.before)) return 'threat-warned';
    if (!HINTED.test(clause.before)) return null;
    return deed === 'harm' ? 'threat-warned' : deed === 'help' ? 'promise-said' : null;
  }
  if (negated && clause.passive && deed === 'harm' && clause.plain) return negatedKind(clause);
  const party = FIRST.test(subject) || SELF.test(subject) || PARTY.test(subject);
  const conditional = FAILING.test(sentence) || ONCE.test(clause.after);
  if (!said && !conditional && !(party && clause.plain)) return null;
  if (negated) return negatedKind(clause);
  if (deed === 'harm' || (said && OVER.test(rest))) return 'threat-said';
  if (said && KEPT.test(rest)) return 'assurance-said';
  if (
    HARMFUL_SUBJECT.test(subject) &&
    /^(?:follow|be (?:next|called|declared|launched)|begin|start|come|go ahead|last|spread|hit|cost|await)(?!\p{L})/u.test(
      rest,
    )
  )
    return 'threat-said';
  if (deed === 'help') return conditional && !said ? 'promise-once' : 'promise-said';
  if (deed === 'neither' || clause.verb === 'be' || !party || !(said || conditional)) return null;
  if (FAILING.test(sentence)) return 'threat-unless';
  if (WARNED.test(sentence)) return 'threat-warned';
  if (ONCE.test(clause.after)) return 'promise-once';
  return FIRST.test(subject) || (SELF.test(subject) && SPEAKS.test(clause.before))
    ? 'promise-said'
    : null;
}

/** What will not be done: until something, it is withheld; what is refused calms no fear. */
function negatedKind({ verb, passive, deed, subject, after, said, rest }: Clause): string | null {
  const none = NO_SUBJECT.test(subject);
  if (
    passive &&
    /^be (?:tolerated|accepted|forgiven|forgotten|ignored|excused|condoned|allowed|permitted|overlooked)(?!\p{L})/u.test(
      rest,
    )
  )
    return said && !none ? 'threat-said' : null;
  if (!none && !passive && (deed === 'help' || (REFUSED.has(verb) && deed !== 'harm'))) return null;
  if (UNLESS.test(after) && (none || passive) && deed !== 'harm') return 'threat-unless';
  if (!said) return passive && deed === 'harm' ? 'assurance-said' : null;
  if (none)
    return /^there$/iu.test(subject) && !/^be no(?!\p{L})/u.test(rest) ? null : 'assurance-nobody';
  return deed === 'neither' && !passive && verb !== 'be' ? null : 'assurance-said';
}
