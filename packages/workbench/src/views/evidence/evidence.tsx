import { tellRests, QUESTIONS, tellWithout } from '@standoff/questions';
import { useAnswer, useModel, useWords } from '../../answers/use-answer.js';
import { Answered, Card } from '../../design/card.js';
import { Told } from '../../tell/told.js';
import { ElementsCard } from './elements-card.js';
import { SourcesCard } from './sources-card.js';
import styles from './evidence.module.css';

/** What the model rests on: passages, reasons, nothing, doubtful claims; and what turns on them. */
export default function Evidence() {
  const answer = useAnswer('evidence');
  const model = useModel();
  const words = useWords();
  return (
    <div className={styles.evidence}>
      <Card title={QUESTIONS.evidence.title}>
        <Answered answer={answer}>
          {(result) =>
            words !== null && model !== null && <Told blocks={tellRests(words, result, model)} />
          }
        </Answered>
      </Card>
      <ElementsCard />
      <SourcesCard />
      <Card title="What turns on a source or a passage">
        <Answered answer={answer}>
          {(result) => model !== null && <Told blocks={tellWithout(model, result)} />}
        </Answered>
      </Card>
    </div>
  );
}
