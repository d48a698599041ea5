import { MONTHS } from '../months.js';
import type { PatternRule } from './rule.js';

/** Who begins a clause: no month or day, and a name only before what it does. */
const WHO = `(?:(?:the|its|their|both|all|it|they|he|she|there)\\b|(?!(?:${MONTHS.join('|')}|\\p{L}+day)\\b)\\p{Lu}\\p{L}*(?: \\p{Lu}\\p{L}*)*(?:[’']s)? (?!(?:and|or|in|on|at|of|to|for|by|after|before|when|but)\\b)\\p{Ll})`;

/** What makes one thing depend on another. The passage runs from the cue to the end of the clause. */
export const CONDITIONS: readonly PatternRule[] = [
  {
    id: 'condition-if',
    kind: 'condition',
    finds: '"if", "only if", "even if", "unless"',
    pattern:
      /(?<!\b(?:as|see|asked|ask|wonder|wondered|know|clear) )\b(?:only if|even if|if|unless)\b/giu,
    reach: 'clause',
  },
  {
    id: 'condition-proviso',
    kind: 'condition',
    finds:
      '"provided that", "on the proviso that", "on condition that", "as long as", "so long as"',
    pattern:
      /\b(?:provided(?: that)? (?=(?:that )?(?:the|its|their|both|all|no|it|they|he|she|there|\p{Lu}))|providing that|on (?:the )?(?:proviso|condition|understanding) that|on (?:the )?condition of(?! anonymity)|(?:as|so) long as|in the event (?:that|of)|assuming(?: that)?)\b/giu,
    reach: 'clause',
  },
  {
    id: 'condition-exchange',
    kind: 'condition',
    finds: '"in exchange for", "in return for", "in exchange" at the start of a sentence',
    pattern: /\bin (?:exchange|return) for\b|\bIn (?:exchange|return)(?=,)/gu,
    reach: 'clause',
  },
  {
    id: 'condition-time',
    kind: 'condition',
    finds:
      '"only after", "not until", "as soon as", "once" before a clause, "until" before a clause',
    pattern: new RegExp(
      `\\b(?:only (?:after|when|once)(?= \\p{L})|as soon as|[Oo]nce (?=${WHO})|[Uu]ntil (?:then\\b|(?=(?:an?\\b|${WHO}))))`,
      'gu',
    ),
    reach: 'clause',
  },
  {
    id: 'condition-should',
    kind: 'condition',
    finds: '"should" or "were" that opens a condition: "should the mediator leave"',
    pattern:
      /(?:(?<=^|[.!?:;]["”]?\s|,\s)(?:Should|should) (?=(?:the|its|their|both|it|they|he|she|there|any|\p{Lu}\p{L}*)\b)|\bwere (?:the|it|they|he|she) to\b)/gu,
    reach: 'clause',
  },
  {
    id: 'condition-without',
    kind: 'condition',
    finds: '"without" before a thing asked for, "in the absence of", "failing", "in case of"',
    pattern:
      /(?:\bWithout (?=\p{L})|\bwithout (?:a|an|the) (?=[\w\s-]{0,24}(?:agreement|consent|guarantee|certificate|loan|treaty|deal|assurance|permission|approval|mandate|settlement|concession))|\bin the absence of\b|\bin case of\b|\b[Ff]ailing (?=that|this|an?\b)|\bbarring\b)/gu,
    reach: 'clause',
  },
  {
    id: 'condition-depends',
    kind: 'condition',
    finds: '"depends on", "subject to", "contingent on", "conditional on", "hinges on"',
    pattern:
      /\b(?:depends? (?:up)?on|depending on|subject to|contingent (?:up)?on|conditional (?:up)?on|conditioned on|hinges? on)\b/giu,
    reach: 'clause',
  },
];
