import type { EditResult } from '@standoff/language';
import { useEffect, useState } from 'react';
import { Field } from '../design/field.js';
import type { Beside } from '../document/document.js';
import { useEdit } from '../document/use-edit.js';
import { sound } from './sound.js';

/** A line of the situation: what is written in it goes into the text with Enter, or when it is left. */
export function Line({
  label,
  value,
  put,
  what,
  code = false,
  rows = 1,
  hint,
  beside,
  done,
}: {
  readonly label: string;
  /** As the text has it. */
  readonly value: string;
  readonly put: (text: string, value: string) => EditResult;
  readonly what: string;
  readonly code?: boolean;
  readonly rows?: number;
  readonly hint?: string;
  /** What changes beside the text with it. */
  readonly beside?: (value: string) => Beside | null;
  /** After it has gone into the text. */
  readonly done?: (value: string) => void;
}) {
  const { make, refusal } = useEdit();
  // Null: nothing is written that the text does not have.
  const [written, write] = useState<string | null>(null);
  useEffect(() => write(null), [value]);
  const apply = (): void => {
    if (written === null) return;
    const said = written.trim();
    if (said === value) write(null);
    else if (
      make(
        sound((text) => put(text, said)),
        what,
        beside?.(said),
      )
    )
      done?.(said);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <Field
        label={label}
        value={written ?? value}
        onChange={write}
        onBlur={apply}
        code={code}
        rows={rows}
        problem={written === null ? null : refusal}
        hint={hint}
      />
    </form>
  );
}
