import { STATEMENT_KINDS } from '@standoff/evidence';
import {
  createAnchor,
  quoteFinder,
  referenceText,
  sameWords,
  type AnchoredText,
  type QuoteFinding,
  type QuotePlace,
} from '@standoff/evidence/anchor';
import { nextStatement, withAnchor, type AnnotationFile } from '@standoff/evidence/records';
import { parseSituation } from '@standoff/language/parse';
import type { TextOnDesk } from '../desk.js';
import { isName } from '@standoff/model';
import { Refusal } from '../refusal.js';
import { textNamed } from '../text-named.js';
import { expectOnePiece } from './addition.js';
import { lineOf, refersTo, wordsOf, type Accepted } from './line.js';
import { NEEDS, type Proposal } from './proposal.js';
import { readTogether } from './read-together.js';

/** One that cannot. */
export interface Refused {
  readonly n: number;
  readonly code: string;
  readonly why: string;
  readonly do: string;
  readonly [more: string]: unknown;
}

export interface Checked {
  readonly refused: readonly Refused[];
  readonly right: readonly Accepted[];
  /** With the statements that the lines rest on, those that were known among them. */
  readonly annotations: AnnotationFile;
}

/**
 * Checks proposals: whether each quote stands in its source, once and within a paragraph, and whether the
 * line that it comes to can be read in the situation, with those before it that are right.
 */
export function checkProposals(
  situation: string,
  texts: readonly TextOnDesk[],
  proposals: readonly Proposal[],
  known: AnnotationFile,
): Checked {
  let annotations = known;
  const refused: Refused[] = [];
  const found: Accepted[] = [];
  const before = parseSituation(situation);
  const names = new Map(before.model?.actors.map(({ id, label }) => [id, label]));
  const { actors = [], options = [], claims = [] } = before.model ?? {};
  const there = new Set([...actors, ...options, ...claims].map(({ id }) => id));
  for (const { kind, name, label } of proposals)
    if (kind === 'actor' && name !== undefined && label !== undefined) names.set(name, label);
  const refuse = (n: number, error: unknown): void => {
    if (!(error instanceof Refusal)) throw error;
    const { code, message, hint, more } = error;
    refused.push({ n, code, why: message, do: hint, ...more });
  };
  for (const [i, proposal] of proposals.entries())
    try {
      expectWhole(proposal);
      const text = textOf(texts, proposal.source);
      const place = placeOf(proposal, text);
      const marked = statementAt(proposal, speakerOf(proposal, names), text, place, annotations);
      ({ annotations } = marked);
      const line = lineOf(proposal, marked.reference);
      expectOnePiece(line);
      found.push({ n: i + 1, ...line });
    } catch (error) {
      refuse(i + 1, error);
    }
  const isRefused = (n: number): boolean => refused.some((one) => one.n === n);
  const wouldMake = (name: string, within: string | undefined): number | null => {
    const makers = proposals.flatMap((one, i) => (isMade(one, name, within) ? [i + 1] : []));
    // What one of them makes is there; and so is what the situation has.
    if (makers.some((n) => !isRefused(n) || there.has(madeBy(proposals[n - 1])))) return null;
    return makers[0] ?? null;
  };
  const right = readTogether(situation, before, found, { refuse, wouldMake });
  refused.sort((a, b) => a.n - b.n);
  return { refused, right, annotations: withMarksOf(right, known, annotations) };
}

/** What was marked before, and what is marked now of which lines came. */
function withMarksOf(
  right: readonly Accepted[],
  known: AnnotationFile,
  marked: AnnotationFile,
): AnnotationFile {
  const before = new Set(known.anchors.map(({ id }) => id));
  const lines = right.map((one) => `${wordsOf(one)} `).join('');
  return marked.anchors
    .filter((one) => !before.has(one.id) && refersTo(lines, one))
    .reduce(withAnchor, known);
}

/** What a proposal makes, as it is called from outside; empty where nothing is called so. */
function madeBy({ kind, actor, name = '' }: Proposal): string {
  if (kind === 'can') return `${actor}.${name}`;
  return kind === 'actor' || kind === 'says' ? name : '';
}

/** Whether a proposal makes what is called so, in that actor or outside, or the actor whose it is. */
function isMade(proposal: Proposal, called: string, within: string | undefined): boolean {
  const made = madeBy(proposal);
  if (made === '') return false;
  return called === made || called.startsWith(`${made}.`) || `${within}.${called}` === made;
}

function expectWhole(proposal: Proposal): void {
  const needs: readonly (keyof Proposal)[] = NEEDS[proposal.kind];
  const missing = needs.filter((name) => proposal[name] === undefined);
  if (missing.length > 0)
    throw new Refusal(
      'incomplete',
      `a proposal of the kind "${proposal.kind}" needs ${missing.join(' and ')}`,
      `add ${missing.join(' and ')}`,
    );
  const { what, name } = proposal;
  if (name !== undefined && !isName(name))
    throw new Refusal(
      'bad-name',
      `${JSON.stringify(name)} is not a name`,
      'a name begins with a letter and goes on with letters, digits or _; what readers see is the label',
    );
  const said = proposal.kind === 'wants' ? what?.replace(HOW_WANTED, '') : what;
  if (said !== undefined && needs.includes('what') && SENTENCE.test(said))
    throw new Refusal(
      'no-expression',
      `"${what}" is no expression: it names no options`,
      `write what happens with options, such as ${proposal.actor ?? 'ACTOR'}.OPTION, "not" before what is not to happen; an option that is not there yet is proposed before it, in the same call too (kind "can", with actor, name and label)`,
    );
}

/** How much, or how surely, something is wanted: it stands before the expression of a wish. */
const HOW_WANTED =
  /^\s*(?:red\s+line|(?:perhaps(?:\s+[\d.]+\s*%)?)?\s*(?:(?:very\s+)*strongly)?)\s+/u;

/** Two words beside each other, none of which joins parts of an expression: words of a sentence. */
const SENTENCE =
  /(?<![\p{L}\p{N}_.])(?!(?:not|and|or|if|iff|implies|xor|unless|when|at|least|most|exactly|one|all|none|any|of)\b)[\p{L}_][\p{L}\p{N}_.]*\s+(?!(?:not|and|or|if|iff|implies|xor|unless|when|at|of|to|for|by)\b)[\p{L}_]/u;

/** @throws Refusal where there is no text of it in which quotes can be checked. */
function textOf(texts: readonly TextOnDesk[], source: string): TextOnDesk {
  const found = textNamed(texts, source);
  if (found.anchored && found.wrong === null) return found;
  throw new Refusal(
    'replaced-text',
    `${source}: ${found.wrong ?? 'the text cannot be read'}; quotes cannot be checked in it`,
    'ask the user to put the recorded text back, or to record the new one: standoff source add CASE NAME FILE',
  );
}

/** What quotes are looked for with in each text, for as long as somebody has the text. */
const FINDERS = new WeakMap<AnchoredText, ReturnType<typeof quoteFinder>>();

function finderIn(text: AnchoredText): ReturnType<typeof quoteFinder> {
  const finder = FINDERS.get(text) ?? quoteFinder(text);
  FINDERS.set(text, finder);
  return finder;
}

function placeOf({ source, quote, paragraph }: Proposal, { anchored }: TextOnDesk): QuotePlace {
  if (quote.trim() === '')
    throw new Refusal('no-quote', 'the quote is empty', 'give the exact words of the source');
  const finding = finderIn(anchored!)(quote, paragraph === undefined ? {} : { paragraph });
  if (finding.found !== 'once') throw quoteRefusal(finding, source, paragraph);
  return finding.place;
}

/** Whether it is something that somebody says: whose words they are is told with it. */
const SPOKEN: Readonly<Record<Proposal['kind'], boolean>> = {
  actor: false,
  can: false,
  wants: false,
  threatens: true,
  offers: true,
  promises: true,
  assures: true,
  demands: true,
  says: true,
  happened: false,
  'left out': false,
  element: false,
};

/** Who says it: as the source names them, else the actor. */
function speakerOf(
  { kind, by, actor }: Proposal,
  names: ReadonlyMap<string, string>,
): string | null {
  if (by !== undefined) return by;
  return SPOKEN[kind] && actor !== undefined ? (names.get(actor) ?? actor) : null;
}

/** The statement of a quote, one that is known already or the next, and what refers to it. */
function statementAt(
  { source, kind, how }: Proposal,
  by: string | null,
  { anchored }: TextOnDesk,
  { start, end, paragraphs }: QuotePlace,
  known: AnnotationFile,
): { readonly reference: string; readonly annotations: AnnotationFile } {
  const stated = STATEMENT_KINDS.find((one) => one === kind);
  const anchor = createAnchor(anchored!, {
    id: nextStatement(known),
    source,
    start,
    end,
    statement: stated === undefined ? null : { kind: stated, by, strength: how ?? null },
  });
  const before = known.anchors.find((one) => sameWords(one, anchor));
  return {
    reference: referenceText({ source, paragraphs, annotation: (before ?? anchor).id }),
    annotations: before === undefined ? withAnchor(known, anchor) : known,
  };
}

/** Words of a source that are shown beside a refusal. */
const MOST_SHOWN = 200;

function quoteRefusal(
  finding: QuoteFinding,
  source: string,
  paragraph: number | undefined,
): Refusal {
  switch (finding.found) {
    case 'several':
    case 'elsewhere': {
      const places = [...new Set(finding.places.map(({ paragraphs: { from } }) => `P${from}`))];
      return finding.found === 'several'
        ? new Refusal(
            'quote-twice',
            `the quote stands in ${source} ${finding.count} times: ${places.join(', ')}`,
            places.length > 1
              ? 'name its paragraph, or quote more words around it'
              : 'quote more words around it',
          )
        : new Refusal(
            'quote-elsewhere',
            `the quote does not stand in P${paragraph} of ${source}, but in ${places.join(', ')}`,
            'correct the paragraph, or leave it out',
          );
    }
    case 'once':
    case 'across': {
      const { from, to } = finding.place.paragraphs;
      return new Refusal(
        'quote-across',
        `the quote runs over the end of a paragraph of ${source}, from P${from} to P${to}`,
        'quote within one paragraph; make two proposals where both parts count',
      );
    }
    case 'nowhere': {
      const { nearest: near } = finding;
      return new Refusal(
        'quote-nowhere',
        `the quote does not stand in ${source}`,
        near === null
          ? 'read the text again and copy the words exactly'
          : 'if the nearest words are meant, quote them exactly',
        near === null
          ? {}
          : { nearest: { at: `P${near.paragraphs.from}`, words: near.words.slice(0, MOST_SHOWN) } },
      );
    }
  }
}
