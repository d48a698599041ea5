import type { Situation } from '@standoff/model';
import { isName } from '@standoff/model';
import { slug } from '../sources.js';
import { quoted, together } from '../written.js';
import { grounded } from './grounds.js';

export function printSituationHead(situation: Situation): string {
  const { id, title, asOf } = situation;
  const words = together(
    'situation',
    isName(id) && id !== slug(title) ? id : '',
    quoted(title),
    asOf === null ? '' : `as of ${asOf}`,
  );
  return grounded(words, situation);
}
