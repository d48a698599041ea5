import { parseSituation } from '@standoff/language/parse';
import type { ConflictModel, Diagnostic } from '@standoff/model';
import { diagnose } from '@standoff/situation';
import type { NamedText } from './desk.js';
import { diagnosticsTold } from './edits.js';
import { Refusal } from './refusal.js';

/** A situation as it is read: its model and all there is to say about it. */
export interface Read {
  readonly model: ConflictModel | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a text comes to, with what its model is told. */
export function readSituation(text: string): Read {
  const { model, diagnostics } = parseSituation(text);
  return {
    model,
    diagnostics: model === null ? diagnostics : [...diagnostics, ...diagnose(model)],
  };
}

/**
 * The model of a case.
 * @throws Refusal where the text has errors
 */
export function modelOf({ name, text }: Pick<NamedText, 'name' | 'text'>): ConflictModel {
  const { model, diagnostics } = parseSituation(text);
  if (model === null)
    throw new Refusal('errors', `the situation of ${name} has errors`, 'mend them with apply', {
      diagnostics: diagnosticsTold(text, diagnostics),
    });
  return model;
}
