import { setPrevails } from '@standoff/language/edit';
import type { ConflictModel } from '@standoff/model';
import { useWords } from '../../answers/use-answer.js';
import type { PreferenceHolder } from '@standoff/questions';
import { Button } from '../../design/button.js';
import { Choice } from '../../design/choice.js';
import { ActorName } from '../../design/names.js';
import { useEdit } from '../../document/use-edit.js';
import { go } from '../../routes.js';
import { formatHolder, ownOf, pictures } from './holder.js';
import styles from './preferences.module.css';

/** Whose preference is shown, and which of its factions is taken to prevail. */
export function HolderChoice({
  model,
  holder,
}: {
  readonly model: ConflictModel;
  readonly holder: PreferenceHolder;
}) {
  const words = useWords();
  const { make, refusal } = useEdit();
  if (words === null) return null;
  const actor = model.actors.find(({ id }) => id === holder.actor)!;
  const seen = pictures(model);
  const shown = holder.seenBy === null ? formatHolder(ownOf(actor)) : formatHolder(holder);
  const options = [
    ...model.actors.map((one) => ({ id: formatHolder(ownOf(one)), label: one.label })),
    ...seen.map((one) => ({
      id: formatHolder(one),
      label: `${words.name(one.actor)}, as ${words.name(one.seenBy!)} sees it`,
    })),
  ];
  const faction = actor.factions.find(({ id }) => id === holder.faction);
  return (
    <div className={styles.whose}>
      <div className={styles.choices}>
        <Choice
          label="Whose preference"
          options={options}
          value={shown}
          onChange={(whose) => go({ whose, element: null })}
        />
        {holder.seenBy === null && faction && (
          <Choice
            label="If this faction prevails"
            options={actor.factions.map(({ id, label }) => ({
              id,
              label: id === actor.prevails ? `${label} (assumed)` : label,
            }))}
            value={faction.id}
            onChange={(id) =>
              go({ whose: formatHolder({ ...holder, faction: id }), element: null })
            }
          />
        )}
        {holder.seenBy === null && faction && faction.id !== actor.prevails && (
          <Button
            onPress={() =>
              make(
                (text) => setPrevails(text, actor.id, faction.id),
                `assumed ${faction.id} to prevail`,
              )
            }
          >
            Assume that it prevails
          </Button>
        )}
      </div>
      <p className={styles.lead}>
        <ActorName id={actor.id} />
        {holder.seenBy !== null && (
          <>
            {' '}
            as <ActorName id={holder.seenBy} /> sees it. Only in the game as{' '}
            {words.name(holder.seenBy)} sees it does this count.
          </>
        )}
        {holder.seenBy === null && actor.options.length === 0 && (
          <> is a stakeholder: it has something to lose or gain, and no move to make.</>
        )}
        {holder.seenBy === null && faction && faction.id !== actor.prevails && (
          <>
            {' '}
            as it would be if “{faction.label}” prevailed. All other answers assume “
            {actor.factions.find(({ id }) => id === actor.prevails)?.label}”.
          </>
        )}
      </p>
      {refusal !== null && (
        <p className={styles.problem} role="alert">
          {refusal}
        </p>
      )}
    </div>
  );
}
