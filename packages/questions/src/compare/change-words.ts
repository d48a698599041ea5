import { degreeOfStatement, type ConflictModel, type PreferenceStatement } from '@standoff/model';
import { capitalised, counted, figure } from '../told/english.js';
import { labelsOf, propositionWords } from '../told/proposition-words.js';
import type { Words } from '../told/words.js';
import { holdsOtherwise, type TextChange, type ScenarioChange } from './change.js';
import type { PreferenceChange, StatementChange } from './statement-changes.js';
import { comparedLabels, differenceWords } from './tell-differences.js';

/** What was changed in the situation, a sentence each. */
export function changedWords(
  { preferences, differences }: TextChange,
  model: ConflictModel,
  words: Words,
): string[] {
  const labels = labelsOf(model);
  const say = ({ wants }: PreferenceStatement): string => propositionWords(wants, words, labels);
  return [
    ...preferences.flatMap((one) =>
      one.changes.map((change) => `${ownerWords(one, words)}: ${changeWords(change, say)}.`),
    ),
    ...differences.map((one) => {
      const { what, how } = differenceWords(one, words, comparedLabels([model]));
      return `${what}: ${how}.`;
    }),
  ];
}

function ownerWords({ actor, seenBy }: PreferenceChange, words: Words): string {
  return seenBy === null
    ? words.name(actor)
    : `${words.name(actor)}, as ${words.name(seenBy)} sees it`;
}

function changeWords(
  change: StatementChange,
  say: (statement: PreferenceStatement) => string,
): string {
  switch (change.kind) {
    case 'moved': {
      const { statement, from, to, passed } = change;
      if (passed !== null) return `${say(statement)} now counts for more than ${say(passed)}`;
      const by = Math.abs(from - to);
      return `${say(statement)} now counts for ${to < from ? 'more' : 'less'} than ${counted(by, 'statement')} that it stood ${to < from ? 'below' : 'above'}`;
    }
    case 'added':
      return `it now also wants ${say(change.statement)}`;
    case 'removed':
      return `it no longer wants ${say(change.statement)}`;
    case 'rewritten':
      return `it wants ${say(change.after)}, no longer ${say(change.before)}`;
    case 'weighed': {
      const { before, after } = change;
      const doubt =
        JSON.stringify(before.perhaps) === JSON.stringify(after.perhaps)
          ? ''
          : after.perhaps === null
            ? 'is now certain'
            : before.perhaps === null
              ? 'is now in doubt (perhaps)'
              : 'has another chance';
      const much =
        degreeOfStatement(before) === degreeOfStatement(after) ? '' : 'matters in another degree';
      return `${say(after)} ${[doubt, much].filter(Boolean).join(' and ')}`;
    }
    case 'reordered':
      return 'the same statements in another order';
    case 'other':
      return 'it ranks or weighs otherwise';
  }
}

/** The one sentence that says what the change did. */
export function headline(change: TextChange): string {
  const { gained, lost, held, today, rankings } = change;
  if (!holdsOtherwise(change))
    return rankings !== null && rankings.length === 0
      ? 'Nothing changed: nobody ranks any state otherwise than before.'
      : 'Nothing changed in what holds.';
  const parts = [
    gained.length > 0 &&
      `${counted(gained.length, 'outcome')} would now hold that would not before`,
    lost.length > 0 && `${counted(lost.length, 'outcome')} would no longer hold`,
  ].filter((part) => part !== false);
  const stands =
    today === null
      ? ''
      : today.moved
        ? ' Today is another state than before.'
        : today.after
          ? ' Today’s state would now hold.'
          : ' Today’s state would no longer hold.';
  const counts =
    parts.length === 0
      ? ''
      : ` ${figure(held.before)} would have held before, ${figure(held.after)} would now.`;
  if (parts.length === 0 && stands === '')
    return 'The same outcomes would hold, but the way there is another.';
  return `${parts.length === 0 ? '' : `${capitalised(parts.join('; '))}.`}${counts}${stands}`.trim();
}

/** What has become of a scenario, as a clause after its name. */
export function scenarioWords({ held, reached }: ScenarioChange): string {
  const states =
    held.before === held.after
      ? ''
      : held.before === 0
        ? `could now hold, in ${counted(held.after, 'outcome')}`
        : held.after === 0
          ? `can no longer hold; before, it would in ${counted(held.before, 'outcome')}`
          : `would hold in ${counted(held.after, 'outcome')}, before in ${figure(held.before)}`;
  const way =
    reached.before === reached.after
      ? ''
      : reached.after
        ? 'is now where improvements can lead from today'
        : 'is no longer where improvements can lead from today';
  return [states, way].filter(Boolean).join('; ');
}
