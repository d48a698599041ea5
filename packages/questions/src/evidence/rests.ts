import type { ConflictModel, Grounded } from '@standoff/model';
import { elementsOf, isCounted, type Element } from '@standoff/situation';

/** What something rests on: a passage of a source, the analyst's own reason or a claim alone, or nothing. */
export type Footing = 'passage' | 'reason' | 'nothing';

export function footingOf({ evidence, because, restsOn }: Grounded): Footing {
  if (evidence.length > 0) return 'passage';
  return because !== null || restsOn.length > 0 ? 'reason' : 'nothing';
}

/** What the counted elements of a model rest on: the figures of every page that gives them. */
export interface Footings {
  readonly elements: readonly Element[];
  readonly cited: number;
  readonly reasoned: number;
  /** Those that rest on nothing. */
  readonly bare: readonly Element[];
}

export function footingsOf(model: ConflictModel): Footings {
  const elements = elementsOf(model).filter(isCounted(model));
  const on = (footing: Footing): Element[] =>
    elements.filter(({ grounds }) => footingOf(grounds) === footing);
  return {
    elements,
    cited: on('passage').length,
    reasoned: on('reason').length,
    bare: on('nothing'),
  };
}
