import { cited, element, type Content, type Inline } from '@standoff/document';
import type { ConflictModel } from '@standoff/model';
import type { StateShown, StatementEdit } from '@standoff/situation';
import { counted } from '../told/english.js';
import { actorHead, actorInline, joined, numberedState } from '../told/inlines.js';
import { jointContent } from './tell-joint.js';
import { meaningOf } from '../told/statement-words.js';
import type { Words } from '../told/words.js';
import type { Plan } from './answer.js';
import type { MediationMove } from './moves.js';

/** What would be otherwise by a plan, each of it a clause: "“Talk” would no longer matter to North Korea, and …". */
export function movesContent(
  words: Words,
  model: ConflictModel,
  { moves }: Pick<Plan, 'moves'>,
): Content {
  return moves.flatMap((move, k) => [
    ...(k > 0 ? [', and '] : []),
    ...moveContent(words, model, move),
  ]);
}

/** A wish as its author called it or in the words of its options, and not as it is written. */
const EDITED: Readonly<Record<StatementEdit, (who: Inline, wish: Inline, far: string) => Content>> =
  {
    'left out': (who, wish) => [wish, ' would no longer matter to ', who],
    reversed: (who, wish) => [who, ' would want the opposite of ', wish],
    'one place up': (who, wish, far) => [wish, ` would matter ${far} more to `, who],
    'one place down': (who, wish, far) => [wish, ` would matter ${far} less to `, who],
  };

export function moveContent(words: Words, model: ConflictModel, move: MediationMove): Content {
  switch (move.kind) {
    case 'joint':
      return jointContent(words, move);
    case 'statement': {
      const { actor, statement, text, edit, places, evidence } = move;
      const wish = element(statement, meaningOf(words, model, statement) ?? `“${text}”`);
      const far = places === 1 ? 'one place' : counted(places, 'place');
      return [...EDITED[edit](actorInline(words, actor), wish, far), ' ', ...cited(evidence)];
    }
    case 'order': {
      const { actor, prefers, keeps } = move;
      // All of them: two plans may differ in the last.
      const told = (pairs: readonly (readonly [StateShown, StateShown])[]): Content =>
        joined(pairs.map(([a, b]) => [numberedState(a), ' to ', numberedState(b)]));
      return [
        actorInline(words, actor),
        ' would prefer ',
        ...told(prefers),
        ...(keeps.length > 0
          ? [', and still not prefer ', ...told(keeps.map(([a, b]) => [b, a] as const))]
          : []),
      ];
    }
    case 'binding':
      return [
        element(move.commitment, `“${move.label}”`),
        ' binds ',
        actorInline(words, move.by),
        ': no state in which it is broken is possible any more ',
        ...cited(move.evidence),
      ];
    case 'irreversible':
      return [...option(words, move), ', once taken, cannot be given up again'];
    case 'ruled out':
      return [element(move.scenario, `“${move.label}”`), ' is ruled out'];
    case 'fixed':
      return [
        ...option(words, move),
        ` stays as it is today: ${move.taken ? 'taken' : 'not taken'}`,
      ];
  }
}

function option(
  words: Words,
  { option, actor }: Extract<MediationMove, { option: unknown }>,
): Content {
  return [element(option, `“${words.option(option)}”`), ' (', actorHead(words, actor), ')'];
}
