import { BODIES, NO_ACTORS, TITLES } from './actor-words.js';
import type { Stretch } from '../sentences.js';
import type { Passage } from './rule.js';
import { STATES } from './states.js';

/** A word of a text and where it stands. */
export interface Token extends Stretch {
  readonly word: string;
}

/** What stands for a state, and that state's name. */
export const PHRASES = phrases();
/** Of these, single words that name a state or its capital: a person may be called so too. */
const PLACES: ReadonlySet<string> = new Set(
  STATES.flatMap(({ name, capital }) => [name, capital]).filter((name) =>
    /^\p{L}{3,}$/u.test(name),
  ),
);
const LONGEST_PHRASE = 5;
const CAPITAL = /^\p{Lu}/u;

/** A word with a capital that may stand in a name: no day and no month. */
const CAP =
  "(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|April|June|July|August|September|October|November|December)\\p{Lu}[\\p{L}-]*[’']?";
const HEADS = [...BODIES].join('|');
/** "Assembly of Northern Elders", "Shipbuilders' and Metalworkers' Union": a body whose name has small words. */
const JOINED = new RegExp(
  `(?<![\\p{L}’'-])(?:(?:${CAP} )*(?:${HEADS}) (?:of|for)(?: the)?(?: ${CAP})+(?: (?:and|of) ${CAP}(?: ${CAP})*)?|(?:${CAP} )*${CAP},? and (?:${CAP} )*(?:${HEADS}))(?![\\p{L}-])`,
  'gu',
);

/** Capitalised words that stand together; a body whose name has small words is one. */
export function runsOf({ text }: Passage): Token[][] {
  const runs: Token[][] = [];
  let run: Token[] = [];
  let end = -1;
  const joined = [...text.matchAll(JOINED)].filter(({ 0: name }) => !PHRASES.has(name));
  for (const { index, 0: words } of joined) {
    const name = words.replace(/^(?:The|In|At|On|For|But|When|Under|While|A) /u, '');
    const start = index + words.length - name.length;
    runs.push([{ word: name, start, end: start + name.length }]);
  }
  for (const match of text.matchAll(
    /\p{L}[\p{L}\p{N}\p{M}.-]*(?:[’'](?!s\b)\p{L}+)*(?:(?<=[sS])[’'](?= \p{Lu}))?/gu,
  )) {
    const word = match[0].replace(/(?<!\b\p{Lu}(?:\.\p{Lu})*)\.$/u, '').replace(/-$/u, '');
    const token = { word, start: match.index, end: match.index + word.length };
    if (
      joined.some(({ index, 0: { length } }) => index <= token.start && token.end <= index + length)
    ) {
      end = -1;
      continue;
    }
    const touches = end >= 0 && text.slice(end, token.start) === ' ';
    if (CAPITAL.test(word)) {
      if (!touches) run = [];
      if (run.length === 0) runs.push(run);
      run.push(token);
      end = token.end;
    } else end = -1;
  }
  return runs.filter((one) => one.length > 0);
}

/** A small word that has its capital from the sentence it opens. */
const OPENS =
  /^(?:The|An?|In|At|On|For|But|When|Under|While|And|So|Yet|If|As|By|From|With|Since|After|Before|Because|It|Its|His|Her|Their|Then|Now)$/u;

/** The parts of a run: names of states, titles left out, and what remains. */
export function piecesOf(run: readonly Token[]): Token[][] {
  const pieces: Token[][] = [];
  let rest: Token[] = [];
  const close = (): void => {
    while (rest.length > 0 && TITLES.has(rest[0].word.toLowerCase())) rest.shift();
    while (rest.length > 1 && OPENS.test(rest[0].word)) rest.shift();
    if (rest.length > 0) pieces.push(rest);
    rest = [];
  };
  const whole = run.map(({ word }) => word);
  const final = whole.at(-1)!;
  if (run.length > 1 && BODIES.has(final) && !PHRASES.has(whole.join(' '))) {
    return [
      [...run].filter(
        (_, i) => i > 0 || !/^(?:The|In|At|On|For|But|When|Under|While)$/u.test(whole[0]),
      ),
    ];
  }
  const named = run.slice(run.findIndex(({ word }) => !TITLES.has(word.toLowerCase())));
  if (named.length === 2 && isPerson(named)) return [named];
  for (let i = 0; i < run.length;) {
    const taken = phraseAt(run, i);
    if (taken > 0) {
      close();
      pieces.push(run.slice(i, i + taken));
      i += taken;
    } else {
      if (TITLES.has(run[i].word.toLowerCase())) close();
      else rest.push(run[i]);
      i++;
    }
  }
  close();
  return pieces;
}

/** "Michael Jordan", "Chad Smith": one of two names is also that of a state, the other no word that goes with one. */
function isPerson([first, second]: readonly Token[]): boolean {
  const [a, b] = [first.word, second.word];
  if (PHRASES.has(`${a} ${b}`) || PLACES.has(a) === PLACES.has(b)) return false;
  const other = PLACES.has(a) ? b : a;
  return (
    !PHRASES.has(other) &&
    !NO_ACTORS.has(other) &&
    !BODIES.has(other) &&
    !/(?:ly|ing|ed)$|[^\p{L}]/u.test(other) &&
    !BESIDE_A_STATE.test(other)
  );
}

/** Words with a capital that stand beside the name of a state and make no person of it. */
const BESIDE_A_STATE =
  /^(?:(?:Mean|Erst)while|Yesterday|Today|Tomorrow|Unlike|Like|Despite|Although|Though|Perhaps|Maybe|Given|Whether|Thus|Hence|Later|Earlier|Soon|Besides|Beyond|Against|Across|Around|Via|Per|Amid|Among|Within|Except|Towards?|Upon|Near|Inside|Outside|During|Above|Below|Behind|Whatever|Unless|Than|Neither|Just|Last|Next|Few|Several|Says?|Said|Does|Did|Do|Is|Are|Was|Were|Has|Have|Had|Can|Could|Will|Would|Shall|Should|May|Might|Must|Let|Dear|Greater|New|Old|Upper|Lower|North(?:ern)?|South(?:ern)?|East(?:ern)?|West(?:ern)?|Central|Inner|Outer|Modern|Ancient|Imperial|Soviet|Communist|Nazi|Democratic|Republican|Post|Pro|Anti|Non|Team|Radio|Foreign|City|Town|State|Embassy|Times|Post|Gazette|News|Today)$/u;

function phraseAt(run: readonly Token[], from: number): number {
  for (let length = Math.min(LONGEST_PHRASE, run.length - from); length > 0; length--)
    if (
      PHRASES.has(
        run
          .slice(from, from + length)
          .map(({ word }) => word)
          .join(' '),
      )
    )
      return length;
  return 0;
}

/** Every phrase that stands for a state. */
function phrases(): ReadonlyMap<string, string> {
  const all = new Map<string, string>();
  for (const { name, capital, adjectives, others } of STATES) {
    for (const phrase of [name, capital, ...others, ...adjectives])
      if (phrase !== '') all.set(phrase, name);
    for (const adjective of adjectives)
      if (!/(?:ese|ish|ch|ss)$/u.test(adjective)) all.set(`${adjective}s`, name);
  }
  for (const [half, name] of [
    ['North', 'North Korea'],
    ['South', 'South Korea'],
  ] as const) {
    // "The North" is one where the text tells of a divided country; NO_ACTORS keeps it out elsewhere.
    all.set(`${half} Korean`, name);
    all.set(`${half} Koreans`, name);
  }
  return all;
}
