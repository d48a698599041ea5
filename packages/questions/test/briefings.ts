import { readdirSync, readFileSync } from 'node:fs';
import type { ConflictModel } from '@standoff/model';
import { situationOf, type Standard } from '@standoff/situation';
import { CASES } from '../../../test/cases.js';
import { modelOf } from '../../situation/test/situations.js';
import type { BriefingResult } from '../src/briefing/answer.js';
import { briefing } from '../src/briefing/solve.js';
import { tellBriefing } from '../src/briefing/tell.js';
import { toldText } from '../src/told/telling.js';
import { Words } from '../src/told/words.js';

const models = new Map<string, ConflictModel>();

/** The model of a case of the project. */
export function modelAt(name: string): ConflictModel {
  const known = models.get(name);
  if (known) return known;
  const folder = new URL(`${name}/`, CASES);
  const file = readdirSync(folder).find((one) => one.endsWith('.standoff'))!;
  const model = modelOf(readFileSync(new URL(file, folder), 'utf8'));
  models.set(name, model);
  return model;
}

interface Told {
  readonly text: string;
  readonly result: BriefingResult;
}

const knownTold = new Map<ConflictModel, Told>();

/** The briefing and its text; by the usual standard once for each model. */
export function told(model: ConflictModel, standard?: Standard): Told {
  const known = standard === undefined ? knownTold.get(model) : undefined;
  if (known) return known;
  const result = briefing(situationOf(model), standard === undefined ? {} : { standard });
  const text = toldText(
    result.situation,
    'in brief',
    tellBriefing(new Words(model), result, model),
    {},
  );
  if (standard === undefined) knownTold.set(model, { text, result });
  return { text, result };
}

/** Where it leads, and how strongly it is drawn there. */
export const ends = ({ ends: all }: BriefingResult): [string | null, number][] =>
  all.map(({ state, pull }) => [state.name.label, Math.round(pull * 100) / 100]);
