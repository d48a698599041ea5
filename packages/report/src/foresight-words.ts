import type { ForesightConcept } from '@standoff/analysis';
import { counted } from './english.js';

/** What a concept of looking ahead supposes, as a clause: "both look 3 moves ahead". */
export function foresightMeaning(concept: ForesightConcept): string {
  if (concept === 'NonMyopic') return 'both look ahead as far as one likes';
  if (concept === 'Stackelberg') return 'the leader looks two moves ahead, the follower one';
  const moves = counted(Number(/\d+/.exec(concept)![0]), 'move');
  return concept.startsWith('L')
    ? `both look ${moves} ahead`
    : `each looks ${moves} ahead and expects the other to do it as much harm as it can`;
}
