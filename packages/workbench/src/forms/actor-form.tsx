import {
  addAlias,
  addToActor,
  quoted,
  removeAlias,
  rename,
  setLabel,
  type Flag,
} from '@standoff/language/edit';
import { counted } from '@standoff/questions';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { Button, IconButton } from '../design/button.js';
import { Field } from '../design/field.js';
import { renamingBeside } from '../document/renaming.js';
import { useEdit } from '../document/use-edit.js';
import { useWorkbench } from '../workbench.js';
import { NOTHING_SELECTED, useHref } from '../routes.js';
import { actsOf } from './entries.js';
import { FactionRow } from './faction-form.js';
import { AddFoot } from './add-foot.js';
import styles from './forms.module.css';
import { Grounds } from './grounds.js';
import { Remove } from './remove.js';
import { Line } from './line.js';
import { Members } from './members.js';
import { nameFrom } from './naming.js';
import { Direction, OptionRow, Today } from './option-form.js';
import { useForms } from './situation.js';
import { sound } from './sound.js';

/** All that can be said of an actor but what it prefers. */
export function ActorForm({ id }: { readonly id: string }) {
  const { model, element, renamed } = useForms();
  const workbench = useWorkbench();
  const href = useHref();
  const actor = model.actors.find((one) => one.id === id);
  if (actor === undefined) return null;
  const own = model.options.filter(
    ({ owner, agreement, historyOf }) =>
      owner === id && agreement === null && historyOf === undefined,
  );
  const acts = actsOf(model, id).map((act) => ({
    ...model.options.find((option) => option.id === act.consents[0])!,
    ...act,
    id: `${id}.${act.id}`,
    owner: id,
  }));
  const consents = model.options.filter(
    (option) => option.owner === id && option.agreement !== null,
  );
  return (
    <>
      <Line
        label="Label"
        value={actor.label}
        put={(text, value) => setLabel(text, id, value === '' ? null : value)}
        what={`changed the label of ${id}`}
      />
      <Aliases actor={id} aliases={actor.aliases} />
      <p className={styles.soft}>
        {acts.length > 0
          ? 'It acts with its members: its options are what they vote on.'
          : actor.options.length > 0
            ? 'A decision maker: it has options of its own.'
            : 'A stakeholder: it has preferences but no options. Give it one to make it a decision maker.'}{' '}
        <a href={href({ ...NOTHING_SELECTED, view: 'preferences', actor: id, element: id })}>
          What it prefers
        </a>
      </p>
      <div className={styles.part} role="group" aria-label={`Options of ${actor.label}`}>
        <p className={styles.partTitle}>Options</p>
        <ul>
          {[...own, ...acts].map((option, k) => (
            <OptionRow key={k} option={option} open={element === option.id} />
          ))}
        </ul>
        {consents.length > 0 && (
          <p className={styles.soft}>
            And its consent to{' '}
            {consents.map(({ id: consent, agreement, label }, k) => (
              <span key={consent}>
                {k > 0 && ', '}
                <a href={href({ element: agreement })}>{label}</a>
              </span>
            ))}
          </p>
        )}
        <AddOption actor={id} taken={[...own, ...acts].map(({ name }) => name)} />
      </div>
      <Members actor={id} />
      <div className={styles.part} role="group" aria-label={`Factions of ${actor.label}`}>
        <p className={styles.partTitle}>Factions</p>
        {actor.factions.length === 0 && (
          <p className={styles.soft}>None: the actor is read in one way only.</p>
        )}
        <ul>
          {actor.factions.map((faction, k) => (
            <FactionRow key={k} actor={actor} faction={faction} />
          ))}
        </ul>
        <AddFaction actor={id} taken={actor.factions.map((faction) => faction.id)} />
      </div>
      <Grounds target={id} name={id} evidence={actor.evidence} because={actor.because} />
      <Line
        label="Name in the text"
        code
        value={id}
        put={(text, value) => rename(text, id, value)}
        beside={(value) => renamingBeside(workbench, { id, name: id, isSource: false }, value)}
        what={`renamed ${id}`}
        done={(value) => renamed(id, value)}
        hint="Changed wherever it is used"
      />
      <Remove target={id} name={id} />
    </>
  );
}

function Aliases({
  actor,
  aliases,
}: {
  readonly actor: string;
  readonly aliases: readonly string[];
}) {
  const { make, refusal } = useEdit();
  const [alias, setAlias] = useState('');
  return (
    <div role="group" aria-label={`Other names of ${actor}`}>
      {aliases.length > 0 && (
        <ul className={styles.references}>
          {aliases.map((one) => (
            <li key={one}>
              <span>“{one}”</span>
              <IconButton
                icon={X}
                label={`Take the name ${one} away`}
                onPress={() =>
                  make(
                    (text) => removeAlias(text, actor, one),
                    `took the name ${one} from ${actor}`,
                  )
                }
              />
            </li>
          ))}
        </ul>
      )}
      <form
        className={styles.beside}
        onSubmit={(event) => {
          event.preventDefault();
          const said = alias.trim();
          if (said !== '' && make((text) => addAlias(text, actor, said), `called ${actor} ${said}`))
            setAlias('');
        }}
      >
        <Field label="Also known as" value={alias} onChange={setAlias} problem={refusal} />
        <Button type="submit" isDisabled={alias.trim() === ''}>
          Add the name
        </Button>
      </form>
    </div>
  );
}

function AddOption({
  actor,
  taken,
}: {
  readonly actor: string;
  readonly taken: readonly string[];
}) {
  const { make, refusal } = useEdit();
  const [adding, setAdding] = useState(false);
  const [label, setLabelText] = useState('');
  const [named, setNamed] = useState<string | null>(null);
  const [today, setToday] = useState<Flag>('open');
  const [direction, setDirection] = useState<'both' | 'forward' | 'back'>('both');
  const name = named ?? nameFrom(label, (one) => taken.includes(one));
  if (!adding)
    return (
      <div className={styles.acts}>
        <Button onPress={() => setAdding(true)}>
          <Plus size={15} aria-hidden /> Add an option
        </Button>
      </div>
    );
  const close = (): void => {
    setAdding(false);
    setLabelText('');
    setNamed(null);
    setToday('open');
    setDirection('both');
  };
  const words = [
    `option ${name}`,
    label.trim() === '' ? '' : quoted(label.trim()),
    today === 'open' ? '' : today,
    { both: '', forward: 'irreversible', back: 'not resumable' }[direction],
  ]
    .filter(Boolean)
    .join(' ');
  return (
    <form
      className={styles.nested}
      aria-label={`A new option of ${actor}`}
      onSubmit={(event) => {
        event.preventDefault();
        if (
          make(
            sound((text) => addToActor(text, actor, words)),
            `added ${actor}.${name}`,
          )
        )
          close();
      }}
    >
      <Field label="Label of the option" value={label} onChange={setLabelText} autoFocus />
      <Field
        label="Name of the option in the text"
        code
        value={name}
        onChange={setNamed}
        hint="Made from the label"
      />
      <Today value={today} onChange={setToday} />
      <Direction value={direction} onChange={setDirection} />
      <AddFoot refusal={refusal} onCancel={close} />
    </form>
  );
}

function AddFaction({
  actor,
  taken,
}: {
  readonly actor: string;
  readonly taken: readonly string[];
}) {
  const { make, refusal } = useEdit();
  const [label, setLabelText] = useState('');
  return (
    <form
      className={styles.beside}
      onSubmit={(event) => {
        event.preventDefault();
        const said = label.trim();
        if (said === '') return;
        const name = nameFrom(said, (one) => taken.includes(one));
        const words = `faction ${name} ${quoted(said)}`;
        if (
          make(
            sound((text) => addToActor(text, actor, words)),
            `added the faction ${said}`,
          )
        )
          setLabelText('');
      }}
    >
      <Field
        label={
          taken.length === 0
            ? 'Label of a faction'
            : `Another faction (${counted(taken.length, 'faction')} now)`
        }
        value={label}
        onChange={setLabelText}
        problem={refusal}
      />
      <Button type="submit" isDisabled={label.trim() === ''}>
        Add the faction
      </Button>
    </form>
  );
}
