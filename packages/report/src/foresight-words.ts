import { FORESIGHT_DEFINITIONS, foresightRead, type ForesightConcept } from '@standoff/analysis';
import { counted } from './english.js';

/** What a concept of looking ahead supposes, as a clause: "both look 3 moves ahead". */
export function foresightMeaning(concept: ForesightConcept): string {
  const { code, horizon } = foresightRead(concept)!;
  return FORESIGHT_DEFINITIONS[code].meaning.replace('{moves}', counted(horizon ?? 0, 'move'));
}
