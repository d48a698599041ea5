import { renameFaction, setFactionLabel, setPrevails } from '@standoff/language/edit';
import type { Actor, Faction } from '@standoff/model';
import { Button } from '../design/button.js';
import { useEdit } from '../document/use-edit.js';
import { NOTHING_SELECTED, useHref } from '../routes.js';
import styles from './forms.module.css';
import { Grounds } from './grounds.js';
import { Remove } from './remove.js';
import { Line } from './line.js';
import { OpeningRow } from './opening-row.js';
import { useForms } from './situation.js';

/** One of the rival readings of an actor. */
export function FactionRow({
  actor: { id: actor, prevails },
  faction: { id, label, evidence, because, at },
}: {
  readonly actor: Actor;
  readonly faction: Faction;
}) {
  const { make, refusal } = useEdit();
  const href = useHref();
  const { element, renamed } = useForms();
  const address = `${actor}/${id}`;
  return (
    <OpeningRow
      label={label}
      kind={
        <>
          {prevails === id && 'prevails'}
          <code>{id}</code>
        </>
      }
      evidence={evidence}
      open={element === address}
      address={address}
      closed={actor}
    >
      {() => (
        <div className={styles.nested}>
          <Line
            label="Label"
            value={label}
            put={(text, value) => setFactionLabel(text, actor, id, value === '' ? null : value)}
            what={`changed the label of ${address}`}
          />
          <p className={styles.soft}>
            {prevails === id
              ? 'It is assumed to prevail where nothing else is asked.'
              : 'Another faction is assumed to prevail.'}{' '}
            <a href={href({ ...NOTHING_SELECTED, view: 'preferences', whose: address })}>
              What it prefers
            </a>
          </p>
          {prevails !== id && (
            <div className={styles.acts}>
              <Button
                onPress={() =>
                  make((text) => setPrevails(text, actor, id), `let ${address} prevail`)
                }
              >
                Assume that it prevails
              </Button>
            </div>
          )}
          {refusal !== null && <p className={styles.problem}>{refusal}</p>}
          {at !== null && (
            <Grounds target={at} name={address} evidence={evidence} because={because} />
          )}
          <Line
            label="Name in the text"
            code
            value={id}
            put={(text, value) => renameFaction(text, actor, id, value)}
            what={`renamed ${address}`}
            done={(value) => renamed(address, `${actor}/${value}`)}
            hint="Changed wherever it is used"
          />
          {at !== null && <Remove target={at} name={address} />}
        </div>
      )}
    </OpeningRow>
  );
}
