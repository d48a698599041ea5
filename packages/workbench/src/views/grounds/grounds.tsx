import { tellConclusions, QUESTIONS, tellAllPairs, type StateTable } from '@standoff/questions';
import type { ConflictModel } from '@standoff/model';
import { useState } from 'react';
import { useAnswer, useModel, useWords } from '../../answers/use-answer.js';
import { Answered, Card } from '../../design/card.js';
import { Choice } from '../../design/choice.js';
import { go, useRoutePart } from '../../routes.js';
import { Told } from '../../tell/told.js';
import { conclusionsOf } from './conclusions.js';
import styles from './grounds.module.css';

/** What it rests on that a state would hold: who stays and why, statements, constraints, passages. */
export default function Grounds() {
  const table = useAnswer('table');
  const model = useModel();
  return (
    <Answered answer={table}>
      {/* Where the long answers follow, these are of the same text or say that they are not. */}
      {(result) => model !== null && <Conclusion table={result} model={model} />}
    </Answered>
  );
}

function Conclusion({
  table,
  model,
}: {
  readonly table: StateTable;
  readonly model: ConflictModel;
}) {
  const asked = useRoutePart('state');
  const words = useWords();
  const { conclusions, chosen } = conclusionsOf(table, model, asked);
  // A scenario of several states is asked about by its name: its nearest and its firmest are told.
  const [scenario, setScenario] = useState<string | null>(null);
  const params = { state: scenario ?? `#${chosen}` };
  const grounds = useAnswer('grounds', { ...params, pairs: false });
  const paired = useAnswer('grounds', { ...params, pairs: true });
  if (words === null) return null;
  return (
    <div className={styles.grounds}>
      <Card title={QUESTIONS.grounds.title}>
        <Choice
          label="What would hold"
          options={[
            ...conclusions,
            ...model.scenarios.map(({ id, label }) => ({ id, label: `Scenario “${label}”` })),
          ]}
          value={scenario ?? chosen}
          onChange={(id) => {
            const isScenario = model.scenarios.some((one) => one.id === id);
            setScenario(isScenario ? id : null);
            if (!isScenario) go({ state: id });
          }}
        />
        <Answered answer={grounds}>
          {(result) => <Told blocks={tellConclusions(words, result, model)} />}
        </Answered>
      </Card>
      {(grounds.result?.holds !== false || grounds.result.firmest !== undefined) &&
        grounds.state !== 'failed' && (
          <Card title="What it takes in pairs">
            <Answered answer={paired}>
              {(result) => <Told blocks={tellAllPairs(words, result, model)} />}
            </Answered>
          </Card>
        )}
    </div>
  );
}
