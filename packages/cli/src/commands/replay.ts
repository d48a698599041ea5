import {
  plausible,
  replay,
  TELLINGS,
  toldText,
  type PlausibleResult,
  type ReplayResult,
} from '@standoff/questions';
import { question } from '../question.js';

/** `standoff replay`. */
export const replayOf = question<object, ReplayResult>(replay, toldText(TELLINGS.replay));

/** `standoff plausible`. */
export const plausibilityOf = question<object, PlausibleResult>(
  plausible,
  toldText(TELLINGS.plausible),
);
