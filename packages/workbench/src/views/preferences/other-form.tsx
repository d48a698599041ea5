import { decimalOf, type ConflictModel, type Preference, type Proposition } from '@standoff/model';
import { capitalised, labelsOf, propositionWords } from '@standoff/questions';
import { useWords } from '../../answers/use-answer.js';
import type { PreferenceHolder } from '@standoff/questions';
import { Badge, EvidenceChips } from '../../design/names.js';
import { useHref } from '../../routes.js';
import styles from './preferences.module.css';

/** A direct ranking or weights: shown, and edited in the text. */
export function OtherForm({
  model,
  holder,
  preference,
}: {
  readonly model: ConflictModel;
  readonly holder: PreferenceHolder;
  readonly preference: Preference & { readonly form: 'ranking' | 'weights' };
}) {
  const words = useWords();
  const href = useHref();
  if (words === null) return null;
  const labels = labelsOf(model);
  const say = (p: Proposition): string => propositionWords(p, words, labels);
  return (
    <>
      <p>
        {preference.form === 'weights'
          ? 'This preference is written as weights: a state is worth the sum of the weights of what holds in it.'
          : 'This preference is written as a ranking: a state belongs to the first line that holds in it.'}{' '}
        It is edited <a href={href({ element: holder.seenBy ?? holder.actor })}>in the text</a>,
        where <code>{preference.form === 'weights' ? 'weighs { … }' : 'ranks a > b ~ c'}</code>{' '}
        stands{preference.form === 'weights' ? '; larger weights matter more' : ''}.
      </p>
      {preference.form === 'weights' ? (
        <ul className={styles.plainList}>
          {preference.weights.map((one, k) => (
            <li key={k} className={styles.plainRow}>
              <span className={styles.weight}>{signed(decimalOf(one))}</span>
              <span className={styles.words}>{capitalised(say(one.of))}</span>
              <EvidenceChips evidence={one.evidence} />
            </li>
          ))}
        </ul>
      ) : (
        <ol className={styles.plainList}>
          {preference.cells.map(({ any, others, muchWorse, grounds }, k) => (
            <li key={k} className={styles.plainRow}>
              <span className={styles.weight}>{k + 1}</span>
              <span className={styles.words}>
                {others ? 'All other states' : capitalised(any.map(say).join(', or as good: '))}
              </span>
              {muchWorse && <Badge verdict="quiet">much worse than the line above</Badge>}
              <EvidenceChips evidence={grounds.evidence} />
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

function signed(decimal: string): string {
  return decimal.startsWith('-') ? decimal.replace('-', '−') : `+${decimal}`;
}
