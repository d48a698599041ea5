import type { SuggestionKind } from '../suggestion.js';
import type { Line } from './lines.js';
import { sentenceAt } from './rule.js';
import type { Scene, Speaker } from './referents.js';
import { speakerOf } from './speakers.js';

/** An actor that the model has, with what it can do. */
export interface KnownActor {
  readonly id: string;
  readonly names: readonly string[];
  /** Its options, by id ("NO.close"), with what they are called. */
  readonly options?: readonly { readonly id: string; readonly label: string }[];
}

/** Who speaks and to whom. */
export interface Parties {
  /** Who speaks, asks or could do it; null: not told. */
  readonly by: Speaker | null;
  /** Another actor that is named in the words or behind them in the sentence. */
  readonly to: string | null;
}

/** The cue of a demand that somebody says of another. */
const MUST = /^(?:[^ ]+ ){1,4}(?:must|ought to|is to|are to|should|needs? to)(?!\p{L})/u;
/** Kinds of what is said to somebody. */
const SAID_TO: ReadonlySet<SuggestionKind> = new Set(['demand', 'threat', 'promise', 'assurance']);

/** The parties of a line: ids as actors are grouped under them. */
export function partiesOf(scene: Scene, line: Line): Parties {
  const by = speakerOf(scene, line);
  return { by, to: SAID_TO.has(line.rule.kind) ? toOf(scene, line, by) : null };
}

/** To whom it is said: who must or is asked, or the first that is named behind who speaks. */
function toOf({ passage, mentions }: Scene, { hit }: Line, by: Speaker | null): string | null {
  const sentence = sentenceAt(passage, hit.start);
  const within = mentions.filter((one) => one.start >= sentence.start && one.end <= sentence.end);
  const others = within.filter((one) => one.actor !== (by?.actor ?? null));
  const before = others.filter((one) => one.end <= hit.start).at(-1)?.actor ?? null;
  const words = passage.text.slice(hit.start, hit.end);
  if (
    /(?:^|\s)(?:was|were|is|are|been|being)\s+$/u.test(
      passage.text.slice(sentence.start, hit.start),
    )
  )
    return before;
  if (MUST.test(words)) {
    const must = others.find((one) => one.end > hit.start);
    return must && must.start - hit.start < 5 ? must.actor : before;
  }
  const speaks = within.find((one) => one.actor === by?.actor)?.start ?? hit.start;
  return others.find((one) => one.start > speaks && one.end > sentence.start)?.actor ?? null;
}

/** The option of an actor that words speak of: the one whose label shares most words with them. */
export function optionIn(words: string, options: KnownActor['options'] = []): string | null {
  const spoken = stemsOf(words);
  const shared = options.map(({ id, label }) => ({
    id,
    of: [...stemsOf(label)].filter((stem) => spoken.has(stem)).length,
  }));
  const most = Math.max(0, ...shared.map(({ of }) => of));
  const best = shared.filter(({ of }) => of === most);
  return most > 0 && best.length === 1 ? best[0].id : null;
}

function stemsOf(words: string): ReadonlySet<string> {
  return new Set(
    (words.toLowerCase().match(/\p{L}{4,}/gu) ?? [])
      .filter((word) => !/^(?:with|that|this|from|their|them|would|will)$/u.test(word))
      .map((word) => word.slice(0, 5)),
  );
}
