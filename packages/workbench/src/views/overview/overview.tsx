import type { ConflictModel } from '@standoff/model';
import { dateInWords, sizeWords, type StateTable } from '@standoff/questions';
import { useAnswer, useModel } from '../../answers/use-answer.js';
import { useBriefing } from '../../answers/use-briefing.js';
import { Answered } from '../../design/card.js';
import { later } from '../../layout/later.js';
import { useAnswersShown } from './answers-shown.js';
import styles from './overview.module.css';

const Brief = later(async () => (await import('./brief.js')).Brief, 'at once');
const GroundsCard = later(async () => (await import('./grounds-card.js')).GroundsCard);
const MisfitsCard = later(async () => (await import('./misfits-card.js')).MisfitsCard);

/** The first screen: what the situation comes to, without a click. */
export default function Overview() {
  const table = useAnswer('table');
  const model = useModel();
  const briefing = useBriefing();
  useAnswersShown(table.state === 'current' && briefing.state === 'current' ? table.version : null);
  return (
    <div className={styles.overview}>
      {/* Where the states are too many to be listed, the briefing says so. */}
      {table.problem?.code !== 'too-large' && (
        <Answered answer={table}>
          {(result) => model !== null && <p className={styles.kicker}>{sizeOf(result, model)}</p>}
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

function sizeOf(
  { size, stable }: StateTable,
  { actors, options, situation }: ConflictModel,
): string {
  const { asOf } = situation;
  const words = sizeWords({
    actors: actors.map(({ id }) => ({ kind: id in stable ? 'decision maker' : 'stakeholder' })),
    space: { options: options.length, points: 2 ** options.length, feasible: size },
  });
  return [asOf === null ? '' : dateInWords(asOf), words].filter(Boolean).join(' · ');
}
