import type { ConflictModel } from '@standoff/model';
import { dateInWords, sizeWords, type BriefingResult } from '@standoff/questions';
import { useBriefing } from '../../answers/use-briefing.js';
import { later } from '../../layout/later.js';
import { useAnswersShown } from './answers-shown.js';
import styles from './overview.module.css';

const Brief = later(async () => (await import('./brief.js')).Brief, 'at once');
const GroundsCard = later(async () => (await import('./grounds-card.js')).GroundsCard);
const MisfitsCard = later(async () => (await import('./misfits-card.js')).MisfitsCard);

/** The first screen: what the situation comes to, without a click. */
export default function Overview() {
  return (
    <div className={styles.overview}>
      <Size />
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

/** The date of the situation, and how large it is. */
function Size() {
  const { state, result, model, version } = useBriefing();
  useAnswersShown(state === 'current' ? version : null);
  // Where the states are too many to be listed, the briefing says so.
  if (result === null || model === null || result.result.leftOpen.together) return null;
  return <p className={styles.kicker}>{sizeOf(result.result, model)}</p>;
}

function sizeOf(
  { states, deciders }: BriefingResult,
  { actors, options, situation }: ConflictModel,
): string {
  const { asOf } = situation;
  const words = sizeWords({
    actors: actors.map(({ id }) => ({
      kind: deciders.includes(id) ? 'decision maker' : 'stakeholder',
    })),
    space: { options: options.length, points: 2 ** options.length, feasible: Number(states) },
  });
  return [asOf === null ? '' : dateInWords(asOf), words].filter(Boolean).join(' · ');
}
