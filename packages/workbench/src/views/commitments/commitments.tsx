import { TELLINGS } from '@standoff/report';
import { useAnswer } from '../../answers/use-answer.js';
import { ToldAnswer } from '../../tell/told-answer.js';

/** Whose promises, threats and assurances can be believed, and which demands would be met. */
export default function Commitments() {
  return <ToldAnswer answer={useAnswer('commitments')} telling={TELLINGS.commitments} />;
}
