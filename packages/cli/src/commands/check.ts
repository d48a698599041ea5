import {
  carried,
  carriedText,
  counted,
  diagnosticsText,
  diagnosticSummary,
  type Carried,
} from '@standoff/questions';
import { diagnose } from '@standoff/situation';
import { decidersOf, type ConflictModel, type Diagnostic } from '@standoff/model';
import { EXIT } from '../failure.js';
import type { Io } from '../io.js';
import { modelOf } from '../situation.js';
import { isModelFile, readSituation, type SituationText } from '../situation-file.js';
import { textDiagnostics } from '../text-checks.js';
import { print, printAnswer, textOptions } from '../terminal.js';
import { printWrapped } from '../wrapped.js';

interface Checked {
  readonly source: SituationText;
  readonly model: ConflictModel | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly carried: readonly Carried[];
}

/** The answer of `standoff check --json`. */
export interface CheckAnswer {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/check/2';
  /** Whether no file has errors; with --strict no warnings either. */
  readonly ok: boolean;
  /** In the order asked for. */
  readonly files: readonly FileChecked[];
}

/** What was found in one situation. */
export interface FileChecked {
  /** Its path, or "stdin". */
  readonly file: string;
  /** Whether it has no errors; with --strict no warnings either. */
  readonly ok: boolean;
  /** In the order of the text. */
  readonly diagnostics: readonly Diagnostic[];
  /** What the model says that no analysis of this version uses. */
  readonly carried: readonly Carried[];
}

/** `standoff check`. */
export async function check(
  io: Io,
  cases: readonly string[],
  { strict = false, json = false }: { readonly strict?: boolean; readonly json?: boolean },
): Promise<number> {
  const checked: Checked[] = [];
  for (const argument of cases) checked.push(await checkOne(io, await readSituation(io, argument)));
  const failing = ({ severity }: Diagnostic): boolean =>
    severity === 'error' || (strict && severity === 'warning');
  const ok = !checked.some(({ diagnostics }) => diagnostics.some(failing));
  if (json)
    printAnswer<CheckAnswer>(io, {
      schema: 'standoff/check/2',
      ok,
      files: checked.map(({ source, diagnostics, carried: ideas }) => ({
        file: source.name,
        ok: !diagnostics.some(failing),
        diagnostics,
        carried: ideas,
      })),
    });
  else
    for (const one of checked) {
      const options = textOptions(io);
      if (one.diagnostics.length > 0)
        print(io, diagnosticsText(one.diagnostics, one.source.name, textOf(one.source), options));
      printWrapped(io, summary(one));
      const ideas = cases.length === 1 ? carriedText(one.carried, options) : '';
      if (ideas !== '') print(io, ideas);
    }
  return ok ? EXIT.fine : EXIT.modelErrors;
}

/** What the places of diagnostics are places of; a model in JSON has none. */
function textOf(source: SituationText): string {
  return isModelFile(source) ? '' : source.text;
}

async function checkOne(io: Io, source: SituationText): Promise<Checked> {
  const { model, diagnostics } = modelOf(io, source);
  const texts = model ? await textDiagnostics(io, { ...source, model, diagnostics }) : [];
  return {
    source,
    model,
    diagnostics: model ? [...diagnostics, ...diagnose(model), ...texts].sort(byPlace) : diagnostics,
    carried: model ? carried(model) : [],
  };
}

function byPlace({ range: { start: a } }: Diagnostic, { range: { start: b } }: Diagnostic): number {
  return a.line - b.line || a.column - b.column;
}

function summary({ source, model, diagnostics }: Checked): string {
  const verdict = diagnostics.length === 0 ? 'nothing wrong' : diagnosticSummary(diagnostics);
  if (model === null) return `${source.name}: ${verdict}`;
  const deciders = decidersOf(model).length;
  const stakeholders = model.actors.length - deciders;
  const parts = [
    counted(deciders, 'decision maker'),
    ...(stakeholders > 0 ? [counted(stakeholders, 'stakeholder')] : []),
    counted(model.options.length, 'option'),
    counted(model.constraints.length, 'constraint'),
    counted(model.scenarios.length, 'scenario'),
    counted(model.sources.length, 'source'),
  ];
  return `${source.name}: ${verdict}. ${parts.join(', ')}.`;
}
