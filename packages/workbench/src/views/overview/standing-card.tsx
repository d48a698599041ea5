import { isFirm, USUAL_CONCEPT, type AnalysisResult, type Step } from '@standoff/analysis';
import { counted } from '@standoff/report';
import type { Answer } from '../../answers/desk.js';
import { useWords } from '../../answers/use-answer.js';
import { Answered, Card, Note } from '../../design/card.js';
import { ActorName, Badge, EvidenceChips, type Verdict } from '../../design/names.js';
import { useHref } from '../../routes.js';
import styles from './overview.module.css';

/** Where things stand: the status quo, and who has a reason to change it. */
export function StandingCard({ answer }: { readonly answer: Answer<AnalysisResult> }) {
  const href = useHref();
  const decimal = answer.result?.statusQuo.name.decimal;
  return (
    <Card
      title="Where things stand"
      more={decimal !== undefined && <a href={href({ state: String(decimal) })}>Why</a>}
    >
      <Answered answer={answer}>{(result) => <Standing result={result} />}</Answered>
    </Card>
  );
}

function Standing({ result }: { readonly result: AnalysisResult }) {
  const words = useWords();
  const href = useHref();
  if (words === null) return null;
  const { statusQuo, statusQuoAlternatives = [], actors, scenarios } = result;
  const { taken, kinds, stability, improvements, name } = statusQuo;
  const phrases = words.taken(taken);
  const within = scenarios.filter(({ id }) => statusQuo.scenarios.includes(id));
  return (
    <>
      <p className={styles.taken}>
        {phrases.length === 0 ? 'No option is taken.' : `${phrases.join('; ')}.`}
        {within.length > 0 &&
          ` This is ${within.map(({ label }) => `“${label}”`).join(', also ')}.`}{' '}
        <EvidenceChips evidence={words.evidence(taken)} />
      </p>
      {statusQuoAlternatives.length > 1 && (
        <Note>
          What is known leaves {counted(statusQuoAlternatives.length, 'state')} in which things may
          stand; this is the one with the fewest options taken.
        </Note>
      )}
      <table className={styles.standing}>
        <caption className="visually-hidden">Who has a reason to move</caption>
        <tbody>
          {actors
            .filter(({ kind }) => kind === 'decision maker')
            .map(({ id }) => {
              const best = improvements.find(({ actor }) => actor === id);
              const firm = isFirm(stability[id]);
              const [verdict, told] = VERDICTS[kinds[id]];
              return (
                <tr key={id}>
                  <th scope="row">
                    <ActorName id={id} />
                  </th>
                  <td>
                    <a
                      href={href({
                        state: String(name.decimal),
                        actor: id,
                        concept: USUAL_CONCEPT,
                      })}
                      aria-label={`${words.actor(id)} ${told}`}
                    >
                      <Badge verdict={verdict === 'price' && firm ? 'holds' : verdict}>
                        {told}
                      </Badge>
                    </a>
                  </td>
                  <td className={styles.move}>
                    {best && (
                      <>
                        {bestMove(words.deed(best.takes, best.drops), best, kinds[id], firm)}{' '}
                        <EvidenceChips evidence={words.evidence([...best.takes, ...best.drops])} />
                      </>
                    )}
                    {kinds[id] === 'no better move' && 'None of its moves would be better for it.'}
                    {kinds[id] === 'no move' && 'It has no move here.'}
                  </td>
                </tr>
              );
            })}
        </tbody>
      </table>
    </>
  );
}

const VERDICTS: Readonly<
  Record<AnalysisResult['statusQuo']['kinds'][string], readonly [Verdict, string]>
> = {
  'no move': ['quiet', 'stays'],
  'no better move': ['holds', 'stays'],
  deterred: ['price', 'is held back'],
  unstable: ['fails', 'would move'],
};

function bestMove(deed: string, { slow }: Step, kind: string, firm: boolean): string {
  const better = `Better for it: it ${deed}${slow.length > 0 ? ' (slow)' : ''}`;
  if (kind === 'unstable') return `${better}. Nothing keeps it from that.`;
  return `${better}, but the others ${firm ? 'would answer in their own interest' : 'could answer, at any price to themselves'}.`;
}
