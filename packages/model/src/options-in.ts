import type { ConflictModel } from './model.js';
import { partsOf, type OptionId, type Proposition } from './proposition.js';

/** The option ids that a proposition is about, through scenarios, agreements and named states too. */
export function optionsIn(
  proposition: Proposition,
  { scenarios, agreements, states }: Pick<ConflictModel, 'scenarios' | 'agreements' | 'states'>,
): Set<OptionId> {
  const options = new Set<OptionId>();
  const seen = new Set<string>();
  const waiting = [proposition];
  for (let p = waiting.pop(); p !== undefined; p = waiting.pop()) {
    if (p.op === 'option') options.add(p.id);
    else if ('id' in p) {
      const { id } = p;
      if (seen.has(id)) continue;
      seen.add(id);
      const agreement = p.op === 'agreement' ? agreements.find((one) => one.id === id) : undefined;
      const terms = agreement?.offer?.terms.map(({ option }) => option) ?? [];
      const members = agreement?.consents ?? states.find((one) => one.id === id)?.taken ?? [];
      for (const option of [...members, ...terms]) options.add(option);
      const holds = scenarios.find((one) => one.id === id)?.holds;
      if (holds !== undefined) waiting.push(holds);
    } else waiting.push(...partsOf(p));
  }
  return options;
}
