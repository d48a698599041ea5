import { TELLINGS } from '@standoff/report';
import { useAnswer } from '../../answers/use-answer.js';
import { ToldAnswer } from '../../tell/told-answer.js';

/** How much depends on what is not known, and on single statements. */
export default function Uncertainty() {
  return (
    <>
      <ToldAnswer answer={useAnswer('robustness')} telling={TELLINGS.robustness} />
      <ToldAnswer answer={useAnswer('sensitivity')} telling={TELLINGS.sensitivity} />
    </>
  );
}
