import { DEFINITIONS, holdOf, type AnalysisResult, type GroundsResult } from '@standoff/analysis';
import { useAnswer, useWords } from '../../answers/use-answer.js';
import { Answered, Card, Note } from '../../design/card.js';
import { Choice } from '../../design/choice.js';
import { Badge } from '../../design/names.js';
import { go, NOTHING_SELECTED, useHref, useRoute } from '../../routes.js';
import { conclusionsOf } from './conclusions.js';
import { PassagesAndClaims, Pairs, Singles } from './elements.js';
import { WhoStays } from './who-stays.js';
import styles from './grounds.module.css';

/** What it rests on that a state would hold: who stays and why, statements, constraints, passages. */
export default function Grounds() {
  const standing = useAnswer('standing');
  return (
    <Answered answer={standing}>
      {/* Where the long answers follow, these are of the same text or say that they are not. */}
      {(result) => <Conclusion standing={result} />}
    </Answered>
  );
}

function Conclusion({ standing }: { readonly standing: AnalysisResult }) {
  const { state: asked } = useRoute();
  const { conclusions, chosen } = conclusionsOf(standing, asked);
  const params = { state: Number(chosen) };
  const grounds = useAnswer('grounds', { ...params, pairs: false });
  const paired = useAnswer('grounds', { ...params, pairs: true });
  return (
    <div className={styles.grounds}>
      <Card title="The conclusion">
        <Choice
          label="What would hold"
          options={conclusions}
          value={chosen}
          onChange={(state) => go({ state })}
        />
        <Answered answer={grounds}>{(result) => <Told result={result} />}</Answered>
      </Card>
      {grounds.result?.holds !== false && grounds.state !== 'failed' && (
        <>
          <Card title="Why each stays">
            <Answered answer={grounds}>{(result) => <WhoStays result={result} />}</Answered>
            <Note>
              A swap exchanges two neighbouring places in an actor’s ranking of the states. The
              fewer it takes, the sooner the verdict turns.
            </Note>
          </Card>
          <Card title="What it takes">
            <Answered answer={grounds}>{(result) => <Singles result={result} />}</Answered>
            <Note>
              Each statement and constraint is left out, then each statement replaced by its
              opposite: who does not know it has to reckon with both.
            </Note>
          </Card>
          <Card title="What it takes in pairs">
            <Answered answer={paired}>{(result) => <Pairs result={result} />}</Answered>
          </Card>
          <Card title="The passages and claims behind it">
            <Answered answer={grounds}>
              {(result) => <PassagesAndClaims result={result} />}
            </Answered>
          </Card>
        </>
      )}
    </div>
  );
}

function Told({ result: { state, concept, holds } }: { readonly result: GroundsResult }) {
  const words = useWords();
  const href = useHref();
  if (words === null) return null;
  const hold = concept === null ? null : holdOf([concept]);
  const why = href({ ...NOTHING_SELECTED, view: 'states', state: String(state.name.decimal) });
  return (
    <>
      <p className={styles.conclusion}>
        {state.name.label === null ? 'It' : `“${state.name.label}”`}{' '}
        {holds && hold !== null
          ? `would hold under ${concept}, ${hold.clause}.`
          : 'would not hold under any concept: there is nothing that it rests on.'}{' '}
        <Badge verdict={!holds || hold === null ? 'fails' : hold.firm ? 'holds' : 'price'}>
          {!holds || hold === null ? 'would not last' : hold.firm ? 'would hold' : 'at a price'}
        </Badge>
      </p>
      <p className={styles.soft}>{words.against(state.name, state.taken)}</p>
      <p className={styles.soft}>
        <a href={why}>{holds ? 'Every verdict on it' : 'Who has a reason to leave it'}</a>
      </p>
      {holds && concept !== null && (
        <Note>
          Under {concept} a decision maker stays if {DEFINITIONS[concept].meaning}.
        </Note>
      )}
    </>
  );
}
