import { CONCEPTS, holdOf } from '@standoff/engine';
import type { AnalysisResult } from '@standoff/questions';
import type { StateName } from '@standoff/situation';

/** A state that can be asked about: what rests on what that it would hold. */
export interface Conclusion {
  /** Its decimal. */
  readonly id: string;
  readonly label: string;
}

/**
 * Today's state and the equilibria listed, and which of them is asked about: the one of the address,
 * added where it is none of them; without one today's state where it holds, else the first equilibrium.
 */
export function conclusionsOf(
  { statusQuo, equilibria }: Pick<AnalysisResult, 'statusQuo' | 'equilibria'>,
  asked: string | null,
): { readonly conclusions: readonly Conclusion[]; readonly chosen: string } {
  const today = String(statusQuo.name.decimal);
  const others = equilibria.filter(({ name }) => String(name.decimal) !== today);
  const conclusions = [
    { id: today, label: `Today’s state #${today}` },
    ...others.map(({ name, concepts }) => ({
      id: String(name.decimal),
      label: `${titled(name)} · ${holdOf(concepts)!.title.toLowerCase()}`,
    })),
  ];
  const known = asked !== null && conclusions.some(({ id }) => id === asked);
  // It may be an equilibrium that is not among those listed.
  const stable = Object.values(statusQuo.stability);
  const holds = CONCEPTS.some((concept) => stable.every((own) => own.includes(concept)));
  const chosen = asked ?? (holds || others.length === 0 ? today : conclusions[1].id);
  return {
    conclusions:
      asked === null || known ? conclusions : [...conclusions, { id: asked, label: `#${asked}` }],
    chosen,
  };
}

function titled({ label, decimal }: StateName): string {
  return label === null ? `State #${decimal}` : `“${label}” #${decimal}`;
}
