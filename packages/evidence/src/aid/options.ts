import type { PatternRule } from './rule.js';
import { NAME, SUBJECT, SUPPOSED } from './speech-words.js';

/** What one is, meets with or thinks, and no deed that could be chosen. */
const NO_DEED =
  'not|no|only|never|hardly|be|have|become|mean|lead|cost|prove|begin|cause|happen|fall|rise|lose|suffer|face|see|know|say|tell|feel|hear|find|afford|live|think|believe|expect|imagine|understand|remember|hope|want|need|like|get|last|remain|stay|read|reach|amount|result|trigger|affect|exceed|drag|take (?:(?:\\p{L}+|\\d+) )?(?:years?|months?|weeks?|days?|hours?|place)|come (?:to|into|from)|make it|go (?:on|wrong|ahead|either)|turn (?:out|into)|run (?:out|into)|set off|still|well|easily|soon|threaten|promise|demand|warn|argue|claim';

/** Deeds that are done and can be undone: today they are taken. */
const DONE =
  'imposed|sanctioned|blocked|blockaded|closed|shut|seized|banned|suspended|halted|deployed|mobili[sz]ed|recalled|frozen|occupied|cut off|boycotted|broken off|withheld|locked out|walked out';

/** What somebody could do, by the words that say so. The passage runs to the end of the clause. */
export const OPTIONS: readonly PatternRule[] = [
  {
    id: 'option-could',
    kind: 'option',
    finds: 'somebody with "could" or "might" and a deed: "the bureau could reopen the gates"',
    pattern: new RegExp(
      `(?<![\\p{L}-])${SUBJECT}(?:could|might)(?: (?:also|instead|then|now|again))? (?!(?:${NO_DEED})(?!\\p{L}))\\p{Ll}+(?![\\p{L}-])`,
      'gu',
    ),
    reach: 'clause',
    notAfter: SUPPOSED,
  },
  {
    id: 'option-power',
    kind: 'option',
    finds: '"has the power to", "has the option of", "is free to", "is entitled to"',
    pattern: new RegExp(
      `(?<![\\p{L}-])${SUBJECT}(?:(?:has|have|had) the (?:power|right|option|authority) (?:to|of)|(?:is|are|was|were) (?:free|entitled|empowered|authori[sz]ed) to)(?= \\p{Ll})`,
      'gu',
    ),
    reach: 'clause',
    notAfter: SUPPOSED,
  },
  {
    id: 'option-noun',
    kind: 'option',
    finds:
      '"an option is to", "a proposal by the council to", "its plan to", "the idea of lending"',
    pattern: new RegExp(
      `(?<=(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[’']s|[Oo]ne|[Aa]nother|[Oo]ther|[Tt]hird|[Ss]econd|[Ff]irst|[Oo]nly) )(?:option|alternative|proposal|plan|idea|scheme)(?: (?:by|of|from) (?:the )?(?:${NAME}|\\p{Ll}+)(?:[’']s?)?(?: (?:${NAME}|\\p{Ll}+)){0,3})?,? (?:(?:is|was|would be) )?(?:to (?!be\\b)|of (?=\\p{Ll}+ing\\b))`,
      'gu',
    ),
    reach: 'clause',
    notAfter: SUPPOSED,
  },
  {
    id: 'option-done',
    kind: 'option',
    finds: 'what somebody does already: "has imposed", "has closed", "has suspended"',
    pattern: new RegExp(
      `(?<![\\p{L}-])${SUBJECT}(?:has|have)(?: (?:already|since|now|also))? (?:${DONE})(?= (?!neither\\b|no\\b|none\\b|nobody\\b|nothing\\b))`,
      'gu',
    ),
    reach: 'clause',
    notAfter: SUPPOSED,
  },
];
