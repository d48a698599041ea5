import type { ConflictModel, Evidence, OptionId } from '@standoff/model';
import type { Step } from '@standoff/situation';
import { counted, figure } from '../told/english.js';

/** What a source says and the model leaves out on purpose, beside the answer that it may touch. */
export interface LeftOutBeside {
  /** What is left out, in the author’s words. */
  readonly text: string;
  /** The passages that say it. */
  readonly evidence: readonly Evidence[];
  /** Options that the answer speaks of and that rest on one of these passages. */
  readonly touches: readonly OptionId[];
}

/**
 * What is left out, with the options among those that some steps change which rest on a passage that says
 * it. Ours.
 */
export function leftOutBeside(model: ConflictModel, steps: readonly Step[]): LeftOutBeside[] {
  const changed = new Set(steps.flatMap(({ takes, drops }) => [...takes, ...drops]));
  const told = model.options.filter(({ id }) => changed.has(id));
  return (model.leftOut ?? []).map(({ text, evidence }) => ({
    text,
    evidence,
    touches: told
      .filter((option) => option.evidence.some((one) => evidence.some((it) => meet(one, it))))
      .map(({ id }) => id),
  }));
}

/** Whether two references share a paragraph, or are the same one to an annotation or a whole source. */
function meet(a: Evidence, b: Evidence): boolean {
  if (a.source !== b.source) return false;
  if (a.paragraphs === null || b.paragraphs === null)
    return a.paragraphs === b.paragraphs && a.annotation === b.annotation;
  return a.paragraphs.from <= b.paragraphs.to && b.paragraphs.from <= a.paragraphs.to;
}

/** "Left out on purpose: 3 statements, of which 1 may touch this." */
export function leftOutWords(all: readonly LeftOutBeside[]): string {
  const touching = all.filter(({ touches }) => touches.length > 0).length;
  const count = counted(all.length, 'statement');
  return ` Left out on purpose: ${count}${touching === 0 ? '' : `, of which ${figure(touching)} may touch this`}.`;
}
