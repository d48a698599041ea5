import type { Relation } from '@standoff/model';
import { quoted } from '../written.js';
import { grounded } from './grounds.js';

/** How one actor stands to another, in the words of the language. */
const RELATIONS: ReadonlySet<string> = new Set([
  'allied with',
  'rival of',
  'hostile to',
  'depends on',
  'protects',
  'part of',
]);

export function printRelation(relation: Relation): string {
  const { from, kind, to } = relation;
  const words = RELATIONS.has(kind) ? kind : quoted(kind);
  return grounded(`relation ${from} ${words} ${to}`, relation);
}
