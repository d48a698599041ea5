import {
  plausibility,
  replay,
  type PlausibilityResult,
  type ReplayResult,
} from '@standoff/analysis';
import { plausibilityText, replayText } from '@standoff/report';
import { question } from '../question.js';

/** `standoff replay`. */
export const replayOf = question<object, ReplayResult>(replay, replayText);

/** `standoff plausible`. */
export const plausibilityOf = question<object, PlausibilityResult>(plausibility, plausibilityText);
