import { counted } from '@standoff/questions';
import { countedElements, groundOf, type Ground } from '@standoff/situation';
import { useMemo, useState } from 'react';
import { useModel } from '../../answers/use-answer.js';
import { Button } from '../../design/button.js';
import { Card, Note } from '../../design/card.js';
import { Choice } from '../../design/choice.js';
import { useHref } from '../../routes.js';
import { RestsOn } from '../../source/rests-on.js';
import styles from './evidence.module.css';

const GROUNDS = [
  { id: 'exact words', label: 'Exact words' },
  { id: 'passage', label: 'A passage' },
  { id: 'inference', label: 'Inference' },
  { id: 'own word', label: 'The analyst’s own word' },
] as const satisfies readonly { readonly id: Ground; readonly label: string }[];

/** So many are shown at once. */
const SHOWN = 40;

/** Each element with what it rests on, in the very words, by which of the four grounds it has. */
export function ElementsCard() {
  const model = useModel();
  const href = useHref();
  const [ground, setGround] = useState<Ground | 'all'>('all');
  const [most, setMost] = useState(SHOWN);
  const elements = useMemo(() => (model === null ? [] : countedElements(model)), [model]);
  const of = (one: Ground): number =>
    elements.filter(({ grounds }) => groundOf(grounds) === one).length;
  const chosen = elements.filter(({ grounds }) => ground === 'all' || groundOf(grounds) === ground);
  return (
    <Card title="Element by element">
      <Choice
        label="What rests on"
        options={[
          { id: 'all', label: `Anything (${elements.length})` },
          ...GROUNDS.map(({ id, label }) => ({ id, label: `${label} (${of(id)})` })),
        ]}
        value={ground}
        onChange={setGround}
      />
      {chosen.length === 0 && <Note>No element rests on that.</Note>}
      <ul className={styles.list}>
        {chosen.slice(0, most).map((element) => (
          <li key={`${element.kind} ${element.id}`}>
            <a className={styles.count} href={href({ element: element.id })}>
              {element.kind} {element.id}
            </a>
            <RestsOn element={element} />
          </li>
        ))}
      </ul>
      {chosen.length > most && (
        <Button onPress={() => setMost(most + 5 * SHOWN)}>
          {counted(chosen.length - most, 'more element')}
        </Button>
      )}
    </Card>
  );
}
