import { readableModel } from '@standoff/language/parse';
import type { ConflictModel, Diagnostic } from '@standoff/model';
import { createContext, useContext, useMemo } from 'react';
import { useDesk } from '../answers/use-answer.js';
import { useTextWhile } from '../workbench.js';
import type { Draft } from './drafts.js';

/** What the forms show. */
export interface SituationShown {
  /** Null: the text has never been readable. */
  readonly model: ConflictModel | null;
  /** The text that the model was read from. */
  readonly text: string;
  /** The text has errors of syntax: the model is of an earlier text, and nothing can be edited. */
  readonly unreadable: boolean;
  /** Of the text as it stands; none while that is being read. */
  readonly diagnostics: readonly Diagnostic[];
}

const NONE: readonly Diagnostic[] = [];

/** The situation as the text has it, where something in it is wrong what can be read of it. */
export function useSituation(): SituationShown {
  const ofModel = useDesk((desk) => desk.text);
  const model = useDesk((desk) => desk.model);
  const broken = useDesk((desk) => desk.broken);
  const text = useTextWhile(broken);
  const read = useDesk((desk) => desk.read === desk.version);
  const diagnostics = useDesk((desk) => (desk.diagnostics.length === 0 ? NONE : desk.diagnostics));
  const readable = useMemo(() => (broken ? readableModel(text) : null), [broken, text]);
  return {
    model: broken ? (readable ?? model) : model,
    text: readable === null ? ofModel : text,
    unreadable: broken && readable === null,
    diagnostics: read ? diagnostics : NONE,
  };
}

/** What everything inside the forms knows. */
export interface FormsShown {
  readonly model: ConflictModel;
  readonly text: string;
  /** Drafts that are not applied yet, by the id of the row; of what the text said when they were begun. */
  readonly drafts: ReadonlyMap<string, { readonly head: string; readonly draft: Draft }>;
  /** What the address selects, by the name that the model has for it. */
  readonly element: string | null;
  /** Goes on with what has just been given another name. */
  readonly renamed: (from: string, to: string) => void;
  readonly keepDraft: (
    id: string,
    kept: { readonly head: string; readonly draft: Draft } | null,
  ) => void;
}

export const FormsContext = createContext<FormsShown | null>(null);

export function useForms(): FormsShown {
  const shown = useContext(FormsContext);
  if (shown === null) throw new Error('No forms are shown here.');
  return shown;
}
