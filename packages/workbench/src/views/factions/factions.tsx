import { TELLINGS } from '@standoff/report';
import { useAnswer } from '../../answers/use-answer.js';
import { ToldAnswer } from '../../tell/told-answer.js';

/** Which outcome if which faction prevails. */
export default function Factions() {
  return <ToldAnswer answer={useAnswer('factions')} telling={TELLINGS.factions} />;
}
