import type { ChangeObject } from 'diff';

export interface DifferingLine {
  /** left: says how many equal lines are left out here. */
  readonly is: 'added' | 'removed' | 'equal' | 'left';
  readonly text: string;
}

/** So many equal lines are shown before and after what differs. */
const AROUND = 3;

/** The lines of a difference of two texts, long runs of equal ones shortened. */
export function differingLines(parts: readonly ChangeObject<string>[]): DifferingLine[] {
  return parts.flatMap(({ added, removed, value }, k): DifferingLine[] => {
    const is = added ? 'added' : removed ? 'removed' : 'equal';
    const lines = value.replace(/\n$/, '').split('\n');
    const all = lines.map((text) => ({ is, text }) as const);
    const head = k === 0 ? 0 : AROUND;
    const tail = k === parts.length - 1 ? 0 : AROUND;
    const out = lines.length - head - tail;
    if (is !== 'equal' || out < 2) return all;
    return [
      ...all.slice(0, head),
      { is: 'left', text: `… ${out} equal lines …` },
      ...all.slice(lines.length - tail),
    ];
  });
}
