import type { Evidence } from '@standoff/model';

/** A report as structure: what it says and in which order, without how it looks. */
export interface ReportDocument {
  readonly title: string;
  /** "as of 27 April 2018"; empty where the situation has no date. */
  readonly subtitle: string;
  /** When it was made, as given; null: not said. */
  readonly made: string | null;
  /** "Standoff 0.1.0". */
  readonly generator: string;
  readonly sections: readonly Section[];
}

export interface Section {
  /** Unique in the document: an anchor and what a check names. */
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

export type Block =
  | Paragraph
  | List
  | Table
  | Figure
  | { readonly block: 'heading'; readonly content: Content }
  | Listing
  | { readonly block: 'bibliography'; readonly entries: readonly BibliographyEntry[] };

export interface Paragraph {
  readonly block: 'paragraph';
  /** lead: what the section comes to. note: how to read it. */
  readonly role: 'lead' | 'text' | 'note';
  readonly content: Content;
}

export interface List {
  readonly block: 'list';
  readonly ordered: boolean;
  readonly items: readonly ListItem[];
}

export interface ListItem {
  readonly content: Content;
  readonly below: readonly Block[];
}

export interface Table {
  readonly block: 'table';
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly groups: readonly RowGroup[];
}

export interface Column {
  readonly head: Content;
  /** A narrow column of marks or figures is set in the middle or to the right. */
  readonly align: 'start' | 'middle' | 'end';
}

/** Rows under a heading of their own; empty: none. The first cell of a row is its heading. */
export interface RowGroup {
  readonly title: string;
  readonly rows: readonly (readonly Content[])[];
}

export interface Figure {
  readonly block: 'figure';
  readonly id: string;
  readonly title: string;
  readonly caption: Content;
  /** Draws it for a width, in CSS pixels. */
  readonly draw: (width: number) => Drawing;
  /** The same in words, for those who do not see the drawing; empty: that stands beside it. */
  readonly words: readonly Block[];
}

/** A drawing that is made for a width. */
export interface Drawing {
  /** An SVG element. */
  readonly svg: string;
  /** How wide it became, in CSS pixels. */
  readonly width: number;
}

/** Text as it is, line by line, with numbers. */
export interface Listing {
  readonly block: 'listing';
  readonly label: string;
  readonly text: string;
}

export interface BibliographyEntry {
  readonly source: string;
  readonly content: Content;
}

export type Content = readonly Inline[];

export type Inline =
  | string
  | { readonly inline: 'strong' | 'quiet' | 'code'; readonly text: string }
  /** A finding that is welcome, unwelcome or in between to whoever looks for stability: never by colour alone. */
  | VerdictInline
  /** A part of a whole, 0 to 1, drawn as a bar where it can be. */
  | { readonly inline: 'share'; readonly share: number; readonly text: string }
  | ReferencesInline
  | FaresInline
  /** A word of the glossary: a page says what it means. */
  | { readonly inline: 'term'; readonly text: string }
  /** Who or what is spoken of: a link where a page can lead there. */
  | { readonly inline: 'actor' | 'element'; readonly id: string; readonly text: string }
  | StateInline
  | { readonly inline: 'section'; readonly section: string; readonly text: string }
  | { readonly inline: 'link'; readonly address: string }
  /** A hint for who types commands, shown nowhere else. CASE in it is what the case was called there. */
  | { readonly inline: 'terminal'; readonly text: string };

/** How somebody fares against today: a word, with a sign and a colour where there are any. */
export interface FaresInline {
  readonly inline: 'fares';
  readonly fares: 'better' | 'worse' | 'same';
  /** What it does for it, as "moves"; left out where there is no room, as in a terminal. Empty: nothing. */
  readonly also: string;
}

export interface ReferencesInline {
  readonly inline: 'references';
  readonly evidence: readonly Evidence[];
  /** Left out where there is no room beside the text, as in a terminal. */
  readonly aside?: true;
}

export interface VerdictInline {
  readonly inline: 'verdict';
  readonly verdict: Verdict;
  readonly text: string;
  /** Whose stability in which state it is, where it is that: a page leads to why. */
  readonly of: StabilityPlace | null;
}

/** A state by its decimal, and for whom and under which concept it is or is not stable. */
export interface StabilityPlace {
  readonly state: string;
  readonly actor: string;
  readonly concept: string;
}

/** A state by its name; the number is for looking it up. */
export interface StateInline {
  readonly inline: 'state';
  readonly decimal: string;
  readonly text: string;
  /** Of which verdict on it is spoken, where it is one. */
  readonly verdict: { readonly actor: string; readonly concept: string } | null;
}

export type Verdict = 'yes' | 'partly' | 'no';

export const strong = (text: string): Inline => ({ inline: 'strong', text });
export const quiet = (text: string): Inline => ({ inline: 'quiet', text });
export const term = (text: string): Inline => ({ inline: 'term', text });
export const code = (text: string): Inline => ({ inline: 'code', text });
export const verdict = (kind: Verdict, text: string, of: StabilityPlace | null = null): Inline => ({
  inline: 'verdict',
  verdict: kind,
  text,
  of,
});
export const inTerminal = (text: string): Inline => ({ inline: 'terminal', text });
/** References, where there are any. */
export const cited = (evidence: readonly Evidence[]): Inline[] =>
  evidence.length === 0 ? [] : [{ inline: 'references', evidence }];
/** The same where a page has room for them. */
export const citedAside = (evidence: readonly Evidence[]): Inline[] =>
  evidence.length === 0 ? [] : [{ inline: 'references', evidence, aside: true }];
export const actor = (id: string, text: string): Inline => ({ inline: 'actor', id, text });
export const element = (id: string, text: string): Inline => ({ inline: 'element', id, text });
export const toSection = (section: string, text: string): Inline => ({
  inline: 'section',
  section,
  text,
});

/** A block that begins with an article, as names within sentences do, begins with a capital letter. */
function begun(content: Content): Content {
  const [first, ...rest] = content;
  if (typeof first === 'string')
    return first.startsWith('the ') ? [`T${first.slice(1)}`, ...rest] : content;
  return first !== undefined && 'text' in first && first.text.startsWith('the ')
    ? [{ ...first, text: `T${first.text.slice(1)}` }, ...rest]
    : content;
}

export const lead = (...content: Content): Paragraph => ({
  block: 'paragraph',
  role: 'lead',
  content: begun(content),
});
export const paragraph = (...content: Content): Paragraph => ({
  block: 'paragraph',
  role: 'text',
  content: begun(content),
});
export const note = (...content: Content): Paragraph => ({
  block: 'paragraph',
  role: 'note',
  content: begun(content),
});
export const heading = (...content: Content): Block => ({
  block: 'heading',
  content: begun(content),
});
export const item = (content: Content, below: readonly Block[] = []): ListItem => ({
  content: begun(content),
  below,
});
/** A list; nothing where there are no items. */
export const list = (items: readonly ListItem[], ordered = false): Block[] =>
  items.length === 0 ? [] : [{ block: 'list', ordered, items }];
export const column = (head: string, align: Column['align'] = 'start'): Column => ({
  head: [head],
  align,
});
