import type { ConflictModel, OptionId } from '@standoff/model';

/** An option of an actor, or a choice among some of them, as one row of a table of states. */
export interface OptionRow {
  /** The id of the option, or of the choice with its owner. */
  readonly id: string;
  /** The id of the actor; `chance` where it is nobody's. */
  readonly owner: string;
  /** As people call it. */
  readonly label: string;
  /** What can be taken in it: the option alone, or the members of the choice. */
  readonly members: readonly {
    /** The place of the option among those of the model. */
    readonly place: number;
    /** Within its actor. */
    readonly name: string;
    /** As people call it. */
    readonly label: string;
  }[];
  /** Whether it is a choice, of which the member that is taken is its value. */
  readonly choice: boolean;
}

/** The options of a model by their owners, in order, those of a choice in one row where its first stands. */
export function optionRows({
  actors,
  options,
  constraints,
}: Pick<ConflictModel, 'actors' | 'options' | 'constraints'>): OptionRow[] {
  const places = new Map(options.map(({ id }, place) => [id, place]));
  const member = (id: OptionId) => {
    const place = places.get(id)!;
    const { name, label } = options[place];
    return { place, name, label };
  };
  const choices = constraints.flatMap(({ choice, must }) => {
    if (choice === undefined || must.op !== 'count') return [];
    const among = must.args.flatMap((arg) => (arg.op === 'option' ? [arg.id] : []));
    return [{ ...choice, among }];
  });
  const owners = [...actors.map(({ id }) => id), ...new Set(options.map(({ owner }) => owner))];
  return [...new Set(owners)].flatMap((owner) => {
    const shown = new Set<OptionId>();
    return options.flatMap((option): OptionRow[] => {
      if (option.owner !== owner || shown.has(option.id)) return [];
      const choice = choices.find(({ among }) => among.includes(option.id));
      const ids = (choice?.among ?? [option.id]).filter((id) => !shown.has(id));
      for (const id of ids) shown.add(id);
      const members = ids.map(member);
      return choice === undefined || members.length < 2
        ? [{ id: option.id, owner, label: option.label, members, choice: false }]
        : [{ id: `${owner}.${choice.name}`, owner, label: choice.label, members, choice: true }];
    });
  });
}
