import { STANDARD_NAMES, STANDARDS, USUAL_STANDARD } from '@standoff/situation';
import { useStandard } from '../answers/standard.js';
import { go } from '../routes.js';
import { Choice } from './choice.js';

/** By what all answers of the page judge what holds and where the course leads. */
export function StandardChoice() {
  return (
    <Choice
      label="Judged by"
      options={STANDARD_NAMES.map((id) => ({ id, label: STANDARDS[id].name }))}
      value={useStandard()}
      onChange={(wished) => go({ standard: wished === USUAL_STANDARD ? null : wished }, 'replace')}
    />
  );
}
