import type { ConflictModel } from '@standoff/model';
import type { PreferenceHolder } from '@standoff/questions';
import { useAnswer, useModel } from '../../answers/use-answer.js';
import { useTogether } from '../../answers/together.js';
import { Answered, Card } from '../../design/card.js';
import { useRoutePart } from '../../routes.js';
import { HolderChoice } from './holder-choice.js';
import { formatHolder, holderShown, preferenceOf } from './holder.js';
import { OtherForm } from './other-form.js';
import styles from './preferences.module.css';
import { Ranking } from './ranking.js';
import { Statements } from './statement-list.js';

const TITLES = {
  none: 'What it wants',
  statements: 'What it wants, most important first',
  ranking: 'How it ranks what may come, best first',
  weights: 'What it weighs',
} as const;

/** What an actor wants, how it therefore ranks the states, and what changes when that is changed. */
export default function Preferences() {
  const model = useModel();
  const whose = useRoutePart('whose');
  const actor = useRoutePart('actor');
  const state = useRoutePart('state');
  // Beside a state the actor of the address is the one whose verdict the panel explains.
  const holder = model && holderShown(model, whose, state === null ? actor : null);
  const table = useAnswer('table');
  if (model === null)
    return (
      <Card title="What an actor wants">
        <Answered answer={table}>{() => null}</Answered>
      </Card>
    );
  if (holder === null)
    return (
      <Card title="What an actor wants">
        <p>The situation has no actors, and so nobody who wants anything.</p>
      </Card>
    );
  const preference = preferenceOf(model, holder);
  return (
    <div className={styles.view}>
      <HolderChoice model={model} holder={holder} />
      <div className={styles.columns}>
        <Card title={TITLES[preference.form]}>
          {preference.form === 'statements' || preference.form === 'none' ? (
            <Statements model={model} holder={holder} preference={preference} />
          ) : (
            <OtherForm model={model} holder={holder} preference={preference} />
          )}
        </Card>
        <RankingCard key={formatHolder(holder)} model={model} holder={holder} />
      </div>
    </div>
  );
}

/** The ranking of one holder; never that of another while this one is worked out. */
function RankingCard({
  model,
  holder,
}: {
  readonly model: ConflictModel;
  readonly holder: PreferenceHolder;
}) {
  const answer = useTogether(useAnswer('table'), useAnswer('levels', holder));
  return (
    <Card title="So it ranks the states, best first">
      <Answered answer={answer}>
        {([table, ranked]) => (
          <Ranking table={table} ranked={ranked} model={model} holder={holder} />
        )}
      </Answered>
    </Card>
  );
}
