import { TELLINGS } from '@standoff/report';
import { useAnswer } from '../../answers/use-answer.js';
import { ToldAnswer } from '../../tell/told-answer.js';

/** What each outcome means for those who cannot move. */
export default function Parties() {
  return <ToldAnswer answer={useAnswer('stakeholders')} telling={TELLINGS.stakeholders} />;
}
