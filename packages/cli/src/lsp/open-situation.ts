import { parseSituation } from '@standoff/language/parse';
import { situationOf, type Situation } from '@standoff/situation';

/** What is worked out between key strokes may take so much; a larger model is judged when asked. */
const MEMORY_WHILE_WRITING = 200 * 1024 ** 2;

/** The situations of open texts, each made ready once; null: the text has errors, or is too large. */
export class OpenSituations {
  readonly #known = new Map<string, { readonly text: string; readonly ready: Situation | null }>();

  of(uri: string, text: string): Situation | null {
    const known = this.#known.get(uri);
    if (known?.text === text) return known.ready;
    const ready = made(text);
    this.#known.set(uri, { text, ready });
    return ready;
  }
}

function made(text: string): Situation | null {
  const { model } = parseSituation(text);
  if (model === null) return null;
  try {
    return situationOf(model, { memory: MEMORY_WHILE_WRITING });
  } catch {
    // What is wrong with the model is among the diagnostics of the text, or told when it is asked.
    return null;
  }
}
