import { misfitsSection } from '@standoff/report';
import { useAnswer, useWords } from '../../answers/use-answer.js';
import { Answered } from '../../design/card.js';
import { SectionView } from '../document/blocks.js';

/** Where the model does not fit what is observed and said. */
export default function Fit() {
  const words = useWords();
  const answer = useAnswer('plausibility');
  return (
    <Answered answer={answer}>
      {(result) => words && <SectionView section={misfitsSection(words, result)} />}
    </Answered>
  );
}
