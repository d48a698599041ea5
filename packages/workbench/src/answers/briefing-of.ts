import type { Watch } from '@standoff/engine';
import { parseSituation } from '@standoff/language/parse';
import { answerTo, QUESTIONS, type BriefingResult } from '@standoff/questions';
import { situationOf, type Standard } from '@standoff/situation';

/**
 * The briefing of another text than the one that is open: what a lever would make of it. Null: that text
 * has errors.
 */
export async function briefingOf(
  { text, ...judged }: { readonly text: string; readonly standard?: Standard },
  watch: Watch,
): Promise<BriefingResult | null> {
  const { model } = parseSituation(text);
  return model && answerTo(QUESTIONS.briefing, situationOf(model), judged, { watch });
}
