import type { RobustnessResult, SensitivityResult, Share } from '@standoff/analysis';
import {
  counted,
  effectSentence,
  figure,
  openWords,
  percent,
  sensitivitySummary,
  shareWords,
  tellsOn,
} from '@standoff/report';
import { useAnswer, useModel, useWords } from '../../answers/use-answer.js';
import { Answered, Card, Note } from '../../design/card.js';
import { ActorName, EvidenceChips, StateName } from '../../design/names.js';
import { NOTHING_SELECTED, useHref } from '../../routes.js';
import styles from '../plain.module.css';

/** Changes of preferences shown one by one. */
const SHOWN = 15;

/** How much depends on what is not known, and on single statements. */
export default function Uncertainty() {
  const robustness = useAnswer('robustness');
  const sensitivity = useAnswer('sensitivity');
  return (
    <>
      <Card title="How much depends on what is not known">
        <Answered answer={robustness}>{(result) => <Robustness result={result} />}</Answered>
      </Card>
      <Card title="What single changes of a preference would change">
        <Answered answer={sensitivity}>{(result) => <Tornado result={result} />}</Answered>
      </Card>
    </>
  );
}

function Robustness({ result }: { readonly result: RobustnessResult }) {
  const words = useWords();
  const href = useHref();
  if (words === null) return null;
  const { worlds, open, statusQuo, scenarios, states, equilibria, concept } = result;
  return (
    <>
      <p>
        {open.length === 0
          ? 'Nothing is left open about any decision maker: there is one world.'
          : worlds.method === 'all'
            ? `What is open can be settled in ${figure(BigInt(worlds.count))} ways: ${counted(worlds.looked, 'world')} with different rankings, all gone through.`
            : `What is open can be settled in ${figure(BigInt(worlds.count))} ways. ${counted(worlds.looked, 'world')} were drawn (seed ${worlds.seed}); in brackets where the true share lies with 95 % confidence.`}
      </p>
      <ul>
        {open.map((one) => (
          <li key={one.actor}>{openWords(words, one)}</li>
        ))}
      </ul>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label="Shares of the worlds">
        <table className={styles.table}>
          <caption className="visually-hidden">In which share of the worlds</caption>
          <thead>
            <tr>
              <th scope="col">In which share of the worlds</th>
              <th scope="col">Would hold</th>
              <th scope="col">Improvements lead there</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">Things as they are today</th>
              <ShareCell share={statusQuo} />
              <td />
            </tr>
            {scenarios.map(({ id, label, holds, reached }) => (
              <tr key={id}>
                <th scope="row">
                  <a href={href({ ...NOTHING_SELECTED, view: 'states', scenario: id })}>{label}</a>
                </th>
                <ShareCell share={holds} />
                <ShareCell share={reached} />
              </tr>
            ))}
            {equilibria.map(({ state, holds, reached }) => (
              <tr key={state.name.decimal}>
                <th scope="row">
                  <StateName state={state} />
                </th>
                <ShareCell share={holds} />
                <ShareCell share={reached} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Note>
        {figure(states.all)} states would hold in all worlds, {figure(states.some)} in some,{' '}
        {figure(states.none)} in none, under {concept}. For single states the second column is the
        share in which they hold and are reached.
      </Note>
    </>
  );
}

function ShareCell({ share }: { readonly share: Share }) {
  return (
    <td>
      {shareWords(share)}
      <Track share={share.share} />
    </td>
  );
}

function Track({ share }: { readonly share: number }) {
  return (
    <span className={styles.track} aria-hidden>
      <span style={{ width: `${100 * share}%` }} />
    </span>
  );
}

function Tornado({ result }: { readonly result: SensitivityResult }) {
  const { base, changes, concept } = result;
  const model = useModel();
  const href = useHref();
  if (model === null) return null;
  const labels = new Map(model.scenarios.map(({ id, label }) => [id, label]));
  const telling = changes.filter(({ effect }) => effect.distance > 0 || tellsOn(effect));
  return (
    <>
      <p>
        As the model stands, {counted(base.equilibria, 'state')} would hold under {concept}; today’s{' '}
        {base.statusQuoHolds ? 'is among them' : 'is not'}. {sensitivitySummary(result)}
      </p>
      <ol className={styles.items}>
        {telling.slice(0, SHOWN).map(({ actor, statement, text, edit, effect, evidence }) => (
          <li key={`${statement} ${edit}`} className={styles.item}>
            <p>
              <ActorName id={actor} />:{' '}
              <a href={href({ element: statement })} title="Where the text says it">
                {text}
              </a>{' '}
              {edit}
            </p>
            <p>
              {percent(effect.distance)} of the states that would hold change
              <Track share={effect.distance} />
            </p>
            <p className={styles.soft}>{effectSentence(effect, labels)}</p>
            <EvidenceChips evidence={evidence} />
          </li>
        ))}
      </ol>
      {telling.length > SHOWN && <Note>And {figure(telling.length - SHOWN)} more.</Note>}
    </>
  );
}
