import { dateInWords, sizeWords, type AnalysisResult } from '@standoff/questions';
import { useAnswer } from '../../answers/use-answer.js';
import { Answered } from '../../design/card.js';
import { later } from '../../layout/later.js';
import { useAnswersShown } from './answers-shown.js';
import styles from './overview.module.css';

const Brief = later(async () => (await import('./brief.js')).Brief, 'at once');
const GroundsCard = later(async () => (await import('./grounds-card.js')).GroundsCard);
const MisfitsCard = later(async () => (await import('./misfits-card.js')).MisfitsCard);

/** The first screen: what the situation comes to, without a click. */
export default function Overview() {
  const standing = useAnswer('standing');
  const briefing = useAnswer('briefing');
  useAnswersShown(
    standing.state === 'current' && briefing.state === 'current' ? standing.version : null,
  );
  return (
    <div className={styles.overview}>
      {/* Where the states are too many to be listed, the briefing says so. */}
      {standing.problem?.code !== 'too-large' && (
        <Answered answer={standing}>
          {(result) => <p className={styles.kicker}>{sizeOf(result)}</p>}
        </Answered>
      )}
      <Brief />
      <div className={styles.columns}>
        <GroundsCard />
        <MisfitsCard />
      </div>
      <p className={styles.foot}>
        All of this is what the model says, not a forecast. Every verdict can be clicked: a panel
        says why.
      </p>
    </div>
  );
}

function sizeOf(result: AnalysisResult): string {
  const { asOf } = result.situation;
  return [asOf === null ? '' : dateInWords(asOf), sizeWords(result)].filter(Boolean).join(' · ');
}
