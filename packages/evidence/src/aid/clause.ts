import type { Deed } from './deed-objects.js';
import { deedOf, verbOf } from './deeds.js';
import type { Stretch } from '../sentences.js';
import { clauseEnd, sentenceAt, type Passage } from './rule.js';
import { SAID, SUPPOSED } from './speech-words.js';

/** Where what somebody will do is told: a modal verb, or a readiness. */
export const CUE =
  /(?<![\p{L}’'-])(?:(?<will>will|would|shall|wo(?=n[’']t)|sha(?=n[’']t))(?<contracted>n[’']t)?|(?<=(?:I|[Ww]e|[Yy]ou|[Tt]hey|[Hh]e|[Ss]he|[Ii]t)[’'])(?<ll>ll)|(?<=(?:I|[Ww]e|[Yy]ou|[Tt]hey|[Hh]e|[Ss]he|[Ii]t)[’'])d(?= (?:rather not\b|never\b|not\b))|(?:is|are|was|were|am|[’']re|[’']m)(?<notGoing> not)? going to|(?<may>could|might|may|can)|(?:is|are|was|were|be|been|stands?|stood|am|itself|himself|herself|themselves) (?:(?<ready>ready|prepared|willing|open)|(?<bent>determined|resolved|poised|about|set|preparing)) to|(?<decided>(?:vot|decid|resolv)(?:ed|es?) to|(?:intends?|intended|plans|planned|means) to)|(?<readiness>readiness|willingness) to|(?<intention>determination|decision|intention|plans?|vote) to|(?:consider(?:s|ed|ing)?|contemplat(?:es|ed|ing)|weigh(?:s|ed|ing)|mull(?:s|ed|ing)|(?:spoke|talk(?:s|ed)|intention) of|hint(?:s|ed) at)(?<gerund>)(?= \p{Ll}+ing\b))(?![\p{L}])/gu;

/** What stands between the cue and the verb. */
const BETWEEN =
  /^(?: (?:also|then|now|soon|simply|itself|himself|again|still|in turn|in return|of course|once more|instead|just|even|ever|at once|never again|at last|all|both|each|certainly|(?:be|feel) (?:forced|obliged|compelled|free) to|be (?:ready|prepared|willing|able|allowed|entitled|free) to|not hesitate(?: for a \p{Ll}+)? to|\p{Ll}+ly|for (?:its|their|our|his|her) part|if necessary|if need be),?)*/u;

/** Not a clause that says what will be, but one that asks, supposes or describes. */
const NO_STATEMENT =
  /^(?:If|Whether|Unless|Should|Were|Had|What|Who|Whom|Which|How|When|Whenever|Where|Why|Once|Until|Because|As|Whoever|Than)(?!\p{L})/iu;
const RELATIVE =
  /(?<!\p{L})(?:(?:where|how|why|what|if|whether|unless|when|as|than|because|since|although|though|while|before|after|until|once)(?!\p{L})[^,]*|(?:who|which|whom|whose)(?: (?:the|an?|its|their|his|her|no) [\p{L}’'-]+| \p{Lu}[\p{L}’'-]*| it| he| she| they| we)?)$/u;

/** Who speaks, by a pronoun or as a body. */
export const SELF =
  /^(?:(?:and|but|or) )?(?:it|he|she|they|(?:his|her|its|their|our|my) (?:\p{Ll}+ ){0,2}\p{Ll}+|the (?:government|company|union|council|ministry|firm|party|movement|authority|bank|club|board|committee|group|city|army|front))$/u;
/** Who writes or speaks himself. */
export const FIRST =
  /^(?:(?:and|but|or|so|then|yes|no),? )?(?:I|we|(?:my|our) (?:\p{Ll}+ ){0,2}\p{Ll}+)$/iu;

/** What begins so is of nobody. */
export const NO_SUBJECT =
  /^(?:(?:and|but|that) )?(?:[Nn]obody|[Nn]o one|[Nn]o \p{Ll}|[Nn]one|[Nn]othing|[Nn]either|[Nn]ot (?:a|an|one)|[Tt]here)(?!\p{Lu})/u;

/** A clause that says what somebody will, could or is ready to do. */
export interface Clause extends Stretch {
  readonly subject: string;
  /** Before the clause, in its sentence. */
  readonly before: string;
  readonly sentence: string;
  readonly cue: 'will' | 'may' | 'ready' | 'decided';
  readonly negated: boolean;
  readonly passive: boolean;
  readonly verb: string;
  readonly deed: Deed;
  /** From the verb on. */
  readonly rest: string;
  /** Somebody says so. */
  readonly said: boolean;
  /** A plain "will" or "shall". */
  readonly plain: boolean;
  /** Behind the clause, in its sentence. */
  readonly after: string;
}

/**
 * The clause around a cue; null where it asks, supposes or guesses.
 * @param turn whether all of the passage is what somebody says
 */
export function readClause(passage: Passage, match: RegExpExecArray, turn: boolean): Clause | null {
  const { text } = passage;
  const at = match.index;
  const sentence = sentenceAt(passage, at);
  const start = subjectStart(text, sentence.start, at);
  const before = text.slice(sentence.start, start);
  const subject = text.slice(start, at).replace(/, .*$/u, '').trim();
  const words = text.slice(sentence.start, sentence.end);
  if (NO_STATEMENT.test(subject) || RELATIVE.test(subject)) return null;
  if (SUPPOSED.test(text.slice(sentence.start, at))) return null;
  const groups = match.groups!;
  let rest = text.slice(at + match[0].length, Math.min(sentence.end, at + 300));
  if (groups['will'] !== undefined && groups['contracted'] === undefined)
    rest = rest.replace(/^n[’']t/u, ' not');
  // The writer’s guess.
  if (
    /^ (?:most |very |almost )?(?:likely|probably|certainly|surely|inevitably|presumably)(?!\p{L})/u.test(
      rest,
    )
  )
    return null;
  rest = rest.replace(BETWEEN, '');
  const [negation] =
    /^ (?:not|never|no longer|rather not|on no account|under no circumstances|in no case)(?!\p{L})/u.exec(
      rest,
    ) ?? [];
  const negated =
    negation !== undefined ||
    groups['contracted'] !== undefined ||
    groups['notGoing'] !== undefined ||
    NO_SUBJECT.test(subject) ||
    /(?<!\p{L})(?:not|n[’']t|never|no)$/u.test(subject);
  rest = rest
    .slice(negation?.length ?? 0)
    .replace(BETWEEN, '')
    .trimStart()
    .replace(/^["“]/u, '');
  const [, be] =
    /^((?:be|get|have been) (?:\p{Ll}+ly |also |then |now |either )?)\p{Ll}/u.exec(rest) ?? [];
  const form = /^\p{Ll}[\p{Ll}-]*/u.exec(rest.slice(be?.length ?? 0))?.[0];
  if (form === undefined) return null;
  const passive = be !== undefined && isParticiple(form);
  const verb =
    passive || groups['gerund'] !== undefined ? verbOf(form) : be === undefined ? form : 'be';
  const behind = rest.slice((passive ? be.length : 0) + form.length).trimStart();
  return {
    start,
    end: clauseEnd(passage, at + match[0].length),
    subject,
    before,
    sentence: words,
    cue: cueOf(groups),
    negated,
    passive,
    verb,
    deed: passive ? deedTo(subject, verb, behind) : deedOf(verb, behind),
    rest,
    said:
      turn ||
      FIRST.test(subject) ||
      SAID.test(SELF.test(subject) ? words : segmentAt(words, at - sentence.start)) ||
      inQuotation(text, at),
    plain: /^(?:will|shall|wo|sha)$/u.test(groups['will'] ?? ''),
    after: text.slice(at + match[0].length, sentence.end),
  };
}

function cueOf(groups: Readonly<Record<string, string | undefined>>): Clause['cue'] {
  const has = (...names: readonly string[]): boolean =>
    names.some((name) => groups[name] !== undefined);
  if (has('may')) return 'may';
  if (has('ready', 'readiness')) return 'ready';
  return has('decided', 'bent', 'intention', 'gerund') ? 'decided' : 'will';
}

function isParticiple(form: string): boolean {
  return (
    !form.endsWith('ing') &&
    (verbOf(form) !== form || /^(?:shut|cut|hit|put|set|let|overrun|read)$/u.test(form))
  );
}

/** What is done is done to the subject: "the strike will be called off" helps. */
function deedTo(subject: string, verb: string, behind: string): Deed {
  const deed = deedOf(verb, `${subject} `);
  return (deed === 'help' || deed === 'harm') && deed !== deedOf(verb, '')
    ? deed
    : deedOf(verb, behind);
}

/** Where the subject begins, also where an aside parts it from its verb: "Chile, for its part, will". */
function subjectStart(text: string, from: number, at: number): number {
  const start = clauseStart(text, from, at);
  if (text.slice(start, at).trim() !== '') return start;
  const [aside] = /, [^,;:."“”]{2,90}, $/u.exec(text.slice(from, at)) ?? [];
  return aside === undefined ? start : clauseStart(text, from, at - aside.length);
}

/** Up to where a clause begins: behind a mark, "that", "and", or a verb of saying. */
const OPENS_CLAUSE =
  /^[^]*(?:, (?:that )?|[;:()–—] ?|["“] ?|(?<!(?:thing|body|[Tt]hose|[Aa]ll)) that (?=\S)| (?:and|but|or) (?=\S)| (?:says?|said|announced|confirmed|declared|added|insisted|warned|(?:told|informed|assured) (?:the )?[\p{L}’'.-]+(?: [\p{Lu}][\p{L}’'.-]*)*) (?=[\p{L}“"]))/u;

/** Where the clause begins whose verb stands here. */
function clauseStart(text: string, from: number, at: number): number {
  // A quotation mark directly before the verb opens no clause.
  const before = text.slice(from, at).replace(/["“]\s*$/u, ' ');
  const cut = OPENS_CLAUSE.exec(before)?.[0].length ?? 0;
  return (
    from +
    cut +
    (/^(?:\s|[“"‘]|(?:[Tt]he|[Aa]n?|[Aa]nd|[Bb]ut|[Oo]r|[Ss]o|[Tt]hen|[Yy]et) )*/u.exec(
      text.slice(from + cut, at),
    )?.[0].length ?? 0)
  );
}

/** What stands between semicolons around a place in a sentence. */
function segmentAt(sentence: string, at: number): string {
  const end = sentence.indexOf(';', at);
  return sentence.slice(sentence.lastIndexOf(';', at) + 1, end === -1 ? sentence.length : end);
}

/** Whether a quotation that began in an earlier sentence is open here. */
export function inQuotation(text: string, at: number): boolean {
  const before = text.slice(0, at);
  const open = before.lastIndexOf('“') > before.lastIndexOf('”');
  return open || (before.match(/"/gu)?.length ?? 0) % 2 === 1;
}
