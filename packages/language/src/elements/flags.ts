import type { Option } from '@standoff/model';

/** The words that follow an option, or the parties of an agreement. */
export function printFlags({ initially, direction, slow }: Option): string[] {
  return [
    ...(initially === 'open' ? [] : [initially]),
    ...(direction === 'forward' ? ['irreversible'] : []),
    ...(direction === 'back' ? ['not resumable'] : []),
    ...(slow ? ['slow'] : []),
  ];
}
