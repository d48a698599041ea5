import type { Stretch } from '../sentences.js';
import { SPEAKERS } from './speech-words.js';
import { sentenceAt, type Passage } from './rule.js';

/** Between a subject and its verb. */
const AUXILIARIES =
  /(?:(?:^|\s)(?:has|have|had|is|are|was|were|been|being|be|will|would|shall|could|may|might|must|can|did|does|do|not|never|also|then|again|now|still|once more|already|later|since|itself|himself|herself|themselves|repeatedly|publicly|privately|\p{Ll}+ly))+\s*$/u;
/** A subject that stands in another clause: the verb goes on from it. */
const GOES_ON =
  /(?:^|[,;]|\s)(?:and|but|or|then|,|;|(?:and|but) (?:then|also|later|in turn)|began by|by|in|for|before|after|while|when|without|is|are|was|were|busy|keep|kept)\s*$/u;
/** An aside between a subject and its verb. */
const ASIDE = /,(?! (?:and|but)(?!\p{L}))[^,;:.]{2,110}, ?$/u;
const RELATIVE = /,? (?:who|which|that)\s*$/u;
/** Where a clause begins. */
const OPENS =
  /^[^]*(?:[;:(—–“"] ?| - |,? (?:that|but|while|though|although|because|whether|if|when|where|as|and) |, | (?:says?|said|announced|added|insisted|warned|claims?|claimed) (?=(?:the|an?|its|his|her|their|\p{Lu}))|^\d{1,3}\. )/u;
const DETERMINER =
  '(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Oo]ur|[Mm]y|[Tt]h(?:is|at|ese|ose)|[Bb]oth|[Aa]ll|[Ss]ome|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|\\d+)';
const WORD = "[\\p{L}\\p{N}][\\p{L}\\p{N}.’'-]*";
/** No word of a noun phrase without an article. */
const NO_BARE = `(?!(?:${DETERMINER}|to|in|on|at|by|with|for|from|under|after|before|of|said|told|yet|last|next|even)\\s)`;
/** The last noun phrase of some words. */
const PHRASE = new RegExp(
  `(?<![\\p{L}’'-])(?:I|[Ww]e|[Hh]e|[Ss]he|[Ii]t|[Tt]hey|${DETERMINER} (?:(?:(?:of|for|at|from) )?(?:(?:of|for|at|from) (?:the|its|their) )?(?!${DETERMINER} )${WORD} ?){1,8}|(?:${NO_BARE}${WORD} ?){1,5})$`,
  'iu',
);

/** No noun phrase is longer. */
const LONGEST = 90;

/** The subject of the verb that stands at an offset; null where none is found. */
export function subjectBefore(passage: Passage, at: number): Stretch | null {
  const { text } = passage;
  const sentence = sentenceAt(passage, Math.max(0, at - 1));
  const from = sentence.start;
  let named: number | undefined;
  let left = text.slice(from, at).replace(/["“]\s*$/u, '');
  for (;;) {
    const bare = left.replace(AUXILIARIES, '').trimEnd();
    if (bare === '') return null;
    const aside = ASIDE.exec(`${bare} `)?.[0];
    if (aside !== undefined) {
      // "The owner, Jan Lund,": the aside is the name of the subject.
      if (/^, \p{Lu}/u.test(aside)) named ??= from + bare.length;
      left = bare.replace(/,$/u, '').replace(/,[^,]*$/u, '');
      continue;
    }
    if (GOES_ON.test(bare) || bare.endsWith(',')) return subjectAtStart(bare, from);
    if (RELATIVE.test(` ${bare}`)) {
      left = bare.replace(RELATIVE, '').replace(/,$/u, '');
      continue;
    }
    const pronoun = /(?<![\p{L}’'-])(?:I|we|he|she|it|they)$/iu.exec(bare);
    if (pronoun) return { start: from + pronoun.index, end: from + bare.length };
    const opening = OPENS.exec(bare)?.[0].length ?? 0;
    const clause = bare.slice(opening);
    const skipped = Math.max(0, clause.length - LONGEST);
    const phrase = PHRASE.exec(clause.slice(skipped));
    if (phrase === null) return null;
    const start = from + opening + skipped + phrase.index;
    return { start, end: named ?? start + phrase[0].trimEnd().length };
  }
}

/** Adverbs and stretches of time or place that open a sentence. */
const OPENING =
  /^(?:\d{1,3}\. )?(?:["“(]|(?:And|But|So|Yet|Then|Also|Meanwhile|Earlier|Later|Yesterday|Today|However|Moreover)(?:,)? |(?:in|on|at|under|for|after|before|by|with|since|during|last|next|behind|outside|according)(?!\p{L})[^,]{2,60}(?:, | (?=(?:he|she|it|they|we|I) )))*/iu;
const LEADING = new RegExp(
  `^(?:I|[Ww]e|[Hh]e|[Ss]he|[Ii]t|[Tt]hey|(?:${DETERMINER} )?(?:(?:of |for )?(?:the )?${WORD} ){0,4}?(?:${SPEAKERS}))(?!\\p{L})`,
  'u',
);
const NAMED = /^(?:\p{Lu}[\p{L}.’'-]*|of|the|and|for)(?: (?:\p{Lu}[\p{L}.’'-]*|of|the|and|for))*/u;

/** The subject that a sentence begins with. */
function subjectAtStart(words: string, from: number): Stretch | null {
  const opening = OPENING.exec(words)![0].length;
  const rest = words.slice(opening);
  const found = LEADING.exec(rest) ?? (/^\p{Lu}/u.test(rest) ? NAMED.exec(rest) : null);
  if (found === null) return null;
  return { start: from + opening, end: from + opening + found[0].length };
}

/** The subject that the sentence at an offset begins with. */
export function subjectOfSentence(passage: Passage, at: number): Stretch | null {
  const { start, end } = sentenceAt(passage, at);
  return subjectAtStart(passage.text.slice(start, end), start);
}
