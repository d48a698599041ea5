import { EXAMPLE_DATES } from '@standoff/questions';
import { Field } from '../design/field.js';
import { Switch } from '../design/switch.js';
import { ActorChoice, ActorSwitches } from './actor-fields.js';
import type { AgreementDraft } from './drafts.js';
import styles from './forms.module.css';
import { PropositionField } from './proposition-field.js';

/** What is said of an agreement, and of an offer besides. */
export function AgreementFields({
  draft,
  onChange,
}: {
  readonly draft: AgreementDraft;
  readonly onChange: (draft: AgreementDraft) => void;
}) {
  const { parties, terms } = draft;
  const [by, ...to] = parties;
  const flags = draft.flags.split(/[\s,]+/).filter(Boolean);
  const flag = (name: string, label: string) => (
    <Switch
      isSelected={flags.includes(name)}
      onChange={(on) =>
        onChange({
          ...draft,
          flags: (on ? [...flags, name] : flags.filter((one) => one !== name)).join(' '),
        })
      }
    >
      {label}
    </Switch>
  );
  return (
    <>
      {terms === null ? (
        <>
          <ActorSwitches
            label="Parties"
            chosen={parties}
            onChange={(next) => onChange({ ...draft, parties: next })}
          />
          <Field
            label="So many of them are enough (all where it is left open)"
            value={draft.needs}
            onChange={(needs) => onChange({ ...draft, needs })}
          />
          {draft.needs.trim() !== '' && (
            <ActorSwitches
              label="Who has to be among them"
              chosen={draft.always}
              onChange={(always) => onChange({ ...draft, always })}
            />
          )}
        </>
      ) : (
        <>
          <ActorChoice
            label="Who offers it"
            value={by ?? ''}
            onChange={(maker) =>
              onChange({ ...draft, parties: [maker, ...to.filter((one) => one !== maker)] })
            }
          />
          <ActorSwitches
            label="To whom"
            chosen={to}
            onChange={(others) => onChange({ ...draft, parties: [by, ...others] })}
          />
          <PropositionField
            label="What is so while it is in force"
            written="list"
            answers={{ yes: 'Taken', no: 'Not taken', either: 'Either' }}
            value={terms}
            onChange={(next) => onChange({ ...draft, terms: next })}
          />
          <Field
            label="The last day on which it can be taken up (may be left open)"
            value={draft.until}
            onChange={(until) => onChange({ ...draft, until })}
            hint={EXAMPLE_DATES}
          />
        </>
      )}
      <div className={styles.switches}>
        {flag('taken', 'In force today')}
        {flag('irreversible', 'Signing is final')}
        {flag('slow', 'Takes long')}
      </div>
      <ActorSwitches
        label="Who does not know of it"
        chosen={draft.keptFrom}
        onChange={(keptFrom) => onChange({ ...draft, keptFrom })}
      />
    </>
  );
}
