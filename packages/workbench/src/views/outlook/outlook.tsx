import { QUESTIONS, tellOutlook } from '@standoff/questions';
import { useAnswer } from '../../answers/use-answer.js';
import { Answered, Card } from '../../design/card.js';
import { ToldAnswer } from '../../tell/told-answer.js';
import { StateGraph } from './state-graph.js';

/** The states that improvements lead through, drawn and told. */
export default function Outlook() {
  const graph = useAnswer('courseGraph');
  return (
    <>
      <Card title="Where improvements lead from today">
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
