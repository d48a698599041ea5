import type { Target } from '@standoff/language/edit';
import type {
  Agreement,
  ConflictModel,
  Constraint,
  Evidence,
  Grounded,
  OptionLiteral,
  Proposition,
  TextRange,
} from '@standoff/model';
import {
  capitalised,
  dateInWords,
  stretchInWords,
  labelsOf,
  listed,
  propositionWords,
  Words,
} from '@standoff/questions';
import { holder } from './within.js';

/** The kinds of element that have a form of their own. */
export type Kind =
  | 'actor'
  | 'agreement'
  | 'offer'
  | 'constraint'
  | 'choice'
  | 'graph'
  | 'cannot-move'
  | 'can-move'
  | 'scenario'
  | 'state'
  | 'extreme'
  | 'commitment'
  | 'consequence'
  | 'deadline'
  | 'chance'
  | 'event'
  | 'claim'
  | 'relation'
  | 'source'
  | 'left-out';

/** An element of the situation as a row that opens into its form. */
export interface Entry {
  readonly kind: Kind;
  /** As addresses have it; of what has no id, its kind and number: "relation-2". */
  readonly id: string;
  /** How edits name it: its id, or where it stands. */
  readonly target: Target;
  readonly label: string;
  /** "scenario", "threat", "decision maker". */
  readonly called: string;
  /** What it says, in words; null where the label says it. */
  readonly says: string | null;
  readonly evidence: readonly Evidence[];
  readonly because: string | null;
  readonly at: TextRange;
  /** The actor in whose braces it stands, so that its option names need no actor; null: in none. */
  readonly within: string | null;
}

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly entries: readonly Entry[];
  /** What can be added to it. */
  readonly adds: readonly Kind[];
}

/** The parts of a situation, each with its elements in the order of the text. */
export function sectionsOf(model: ConflictModel): Section[] {
  const words = new Words(model);
  const labels = labelsOf(model);
  const say = (p: Proposition): string => propositionWords(p, words, labels);
  const entry = (
    kind: Kind,
    id: string,
    element: Grounded & { readonly label?: string },
    told: { readonly called?: string; readonly says?: string | null; readonly label?: string } = {},
  ): Entry[] => {
    const { called = kind, says = null, label = element.label ?? id } = told;
    const { evidence, because, at } = element;
    if (at === null) return [];
    const target = kind === 'relation' || kind === 'extreme' ? at : id;
    const within = INSIDE.includes(kind) ? holder(model, at) : null;
    return [{ kind, id, target, label, called, says, evidence, because, at, within }];
  };
  const literals = (of: readonly OptionLiteral[]): string =>
    listed(of.map(({ option, taken: is }) => `${is ? '' : 'not '}“${words.option(option)}”`));
  const taken = (ids: readonly string[]): string =>
    ids.length === 0 ? 'nothing is taken' : words.taken(ids).join('; ');

  return [
    {
      id: 'actors',
      title: 'Actors',
      adds: ['actor'],
      entries: model.actors.flatMap((actor) =>
        entry('actor', actor.id, actor, {
          ...(model.agreements.some(({ actOf }) => actOf === actor.id)
            ? {
                called: 'acts with its members',
                says: listed(actsOf(model, actor.id).map(({ label }) => label)),
              }
            : {
                called: actor.options.length > 0 ? 'decision maker' : 'stakeholder',
                says:
                  actor.options.length > 0
                    ? listed(actor.options.map((o) => words.option(o)))
                    : null,
              }),
        }),
      ),
    },
    {
      id: 'agreements',
      title: 'Agreements',
      adds: ['agreement', 'offer'],
      entries: model.agreements.flatMap((agreement) => {
        const { id, parties, needs, always, offer, actOf } = agreement;
        // It stands in the form of the actor whose act it is.
        if (actOf !== undefined) return [];
        const [by, ...to] = parties;
        if (offer !== undefined)
          return entry('offer', id, agreement, {
            says: `${words.name(by)} to ${words.actors(to)}: ${literals(offer.terms)}${
              offer.until === undefined ? '' : `, until ${dateInWords(offer.until)}`
            }`,
          });
        const enough = needs === undefined ? '' : `at least ${needs} of `;
        return entry('agreement', id, agreement, {
          says: `between ${enough}${words.actors(parties)}${
            always === undefined ? '' : `, ${words.actors(always)} among them`
          }`,
        });
      }),
    },
    {
      id: 'constraints',
      title: 'Constraints and moves',
      adds: ['constraint', 'choice', 'graph', 'cannot-move', 'can-move'],
      entries: [
        ...model.constraints.filter(isWritten).flatMap((one) =>
          entry('constraint', one.id, one, {
            ...(one.perhaps === undefined ? {} : { called: 'constraint in doubt' }),
            label: one.text,
            says: constraintWords(one, say),
          }),
        ),
        ...choicesOf(model).flatMap(({ kind, choice, ...one }) =>
          entry(
            model.options.some((o) => o.id === choice.among[0] && o.inGraph) ? 'graph' : 'choice',
            `choice-${choice.name}`,
            one,
            {
              label: choice.label,
              says: `${kind} ${listed(choice.among.map((id) => `“${labels.get(id) ?? words.option(id)}”`))}`,
            },
          ),
        ),
        ...model.disallowed.filter(isWritten).flatMap((one) =>
          entry('cannot-move', one.id, one, {
            called: 'move that is not allowed',
            label: `${words.name(one.actor)} cannot move`,
            says: `from ${say(one.from)} to ${say(one.to)}`,
          }),
        ),
        ...(model.allowed ?? []).flatMap((one) =>
          entry('can-move', one.id, one, {
            called: 'move that is given',
            label: `${words.name(one.actor)} can move`,
            says: `from ${say(one.from)} to ${say(one.to)}`,
          }),
        ),
      ],
    },
    {
      id: 'by-itself',
      title: 'What follows by itself, deadlines and chance',
      adds: ['consequence', 'deadline', 'chance'],
      entries: [
        ...(model.consequences ?? []).flatMap((one) =>
          entry('consequence', one.id, one, {
            called: 'follows by itself',
            label: one.text,
            says: `when ${say(one.when)}, then ${literals(one.then)}`,
          }),
        ),
        ...(model.deadlines ?? []).flatMap((one) =>
          entry('deadline', one.id, one, {
            label: one.text,
            says: `on ${dateInWords(one.by)}${one.unless === null ? '' : `, unless ${say(one.unless)}`}: ${literals(one.then)}`,
          }),
        ),
        ...model.options.flatMap((one) =>
          one.chance === undefined
            ? []
            : entry('chance', one.id, one, {
                says:
                  one.chance.probability === null
                    ? 'nobody decides'
                    : `nobody decides; ${Number((100 * one.chance.probability).toPrecision(12))} %`,
              }),
        ),
      ],
    },
    {
      id: 'scenarios',
      title: 'Scenarios and states',
      adds: ['scenario', 'state', 'extreme'],
      entries: [
        ...model.scenarios.flatMap((one) =>
          entry('scenario', one.id, one, {
            says: `${say(one.holds)}${one.merged ? ', as one state' : ''}`,
          }),
        ),
        ...model.states.flatMap((one) =>
          entry('state', one.id, one, { called: 'one state', says: taken(one.taken) }),
        ),
        ...model.extremes.flatMap((one, k) =>
          entry('extreme', `extreme-${k + 1}`, one, {
            called: one.kind,
            label: `${capitalised(one.kind)} for ${words.name(one.actor)}`,
            says: `“${labels.get(one.scenario) ?? one.scenario}”`,
          }),
        ),
      ],
    },
    {
      id: 'commitments',
      title: 'Commitments',
      adds: ['commitment'],
      entries: model.commitments.flatMap((one) =>
        entry('commitment', one.id, one, {
          called: one.kind,
          says: `${words.name(one.by)}${one.to.length > 0 ? ` to ${words.actors(one.to)}` : ''}: ${say(one.content)}${
            one.when === null ? '' : `, when ${say(one.when)}`
          }`,
        }),
      ),
    },
    {
      id: 'events',
      title: 'Events',
      adds: ['event'],
      entries: model.events.flatMap((one) =>
        entry('event', one.id, one, {
          called: stretchInWords(one),
          says:
            [
              ...one.effects.map(
                ({ option, taken: on }) => `${on ? '' : 'no longer '}“${words.option(option)}”`,
              ),
              ...(one.signals === null ? [] : [`announces ${say(one.signals)}`]),
            ].join('; ') || null,
        }),
      ),
    },
    {
      id: 'claims',
      title: 'Claims',
      adds: ['claim'],
      entries: model.claims.flatMap((one) =>
        entry('claim', one.id, one, {
          called: one.by === null ? one.strength : `${one.strength} by ${words.name(one.by)}`,
        }),
      ),
    },
    {
      id: 'relations',
      title: 'Relations between actors',
      adds: ['relation'],
      entries: model.relations.flatMap((one, k) =>
        entry('relation', `relation-${k + 1}`, one, {
          label: `${words.name(one.from)} ${one.kind} ${words.name(one.to)}`,
        }),
      ),
    },
    {
      id: 'sources',
      title: 'Sources',
      adds: ['source'],
      entries: model.sources.flatMap((one) =>
        entry('source', one.id, one, {
          label: one.title,
          called: one.kind ?? 'source',
          says: [one.author, one.published && dateInWords(one.published)]
            .filter(Boolean)
            .join(', '),
        }),
      ),
    },
    {
      id: 'left-out',
      title: 'Left out on purpose',
      adds: ['left-out'],
      entries: (model.leftOut ?? []).flatMap((one, k) =>
        entry('left-out', `left-out-${k + 1}`, one, { called: 'left out', label: one.text }),
      ),
    },
  ];
}

/** What stands inside an actor where the text has it there. */
const INSIDE: readonly Kind[] = ['constraint', 'choice', 'cannot-move', 'can-move'];

/** What an actor does with its members. */
export function actsOf({ agreements }: ConflictModel, actor: string): readonly Agreement[] {
  return agreements.filter(({ actOf }) => actOf === actor);
}

/** Whether it is written as a constraint, or as a move that cannot be made, and not as something that comes to one. */
function isWritten(
  one: Partial<Pick<Constraint, 'historyOf' | 'windowOf' | 'consequenceOf' | 'choice'>>,
): boolean {
  return (
    one.historyOf === undefined &&
    one.windowOf === undefined &&
    one.consequenceOf === undefined &&
    one.choice === undefined
  );
}

/** The choices, each by the first of the constraints that it comes to. */
function choicesOf({ constraints }: ConflictModel) {
  return constraints.flatMap((one, k) =>
    one.choice === undefined ||
    constraints.findIndex(({ choice }) => choice?.name === one.choice!.name) < k
      ? []
      : [{ ...one, choice: one.choice }],
  );
}

function constraintWords(
  { kind, must }: ConflictModel['constraints'][number],
  say: (p: Proposition) => string,
): string {
  return kind === 'never' && must.op === 'not' ? `never ${say(must.arg)}` : say(must);
}
