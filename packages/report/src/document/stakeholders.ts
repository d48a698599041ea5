import type { StakeholdersResult } from '@standoff/analysis';
import { counted } from '../english.js';
import type { Words } from '../words.js';
import {
  cited,
  column,
  item,
  list,
  note,
  quiet,
  strong,
  verdict,
  type Content,
  type Inline,
  type Section,
} from '@standoff/document';

const MARKS: Readonly<Record<string, Inline>> = {
  better: verdict('yes', 'better'),
  worse: verdict('no', 'worse'),
  same: 'the same',
  mixed: verdict('partly', 'depends'),
  'no state': quiet('no state'),
};

/** What each scenario and outcome means for those who cannot move. */
export function stakeholdersSection(words: Words, result: StakeholdersResult): Section {
  const { stakeholders, scenarios, outcomes, opposed } = result;
  const heads = stakeholders.map(({ actor }) => column(words.actor(actor)));
  return {
    id: 'stakeholders',
    title: 'What it means for those who cannot move',
    blocks: [
      ...list([
        ...stakeholders.map(({ actor, places, today, evidence }) =>
          item([
            strong(words.actor(actor)),
            `: today is in place ${today} of ${places}${places === 1 ? ', for it is indifferent' : today === 1 ? ', as good as it gets' : today === places ? ', as bad as it gets' : ''}. `,
            ...cited(evidence),
          ]),
        ),
        ...opposed.map(([a, b]) =>
          item([
            `${words.actor(a)} and ${words.actor(b)} never both gain: whatever is better than today for one is not so for the other.`,
          ]),
        ),
      ]),
      ...(scenarios.length === 0
        ? []
        : [
            {
              block: 'table',
              caption: 'The scenarios, against today',
              columns: [column('Scenario'), ...heads],
              groups: [
                {
                  title: '',
                  rows: scenarios.map(({ label, against, evidence }): Content[] => [
                    [label, ' ', ...cited(evidence)],
                    ...stakeholders.map(({ actor }) => [MARKS[against[actor]]]),
                  ]),
                },
              ],
            } as const,
          ]),
      ...(outcomes.length === 0
        ? []
        : [
            {
              block: 'table',
              caption: `The nearest ${counted(outcomes.length, 'outcome')} that would hold, against today; the place in the ranking in parentheses, 1 the best`,
              columns: [column('Outcome'), ...heads],
              groups: [
                {
                  title: '',
                  rows: outcomes.map(({ state, concepts, standing }): Content[] => [
                    [
                      state.name.label ?? 'A state without a name',
                      quiet(` #${state.name.decimal} · ${concepts.join(' ')}`),
                    ],
                    ...stakeholders.map(({ actor }): Content => [
                      MARKS[standing[actor].against],
                      ` (${standing[actor].place})`,
                    ]),
                  ]),
                },
              ],
            } as const,
          ]),
      note(
        '“Depends”: better in some states of the scenario, not in others. What is “perhaps” or in no order counts as written.',
      ),
    ],
  };
}
