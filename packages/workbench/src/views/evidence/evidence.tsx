import type { Coverage, ElementShown, EvidenceResult } from '@standoff/analysis';
import { counted, passageEffect } from '@standoff/report';
import { useAnswer, useModel } from '../../answers/use-answer.js';
import { Answered, Card, Note } from '../../design/card.js';
import { placedElements } from '../../document/elements.js';
import { useHref } from '../../routes.js';
import { SourcesCard } from './sources-card.js';
import styles from './evidence.module.css';

/** What the model rests on: passages, reasons, nothing, doubtful claims; and what turns on them. */
export default function Evidence() {
  const answer = useAnswer('evidence');
  return (
    <div className={styles.evidence}>
      <Card title="What the elements rest on">
        <Answered answer={answer}>
          {({ coverage }) => <CoverageTable coverage={coverage} />}
        </Answered>
      </Card>
      <SourcesCard />
      <Card title="On nothing">
        <Answered answer={answer}>{({ bare }) => <Bare bare={bare} />}</Answered>
      </Card>
      <Card title="What-ifs of yours">
        <Answered answer={answer}>{({ whatIfs }) => <WhatIfs whatIfs={whatIfs} />}</Answered>
      </Card>
      <Card title="On doubtful claims">
        <Answered answer={answer}>{({ doubtful }) => <Doubtful doubtful={doubtful} />}</Answered>
      </Card>
      <Card title="What turns on a source or a passage">
        <Answered answer={answer}>{(result) => <Without result={result} />}</Answered>
      </Card>
    </div>
  );
}

function CoverageTable({ coverage }: { readonly coverage: readonly Coverage[] }) {
  return (
    <div className={styles.wide} tabIndex={0} role="group" aria-label="By kind of element">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Kind</th>
            <th scope="col">A passage</th>
            <th scope="col">Only a reason or claim</th>
            <th scope="col">Nothing</th>
          </tr>
        </thead>
        <tbody>
          {coverage.map(({ kind, passage, reason, nothing, count }) => (
            <tr key={kind}>
              <th scope="row">
                {kind} <span className={styles.count}>{count}</span>
              </th>
              <td>{passage}</td>
              <td>{reason}</td>
              <td data-bare={nothing > 0}>{nothing}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Elements by their names, linked to where the text has them. */
function Elements({ elements }: { readonly elements: readonly ElementShown[] }) {
  const model = useModel();
  const href = useHref();
  const named = new Set(model === null ? [] : placedElements(model).map(({ id }) => id));
  return (
    <ul className={styles.elements}>
      {elements.map(({ kind, of, text }) => (
        <li key={`${kind} ${of}`}>
          <span className={styles.count}>{kind}</span>{' '}
          {named.has(of) ? <a href={href({ element: of })}>{of}</a> : of}
          {text !== of && <span className={styles.words}> {text}</span>}
        </li>
      ))}
    </ul>
  );
}

function Bare({ bare }: { readonly bare: readonly ElementShown[] }) {
  if (bare.length === 0) return <p>Every element has a passage, a reason or a claim behind it.</p>;
  return (
    <>
      <p>{counted(bare.length, 'element')} with neither a passage nor a reason nor a claim.</p>
      <Elements elements={bare} />
    </>
  );
}

function WhatIfs({ whatIfs }: { readonly whatIfs: readonly ElementShown[] }) {
  if (whatIfs.length === 0) return <p>None: nothing is only supposed.</p>;
  return (
    <>
      <p>{counted(whatIfs.length, 'element')} supposed by the analyst, with nothing cited.</p>
      <Elements elements={whatIfs} />
    </>
  );
}

function Doubtful({ doubtful }: { readonly doubtful: EvidenceResult['doubtful'] }) {
  const href = useHref();
  if (doubtful.length === 0) return <p>No claim is disputed, inferred or denied.</p>;
  return (
    <ul className={styles.list}>
      {doubtful.map(({ claim, label, strength, disputed, elements, through }) => (
        <li key={claim}>
          <a href={href({ element: claim })}>{label}</a>{' '}
          <span className={styles.count}>
            {[strength, disputed ? 'disputed' : ''].filter(Boolean).join(', ')}
          </span>
          {elements.length + through.length === 0 ? (
            <Note>Nothing rests on it.</Note>
          ) : (
            <Elements elements={[...elements, ...through]} />
          )}
        </li>
      ))}
    </ul>
  );
}

function Without({ result: { without, tried } }: { readonly result: EvidenceResult }) {
  const scenarios = useModel()?.scenarios ?? [];
  const labels = new Map(scenarios.map(({ id, label }) => [id, label]));
  const href = useHref();
  const all = counted(tried, 'source and passage', 'sources and passages');
  return (
    <>
      <p>
        {all} left out one by one, with the statements and constraints that rest on it alone:{' '}
        {without.length === 0
          ? 'no answer is different without any of them.'
          : `the answers are different without ${without.length} of them.`}
      </p>
      <ul className={styles.list}>
        {without.map((one) => {
          const passage = one.paragraph === null ? one.source : `${one.source}:P${one.paragraph}`;
          return (
            <li key={passage}>
              <a href={href({ paragraph: passage })}>@{passage}</a>: {passageEffect(one, labels)}
              {/[.]$/.test(passageEffect(one, labels)) ? '' : '.'}
              <Elements elements={one.elements} />
            </li>
          );
        })}
      </ul>
    </>
  );
}
