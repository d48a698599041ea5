import { setDate, setTitle } from '@standoff/language/edit';
import type { Diagnostic } from '@standoff/model';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useAnswer } from '../answers/use-answer.js';
import { Button } from '../design/button.js';
import { EXAMPLE_DATES } from '@standoff/questions';
import { useSettings } from '../layout/settings.js';
import { go, useRoutePart } from '../routes.js';
import { useWorkbench } from '../workbench.js';
import { rowOf } from './row-of.js';
import { sectionsOf, type Section } from './entries.js';
import styles from './forms.module.css';
import { Line } from './line.js';
import { Remarks } from './remarks.js';
import { remarksWithin } from './within.js';
import { SectionOf } from './section.js';
import { FormsContext, useSituation, type FormsShown } from './situation.js';

/** What was renamed: until the text has been read anew, the model has it by its old name. */
interface Alias {
  readonly from: string;
  readonly to: string;
  /** The text that was read before. */
  readonly text: string;
}

/** The situation as forms, which edit its text. */
export function Forms() {
  const { model, text, unreadable, diagnostics } = useSituation();
  const { result: ofModel } = useAnswer('problems');
  const asked = useRoutePart('element');
  const [alias, setAlias] = useState<Alias | null>(null);
  const element = alias?.text === text && alias.to === asked ? alias.from : asked;
  const [drafts, setDrafts] = useState<FormsShown['drafts']>(new Map());
  const sections = useMemo(() => (model ? sectionsOf(model) : []), [model]);
  const open = useMemo(
    () => (model ? rowOf(model, sections, element) : null),
    [model, sections, element],
  );
  const undoing = useUndoing();
  const shown = useMemo<FormsShown | null>(
    () =>
      model && {
        model,
        text,
        drafts,
        element,
        renamed: (from, to) => {
          setAlias({ from, to, text });
          go({ element: to }, 'replace');
        },
        keepDraft: (id, kept) =>
          setDrafts((before) => {
            const after = new Map(before);
            if (kept === null) after.delete(id);
            else after.set(id, kept);
            return after;
          }),
      },
    [model, text, drafts, element],
  );
  const all = useMemo(
    () => [...diagnostics, ...(unreadable ? [] : (ofModel ?? []))],
    [diagnostics, unreadable, ofModel],
  );
  const remarks = useMemo(() => bySection(all, sections), [all, sections]);
  if (model === null)
    return unreadable ? (
      <Unreadable diagnostics={diagnostics} none />
    ) : (
      <p className={styles.lead}>…</p>
    );
  const { title, asOf } = model.situation;
  return (
    <FormsContext value={shown}>
      <div className={styles.forms} data-autofocus tabIndex={-1} {...undoing}>
        {unreadable && <Unreadable diagnostics={diagnostics} />}
        <fieldset className={styles.plain} disabled={unreadable} aria-label="The situation">
          <div className={styles.head}>
            <Line label="Situation" value={title} put={setTitle} what="changed the title" />
            <Line
              label="As of"
              value={asOf ?? ''}
              put={(before, value) => setDate(before, value === '' ? null : value)}
              what="changed the date"
              hint={EXAMPLE_DATES}
            />
          </div>
        </fieldset>
        {!unreadable && <Remarks diagnostics={remarks.elsewhere} />}
        {sections.map((section, k) => (
          <SectionOf
            key={section.id}
            section={section}
            open={section.entries.some(({ id }) => id === open) ? open : null}
            readOnly={unreadable}
            wrong={remarks.within[k]}
          />
        ))}
      </div>
    </FormsContext>
  );
}

/** What is to be said about each section, and about nothing in them. */
function bySection(all: readonly Diagnostic[], sections: readonly Section[]) {
  const within = sections.map(({ entries }) => remarksWithin(all, ...entries));
  return { within, elsewhere: all.filter((one) => !within.some((some) => some.includes(one))) };
}

/**
 * Ctrl Z in a field that nothing has been written in since it was entered, or since the text last
 * changed, undoes the last change of the text; else it is the field's own.
 */
function useUndoing() {
  const { document: text } = useWorkbench();
  const writing = useRef(false);
  useEffect(() => text.subscribe(() => (writing.current = false)), [text]);
  return {
    onFocus: () => {
      writing.current = false;
    },
    onInput: () => {
      writing.current = true;
    },
    onKeyDown: (event: KeyboardEvent) => {
      const asked = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z';
      if (!asked || writing.current) return;
      event.preventDefault();
      if (event.shiftKey) text.redo();
      else text.undo();
    },
  };
}

/** The text cannot be read as it stands; nothing can be edited but the text. */
function Unreadable({
  diagnostics,
  none = false,
}: {
  readonly diagnostics: readonly Diagnostic[];
  readonly none?: boolean;
}) {
  const first = diagnostics.find(({ severity }) => severity === 'error');
  return (
    <div className={styles.unreadable} role="alert">
      <p>
        {first === undefined
          ? 'The text cannot be read as it stands.'
          : `The text cannot be read: line ${first.range.start.line + 1}: ${first.message}.`}{' '}
        {none
          ? 'There is nothing to show as forms until it is mended.'
          : 'The forms show the situation as it was last read, and cannot be edited until it is mended.'}
      </p>
      <Button
        onPress={() => {
          useSettings.setState({ modelAs: 'text' });
          go({ element: null }, 'replace');
        }}
      >
        To the text
      </Button>
    </div>
  );
}
