import { cited, element, type Content } from '@standoff/document';
import type { StateShown } from '@standoff/situation';
import { counted } from '../told/english.js';
import { actorHead, actorInline, joined, numberedState } from '../told/inlines.js';
import { jointContent } from '../told/joint.js';
import type { Words } from '../told/words.js';
import type { Plan } from './answer.js';
import type { MediationMove } from './moves.js';

/** "North Korea: “not dismantle” left out", and so on: all of a plan in one. */
export function movesContent(words: Words, { moves }: Pick<Plan, 'moves'>): Content {
  return moves.flatMap((move, k) => [...(k > 0 ? [', and '] : []), ...moveContent(words, move)]);
}

export function moveContent(words: Words, move: MediationMove): Content {
  switch (move.kind) {
    case 'joint':
      return jointContent(words, move);
    case 'statement': {
      const { actor, statement, text, edit, places, evidence } = move;
      return [
        actorInline(words, actor),
        ': ',
        element(statement, `“${text}”`),
        ` ${places === 1 ? edit : edit.replace('one place', counted(places, 'place'))} `,
        ...cited(evidence),
      ];
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
