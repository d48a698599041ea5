import type { PatternRule } from './rule.js';
import { ADVERBS, NAME, NOT, SUBJECT, SUPPOSED } from './speech-words.js';

interface Words {
  readonly id: string;
  readonly finds: string;
  /** Patterns, any of which makes it one. */
  readonly verbs: readonly string[];
  /** Whether somebody or something must be named directly before. */
  readonly named?: true;
  /** Somebody must say it in the sentence. */
  readonly said?: RegExp;
  /** What else must not stand before it in its sentence. */
  readonly notAfter?: RegExp;
}

/** A speech act by its verb; what is denied, refused or only supposed is none. */
export function verbRule(
  kind: PatternRule['kind'],
  { id, finds, verbs, named, said, notAfter }: Words,
): PatternRule {
  return {
    id: `${kind}-${id}`,
    kind,
    finds,
    pattern: new RegExp(
      `(?<![\\p{L}’'-])${SUBJECT}${named ? '' : '?'}${ADVERBS}["“]?${NOT}(?:${verbs.join('|')})(?![\\p{L}-])`,
      'gu',
    ),
    reach: 'clause',
    notAfter: notAfter ? new RegExp(`${SUPPOSED.source}|${notAfter.source}`, 'u') : SUPPOSED,
    ...(said ? { beside: said } : {}),
  };
}

/** Before a noun: it is asked for, or there is none. */
const ASKED_FOR =
  /(?<!\p{L})(?:wants?|wanted|demand\p{Ll}*|ask\p{Ll}* for|seek\p{Ll}*|sought|without|needs?|needed|insist\p{Ll}* on|lacks?|lacked|no)(?!\p{L})[^.,;:]{0,80}$/u;

/** Before a noun: it stood, and stands no more. */
const TAKEN_BACK =
  /(?<!\p{L})(?:withdr[ae]w\p{Ll}*|dropp\p{Ll}*|drops?|lift(?:s|ed)|abandon\p{Ll}*|retract\p{Ll}*|took back|takes back|rescind\p{Ll}*|renounc\p{Ll}*|gave up) (?:its|his|her|their|the|an?|any|all) (?:\p{Ll}+ )?$/u;

/** A speech act by its noun, whose giver may stand before it or behind "by". */
export function nounRule(
  kind: PatternRule['kind'],
  finds: string,
  nouns: readonly string[],
): PatternRule {
  const any = nouns.join('|');
  const giver = String.raw`(?:,? (?:by|from|of) (?!\p{Ll}+ing\b)[^.,;:]{2,50}?)?`;
  const goesOn = String.raw`(?=,? (?:that(?! (?:was|were|is|are|has|had))|to (?!be\b|\p{Lu})|of|not|for)\b)`;
  return {
    id: `${kind}-noun`,
    kind,
    finds,
    pattern: new RegExp(
      `(?<![\\p{L}-])(?:(?:${NAME}(?:[’']s)? )?(?<!(?<!\\p{L})(?:[Nn]o|not|cannot|never|n[’']t|[Ww]ithout(?: an?| any)?) )(?:${any})${giver}${goesOn}(?! of (?:this|that|such|the|a|its|their) (?:kind|sort|nature))|${NAME}[’']s (?:${any})(?![\\p{L}-]))`,
      'gu',
    ),
    reach: 'clause',
    notAfter: new RegExp(
      [SUPPOSED, TAKEN_BACK, ...(kind === 'demand' ? [] : [ASKED_FOR])]
        .map(({ source }) => source)
        .join('|'),
      'u',
    ),
  };
}
