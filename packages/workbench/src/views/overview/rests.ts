import type { ConflictModel, Grounded } from '@standoff/model';

/** What the elements of a model that can have grounds rest on, counted. */
export interface Rests {
  readonly all: number;
  /** On a passage of a source. */
  readonly cited: number;
  /** On the analyst's own reason or a claim alone. */
  readonly reasoned: number;
  /** On nothing, by id. */
  readonly bare: readonly string[];
  /** Ids of claims that are disputed and that something rests on. */
  readonly disputed: readonly string[];
}

export function restsOf(model: ConflictModel): Rests {
  const elements = groundedElements(model);
  const bare = elements.filter(
    ({ grounds }) =>
      grounds.evidence.length === 0 && grounds.because === null && grounds.restsOn.length === 0,
  );
  const cited = elements.filter(({ grounds }) => grounds.evidence.length > 0).length;
  const used = new Set(elements.flatMap(({ grounds }) => grounds.restsOn));
  return {
    all: elements.length,
    cited,
    reasoned: elements.length - cited - bare.length,
    bare: bare.map(({ id }) => id),
    disputed: model.claims
      .filter(({ id, disputed }) => used.has(id) && disputed.length > 0)
      .map(({ id }) => id),
  };
}

/** Options, preference statements, constraints, agreements, commitments and claims. */
function groundedElements(model: ConflictModel): { id: string; grounds: Grounded }[] {
  const statements = model.actors.flatMap(({ preference }) =>
    preference.form === 'statements'
      ? preference.items.flatMap((item) => (item.item === 'statement' ? [item] : item.statements))
      : [],
  );
  return [
    // A consent option rests on what its agreement rests on.
    ...model.options.filter(
      ({ agreement, historyOf }) => agreement === null && historyOf === undefined,
    ),
    ...statements,
    ...model.agreements,
    ...model.constraints,
    ...model.commitments,
    ...model.claims,
  ].map((one) => ({ id: one.id, grounds: one }));
}
