import { QUESTIONS, tellOutlook } from '@standoff/questions';
import { useAnswer } from '../../answers/use-answer.js';
import { Answered, Card } from '../../design/card.js';
import { StandardChoice } from '../../design/standard-choice.js';
import { ToldAnswer } from '../../tell/told-answer.js';
import { StateGraph } from './state-graph.js';

/** The states that the course leads through, drawn and told. */
export default function Outlook() {
  const graph = useAnswer('courseGraph');
  return (
    <>
      <Card title="Where the course leads from today">
        <StandardChoice />
        <Answered answer={graph}>{(result) => <StateGraph graph={result} />}</Answered>
      </Card>
      <ToldAnswer
        answer={useAnswer('outlook')}
        title={QUESTIONS.outlook.title}
        tell={tellOutlook}
      />
    </>
  );
}
