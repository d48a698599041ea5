import type { StakeholdersResult } from '@standoff/analysis';
import type { ConflictModel } from '@standoff/model';
import { counted } from '../english.js';
import { Page, type TextOptions, references } from '@standoff/document';
import { titleLine } from '../title.js';
import { Words } from '../words.js';

/** What each outcome and scenario means for those who cannot move. */
export function stakeholdersText(
  model: ConflictModel,
  result: StakeholdersResult,
  options: TextOptions = {},
): string {
  const page = new Page(options);
  const words = new Words(model);
  const { stakeholders, outcomes, outcomeCount, scenarios, opposed } = result;
  titleLine(page, result.situation, 'what it means for those who cannot move');
  page.blank();
  if (stakeholders.length === 0) {
    page.line(
      'Everybody in this situation has options. “actor workers "Workers" { prefers { … } }”, an actor without options, would be a stakeholder; --all looks at everybody.',
    );
    return page.toString();
  }
  for (const { actor, places, today, evidence } of stakeholders)
    page.line(
      `${page.style.strong(words.actor(actor))}: today is in place ${today} of ${places}${places === 1 ? ', for it is indifferent' : today === 1 ? ', as good as it gets' : today === places ? ', as bad as it gets' : ''}.`,
      { indent: 2, hang: 2, margin: references(evidence) },
    );
  for (const [a, b] of opposed)
    page.line(
      `${words.actor(a)} and ${words.actor(b)} never both gain: whatever is better than today for one is not so for the other.`,
      { indent: 2, hang: 2 },
    );
  if (scenarios.length > 0) page.heading('The scenarios, against today');
  for (const { label, against, evidence } of scenarios) {
    const by = (how: string): string[] => Object.keys(against).filter((a) => against[a] === how);
    const parts = [
      by('worse').length > 0 ? page.style.bad(`worse for ${words.actors(by('worse'))}`) : '',
      by('better').length > 0 ? page.style.good(`better for ${words.actors(by('better'))}`) : '',
      by('same').length > 0 ? `the same for ${words.actors(by('same'))}` : '',
      by('mixed').length > 0 ? `depends on the rest for ${words.actors(by('mixed'))}` : '',
      by('no state').length > 0 ? 'no state of the model satisfies it' : '',
    ].filter(Boolean);
    page.line(`${page.style.strong(label)}: ${parts.join('; ')}`, {
      indent: 2,
      hang: 2,
      margin: references(evidence),
    });
  }
  page.heading('The outcomes, nearest first');
  if (outcomes.length === 0) page.line('None would hold under Nash or SEQ.', { indent: 2 });
  for (const { state, standing, concepts } of outcomes)
    page.line(
      `${page.style.strong(state.name.label ?? 'A state without a name')}: ${Object.entries(
        standing,
      )
        .map(
          ([actor, { place, against }]) =>
            `${words.actor(actor)} ${against === 'same' ? 'as today' : against} (${place})`,
        )
        .join(', ')}`,
      { indent: 2, hang: 2, margin: `#${state.name.decimal}  ${concepts.join(' ')}` },
    );
  if (outcomeCount > outcomes.length)
    page.line(
      `and ${counted(outcomeCount - outcomes.length, 'more outcome', 'more outcomes')} (--limit ${outcomeCount})`,
      { indent: 2 },
    );
  page.blank();
  page.line(
    page.style.quiet(
      'In parentheses the place in the ranking, 1 the best. What is “perhaps” or in no order counts as written. Outcomes are states that would hold under Nash or SEQ.',
    ),
  );
  return page.toString();
}
