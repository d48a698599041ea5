import { sentenceAt, type Passage } from './rule.js';
import type { Mention } from './actors.js';
import type { Stretch } from '../sentences.js';
import type { SuggestionKind } from '../suggestion.js';
import { SAID } from './speech-words.js';

/** An actor that the model has, with what it can do. */
export interface KnownActor {
  readonly id: string;
  readonly names: readonly string[];
  /** Its options, by id ("NO.close"), with what they are called. */
  readonly options?: readonly { readonly id: string; readonly label: string }[];
}

/** Who speaks and to whom, where the actors named beside the words tell. */
export interface Parties {
  /** The actor that is named first in the words, or last before them in the sentence. */
  readonly by: string | null;
  /** Another that is named in the words or behind them in the sentence. */
  readonly to: string | null;
}

/** The cue of a demand that somebody says of another. */
const MUST = /^(?:[^ ]+ ){1,4}(?:must|ought to|is to|are to|should|needs? to)(?!\p{L})/u;

/** The parties of a speech act: ids as actors are grouped under them. */
export function partiesOf(
  passage: Passage,
  words: Stretch,
  kind: SuggestionKind,
  mentions: readonly Mention[],
): Parties {
  const sentence = sentenceAt(passage, words.start);
  const within = mentions.filter((one) => one.start >= sentence.start && one.end <= sentence.end);
  const inside = within.filter((one) => one.start >= words.start && one.end <= words.end);
  const before = within.filter((one) => one.end <= words.start);
  // The subject stands at the beginning of the words; otherwise before them, and behind "and" or "but" it is
  // that of the whole sentence.
  const passive = /(?:^|\s)(?:was|were|is|are|been|being)\s+$/u.test(
    passage.text.slice(sentence.start, words.start),
  );
  if (passive) {
    // "Chile was threatened by Norway": who is named behind "by" speaks, to whom is named before.
    const by = within.find(
      (one) => one.start > words.start && /\bby (?:the )?$/u.test(passage.text.slice(0, one.start)),
    );
    return { by: by?.actor ?? null, to: before.at(-1)?.actor ?? null };
  }
  // "…", said Mr Lund: the speaker stands behind the verb.
  const verbFirst = kind === 'attribution' && /^\p{Ll}/u.test(passage.text.slice(words.start));
  // "Ms Rojas told Norway that it must leave": whoever says so asks, not whoever must.
  if (kind === 'demand' && MUST.test(passage.text.slice(words.start, words.end))) {
    const says = before.length > 0 && SAID.test(passage.text.slice(sentence.start, words.start));
    const asked = inside.find((one) => one.start - words.start < 5) ?? before.at(-1);
    const by = says && before[0].actor !== asked?.actor ? before[0].actor : null;
    return { by, to: asked?.actor ?? null };
  }
  const goesOn = /(?:,|\band|\bbut)\s*$/u.test(passage.text.slice(sentence.start, words.start));
  // Whom a pronoun at the beginning stands for is not told.
  const pronoun = /^(?:[Ii]t|[Tt]hey|[Hh]e|[Ss]he)(?!\p{L})/u.test(
    passage.text.slice(words.start, words.end),
  );
  // "urge Norway to": whom a demand names behind its verb is asked, and nobody named asks.
  const asked =
    kind === 'demand' && !/\bby (?:the )?$/u.test(textBefore(passage, words, inside[0]));
  const subject =
    (verbFirst ? inside[0] : inside.find((one) => one.start - words.start < 5)) ??
    (goesOn ? before[0] : before.at(-1)) ??
    (pronoun || asked ? undefined : inside[0]);
  const other = within.find(
    (one) => one.start > (subject?.start ?? -1) && one.actor !== subject?.actor,
  );
  return { by: subject?.actor ?? null, to: other?.actor ?? null };
}

/** The words up to a mention in them. */
function textBefore({ text }: Passage, words: Stretch, mention: Mention | undefined): string {
  return text.slice(words.start, mention?.start ?? words.start);
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
