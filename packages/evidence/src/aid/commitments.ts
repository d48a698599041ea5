import { DEMANDS } from './demands.js';
import { apart, hitsOf, type Hit, type Passage, type PatternRule, type Rule } from './rule.js';
import { UNDERTAKEN, undertakingsIn } from './said.js';
import { THREATS } from './threats.js';
import { ASSURANCES, PROMISES } from './vows.js';

/** Acts that their own words name. */
const NAMED: readonly PatternRule[] = [...DEMANDS, ...THREATS, ...ASSURANCES, ...PROMISES];

/** What one party asks of another, threatens or undertakes. */
export const COMMITMENTS: readonly Rule[] = [...NAMED, ...UNDERTAKEN];

export const SPEECH_ACTS = ['demand', 'threat', 'assurance', 'promise'] as const;

/** Where a word says which act it is ("promised that it would close"), the deed has no say. */
export function speechActsIn(passage: Passage): { readonly rule: Rule; readonly hit: Hit }[] {
  const named = NAMED.flatMap((rule) => hitsOf(rule, passage).map((hit) => ({ ...hit, rule })));
  const told = undertakingsIn(passage).filter(
    (one) =>
      !named.some(
        ({ rule, start, end }) => rule.kind !== one.rule.kind && start < one.end && one.start < end,
      ),
  );
  return SPEECH_ACTS.flatMap((kind) =>
    apart([...named, ...told].filter(({ rule }) => rule.kind === kind)).map(({ rule, ...hit }) => ({
      rule,
      hit,
    })),
  );
}
