import type { Stretch } from '../sentences.js';
import type { Mention } from './actors.js';
import { overlaps } from './clauses.js';
import type { Found, Line } from './lines.js';
import { inQuotation } from './clause.js';
import { sentenceAt, type Hit, type Passage } from './rule.js';
import { BODY, SPEAKERS, SUBJECT } from './speech-words.js';
import { subjectBefore, subjectOfSentence } from './subjects.js';

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
const AGENT = new RegExp(`(?:${SPEAKERS})$`, 'u');
/** Verbs and nouns of what the words themselves make: whoever is their subject speaks. */
const OWN_VERB =
  /^(?:(?:demand|threat|assurance|promise)-verb|threat-open|(?:threat|promise)-ready|option-could|option-power|option-done)$/u;
const NOUN = /-noun$/u;
/** Who speaks of himself. */
const OURS = /^(?:I|we|(?:my|our) .*)$/iu;
/** Behind a name: somebody else beside whom it names. */
const OTHERS =
  /^[’']s? (?:\p{Ll}+ )?(?:partners?|allies|ally|critics|opponents?|rivals?|enem(?:y|ies)|neighbou?rs?|creditors?|workforce|lawyers of)(?!\p{L})/u;
/** Rules whose words begin with a subject and go on with a modal verb or readiness. */
const MODAL_RULE = /-(?:said|unless|warned|ready|once|could|power|done)$/u;
const MODAL =
  /(?<=\s|^)(?:will|would|shall|wo|could|can|might|may|has|have|had|is|are|was|were|does|do|did|intends?|intended|plans|planned|means|voted?|decided|resolved|stands?|stood)(?!\p{L})/u;
const OWN_SUBJECT = new RegExp(`^${SUBJECT}`, 'u');
/** Rules whose subject is who has to, and not who says so. */
const OF_OTHERS = /^(?:demand-must|demand-quoted|assurance-nobody|assurance-safe)$/u;
const PRONOUN = /^(?:I|we|he|she|it|they|who|which|his|her|its|their|our|my)$/iu;
/** Of a place or somebody else: who is named behind is not who speaks. */
const BESIDE = /(?<!\p{L})(?:in|at|near|outside|with|against|from|close to|on)(?: the)? $/u;

/** Who utters a demand, threat, promise or assurance, can do what an option is, or is said to say something. */
export function speakerOf(scene: Scene, line: Line): Speaker | null {
  const { passage, mentions } = scene;
  const { hit, rule } = line;
  const words = passage.text.slice(hit.start, hit.end);
  if (rule.kind === 'attribution') return saying(scene, hit);
  const by = /(?<!\p{L})by (?:the )?(?=\p{Lu})/u.exec(words);
  const giver = mentions.find((one) => by && one.start === hit.start + by.index + by[0].length);
  const sentence = sentenceAt(passage, hit.start);
  const passive = /(?:^|\s)(?:was|were|is|are|been|being)\s+$/u.test(
    passage.text.slice(sentence.start, hit.start),
  );
  const asked =
    /^(?:.* )?(?:was|were|been|is|are) (?:ordered|told|asked|urged|instructed|directed|called|summoned)/u;
  if (passive || (rule.id === 'demand-verb' && asked.test(words))) {
    const after = mentions.find(
      (one) =>
        one.start > hit.start &&
        one.end <= sentence.end &&
        /\bby (?:the )?$/u.test(passage.text.slice(0, one.start)),
    );
    if (passive && !/ing(?!\p{L})/u.test(words.split(' ')[0]))
      return after ? named(scene, after) : byWhom(words);
    if (!passive) return after ? named(scene, after) : byWhom(words);
  }
  if (NOUN.test(rule.id)) return giver ? named(scene, giver) : giving(scene, hit, words);
  if (OWN_VERB.test(rule.id)) return subjectOf(scene, line);
  const says = governing(scene, line);
  if (says !== null) return says;
  if (OF_OTHERS.test(rule.id) || isPassive(words)) return turnOf(scene);
  // Whoever says so is not told: neither is whom a pronoun in it stands for.
  const meant = line.carried.some((one) => one.rule.kind === 'attribution');
  return meant && /^(?:I|we|he|she|it|they) /iu.test(words) ? null : subjectOf(scene, line);
}

/** "Asked by the chair to leave". */
function byWhom(words: string): Speaker | null {
  const [, agent] =
    /(?<!\p{L})by (?:the |an? )?((?:\p{Ll}+ )?\p{Ll}+?)(?= to(?!\p{L})|[,.]|$)/u.exec(words) ?? [];
  return agent !== undefined && AGENT.test(agent)
    ? { actor: null, words: agent, unsure: false }
    : null;
}

/** "The trains will not be touched": the subject does nothing. */
function isPassive(words: string): boolean {
  return /(?<!\p{L})(?:be|been|being) \p{Ll}+(?:ed|en|ne|wn|id|ut|ld|pt|nt)(?!\p{L})/u.test(words);
}

/** The subject of the verb that a rule is about: in the words, or before them. */
function subjectOf(scene: Scene, line: Line): Speaker | null {
  const { rule, hit } = line;
  const words = scene.passage.text.slice(hit.start, hit.end);
  const verb = MODAL_RULE.test(rule.id)
    ? (MODAL.exec(words)?.index ?? 0)
    : (OWN_SUBJECT.exec(words)?.[0].length ?? 0);
  const subject = subjectBefore(scene.passage, hit.start + verb);
  const spoken = subject === null ? '' : scene.passage.text.slice(subject.start, subject.end);
  if (OURS.test(spoken)) return governing(scene, line) ?? turnOf(scene);
  // "Mr Lund said that he was ready": whoever says so, as a rule.
  if (PRONOUN.test(spoken) && line.carried.some((one) => isBefore(one, hit))) {
    const says = governing(scene, line);
    return says && { ...says, unsure: true };
  }
  return subject === null ? null : resolved(scene, subject);
}

/** Whether it is somebody’s word, with a verb of its own before the words. */
function isBefore({ rule, hit }: Found, words: Stretch): boolean {
  return rule.kind === 'attribution' && hit.end <= words.start;
}

/** Who gives what a noun tells of: "Amaru’s offer", "its promise"; the subject that repeats or makes it. */
function giving(scene: Scene, hit: Stretch, words: string): Speaker | null {
  const { passage, mentions } = scene;
  const owner = mentions.find((one) => one.start >= hit.start && one.start < hit.start + 2);
  if (owner) return named(scene, owner);
  const before = passage.text.slice(sentenceAt(passage, hit.start).start, hit.start);
  const possessor = mentions.find(
    (one) =>
      one.end <= hit.start &&
      /^[’']s? (?:\p{Ll}+ )?$/u.test(passage.text.slice(one.end, hit.start)),
  );
  if (possessor) return named(scene, possessor);
  const [giver] =
    /(?:repeat|reaffirm|renew|reiterat|g[ai]v|mak|made|issu|withdr|extend|confirm|offer|deliver)\p{Ll}* (?:(?:the|an?|its|his|her|their) )?(?:\p{Ll}+ )?$/u.exec(
      before,
    ) ?? [];
  const held = /(?<!\p{L})(?:its|his|her|their) (?:\p{Ll}+ )?$/u.test(before);
  if (giver === undefined && !held) return null;
  if (!/^\p{Ll}/u.test(words)) return null;
  const subject =
    giver === undefined
      ? subjectOfSentence(passage, hit.start)
      : subjectBefore(passage, hit.start - giver.length);
  return subject === null ? null : resolved(scene, subject);
}

/** Whoever is said to say it: in the sentence, or around the quotation that it stands in. */
function governing(scene: Scene, { hit, carried }: Line): Speaker | null {
  const { passage, said } = scene;
  const inside = carried.filter(({ rule }) => rule.kind === 'attribution').map((one) => one.hit);
  const nearest = inside.filter((one) => one.start <= hit.start).at(-1) ?? inside[0];
  if (nearest !== undefined) return saying(scene, nearest);
  if (!inQuotation(passage.text, hit.start)) return null;
  const rest = passage.text.slice(hit.end);
  const closes = hit.end + Math.max(0, rest.search(/["”]/u));
  const opens = Math.max(
    passage.text.lastIndexOf('“', hit.start),
    passage.text.lastIndexOf('"', hit.start),
  );
  const behind = said.find(
    (one) => one.start > hit.end && one.start <= closes + 12 && one.start >= closes,
  );
  const ahead = said.filter((one) => one.end <= opens).at(-1);
  if (behind) return saying(scene, behind);
  const between = ahead ? passage.text.slice(ahead.end, opens) : '';
  return ahead && (between.match(/[.!?](?=\s)/gu)?.length ?? 0) <= 1 ? saying(scene, ahead) : null;
}

/** "CHAIR: …", "Ms Lund: …": whose turn a passage is. */
function turnOf(scene: Scene): Speaker | null {
  const [, label] =
    /^((?:The )?\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){0,4}): /u.exec(scene.passage.text) ?? [];
  if (label === undefined) return null;
  const actor = resolved(scene, { start: 0, end: label.length });
  if (actor !== null) return actor;
  return /^(?:The )?[\p{Lu}][\p{Lu} .’'-]{2,}$|^(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lady|Judge|President|Minister|Chair\p{Ll}*)\.? /u.test(
    label,
  )
    ? { actor: null, words: label, unsure: false }
    : null;
}

/** The speaker of an attribution. */
function saying(scene: Scene, hit: Hit): Speaker | null {
  const { text } = scene.passage;
  const words = text.slice(hit.start, hit.end);
  if (
    /^(?:reportedly|allegedly|purportedly|supposedly)$|(?:is|are|was|were) (?:said|reported|rumoured|believed|estimated|thought|understood)(?: to(?: have \p{Ll}+)?)?$|^(?:[Tt]h(?:is|at|ere)|[Ww]hich|[Ii]t (?:can|may|must))(?!\p{L})/u.test(
      words,
    )
  )
    return null;
  const [to] = /^[Aa]ccording to (?:the |an? )?/u.exec(words) ?? [];
  if (to !== undefined) return resolved(scene, { start: hit.start + to.length, end: hit.end });
  if (hit.inverted) {
    const [verb] = /^\p{Ll}+ (?:the |an? )?/u.exec(words)!;
    const [more] = /^(?: \p{Lu}[\p{L}.’'-]*)*/u.exec(text.slice(hit.end))!;
    return resolved(scene, { start: hit.start + verb.length, end: hit.end + more.length }, true);
  }
  const [verb] =
    /(?:(?:^|\s)(?:has|have|had|also|then|again|now|\p{Ll}+ly|let it be known|ma(?:de|kes?) (?:it )?(?:clear|plain|known)|\p{L}+))$/u.exec(
      words,
    )!;
  const phrase = { start: hit.start, end: hit.end - verb.length };
  const bare = text
    .slice(phrase.start, phrase.end)
    .replace(
      /(?:(?:^|\s)(?:has|have|had|also|then|again|now|always|repeatedly|\p{Ll}+ly|,))+$/u,
      '',
    );
  // "…, and told": the verb goes on from the subject of the sentence.
  if (bare === '' || /^(?:and|but)$/u.test(bare)) {
    const subject = subjectBefore(scene.passage, hit.end - verb.trimStart().length);
    return subject === null ? null : resolved(scene, subject);
  }
  return resolved(scene, { start: phrase.start, end: phrase.start + bare.length }, true);
}

function named(
  { passage }: Pick<Scene, 'passage'>,
  { actor, start, end }: Mention,
  unsure = false,
): Speaker {
  return { actor, words: passage.text.slice(start, end), unsure };
}

/** Who a noun phrase stands for. */
function resolved(scene: Scene, phrase: Stretch, says = false): Speaker | null {
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
