import type { Stretch } from '../sentences.js';
import { inQuotation } from './clause.js';
import type { Found, Line } from './lines.js';
import { AGENT, named, PRONOUN, resolved, type Scene, type Speaker } from './referents.js';
import { sentenceAt, type Hit } from './rule.js';
import { SUBJECT } from './speech-words.js';
import { subjectBefore, subjectOfSentence } from './subjects.js';

/** Verbs and nouns of what the words themselves make: whoever is their subject speaks. */
const OWN_VERB =
  /^(?:(?:demand|threat|assurance|promise)-verb|threat-open|(?:threat|promise)-ready|option-could|option-power|option-done)$/u;
const NOUN = /-noun$/u;
/** Who speaks of himself. */
const OURS = /^(?:I|we|(?:my|our) .*)$/iu;
/** Rules whose words begin with a subject and go on with a modal verb or readiness. */
const MODAL_RULE = /-(?:said|unless|warned|ready|once|could|power|done)$/u;
const MODAL =
  /(?<=\s|^)(?:will|would|shall|wo|could|can|might|may|has|have|had|is|are|was|were|does|do|did|intends?|intended|plans|planned|means|voted?|decided|resolved|stands?|stood)(?!\p{L})/u;
const OWN_SUBJECT = new RegExp(`^${SUBJECT}`, 'u');
/** Rules whose subject is who has to, and not who says so. */
const OF_OTHERS = /^(?:demand-must|demand-quoted|assurance-nobody|assurance-safe)$/u;
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
