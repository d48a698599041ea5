import type { Stretch } from '../sentences.js';
import type { Mention } from './actors.js';
import { overlaps } from './clauses.js';
import { sentenceAt, type Hit, type Passage } from './rule.js';
import { BODY, SPEAKERS } from './speech-words.js';
import { subjectOfSentence } from './subjects.js';

/** A passage with what is known of it, and the one before it. */
export interface Scene {
  readonly passage: Passage;
  readonly mentions: readonly Mention[];
  /** Who says something in it. */
  readonly said: readonly Hit[];
  readonly before: Scene | null;
}

/** Who says something. */
export interface Speaker {
  /** The actor; null: none that is named. */
  readonly actor: string | null;
  /** In the words of the text. */
  readonly words: string;
  /** Whether it rests on a pronoun that only one fits. */
  readonly unsure: boolean;
}

/** Words for somebody who can speak. */
export const AGENT = new RegExp(`(?:${SPEAKERS})$`, 'u');
/** Behind a name: somebody else beside whom it names. */
const OTHERS =
  /^[’']s? (?:\p{Ll}+ )?(?:partners?|allies|ally|critics|opponents?|rivals?|enem(?:y|ies)|neighbou?rs?|creditors?|workforce|lawyers of)(?!\p{L})/u;
export const PRONOUN = /^(?:I|we|he|she|it|they|who|which|his|her|its|their|our|my)$/iu;
/** Of a place or somebody else: who is named behind is not who speaks. */
const BESIDE = /(?<!\p{L})(?:in|at|near|outside|with|against|from|close to|on)(?: the)? $/u;

export function named(
  { passage }: Pick<Scene, 'passage'>,
  { actor, start, end }: Mention,
  unsure = false,
): Speaker {
  return { actor, words: passage.text.slice(start, end), unsure };
}

/** Who a noun phrase stands for. */
export function resolved(scene: Scene, phrase: Stretch, says = false): Speaker | null {
  const { passage, mentions } = scene;
  const { text } = passage;
  const words = text.slice(phrase.start, phrase.end).trim();
  if (PRONOUN.test(words)) return meant(scene, words.toLowerCase(), phrase.start);
  const within = mentions.filter(
    (one) => overlaps(one, phrase) && !BESIDE.test(text.slice(phrase.start, one.start)),
  );
  // "The League’s secretary", "the delegation of Teskin", "Judge Oake, sitting in Lund".
  const [first] = within;
  if (first && OTHERS.test(text.slice(first.end)))
    return { actor: null, words: withoutArticle(words), unsure: false };
  const [head] = words.split(/,? (?:who|which|where|that|in|at|from|on|close to)(?!\p{L})|,/u);
  if (first) return named(scene, first);
  const [, owner] = /^(his|her|its|their) /iu.exec(words) ?? [];
  if (owner !== undefined) {
    const one = meant(scene, owner.toLowerCase(), phrase.start);
    if (one !== null) return one;
  }
  const bare = head
    .replace(
      /^(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Oo]ur|[Tt]h(?:is|at|ese|ose)) )+/u,
      '',
    )
    .trim();
  // Whose verb is one of saying is somebody.
  return (says ? /^\p{L}[\p{L} ’'-]{2,50}$/u : AGENT).test(says ? bare : bare.toLowerCase()) &&
    bare.split(' ').length <= 6
    ? { actor: null, words: bare, unsure: false }
    : null;
}

function withoutArticle(words: string): string {
  return words.replace(/^(?:(?:the|an?|its|their|his|her|our|th(?:is|at|ese|ose)) )+/iu, '').trim();
}

const TITLES: Readonly<Record<string, RegExp>> = {
  he: /(?<!\p{L})(?:Mrs|Ms|Miss|Mme|Lady|Dame|chairwoman|spokeswoman|Queen)\.? $/u,
  she: /(?<!\p{L})(?:Mr|Sir|Lord|chairman|spokesman|King)\.? $/u,
};
const ROLE =
  /(?<!\p{L})(?:judge|minister|president|officer|secretary|mayor|spokes(?:man|woman|person)|director|envoy|counterpart|chair(?:man|woman)?|governor|ambassador|admiral|general|clerk|official|lawyer|barrister|manager)(?!\p{L})(?![^.;]{0,40}, \p{Lu}|,? \p{Lu})/u;

/** Whom a pronoun stands for: where exactly one fits, whoever that is, and it is told to be unsure. */
function meant(scene: Scene, pronoun: string, at: number): Speaker | null {
  if (/^(?:I|we|our|my|who|which)$/iu.test(pronoun)) return null;
  const person = /^(?:he|she|his|her)$/u.test(pronoun);
  const sentence = sentenceAt(scene.passage, at);
  const they = /^(?:they|their)$/u.test(pronoun);
  const gender = person ? pronoun.replace('his', 'he').replace('her', 'she') : null;
  for (const [where, reach] of placesBefore(scene, { start: sentence.start, end: at }, person)) {
    const found = they ? manyIn(where, reach) : candidates(where, reach, gender);
    if (found.length > 1) return null;
    if (found.length === 1) return { ...found[0], unsure: true };
  }
  return null;
}

/**
 * Where a pronoun is looked back from: its sentence, then the one before; for a person all that is before
 * in the paragraph; at the beginning of a paragraph the paragraph before.
 */
function placesBefore(
  scene: Scene,
  here: Stretch,
  person: boolean,
): readonly (readonly [Scene, Stretch])[] {
  const before: readonly [Scene, Stretch] | null =
    here.start > 0
      ? [
          scene,
          person
            ? { start: 0, end: here.start }
            : sentenceAt(scene.passage, Math.max(0, here.start - 2)),
        ]
      : scene.before && [scene.before, { start: 0, end: scene.before.passage.text.length }];
  return before === null ? [[scene, here]] : [[scene, here], before];
}

/** Several who are the subject of a sentence: "the ministers". */
function manyIn(scene: Scene, reach: Stretch): readonly Speaker[] {
  const subject = subjectOfSentence(scene.passage, reach.start);
  if (subject === null || subject.end > reach.end) return [];
  const words = scene.passage.text.slice(subject.start, subject.end);
  const found = /(?:[^s]s|police|people|men|women)$/u.test(words) ? resolved(scene, subject) : null;
  return found === null ? [] : [found];
}

/** Who is named behind one of these is no subject that "it" goes on from. */
const BEHIND = /(?<!\p{L})(?:in|at|to|by|for|from|with|against|before|near)(?: the)? $/u;

/** Who a pronoun may stand for in a stretch; for a person, only persons that its gender fits. */
function candidates(
  { passage, mentions }: Scene,
  reach: Stretch,
  pronoun: string | null,
): readonly Speaker[] {
  const { text } = passage;
  const words = text.slice(reach.start, reach.end);
  if (pronoun !== null && ROLE.test(words)) return [...TWO];
  const fits = mentions.filter(
    (one) =>
      one.start >= reach.start &&
      one.end <= reach.end &&
      (pronoun === null
        ? !one.person && !BEHIND.test(text.slice(reach.start, one.start))
        : one.person && !TITLES[pronoun].test(text.slice(Math.max(0, one.start - 14), one.start))),
  );
  const others = [
    ...new Map(fits.map((one) => [one.actor, named({ passage }, one, true)])).values(),
  ];
  const subject = pronoun === null ? subjectOfSentence(passage, reach.start) : null;
  if (subject === null || subject.end > reach.end || fits.some((one) => overlaps(one, subject)))
    return others;
  const body = bodyIn(text.slice(subject.start, subject.end));
  return body === null ? others : [...others, { actor: null, words: body, unsure: true }];
}

/** "The firm": a body that is only described. */
function bodyIn(words: string): string | null {
  const bare = withoutArticle(words);
  return new RegExp(`(?:^|\\s)(?:${BODY})$`, 'u').test(bare) && !ROLE.test(bare) ? bare : null;
}

/** More than one. */
const TWO: readonly Speaker[] = [
  { actor: null, words: '', unsure: true },
  { actor: null, words: '', unsure: true },
];
