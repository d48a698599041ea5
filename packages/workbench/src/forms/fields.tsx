import { Choice } from '../design/choice.js';
import { Segments } from '../design/segments.js';
import { Switch } from '../design/switch.js';
import { Field } from '../design/field.js';
import { RELATIONS, SOURCE_FIELDS } from '@standoff/language';
import { EXAMPLE_DATES, exampleOptions } from '@standoff/questions';
import { ActorChoice, ActorSwitches } from './actor-fields.js';
import { AgreementFields } from './agreement-fields.js';
import { ClaimFields } from './claim-fields.js';
import {
  type CommitmentDraft,
  type ConstraintDraft,
  type Draft,
  type SourceDraft,
} from './drafts.js';
import { FollowingFields } from './following-fields.js';
import { GraphFields } from './graph-fields.js';
import { PropositionField } from './proposition-field.js';
import { useForms } from './situation.js';

interface FieldsOf<D extends Draft> {
  readonly draft: D;
  readonly onChange: (draft: D) => void;
}

/** The fields of a kind of element, label, name and grounds apart. */
export function Fields({
  draft,
  onChange,
  within,
}: FieldsOf<Draft> & {
  /** The actor in whose braces it stands. */
  readonly within: string | null;
}) {
  const { model } = useForms();
  switch (draft.kind) {
    case 'scenario':
      return (
        <>
          <PropositionField
            label="It holds where"
            value={draft.holds}
            onChange={(holds) => onChange({ ...draft, holds })}
          />
          <Switch isSelected={draft.merged} onChange={(merged) => onChange({ ...draft, merged })}>
            Its states are not told apart: they are one
          </Switch>
        </>
      );
    case 'graph':
      return <GraphFields draft={draft} onChange={onChange} />;
    case 'state':
      return (
        <PropositionField
          label="Exactly these are taken"
          written="list"
          answers={{ yes: 'Taken', either: 'Not' }}
          value={draft.taken}
          onChange={(taken) => onChange({ ...draft, taken })}
        />
      );
    case 'extreme':
      return (
        <>
          <Segments
            label="Worst or best"
            options={[
              { id: 'worst', label: 'Worst' },
              { id: 'best', label: 'Best' },
            ]}
            value={draft.which}
            onChange={(which) => onChange({ ...draft, which })}
          />
          <ActorChoice
            label="For"
            value={draft.actor}
            onChange={(actor) => onChange({ ...draft, actor })}
          />
          <Choice
            label="Is the scenario"
            options={model.scenarios.map(({ id, label }) => ({ id, label }))}
            value={draft.scenario}
            onChange={(scenario) => onChange({ ...draft, scenario })}
          />
        </>
      );
    case 'agreement':
      return <AgreementFields draft={draft} onChange={onChange} />;
    case 'choice':
    case 'chance':
    case 'consequence':
    case 'deadline':
    case 'left-out':
      return <FollowingFields draft={draft} onChange={onChange} within={within} />;
    case 'constraint':
      return <ConstraintFields draft={draft} onChange={onChange} within={within} />;
    case 'cannot-move':
    case 'can-move':
      return (
        <>
          {within === null && (
            <ActorChoice
              label={draft.kind === 'can-move' ? 'Who can move' : 'Who cannot move'}
              value={draft.actor}
              onChange={(actor) => onChange({ ...draft, actor })}
            />
          )}
          <PropositionField
            label="From where this holds"
            within={within ?? draft.actor}
            value={draft.from}
            onChange={(from) => onChange({ ...draft, from })}
          />
          <PropositionField
            label="To where this holds"
            within={within ?? draft.actor}
            value={draft.to}
            onChange={(to) => onChange({ ...draft, to })}
          />
        </>
      );
    case 'commitment':
      return <CommitmentFields draft={draft} onChange={onChange} />;
    case 'event':
      return (
        <>
          <Field
            label="Date"
            value={draft.date}
            onChange={(date) => onChange({ ...draft, date })}
            hint={EXAMPLE_DATES}
          />
          <PropositionField
            label="What it changed"
            optional
            written="list"
            answers={{ yes: 'Taken up', no: 'Ended', either: 'As it was' }}
            value={draft.effects}
            onChange={(effects) => onChange({ ...draft, effects })}
          />
          <PropositionField
            label="What it was taken to announce"
            optional
            value={draft.signals}
            onChange={(signals) => onChange({ ...draft, signals })}
          />
        </>
      );
    case 'claim':
      return <ClaimFields draft={draft} onChange={onChange} />;
    case 'relation':
      return (
        <>
          <ActorChoice
            label="Actor"
            value={draft.from}
            onChange={(from) => onChange({ ...draft, from })}
          />
          <Field
            label="How it stands to the other"
            value={draft.is}
            onChange={(is) => onChange({ ...draft, is })}
            hint={`${RELATIONS.join(', ')}, or words of your own`}
          />
          <ActorChoice
            label="Other actor"
            value={draft.to}
            onChange={(to) => onChange({ ...draft, to })}
          />
        </>
      );
    case 'source':
      return <SourceFields draft={draft} onChange={onChange} />;
  }
}

const CONSTRAINTS = [
  { id: 'never', label: 'Never' },
  { id: 'always', label: 'Always' },
  { id: 'requires', label: 'One requires another' },
  { id: 'count', label: 'So many of several' },
] as const;

function ConstraintFields({
  draft,
  onChange,
  within,
}: FieldsOf<ConstraintDraft> & { readonly within: string | null }) {
  const examples = exampleOptions(useForms().model, within);
  const first = {
    never: 'This is never so',
    always: 'This is always so',
    requires: 'Where this holds',
    count: 'So many',
  }[draft.form];
  return (
    <>
      <Choice
        label="Which states can be"
        options={CONSTRAINTS}
        value={draft.form}
        onChange={(form) => onChange({ ...draft, form })}
      />
      <PropositionField
        label={first}
        within={within}
        value={draft.left}
        onChange={(left) => onChange({ ...draft, left })}
        {...(draft.form === 'count' ? { hint: `at most one of {${examples.join(', ')}}` } : {})}
      />
      {draft.form === 'requires' && (
        <PropositionField
          label="This must hold too"
          within={within}
          value={draft.right}
          onChange={(right) => onChange({ ...draft, right })}
        />
      )}
      <Switch isSelected={draft.perhaps} onChange={(perhaps) => onChange({ ...draft, perhaps })}>
        Nobody knows whether it holds
      </Switch>
      {draft.perhaps && (
        <Field
          label="How likely it is to hold, in percent (may be left open)"
          value={draft.probability}
          onChange={(probability) => onChange({ ...draft, probability })}
        />
      )}
    </>
  );
}

const COMMITMENTS = [
  { id: 'promise', label: 'Promise' },
  { id: 'threat', label: 'Threat' },
  { id: 'assurance', label: 'Assurance' },
  { id: 'demand', label: 'Demand' },
] as const;

function CommitmentFields({ draft, onChange }: FieldsOf<CommitmentDraft>) {
  return (
    <>
      <Choice
        label="Kind"
        options={COMMITMENTS}
        value={draft.is}
        onChange={(is) => onChange({ ...draft, is })}
      />
      <PropositionField
        label={draft.is === 'demand' ? 'What is demanded' : 'What would be done'}
        value={draft.content}
        onChange={(content) => onChange({ ...draft, content })}
      />
      <PropositionField
        label="When (may be left open)"
        optional
        value={draft.when}
        onChange={(when) => onChange({ ...draft, when })}
      />
      <ActorChoice
        label="By"
        none={draft.is === 'demand' ? 'Choose who demands' : 'Whoever has the options'}
        value={draft.by}
        onChange={(by) => onChange({ ...draft, by })}
      />
      <ActorSwitches label="To" chosen={draft.to} onChange={(to) => onChange({ ...draft, to })} />
    </>
  );
}

const SOURCE_LABELS: Readonly<Record<(typeof SOURCE_FIELDS)[number], string>> = {
  author: 'Author',
  published: 'Published (2018-04-27, 2018-04 or 2018)',
  accessed: 'Read on',
  publisher: 'Publisher',
  url: 'Address (URL)',
  doi: 'DOI',
  kind: 'Kind (article, declaration, …)',
  note: 'Note',
};

function SourceFields({ draft, onChange }: FieldsOf<SourceDraft>) {
  return SOURCE_FIELDS.map((name) => (
    <Field
      key={name}
      label={SOURCE_LABELS[name]}
      value={draft.fields[name] ?? ''}
      onChange={(value) => onChange({ ...draft, fields: { ...draft.fields, [name]: value } })}
    />
  ));
}
