import type { Stretch } from '../sentences.js';
import { trimmed } from './clauses.js';
import type { Hit, Passage } from './rule.js';

/** What is said stands in the whole sentence: "reportedly", "is said to", "is estimated to". */
const WITHOUT_VERB =
  /^(?:reportedly|allegedly|purportedly|supposedly)$|(?<!\p{L})(?:is|are|was|were) (?:said|reported|rumoured|believed|estimated|thought|understood)(?: to(?: have \p{Ll}+)?)?$/u;

/** Behind the verb and before what is said: to whom, when, where. */
const ASIDE =
  /^(?: (?:(?:on|in|at|by|to|before|after|during|late|early|last|this|again|only|publicly|yesterday|today|also)(?!\p{L})[^.;:"“”]{0,60}?|[^.,;:"“”]{2,50}?))??,? that (?=\S)/u;
const WHEN =
  /^ (?:on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|last (?:week|month|night|year))(?: (?:morning|evening|night))?,? (?=\S)/u;
/** Verbs behind which whoever is spoken to stands, without "that". */
const TOLD = /(?:tells|told|informs|informed|assures|assured|warns|warned)$/u;
/** Verbs whose object is no statement: what is said is told with who says it. */
const OF_A_THING =
  /(?:accus\p{Ll}+|call(?:s|ed)?|describ\p{Ll}+|deny|den(?:ies|ied)|reject\p{Ll}*|dismiss\p{Ll}*|disput\p{Ll}+|announc\p{Ll}+|reveal\p{Ll}*|indicat\p{Ll}+|confirm\p{Ll}*|explain\p{Ll}*|acknowledg\p{Ll}+|admit\p{Ll}*|conced\p{Ll}+|promis\p{Ll}+|pledg\p{Ll}+|vow\p{Ll}*|estimat\p{Ll}+|warn\p{Ll}*|suggest\p{Ll}*|implie?[sd]|boast\p{Ll}*|complain\p{Ll}*)$/u;
/** What only points at something said elsewhere. */
const POINTS =
  /^(?:(?:to do )?(?:so|as much|this|that|it|them|yes|no|nothing|otherwise|the same|more)|(?:the|this|that|any|such) (?:charges?|claims?|reports?|idea|suggestion|allegations?|accusations?|comparison))(?!\p{L})\W*(?:$|,|and |but |though |in |on |at |within |last |yesterday)/iu;

/** Fewer words say nothing. */
const LEAST = 3;

/** What is said beside an attribution, and where both together stand. */
export interface Content extends Stretch {
  /** The words of what is said; those of the speaker too where its verb makes no sense without. */
  readonly said: Stretch;
}

/**
 * What somebody is told to have said, in the sentence of the attribution up to the next one.
 * @param limits where the sentence begins for it, and where it ends
 * @returns null where nothing is said, or only pointed at
 */
export function contentOf({ text }: Passage, attribution: Hit, limits: Stretch): Content | null {
  const words = text.slice(attribution.start, attribution.end);
  const all = { start: limits.start, end: limits.end };
  const given = (said: Stretch): Content | null => {
    const bare = unmarked(text, said);
    if (
      wordsIn(text.slice(bare.start, bare.end)) < LEAST ||
      /^(?:to|in|on|at) (?:\S+ ?){1,3}$/u.test(text.slice(bare.start, bare.end)) ||
      POINTS.test(text.slice(bare.start, bare.end))
    )
      return null;
    return {
      start: Math.min(attribution.start, bare.start),
      end: Math.max(attribution.end, bare.end),
      said: bare,
    };
  };
  if (WITHOUT_VERB.test(words)) return given(all);
  const before = { start: limits.start, end: attribution.start };
  const after = text.slice(attribution.end, limits.end);
  const behind = attribution.inverted === true;
  const quoted = /["”]\s*(?:the |an? )?$/iu.test(text.slice(before.start, before.end));
  if (quoted && !/^[^"“]{0,60}["“]/u.test(after)) return given(before);
  if (behind || /^(?:[.,;:!?]|$)/u.test(after) || /^[Aa]ccording to/u.test(words)) {
    if (/^[Aa]ccording to/u.test(words) && wordsIn(text.slice(before.start, before.end)) < LEAST)
      return given({ start: attribution.end, end: limits.end });
    if (/["“”]\W*$|[,–—]\s*(?:the |an? )?$/u.test(text.slice(before.start, before.end)))
      return given(before);
    if (!/^(?:,? ["“]|: )/u.test(after)) return behind ? given(before) : null;
  }
  const aside = ASIDE.exec(after)?.[0] ?? (TOLD.test(words) ? undefined : WHEN.exec(after)?.[0]);
  const start = attribution.end + (aside?.length ?? 0);
  const rest = text.slice(start, limits.end);
  if (
    aside === undefined &&
    (TOLD.test(words) || OF_A_THING.test(words)) &&
    !/^[:,]? ?["“]/u.test(rest)
  ) {
    const thing = given({ start, end: limits.end });
    return thing && { ...thing, said: { start: attribution.start, end: thing.end } };
  }
  return given({ start, end: limits.end });
}

function wordsIn(words: string): number {
  return words.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}

/** Without quotation marks, commas, numbers of clauses and connecting words at the edges. */
export function unmarked(text: string, said: Stretch): Stretch {
  const { start, end } = trimmed(text, said);
  const words = text.slice(start, end);
  const [opening] = /^(?:\d{1,3}\. )?(?:[\s,;:–—"“”-]|(?:and|but|that|though|while|so)\s)*/u.exec(
    words,
  )!;
  const [closing] =
    /(?:[\s,;:–—"“”-]|[.](?=["”]?$)|(?:\s|,)(?:and|but|though|although|while|as|the|an?|its|their|his|her)(?=\s*$))*$/u.exec(
      words.slice(opening.length),
    )!;
  return { start: start + opening.length, end: end - closing.length };
}
