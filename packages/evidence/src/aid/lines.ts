import type { Stretch } from '../sentences.js';
import { overlaps, statementsOf } from './clauses.js';
import { SPEECH_ACTS } from './commitments.js';
import { contentOf, unmarked } from './content.js';
import type { Mention } from './actors.js';
import { sentenceAt, type Hit, type Passage, type Rule } from './rule.js';

/** What a rule found. */
export interface Found {
  readonly rule: Rule;
  readonly hit: Hit;
}

/** What is proposed: one line for all that the same words say. */
export interface Line extends Found {
  /** The words that the line shows. */
  readonly told: Stretch;
  /** What else these words, or their statement, were found to say. */
  readonly carried: readonly Found[];
}

/** What has words of its own in a sentence. */
const OWN: ReadonlySet<string> = new Set([...SPEECH_ACTS, 'option']);

/** Of what tells a whole statement, what has its line first: the others are carried by it. */
const FIRST = ['extreme', 'attribution', 'event', 'condition', 'quantity', 'modality'] as const;

interface Open extends Found {
  readonly told: Stretch;
  readonly carried: Found[];
}

/**
 * One line for each thing that a passage says. What somebody says is carried by the demand, threat, promise,
 * assurance or option that he utters; a condition by what it is a condition of; a date, a figure and a word
 * of doubt by the line that tells their statement. A date that cannot be told and a figure that measures
 * nothing of an actor's are no lines, nor is a "said" without what is said.
 */
export function linesOf(
  passage: Passage,
  found: readonly Found[],
  mentions: readonly Mention[],
): Line[] {
  const sentences = new Map<number, Found[]>();
  for (const one of found) {
    const { start } = sentenceAt(passage, one.hit.start);
    const here = sentences.get(start);
    if (here) here.push(one);
    else sentences.set(start, [one]);
  }
  return [...sentences.values()]
    .flatMap((here) => linesOfSentence(passage, here, mentions))
    .sort((a, b) => a.hit.start - b.hit.start || b.hit.end - a.hit.end);
}

function linesOfSentence(
  passage: Passage,
  found: readonly Found[],
  mentions: readonly Mention[],
): Line[] {
  const sentence = sentenceAt(passage, found[0].hit.start);
  const statements = statementsOf(passage, sentence);
  const statementAt = ({ start }: Stretch): Stretch =>
    statements.findLast((one) => one.start <= start) ?? sentence;
  const lines: Open[] = [];
  const open = (one: Found, told: Stretch): void => {
    lines.push({ ...one, told, carried: [] });
  };
  for (const one of found.filter(({ rule }) => OWN.has(rule.kind))) {
    const act =
      one.rule.kind === 'option' ? lines.find(({ hit }) => overlaps(hit, one.hit)) : undefined;
    if (act) act.carried.push(one);
    else open(one, one.hit);
  }
  const spoken = [...lines];
  const said = found.filter(({ rule }) => rule.kind === 'attribution');
  for (const kind of FIRST)
    for (const one of found.filter(({ rule }) => rule.kind === kind)) {
      const { hit } = one;
      const statement = statementAt(hit);
      const content =
        kind === 'attribution' ? contentOf(passage, hit, limitsOf(one, said, sentence)) : null;
      const reach = content ?? hit;
      const carrier =
        lines.find(({ told }) => overlaps(told, hit)) ??
        lines.find(({ told }) => overlaps(told, reach) && overlaps(statement, told)) ??
        nearest(kind === 'condition' ? spoken : [], hit) ??
        nearest(
          lines.filter(({ told }) => overlaps(told, statement)),
          hit,
        );
      if (carrier) carrier.carried.push(one);
      else if (kind === 'attribution') {
        if (content !== null) open(one, upTo(passage, content.said, spoken));
      } else if (isLine(passage, one, sentence, mentions))
        open(one, unmarked(passage.text, kind === 'condition' ? sentence : statement));
    }
  return lines;
}

/** From the attribution before to the next one. */
function limitsOf(one: Found, said: readonly Found[], sentence: Stretch): Stretch {
  const at = said.indexOf(one);
  return {
    start: said[at - 1]?.hit.end ?? sentence.start,
    end: said[at + 1]?.hit.start ?? sentence.end,
  };
}

/** What is said up to the first line of its own in it. */
function upTo({ text }: Passage, said: Stretch, lines: readonly Open[]): Stretch {
  const next = lines.find(({ told }) => told.start > said.start && told.start < said.end);
  return next === undefined ? said : unmarked(text, { start: said.start, end: next.told.start });
}

function nearest(lines: readonly Open[], { start, end }: Stretch): Open | undefined {
  const away = ({ hit }: Open): number => Math.max(hit.start - end, start - hit.end, 0);
  return [...lines].sort((a, b) => away(a) - away(b))[0];
}

/** Whether there is anything in it that a model could use. */
function isLine(
  { text }: Passage,
  { rule, hit }: Found,
  sentence: Stretch,
  mentions: readonly Mention[],
): boolean {
  if (rule.kind === 'event') return hit.date !== undefined;
  if (rule.kind !== 'quantity') return true;
  return (
    /\d/u.test(text.slice(hit.start, hit.end)) &&
    mentions.some((one) => one.start >= sentence.start && one.end <= hit.start)
  );
}
