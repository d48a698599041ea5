import { TELLINGS } from '@standoff/report';
import { useAnswer } from '../../answers/use-answer.js';
import { ToldAnswer } from '../../tell/told-answer.js';

/** For each agreement: who would sign it and from where, who would leave it, what holds it together. */
export default function Agreements() {
  return <ToldAnswer answer={useAnswer('agreements')} telling={TELLINGS.agreements} />;
}
