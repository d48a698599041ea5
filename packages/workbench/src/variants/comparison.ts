import { AnalysisError, prepare, type Standard } from '@standoff/situation';
import { compare, type CompareResult } from '@standoff/questions';
import type { Watch } from '@standoff/engine';
import { parseSituation } from '@standoff/language/parse';
import type { ConflictModel, Diagnostic } from '@standoff/model';

export interface CompareParams {
  readonly standard: Standard;
  /** Two or more; `text` null: the situation as it stands. Ids tell them apart. */
  readonly texts: readonly { readonly id: string; readonly text: string | null }[];
}

/** Texts of a situation side by side; or what is wrong with which of them. */
export type Comparison =
  | {
      readonly can: true;
      /** Its models have the ids of the texts as their names. */
      readonly result: CompareResult;
      /** In the order of the result: by date. */
      readonly models: readonly ConflictModel[];
    }
  | { readonly can: false; readonly wrong: readonly Wrong[] };

/** Why a text has no answer. */
export interface Wrong {
  readonly id: string;
  readonly problems: readonly {
    readonly message: string;
    readonly hint: string | null;
    /** From 1; null: it is about the text as a whole. */
    readonly line: number | null;
  }[];
}

/** @throws AnalysisError where the texts have answers each and cannot be compared */
export function compareTexts(
  present: ConflictModel,
  { standard, texts }: CompareParams,
  watch: Watch,
): Comparison {
  const read = texts.map(({ id, text }) => ({
    name: id,
    ...(text === null ? { model: present, diagnostics: [] } : parseSituation(text)),
  }));
  const given = read.flatMap(({ name, model }) => (model === null ? [] : [{ name, model }]));
  if (given.length < read.length)
    return {
      can: false,
      wrong: read.flatMap(({ name, model, diagnostics }) =>
        model === null ? [{ id: name, problems: errorsOf(diagnostics) }] : [],
      ),
    };
  try {
    const result = compare(given, { standard, watch });
    const models = result.models.map(({ name }) => given.find((one) => one.name === name)!.model);
    return { can: true, result, models };
  } catch (error) {
    if (!(error instanceof AnalysisError)) throw error;
    const wrong = withoutAnswer(given);
    if (wrong.length > 0) return { can: false, wrong };
    // The names of the texts are only ids: the message of the library would tell these.
    if (error.code !== 'nothing-to-compare') throw error;
    throw new AnalysisError(error.code, 'these texts have no actor in common', error.hint);
  }
}

function errorsOf(diagnostics: readonly Diagnostic[]): Wrong['problems'] {
  return diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ message, hint, range }) => ({
      message,
      hint: hint ?? null,
      line: range.start.line + 1,
    }));
}

/** Which of them have no states, or a status quo that they rule out. */
function withoutAnswer(
  given: readonly { readonly name: string; readonly model: ConflictModel }[],
): Wrong[] {
  return given.flatMap(({ name, model }) => {
    try {
      prepare(model);
      return [];
    } catch (error) {
      if (!(error instanceof AnalysisError)) throw error;
      const { message, hint } = error;
      return [{ id: name, problems: [{ message, hint, line: null }] }];
    }
  });
}
