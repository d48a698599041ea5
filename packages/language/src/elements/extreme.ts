import type { Extreme } from '@standoff/model';
import { grounded } from './grounds.js';

export function printExtreme(extreme: Extreme): string {
  const { kind, actor, scenario } = extreme;
  return grounded(`${kind} for ${actor} is ${scenario}`, extreme);
}
