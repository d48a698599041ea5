import { coalitions, TELLINGS, toldText, type CoalitionsResult } from '@standoff/questions';
import { findState } from '@standoff/situation';
import { question } from '../question.js';

interface CoalitionsFlags {
  readonly size?: number;
  readonly partition?: readonly (readonly string[])[];
  readonly from: string;
}

/** `standoff coalitions`. */
export const coalitionsOf = question<CoalitionsFlags, CoalitionsResult>(
  (prepared, { size, partition, from }, watch) =>
    coalitions(prepared, {
      ...(size === undefined ? {} : { size }),
      ...(partition === undefined ? {} : { partition }),
      from: findState(prepared, from),
      watch,
    }),
  toldText(TELLINGS.coalitions),
);
