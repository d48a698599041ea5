import { windowWords, type Agreement, type ConflictModel, type Option } from '@standoff/model';
import type { Context } from '../context.js';
import type * as ast from '../generated/ast.js';
import { labelled, together } from '../written.js';
import { consentsOf, sayFlagsOfOptionsOnly } from './agreement.js';
import { printFlags } from './flags.js';
import { grounded } from './grounds.js';
import type { Quorum } from './quorum.js';
import { readWindow } from './window.js';

/** An option of an actor that acts with its members: an agreement of theirs. */
export function readAct(
  node: ast.Option,
  actOf: string,
  quorum: Quorum,
  context: Context,
): { agreement: Agreement; consents: Option[] } {
  sayFlagsOfOptionsOnly(node, context);
  const consents = consentsOf(node, quorum.parties, context).map((consent) => ({
    ...consent,
    ...readWindow(node, context),
  }));
  return {
    agreement: {
      id: node.name,
      label: node.label ?? node.name,
      ...quorum,
      consents: consents.map(({ id }) => id),
      actOf,
      ...context.grounds(node),
    },
    consents,
  };
}

/** As it stands in the braces of the actor. */
export function printAct(act: Agreement, { options }: ConflictModel): string {
  const vote = options.find(({ id }) => id === act.consents[0]);
  const words = together(
    `option ${act.id}`,
    labelled(act),
    ...(vote === undefined ? [] : [...printFlags(vote), windowWords(vote)]),
  );
  return grounded(words, act);
}
