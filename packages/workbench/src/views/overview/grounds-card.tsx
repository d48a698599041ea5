import { counted, listed } from '@standoff/questions';
import { useMemo } from 'react';
import { useModel } from '../../answers/use-answer.js';
import { Card, Note } from '../../design/card.js';
import { ActorName, EvidenceChips } from '../../design/names.js';
import { useHref } from '../../routes.js';
import { restsOf } from './rests.js';
import styles from './overview.module.css';

/** What the answers rest on: passages, the analyst's reasons, nothing; and what is assumed. */
export function GroundsCard() {
  const model = useModel();
  const href = useHref();
  const rests = useMemo(() => model && restsOf(model), [model]);
  if (model === null || rests === null) return null;
  const { all, cited, reasoned, bare, disputed } = rests;
  const statements = model.actors.flatMap(({ preference }) =>
    preference.form === 'statements' ? preference.items : [],
  );
  const doubtful = statements.filter((item) => item.item === 'statement' && item.perhaps !== null);
  const divided = model.actors.filter(({ factions }) => factions.length > 1);
  const share = (part: number) => ({ flexGrow: part });
  return (
    <Card title="What it rests on">
      <p>
        Of{' '}
        {counted(all, 'statement, option, rule and claim', 'statements, options, rules and claims')}{' '}
        {cited} cite a passage, {reasoned} only a reason of the analyst’s own, {bare.length}{' '}
        nothing.
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
        {disputed.map((id) => {
          const claim = model.claims.find((one) => one.id === id)!;
          return (
            <li key={id}>
              Disputed, and something rests on it: <a href={href({ element: id })}>{claim.label}</a>{' '}
              <EvidenceChips evidence={claim.evidence} />
            </li>
          );
        })}
        {bare.length > 0 && (
          <li>
            On nothing:{' '}
            {bare.slice(0, 8).map((id, k) => (
              <span key={id}>
                {k > 0 && ', '}
                <a href={href({ element: id })}>{id}</a>
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
