import { Page, type TextOptions } from '@standoff/document';
import type { BibliographyEntry, CitationStyle, CslItem } from '@standoff/evidence/cite';
import type { Claim, ConflictModel } from '@standoff/model';
import type { Element, ElementKind, SituationShown } from '@standoff/situation';
import type { CaseFiles } from './case-files.js';

/** The answer of `standoff cite --json`. */
export interface CiteAnswer {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/cite/2';
  /** The situation that was asked. */
  readonly situation: SituationShown;
  /** What was asked for. */
  readonly element: ElementNamed;
  /** What it rests on, then the same for what belongs to it; for a source, what rests on it. */
  readonly grounds: readonly GroundsShown[];
  /** How the bibliography is written. */
  readonly style: CitationStyle;
  /** The sources that were referred to, an entry each, in the order of the style. */
  readonly bibliography: readonly BibliographyEntry[];
  /** The same for a reference manager, as CSL-JSON. */
  readonly csl: readonly CslItem[];
}

/** An element of a situation. */
export interface ElementNamed {
  /** What in a situation it is. */
  readonly kind: ElementKind;
  /** What it is called by: "NK.suspend", "NK.3", "worst for CN is garrison". */
  readonly id: string;
  /** Its label, or what it says. */
  readonly text: string;
}

/** What an element rests on. */
export interface GroundsShown extends ElementNamed {
  /** The passages that it refers to, in the order written. */
  readonly references: readonly ReferenceShown[];
  /** The analyst's own reason. */
  readonly because: string | null;
  /** The claims that it rests on. */
  readonly claims: readonly ClaimShown[];
  /** Of a claim: whether the situation says that anybody or anything disputes it. */
  readonly disputed?: boolean;
}

/** A claim that an element rests on, and what the claim rests on. */
export interface ClaimShown extends Pick<Claim, 'id' | 'label' | 'strength' | 'by'> {
  /** Whether the situation says that anybody or anything disputes it. */
  readonly disputed: boolean;
  /** The passages that the claim refers to, in the order written. */
  readonly references: readonly ReferenceShown[];
}

/** A reference, and whether it is found in the text of its source. */
export interface ReferenceShown {
  /** "@cogan:P7-P9" or "@cogan#annotation". */
  readonly reference: string;
  /** The id of the source. */
  readonly source: string;
  /** unchecked: the text is not at hand. */
  readonly status: 'resolved' | 'unresolved' | 'unchecked';
  /** Why it does not resolve. */
  readonly problem: string | null;
  /** What is noted at the annotation it names. */
  readonly comment: string | null;
}

/** A reference with what it points at. */
export interface Cited extends ReferenceShown {
  /** The words, where the text is at hand; they are not part of the JSON. */
  readonly words: readonly string[];
}

/** An element with what it rests on. */
export interface Grounds {
  readonly element: Element;
  readonly cited: readonly Cited[];
  readonly claims: readonly { readonly claim: Claim; readonly cited: readonly Cited[] }[];
}

/** What is printed with --json. */
export function citedJson(
  { situation }: CaseFiles,
  element: Element,
  grounds: readonly Grounds[],
  entries: readonly BibliographyEntry[],
  csl: readonly CslItem[],
  style: CitationStyle,
): CiteAnswer {
  const { id, title, asOf } = situation.model.situation;
  const references = (cited: readonly Cited[]): ReferenceShown[] =>
    cited.map(({ reference, source, status, problem, comment }) => ({
      reference,
      source,
      status,
      problem,
      comment,
    }));
  return {
    schema: 'standoff/cite/2',
    situation: { id, title, asOf },
    element: { kind: element.kind, id: element.id, text: element.text },
    grounds: grounds.map(({ element: one, cited, claims }) => ({
      kind: one.kind,
      id: one.id,
      text: one.text,
      references: references(cited),
      because: one.grounds.because,
      ...(one.kind === 'claim'
        ? { disputed: claimOf(situation.model, one.id).disputed.length > 0 }
        : {}),
      claims: claims.map(({ claim, cited: behind }) => ({
        id: claim.id,
        label: claim.label,
        strength: claim.strength,
        by: claim.by,
        disputed: claim.disputed.length > 0,
        references: references(behind),
      })),
    })),
    style,
    bibliography: entries,
    csl,
  };
}

/** The claim of this id, of which there is one. */
function claimOf({ claims }: ConflictModel, wanted: string): Claim {
  return claims.find(({ id }) => id === wanted)!;
}

/** "reported by press reports, disputed". */
function claimWords({ strength, by, disputed }: Claim): string {
  return `${strength}${by === null ? '' : ` by ${by}`}${disputed.length > 0 ? ', disputed' : ''}`;
}

/** The same as it is told. */
export function citedText(
  options: TextOptions,
  model: ConflictModel,
  { kind, id, text }: Element,
  grounds: readonly Grounds[],
  entries: readonly BibliographyEntry[],
): string {
  const page = new Page(options);
  page.heading(titleOf(kind, id, text));
  // What several elements rest on is quoted once.
  const quoted = new Set<string>();
  for (const [k, { element, cited, claims }] of grounds.entries()) {
    if (k > 0) {
      page.blank();
      page.line(titleOf(element.kind, element.id, element.text));
    }
    if (element.kind === 'claim')
      page.line(claimWords(claimOf(model, element.id)), { indent: 2, hang: 2 });
    citedLines(page, cited, quoted, 2);
    if (element.grounds.because !== null)
      page.line(`because “${element.grounds.because}”`, { indent: 2, hang: 2 });
    for (const { claim, cited: behind } of claims) {
      page.line(`rests on the claim ${claim.id}: ${claim.label} (${claimWords(claim)})`, {
        indent: 2,
        hang: 2,
      });
      citedLines(page, behind, quoted, 4);
    }
    if (k === 0 && kind !== 'source' && restsOnNothing(grounds[0]) && grounds.length === 1)
      page.line('rests on nothing: no passage, no reason, no claim', { indent: 2 });
  }
  if (entries.length > 0) {
    page.heading('Sources');
    for (const entry of entries) page.line(entry.text, { indent: 2, hang: 2 });
  }
  return page.toString();
}

function restsOnNothing({ element, cited, claims }: Grounds): boolean {
  return cited.length === 0 && claims.length === 0 && element.grounds.because === null;
}

function titleOf(kind: string, id: string, text: string): string {
  return id === text ? `${kind}: ${text}` : `${kind} ${id}: ${text}`;
}

/** References, each with the words it points at where they have not been quoted above. */
function citedLines(
  page: Page,
  cited: readonly Cited[],
  quoted: Set<string>,
  indent: number,
): void {
  for (const { reference, source, problem, words, comment } of cited) {
    page.line(
      `${reference}${problem === null ? '' : `  ${problem}`}${comment === null ? '' : `  note: ${comment}`}`,
      { indent, hang: 2 },
    );
    for (const passage of words) {
      if (quoted.has(`${source} ${passage}`)) continue;
      quoted.add(`${source} ${passage}`);
      page.line(passage.replace(/\s+/g, ' '), { indent: indent + 4 });
    }
  }
}
