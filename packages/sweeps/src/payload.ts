import type { ConflictModel } from '@standoff/model';
import {
  questionNamed,
  type Asked,
  type Items,
  type QuestionName,
  type Sweep,
  type Takes,
} from '@standoff/questions';
import { situationOf, type PrepareOptions } from '@standoff/situation';

/** All that a sweep is made of again on another thread or machine: data. */
export interface Payload {
  readonly model: ConflictModel;
  readonly options: PrepareOptions;
  readonly sweep: Sweep;
}

/** The items that a question goes through, made again. */
export async function itemsOf({ model, options, sweep }: Payload): Promise<Items> {
  const cutter = await questionNamed(sweep.question as QuestionName).cut!();
  return cutter(situationOf(model, options), sweep.options as Asked<Takes>, sweep.stage);
}
