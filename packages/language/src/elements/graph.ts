import {
  GRAPH,
  MOST_IN_GRAPH,
  oneOfGraph,
  type ConflictModel,
  type Constraint,
  type Option,
} from '@standoff/model';
import type { Context } from '../context.js';
import type * as ast from '../generated/ast.js';
import { saidIn } from '../options-said.js';
import { rangeOf, rangeOfProperty } from '../positions.js';
import { labelled, together } from '../written.js';
import { printFlags } from './flags.js';
import { grounded } from './grounds.js';
import { readOption } from './option.js';

const FLAGS: readonly string[] = ['taken', 'open', 'unknown'];

/** States that nobody chooses among: nobody's options, of which exactly one is taken. */
export function readGraph(
  node: ast.Choice,
  context: Context,
): { readonly options: Option[]; readonly constraint: Constraint | null } {
  const { reporter, names } = context;
  const nodes = saidIn(node).filter(
    (state) => names.optionsOf(GRAPH).get(state.name)?.node === state,
  );
  for (const state of nodes)
    for (const [k, flag] of state.flags.entries())
      if (!FLAGS.includes(flag))
        reporter.say(
          'flag-of-options-only',
          rangeOfProperty(state, 'flags', k),
          'a state of a graph is `taken` today, `unknown` or `open`, and nothing else',
          { hint: 'which way one can go is said by `can move from … to …`' },
        );
  if (nodes.length < 2 || nodes.length > MOST_IN_GRAPH) {
    if (node.options.length < 2 || nodes.length > MOST_IN_GRAPH)
      reporter.say(
        'graph-size',
        rangeOf(node),
        nodes.length < 2
          ? 'a graph has two states at least'
          : `a graph has at most ${MOST_IN_GRAPH} states, and this one has ${nodes.length}`,
        {
          hint:
            nodes.length < 2
              ? 'name the other states too, separated by commas'
              : 'say what tells the states apart as options: with m options up to 2^m states can be said',
        },
      );
    return { options: [], constraint: null };
  }
  if (context.choices.has(node.name)) {
    reporter.say(
      'duplicate-name',
      rangeOfProperty(node, 'name'),
      `there is a choice or a graph called ${node.name} already`,
    );
    return { options: [], constraint: null };
  }
  context.choices.add(node.name);
  const taken = nodes.filter(({ flags }) => flags.includes('taken'));
  if (taken.length > 1)
    reporter.say(
      'two-places-today',
      rangeOfProperty(taken[1], 'name'),
      'things stand in one state today, and two of this graph are `taken`',
      {
        hint: 'leave `taken` at one of them, or write `unknown` at each that it may be',
        related: [{ range: rangeOfProperty(taken[0], 'name'), message: 'the first' }],
      },
    );
  // Where nothing is said of today, it may be any of them.
  const isSaid = nodes.some(({ flags }) => flags.includes('taken') || flags.includes('unknown'));
  const options = nodes.map((state): Option => {
    const read = readOption(state, GRAPH, context);
    return { ...read, ...(isSaid ? {} : { initially: 'unknown' as const }), inGraph: true };
  });
  const among = options.map(({ id }) => id);
  const choice = { name: node.name, label: node.label ?? node.name, among };
  return { options, constraint: oneOfGraph(choice, context.grounds(node)) };
}

export function isOfGraph(one: Constraint, { options }: Pick<ConflictModel, 'options'>): boolean {
  const first = one.choice?.among[0];
  return options.some(({ id, inGraph }) => id === first && inGraph === true);
}

export function printGraph(
  constraint: Constraint & { readonly choice: NonNullable<Constraint['choice']> },
  { options }: ConflictModel,
): string {
  const { name, label, among } = constraint.choice;
  const states = options.filter(({ id }) => among.includes(id));
  const all = states.every(({ initially }) => initially === 'unknown');
  const lines = states.map((state) =>
    grounded(
      together(
        state.name,
        labelled({ id: state.name, label: state.label }),
        ...(all ? [] : printFlags(state)),
      ),
      state,
    ),
  );
  const head = together(`graph ${name}`, labelled({ id: name, label }), 'of');
  return grounded(`${head} {${lines.join(', ')}}`, constraint);
}
