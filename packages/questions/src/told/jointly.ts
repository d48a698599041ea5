import type { Agreement } from '@standoff/model';
import type { Vocabulary } from './words.js';

/** Of an agreement, what it takes to speak of it. */
export function jointly({
  id,
  label,
  parties,
  needs,
  always,
  actOf,
}: Agreement): Vocabulary['agreements'][number] {
  return {
    id,
    label,
    parties,
    ...(needs === undefined ? {} : { needs }),
    ...(always === undefined ? {} : { always }),
    ...(actOf === undefined ? {} : { actOf }),
  };
}
