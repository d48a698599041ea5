import { readExpression } from '@standoff/language/parse';
import { capitalised, labelsOf, propositionWords } from '@standoff/questions';
import { useEffect, useMemo, useState } from 'react';
import { useWords } from '../answers/use-answer.js';
import { Button } from '../design/button.js';
import { Segments } from '../design/segments.js';
import { Field } from '../design/field.js';
import styles from './forms.module.css';
import { expressionOf, listOf, pickGroups, picksOf, type Picks } from './picks.js';
import { useForms } from './situation.js';

export interface PropositionFieldProps {
  readonly label: string;
  /** As it is written in the language. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** list: options with commas between them, as events and states have them. */
  readonly written?: 'expression' | 'list';
  /** What Yes, No and either are called; without No, what is not picked is not taken. */
  readonly answers?: { readonly yes: string; readonly no?: string; readonly either: string };
  /** The actor in whose braces it stands. */
  readonly within?: string | null;
  /** Nothing need be said: the options are folded as long as none is picked. */
  readonly optional?: boolean;
  readonly hint?: string;
}

const PLAIN = { yes: 'Yes', no: 'No', either: 'Either' } as const;

/** So long nothing must be written before what is written is judged, in milliseconds. */
const SETTLED = 250;

/**
 * What is to hold: where it is no more than options taken and not taken, as a list of the options to
 * choose from; anything else as it is written. What it means is said in words below it.
 */
export function PropositionField({
  label,
  value,
  onChange,
  written = 'expression',
  answers = PLAIN,
  within = null,
  optional = false,
  hint,
}: PropositionFieldProps) {
  const { model, text } = useForms();
  const words = useWords();
  const settled = useSettled(value);
  const read = useMemo(
    () =>
      settled.trim() === ''
        ? null
        : readExpression(text, written === 'list' ? `all of {${settled}}` : settled, within),
    [text, settled, written, within],
  );
  const [made, setMade] = useState<{ readonly value: string; readonly picks: Picks } | null>(null);
  const picks: Picks | null =
    value.trim() === ''
      ? new Map()
      : made?.value === value
        ? made.picks
        : read?.proposition
          ? picksOf(read.proposition)
          : null;
  const [asText, setAsText] = useState(false);
  const current = settled === value;
  const error = read?.diagnostics.find(({ severity }) => severity === 'error');
  const problem =
    !current || error === undefined
      ? null
      : `${capitalised(error.message)}${error.hint === undefined ? '' : `; ${error.hint}`}`;
  const labels = useMemo(() => labelsOf(model), [model]);
  const said =
    current && read?.proposition && words
      ? propositionWords(read.proposition, words, labels)
      : null;
  const pick = (id: string, taken: boolean | null): void => {
    const after = new Map(picks);
    if (taken === null) after.delete(id);
    else after.set(id, taken);
    const next = written === 'list' ? listOf(after) : expressionOf(after);
    setMade({ value: next, picks: after });
    onChange(next);
  };
  const listed = picks !== null && !asText;
  return (
    <div className={styles.proposition} role="group" aria-label={label}>
      <div className={styles.propositionHead}>
        <span className={styles.fieldLabel}>{label}</span>
        <Segments
          label={`${label}: how it is written`}
          options={[
            { id: 'options', label: 'Options' },
            { id: 'text', label: 'Text' },
          ]}
          value={listed ? 'options' : 'text'}
          onChange={(as) => setAsText(as === 'text')}
        />
      </div>
      {listed ? (
        <Options label={label} picks={picks} answers={answers} pick={pick} optional={optional} />
      ) : (
        <Field
          label={label}
          hideLabel
          code
          rows={2}
          value={value}
          onChange={onChange}
          problem={problem}
          hint={hint}
        />
      )}
      {!listed && !asText && current && problem === null && (
        <p className={styles.soft}>
          This says more than which options are taken and which are not, so it is shown as text.
        </p>
      )}
      {said !== null && <p className={styles.says}>{capitalised(said)}.</p>}
    </div>
  );
}

function Options({
  label,
  picks,
  answers,
  pick,
  optional,
}: {
  readonly label: string;
  readonly optional: boolean;
  readonly picks: Picks;
  readonly answers: NonNullable<PropositionFieldProps['answers']>;
  readonly pick: (id: string, taken: boolean | null) => void;
}) {
  const { model } = useForms();
  const choices = [
    { id: 'yes', label: answers.yes },
    ...(answers.no === undefined ? [] : [{ id: 'no', label: answers.no }]),
    { id: 'either', label: answers.either },
  ] as const;
  const [all, showAll] = useState(picks.size === 0 && !optional);
  // What has been picked stays in sight when it is dropped again.
  const [touched, touch] = useState<ReadonlySet<string>>(new Set(picks.keys()));
  const every = pickGroups(model, picks);
  const groups = all
    ? every
    : every
        .map(({ title, options }) => ({
          title,
          options: options.filter(({ id }) => touched.has(id) || picks.has(id)),
        }))
        .filter(({ options }) => options.length > 0);
  if (every.length === 0) return <p className={styles.soft}>There are no options yet.</p>;
  return (
    <div className={styles.picks}>
      {groups.length === 0 && <p className={styles.soft}>Nothing is said.</p>}
      {groups.map(({ title, options }) => (
        <div key={title} role="group" aria-label={`${label}: ${title}`}>
          <p className={styles.pickTitle}>{title}</p>
          {options.map((option) => {
            const said = picks.get(option.id);
            return (
              <div key={option.id} className={styles.pick} data-picked={said !== undefined}>
                <span>{option.label}</span>
                <Segments
                  label={`${title}: ${option.label}`}
                  options={choices}
                  value={said === undefined ? 'either' : said ? 'yes' : 'no'}
                  onChange={(as) => {
                    touch((before) => new Set([...before, option.id]));
                    pick(option.id, as === 'either' ? null : as === 'yes');
                  }}
                />
              </div>
            );
          })}
        </div>
      ))}
      <div>
        <Button aria-expanded={all} onPress={() => showAll(!all)}>
          {all ? 'Only those that are picked' : 'Pick among all options'}
        </Button>
      </div>
    </div>
  );
}

/** The value once it has stood for a moment; at once where it was first shown. */
function useSettled(value: string): string {
  const [settled, settle] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => settle(value), SETTLED);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
