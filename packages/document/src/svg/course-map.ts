import type { DrawingFrame } from './svg.js';

/** Where a course leads from today, with what it does not lead to though it would be welcome. */
export interface CourseMap {
  /** Where things stand. */
  readonly today: MapOutcome;
  /** What all ways begin with. */
  readonly common: readonly MapStep[];
  /** The ways from where they part; none: things stay as they are. */
  readonly ways: readonly MapWay[];
  /** What is wished for and not led to; null: nothing of the kind is known. */
  readonly wished: MapGap | null;
}

/** A state or several that count as one, drawn as a box. */
export interface MapOutcome {
  /** By which `link` finds it; unique in the map. */
  readonly id: string;
  /** What people call it. */
  readonly name: string;
  /** How it is held, and how many ways lead there; empty: nothing is said. */
  readonly note: string;
  /** Those who fare better there than today. */
  readonly better: readonly string[];
  /** Those who fare worse. */
  readonly worse: readonly string[];
}

/** What somebody does, drawn as a line with these words at it. */
export interface MapStep {
  readonly who: string;
  /** "would hold summits". */
  readonly deed: string;
  /** Who could stop it by what: "unless …"; empty: nobody. */
  readonly unless: string;
}

/** From where the ways part to where one of them ends. */
export interface MapWay {
  readonly steps: readonly MapStep[];
  readonly end: MapOutcome;
}

/** What is missing for an outcome. */
export interface MapGap {
  /** The place of the way from whose end it would go on; null: from today. */
  readonly from: number | null;
  /** "Together, as nobody gains by going first:". */
  readonly title: string;
  readonly missing: readonly MapStep[];
  readonly outcome: MapOutcome;
  /** Whether it is taken as done: then it is drawn as a step like the others. */
  readonly done: boolean;
}

/** What a drawing is given beside its facts. */
export interface MapFrame extends Pick<DrawingFrame, 'id' | 'title' | 'description'> {
  /** That there is, in CSS pixels: from left to right where that has room, else from the top down. */
  readonly width: number;
  /** The address of an outcome; left out: the drawing leads nowhere. */
  readonly link?: (id: string) => string;
}
