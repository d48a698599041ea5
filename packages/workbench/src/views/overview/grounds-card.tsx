import { counted, listed, meaningOf, restingText } from '@standoff/questions';
import { countedElements, countGrounds, isBare } from '@standoff/situation';
import { useMemo } from 'react';
import { useModel, useWords } from '../../answers/use-answer.js';
import { Card, Note } from '../../design/card.js';
import { ActorName, EvidenceChips } from '../../design/names.js';
import { useHref } from '../../routes.js';
import styles from './overview.module.css';

/** What the answers rest on: passages, the analyst's reasons, nothing; and what is assumed. */
export function GroundsCard() {
  const model = useModel();
  const said = useWords();
  const href = useHref();
  const elements = useMemo(() => model && countedElements(model), [model]);
  if (model === null || said === null || elements === null) return null;
  const counts = countGrounds(elements);
  const { words, passage, inference, own } = counts;
  const bare = elements.filter(({ grounds }) => isBare(grounds));
  const used = new Set(elements.flatMap(({ grounds }) => grounds.restsOn));
  const disputed = model.claims.filter((one) => used.has(one.id) && one.disputed.length > 0);
  const statements = model.actors.flatMap(({ preference }) =>
    preference.form === 'statements' ? preference.items : [],
  );
  const doubtful = statements.filter((item) => item.item === 'statement' && item.perhaps !== null);
  const divided = model.actors.filter(({ factions }) => factions.length > 1);
  const share = (part: number) => ({ flexGrow: part });
  return (
    <Card title="What it rests on">
      <p>{restingText(counts)}.</p>
      <div className={styles.share} aria-hidden>
        <span style={share(words + passage)} />
        <span style={share(inference)} />
        <span style={share(own)} />
      </div>
      <ul className={styles.list}>
        {divided.map(({ id, factions, prevails }) => (
          <li key={id}>
            <ActorName id={id} /> is divided: “
            {factions.find((one) => one.id === prevails)?.label ?? prevails}” is assumed to prevail,
            not{' '}
            {listed(
              factions.filter((one) => one.id !== prevails).map(({ label }) => `“${label}”`),
              'or',
            )}
            .
          </li>
        ))}
        {doubtful.length > 0 && (
          <li>{counted(doubtful.length, 'preference')} in doubt; counted as held.</li>
        )}
        {disputed.map(({ id, label, evidence }) => (
          <li key={id}>
            Disputed, and something rests on it: <a href={href({ element: id })}>{label}</a>{' '}
            <EvidenceChips evidence={evidence} />
          </li>
        ))}
        {bare.length > 0 && (
          <li>
            On the analyst’s own word, without a reason:{' '}
            {bare.slice(0, 8).map(({ id, text }, k) => (
              <span key={id}>
                {k > 0 && ', '}
                <a href={href({ element: id })}>{meaningOf(said, model, id) ?? text}</a>
              </span>
            ))}
            {bare.length > 8 && ` and ${bare.length - 8} more`}.
          </li>
        )}
      </ul>
      {model.sources.length === 0 && <Note>The situation names no source.</Note>}
    </Card>
  );
}
