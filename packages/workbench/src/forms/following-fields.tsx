import { EXAMPLE_DATES } from '@standoff/questions';
import { Field } from '../design/field.js';
import { Segments } from '../design/segments.js';
import type { Draft } from './drafts.js';
import { PropositionField } from './proposition-field.js';

/** What follows by itself, by a day or by chance; what there is to choose from; and what is left out. */
type FollowingDraft = Extract<
  Draft,
  { readonly kind: 'choice' | 'chance' | 'consequence' | 'deadline' | 'left-out' }
>;

/** What the answers of a list of changes are called. */
const CHANGES = { yes: 'Taken then', no: 'Not taken then', either: 'As it was' } as const;

export function FollowingFields({
  draft,
  onChange,
  within,
}: {
  readonly draft: FollowingDraft;
  readonly onChange: (draft: FollowingDraft) => void;
  /** The actor in whose braces it stands. */
  readonly within: string | null;
}) {
  switch (draft.kind) {
    case 'choice':
      return (
        <>
          <Segments
            label="How many are taken"
            options={[
              { id: 'one', label: 'One' },
              { id: 'most', label: 'One at most' },
            ]}
            value={draft.atMost ? 'most' : 'one'}
            onChange={(many) => onChange({ ...draft, atMost: many === 'most' })}
          />
          <PropositionField
            label="What there is to choose from"
            written="list"
            answers={{ yes: 'Among them', either: 'Not' }}
            within={within}
            value={draft.options}
            onChange={(options) => onChange({ ...draft, options })}
          />
        </>
      );
    case 'chance':
      return (
        <Field
          label="How likely it is, in percent (may be left open)"
          value={draft.probability}
          onChange={(probability) => onChange({ ...draft, probability })}
        />
      );
    case 'consequence':
      return (
        <>
          <PropositionField
            label="Where this holds"
            value={draft.when}
            onChange={(when) => onChange({ ...draft, when })}
          />
          <PropositionField
            label="This is so afterwards, by itself"
            written="list"
            answers={CHANGES}
            value={draft.then}
            onChange={(then) => onChange({ ...draft, then })}
          />
        </>
      );
    case 'deadline':
      return (
        <>
          <Field
            label="From this day on"
            value={draft.day}
            onChange={(day) => onChange({ ...draft, day })}
            hint={EXAMPLE_DATES}
          />
          <PropositionField
            label="This is so, by itself"
            written="list"
            answers={CHANGES}
            value={draft.then}
            onChange={(then) => onChange({ ...draft, then })}
          />
          <PropositionField
            label="Unless this is so then (may be left open)"
            optional
            value={draft.unless}
            onChange={(unless) => onChange({ ...draft, unless })}
          />
        </>
      );
    case 'left-out':
      return (
        <Field
          label="What a source says and the model leaves out"
          rows={2}
          value={draft.text}
          onChange={(text) => onChange({ ...draft, text })}
        />
      );
  }
}
