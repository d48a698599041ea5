/** How well findings in a text agree with what a reader marked by hand. GUIDE.md defines every figure. */

/** What one party says to another. */
export const SPEECH_ACTS = ['demand', 'threat', 'promise', 'assurance'] as const;

/** What is compared: a suggestion of the reading aid, or a gold annotation. Offsets in the canonical text. */
export interface Finding {
  readonly kind: string;
  readonly start: number;
  /** One past the last unit. */
  readonly end: number;
  /** Actors: a label that all mentions of one actor share. */
  readonly referent?: string | null;
  /** Events: "2018-04-27", "2018-04", "2018" or "from/to". */
  readonly date?: string | null;
  /** Attributions: stated, claimed, reported, inferred or denied. */
  readonly strength?: string | null;
  /**
   * Speech acts: who speaks, as the aid would call him; of an annotation, all names that are right, with a
   * stroke between them, and a dash where nobody is named.
   */
  readonly by?: string | null;
}

/** One gold file. */
export interface Gold {
  readonly schema: 'standoff/gold/1';
  /** The annotated file's name. */
  readonly text: string;
  /** SHA-256 of the file's bytes. */
  readonly sha256: string;
  /** The canonical text on which the offsets were made, and the stretch of it that was annotated. */
  readonly canonical: {
    readonly length: number;
    readonly sha256: string;
    readonly start: number;
    readonly end: number;
  };
  readonly annotations: readonly Finding[];
}

/** Counts, so that several texts can be added. */
export interface KindCounts {
  readonly gold: number;
  readonly found: number;
  readonly matched: number;
  readonly exact: number;
  /** Sum over the matches of overlap divided by union. */
  readonly closeness: number;
}

/** A share as counts: how many of how many. */
export interface Share {
  readonly hits: number;
  readonly of: number;
}

export interface Score {
  readonly kinds: ReadonlyMap<string, KindCounts>;
  /** Sums over matched mentions of their B-cubed precision and recall. */
  readonly grouping: { readonly precision: number; readonly recall: number; readonly of: number };
  readonly dates: Share;
  readonly strengths: Share;
  readonly speakers: Speakers;
}

/** How many speakers of matched speech acts are told rightly, wrongly and not at all. */
export interface Speakers {
  readonly right: number;
  readonly wrong: number;
  readonly untold: number;
}

interface Match {
  readonly gold: Finding;
  readonly found: Finding;
  readonly closeness: number;
}

/** Compares the findings in one text with its gold annotations. */
export function score(gold: Gold, findings: readonly Finding[]): Score {
  const { start, end } = gold.canonical;
  const inside = findings.filter((found) => found.start < end && found.end > start);
  const kinds = new Map<string, KindCounts>();
  const matches: Match[] = [];
  for (const kind of new Set([...gold.annotations, ...inside].map((each) => each.kind))) {
    const wanted = gold.annotations.filter((each) => each.kind === kind);
    const given = inside.filter((each) => each.kind === kind);
    const matched = match(wanted, given);
    matches.push(...matched);
    kinds.set(kind, {
      gold: wanted.length,
      found: given.length,
      matched: matched.length,
      exact: matched.filter((each) => each.closeness === 1).length,
      closeness: matched.reduce((sum, each) => sum + each.closeness, 0),
    });
  }
  return {
    kinds,
    grouping: grouping(matches.filter((each) => each.gold.kind === 'actor')),
    dates: agreement(matches, 'event', 'date'),
    strengths: agreement(matches, 'attribution', 'strength'),
    speakers: speakers(matches),
  };
}

/** Adds the scores of several texts: a set's figures. */
export function total(scores: readonly Score[]): Score {
  const kinds = new Map<string, KindCounts>();
  for (const [kind, counts] of scores.flatMap((each) => [...each.kinds])) {
    kinds.set(kind, addCounts(kinds.get(kind) ?? NONE, counts));
  }
  const sum = (part: (score: Score) => number) => scores.reduce((so, each) => so + part(each), 0);
  return {
    kinds,
    grouping: {
      precision: sum((each) => each.grouping.precision),
      recall: sum((each) => each.grouping.recall),
      of: sum((each) => each.grouping.of),
    },
    dates: { hits: sum((each) => each.dates.hits), of: sum((each) => each.dates.of) },
    strengths: { hits: sum((each) => each.strengths.hits), of: sum((each) => each.strengths.of) },
    speakers: {
      right: sum((each) => each.speakers.right),
      wrong: sum((each) => each.speakers.wrong),
      untold: sum((each) => each.speakers.untold),
    },
  };
}

export const NONE: KindCounts = { gold: 0, found: 0, matched: 0, exact: 0, closeness: 0 };

export function addCounts(a: KindCounts, b: KindCounts): KindCounts {
  return {
    gold: a.gold + b.gold,
    found: a.found + b.found,
    matched: a.matched + b.matched,
    exact: a.exact + b.exact,
    closeness: a.closeness + b.closeness,
  };
}

/** One to one, the closest pair first; ties by place in the text. */
function match(wanted: readonly Finding[], given: readonly Finding[]): Match[] {
  const pairs = wanted
    .flatMap((gold) => given.map((found) => ({ gold, found, overlap: overlap(gold, found) })))
    .filter(({ gold, found, overlap }) => overlap > 0 && 2 * overlap >= shorter(gold, found))
    .map(({ gold, found, overlap }) => ({
      gold,
      found,
      closeness: overlap / (gold.end - gold.start + found.end - found.start - overlap),
    }))
    .sort(
      (a, b) =>
        b.closeness - a.closeness || a.gold.start - b.gold.start || a.found.start - b.found.start,
    );
  const taken = new Set<Finding>();
  return pairs.filter(({ gold, found }) => {
    if (taken.has(gold) || taken.has(found)) return false;
    taken.add(gold).add(found);
    return true;
  });
}

function overlap(a: Finding, b: Finding): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

function shorter(a: Finding, b: Finding): number {
  return Math.min(a.end - a.start, b.end - b.start);
}

function grouping(matches: readonly Match[]): Score['grouping'] {
  let precision = 0;
  let recall = 0;
  for (const one of matches) {
    const belong = matches.filter((other) => other.gold.referent === one.gold.referent);
    const put = matches.filter((other) => together(one, other));
    const right = belong.filter((other) => together(one, other)).length;
    precision += right / put.length;
    recall += right / belong.length;
  }
  return { precision, recall, of: matches.length };
}

/** Whether the aid puts both under one actor. */
function together(a: Match, b: Match): boolean {
  return a === b || ((a.found.referent ?? null) !== null && a.found.referent === b.found.referent);
}

function agreement(matches: readonly Match[], kind: string, attribute: 'date' | 'strength'): Share {
  const of = matches.filter(
    (each) => each.gold.kind === kind && (each.gold[attribute] ?? null) !== null,
  );
  return {
    hits: of.filter((each) => each.found[attribute] === each.gold[attribute]).length,
    of: of.length,
  };
}

/** Who speaks, of the matched speech acts in which that is marked. */
function speakers(matches: readonly Match[]): Speakers {
  const told = matches
    .filter(({ gold }) => gold.by !== undefined && gold.by !== null)
    .map(({ gold, found }) => ({
      named: (found.by ?? null) !== null,
      right: gold.by!.split('/').includes(found.by ?? '–'),
    }));
  return {
    right: told.filter(({ right }) => right).length,
    wrong: told.filter(({ named, right }) => named && !right).length,
    untold: told.filter(({ named, right }) => !named && !right).length,
  };
}
