import type { ConflictModel } from '@standoff/model';
import type { SituationShown } from './shown.js';

/** What every answer says of the situation it is about. */
export function situationShown({ situation }: ConflictModel): SituationShown {
  return { id: situation.id, title: situation.title, asOf: situation.asOf };
}
