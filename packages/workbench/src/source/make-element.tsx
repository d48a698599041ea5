import { STATEMENT_STRENGTHS } from '@standoff/evidence';
import type { AnchorWords, StatementStrength } from '@standoff/evidence/anchor';
import type { ConflictModel } from '@standoff/model';
import { useMemo, useState } from 'react';
import { Button } from '../design/button.js';
import { Choice } from '../design/choice.js';
import { Field } from '../design/field.js';
import { Segments } from '../design/segments.js';
import { Switch } from '../design/switch.js';
import { Fields } from '../forms/fields.js';
import { blankDraft } from '../forms/draft-of.js';
import { isTaken, nameFrom } from '../forms/naming.js';
import { Today } from '../forms/option-form.js';
import { PropositionField } from '../forms/proposition-field.js';
import { FormsContext, useSituation, type FormsShown } from '../forms/situation.js';
import { useCaseSources, useWorkbench } from '../workbench.js';
import { makeStep } from './ledger-steps.js';
import { CALLED, editOf, statementKind, type Making, type MakingDraft } from './makings.js';
import { keptAs, marked } from './marking.js';
import type { Range } from './passage.js';
import type { TextRead } from './reading.js';
import styles from './source-pane.module.css';

export interface MakeElementProps {
  readonly making: Making;
  readonly source: string;
  readonly text: TextRead;
  readonly range: Range;
  /** Called with what was made, in a sentence. */
  readonly onMade: (told: string) => void;
  readonly onCancel: () => void;
}

/** The form that makes an element of a passage, in place: what is asked depends on what it becomes. */
export function MakeElement(props: MakeElementProps) {
  const { model, text } = useSituation();
  const shown = useMemo<FormsShown | null>(
    () =>
      model && {
        model,
        text,
        drafts: new Map(),
        element: null,
        renamed: () => undefined,
        keepDraft: () => undefined,
      },
    [model, text],
  );
  if (shown === null)
    return (
      <p className={styles.problem} role="alert">
        The situation cannot be read as it stands; mend it in the model first.
      </p>
    );
  return (
    <FormsContext value={shown}>
      <Making {...props} model={shown.model} />
    </FormsContext>
  );
}

function Making({
  making,
  source,
  text,
  range,
  onMade,
  onCancel,
  model,
}: MakeElementProps & { readonly model: ConflictModel }) {
  const workbench = useWorkbench();
  const sources = useCaseSources();
  const words = text.text.slice(range.start, range.end).trim();
  const [keep, setKeep] = useState<AnchorWords['kept']>(() =>
    keptAs(sources.state.getState().annotations, source),
  );
  const [draft, setDraft] = useState<MakingDraft>(() => blank(making, words, keep, model));
  const [named, setNamed] = useState<string | null>(null);
  const [by, setBy] = useState('');
  const [strength, setStrength] = useState<StatementStrength | ''>('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const name = named ?? nameOf(draft, model);
  const said = { ...draft, name };
  const kind = statementKind(said);
  const change = (part: Partial<MakingDraft>): void => setDraft({ ...draft, ...part });
  const make = async (): Promise<void> => {
    const mark = marked(text, sources.state.getState().annotations, {
      source,
      range,
      keep,
      statement: kind === null ? null : { kind, by: by.trim() || null, strength: strength || null },
    });
    if (typeof mark === 'string') {
      setProblem(mark);
      return;
    }
    setBusy(true);
    const refused = await makeStep(workbench, sources, {
      what: `made ${CALLED[making]} of ${mark.reference}`,
      edit: editOf(said, mark.reference, model),
      mark,
    });
    setBusy(false);
    setProblem(refused);
    if (refused === null)
      onMade(
        making === 'left out'
          ? `Left out, with its reason: ${mark.reference}.`
          : `Made: ${CALLED[making]}${draft.label === '' ? '' : ` “${draft.label}”`}, resting on ${mark.reference}.`,
      );
  };
  const owned = making === 'option' || making === 'wish';
  if (owned && model.actors.length === 0)
    return (
      <p role="status">
        An {making === 'wish' ? 'actor’s wish' : 'option'} needs its actor: make an actor first, of
        a passage that names it.
      </p>
    );
  return (
    <form
      className={styles.making}
      aria-label={`New: ${CALLED[making]}`}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void make();
      }}
    >
      <blockquote dir="auto">{words}</blockquote>
      {owned && (
        <Choice
          label={making === 'wish' ? 'Who wishes it' : 'Who can do it'}
          options={model.actors.map(({ id, label }) => ({ id, label }))}
          value={draft.actor}
          onChange={(actor) => change({ actor })}
        />
      )}
      {making === 'wish' && (
        <PropositionField
          label="What it wishes"
          within={draft.actor}
          value={draft.wants}
          onChange={(wants) => change({ wants })}
        />
      )}
      {making !== 'wish' && (
        <Field
          label={LABELS[making]}
          value={draft.label}
          onChange={(label) => change({ label })}
          autoFocus={making !== 'left out'}
        />
      )}
      {(making === 'actor' || making === 'option' || making === 'claim') && (
        <Field
          label="Name in the text"
          code
          value={name}
          onChange={setNamed}
          hint="Made from the label"
        />
      )}
      {making === 'option' && <Today value={draft.today} onChange={(today) => change({ today })} />}
      {draft.more !== null && (
        <Fields draft={draft.more} onChange={(more) => change({ more })} within={null} />
      )}
      {making !== 'left out' && (
        <Segments
          label="Whether the source says it"
          options={[
            { id: 'said', label: 'The source says it' },
            { id: 'inferred', label: 'I infer it' },
          ]}
          value={draft.inferred ? 'inferred' : 'said'}
          onChange={(as) => change({ inferred: as === 'inferred' })}
        />
      )}
      {(draft.inferred || making === 'left out') && (
        <Field
          label={making === 'left out' ? 'Left out, because' : 'Because (your reason)'}
          value={draft.because}
          onChange={(because) => change({ because })}
          autoFocus={making === 'left out'}
        />
      )}
      <details className={styles.more}>
        <summary>Who says it, how surely, and what is kept</summary>
        {kind !== null && (
          <>
            <Field
              label="Who says it, in the words of the source (may be left out)"
              value={by}
              onChange={setBy}
            />
            <Choice
              label="How surely"
              options={[
                { id: '', label: 'Not said' },
                ...STATEMENT_STRENGTHS.map((id) => ({ id, label: id })),
              ]}
              value={strength}
              onChange={setStrength}
            />
          </>
        )}
        <Switch
          isSelected={keep === 'quote'}
          onChange={(kept) => setKeep(kept ? 'quote' : 'digest')}
        >
          Keep the words (else only a digest of them)
        </Switch>
      </details>
      {problem !== null && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      <div className={styles.barActions}>
        <Button type="submit" look="primary">
          {making === 'left out' ? 'Leave it out' : `Make the ${CALLED[making]}`}
        </Button>
        <Button onPress={onCancel}>Cancel</Button>
      </div>
    </form>
  );
}

const LABELS = {
  actor: 'What it is called',
  option: 'What it can do',
  commitment: 'What it is called (may be left out)',
  event: 'What happened',
  claim: 'What is claimed',
  'left out': 'What is left out',
} as const;

/** Longer words of a passage are no label. */
const LONGEST = 120;

/** What the form begins with. Words that must not be kept do not become a label either. */
function blank(
  making: Making,
  words: string,
  keep: AnchorWords['kept'],
  model: ConflictModel,
): MakingDraft {
  const copied = keep === 'quote' && making !== 'wish' && making !== 'commitment';
  const label = !copied ? '' : making === 'left out' ? shortened(words) : short(words);
  return {
    making,
    label,
    name: '',
    actor: model.actors[0]?.id ?? '',
    today: 'open',
    wants: '',
    more:
      making === 'commitment' || making === 'event' || making === 'claim'
        ? blankDraft(model, making)
        : null,
    inferred: false,
    because: '',
  };
}

/** A few chosen words name what is made; a whole sentence does not. */
function short(words: string): string {
  return words.length <= 60 ? words.replace(/[.,;:]+$/u, '') : '';
}

function shortened(words: string): string {
  const line = words.replace(/\s+/gu, ' ');
  if (line.length <= LONGEST) return line;
  return `${line.slice(0, LONGEST).replace(/\s+\S*$/u, '')} …`;
}

function nameOf({ making, label, actor }: MakingDraft, model: ConflictModel): string {
  if (making === 'actor' || making === 'claim')
    return nameFrom(label, (one) => isTaken(model, one));
  if (making !== 'option') return '';
  return nameFrom(label, (one) =>
    model.options.some(({ owner, name }) => owner === actor && name === one),
  );
}
