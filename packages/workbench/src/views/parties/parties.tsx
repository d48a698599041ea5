import { stakeholdersSection } from '@standoff/report';
import { useAnswer, useWords } from '../../answers/use-answer.js';
import { Answered } from '../../design/card.js';
import { SectionView } from '../document/blocks.js';

/** What each outcome means for those who cannot move. */
export default function Parties() {
  const words = useWords();
  const answer = useAnswer('stakeholders');
  return (
    <Answered answer={answer}>
      {(result) => words && <SectionView section={stakeholdersSection(words, result)} />}
    </Answered>
  );
}
