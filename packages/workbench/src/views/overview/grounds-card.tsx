import { counted, footingsOf, listed } from '@standoff/questions';
import { useMemo } from 'react';
import { useModel } from '../../answers/use-answer.js';
import { Card, Note } from '../../design/card.js';
import { ActorName, EvidenceChips } from '../../design/names.js';
import { useHref } from '../../routes.js';
import styles from './overview.module.css';

/** What the answers rest on: passages, the analyst's reasons, nothing; and what is assumed. */
export function GroundsCard() {
  const model = useModel();
  const href = useHref();
  const footings = useMemo(() => model && footingsOf(model), [model]);
  if (model === null || footings === null) return null;
  const { elements, cited, reasoned, bare } = footings;
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
      <p>
        Of {counted(elements.length, 'element')} {cited} cite a passage, {reasoned} only a reason of
        the analyst’s own or a claim, {bare.length} nothing.
      </p>
      <div className={styles.share} aria-hidden>
        <span style={share(cited)} />
        <span style={share(reasoned)} />
        <span style={share(bare.length)} />
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
            On nothing:{' '}
            {bare.slice(0, 8).map(({ id, text }, k) => (
              <span key={id}>
                {k > 0 && ', '}
                <a href={href({ element: id })}>{text}</a>
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
