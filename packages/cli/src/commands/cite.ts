import {
  elementsOf,
  type Element,
  type ElementKind,
  type SituationShown,
} from '@standoff/situation';
import { referenceText, resolveReference, type AnchoredText } from '@standoff/evidence/anchor';
import {
  bibliography,
  cslItem,
  references,
  type BibliographyEntry,
  type CitationStyle,
  type CslItem,
  type ReferenceForm,
} from '@standoff/evidence/cite';
import { currentVersion } from '@standoff/evidence/records';
import { nearest, type Claim, type ConflictModel, type Evidence } from '@standoff/model';
import { Page } from '@standoff/document';
import { openCase, type CaseFiles } from '../case-files.js';
import { EXIT, usage } from '../failure.js';
import type { Io } from '../io.js';
import { referenceProblem } from '../source-check.js';
import { print, printAnswer, printJson, textOptions } from '../terminal.js';
import { textOrWarning } from '../texts-at-hand.js';

interface CiteFlags {
  readonly style: CitationStyle;
  readonly csl?: true;
  readonly as?: ReferenceForm;
  readonly json?: true;
}

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
interface Cited extends ReferenceShown {
  /** The words, where the text is at hand; they are not part of the JSON. */
  readonly words: readonly string[];
}

interface Grounds {
  readonly element: Element;
  readonly cited: readonly Cited[];
  readonly claims: readonly { readonly claim: Claim; readonly cited: readonly Cited[] }[];
}

/** `standoff cite`. */
export async function cite(
  io: Io,
  argument: string,
  name: string,
  flags: CiteFlags,
): Promise<number> {
  const files = await openCase(io, argument);
  const { model } = files.situation;
  const elements = named(model, name);
  const [element] = elements;
  const about = element.kind === 'source' ? citing(model, element) : elements;
  const texts = await textsOf(io, files, about);
  const grounds = about
    .map((one) => groundsOf(one, files, texts))
    .filter(
      ({ element: one, cited, claims }) =>
        one === element || cited.length > 0 || claims.length > 0 || one.grounds.because !== null,
    );
  const used = new Set([
    ...(element.kind === 'source' ? [element.id] : []),
    ...grounds
      .flatMap(({ cited, claims }) => [cited, ...claims.map((one) => one.cited)])
      .flat()
      .map(({ source }) => source),
  ]);
  const csl = model.sources.filter(({ id }) => used.has(id)).map((source) => itemOf(source, files));
  // A list for other programs, in their form.
  if (flags.csl) printJson(io, csl);
  else if (flags.as) print(io, references(csl, flags.as));
  else {
    const entries = bibliography(csl, flags.style);
    if (flags.json) printAnswer(io, citedJson(files, element, grounds, entries, csl, flags.style));
    else print(io, citedText(io, model, element, grounds, entries));
  }
  return EXIT.fine;
}

/** The element of that name, and what belongs to it. */
function named(model: ConflictModel, name: string): readonly [Element, ...Element[]] {
  const all = elementsOf(model);
  const exact = name.trim().replace(/^@/, '');
  const wanted = exact.toLowerCase();
  // What is called so exactly comes before what is called so in another case.
  for (const isCalled of [
    ({ id }: Element) => id === exact,
    ({ id }: Element) => id.endsWith(`.${exact}`),
    ({ text }: Element) => text === exact,
    ({ id }: Element) => id.toLowerCase() === wanted,
    ({ id }: Element) => id.toLowerCase().endsWith(`.${wanted}`),
    ({ text }: Element) => text.toLowerCase() === wanted,
  ]) {
    const called = all.filter(isCalled);
    if (called.length === 0) continue;
    const ids = [...new Set(called.map(({ id }) => id))];
    if (ids.length > 1)
      throw usage(
        'ambiguous-element',
        `several elements are called ${name}`,
        `write one of: ${ids.join(', ')}`,
      );
    return [called[0], ...all.filter(({ within }) => within === ids[0])];
  }
  const near = [
    nearest(
      name,
      all.map(({ id }) => id),
    ),
    nearest(
      name,
      all.map(({ text }) => text),
    ),
  ].filter((one) => one !== null);
  throw usage(
    'unknown-element',
    `nothing in the situation is called ${name}`,
    near.length > 0
      ? `did you mean ${[...new Set(near)].join(' or ')}?`
      : 'name an actor, an option (NK.suspend), a statement (NK.3), a scenario, a claim, a source, …',
  );
}

/** The source itself, then the elements that rest on it, with their references to it alone. */
function citing(model: ConflictModel, source: Element): Element[] {
  const others = elementsOf(model)
    .filter((one) => one.id !== source.id || one.kind !== 'source')
    .map((one) => ({
      ...one,
      grounds: {
        ...one.grounds,
        evidence: one.grounds.evidence.filter((reference) => reference.source === source.id),
        restsOn: [],
        because: null,
      },
    }))
    .filter(({ grounds }) => grounds.evidence.length > 0);
  return [source, ...others];
}

async function textsOf(
  io: Io,
  { situation, folder, records }: CaseFiles,
  elements: readonly Element[],
): Promise<ReadonlyMap<string, AnchoredText>> {
  const claims = new Set(elements.flatMap(({ grounds }) => grounds.restsOn));
  const evidence = [
    ...elements.map(({ grounds }) => grounds.evidence),
    ...situation.model.claims.filter(({ id }) => claims.has(id)).map((claim) => claim.evidence),
  ].flat();
  const texts = new Map<string, AnchoredText>();
  for (const record of records.records) {
    if (!evidence.some(({ source }) => source === record.id)) continue;
    const anchored = await textOrWarning(io, situation, folder, record);
    if (anchored) texts.set(record.id, anchored);
  }
  return texts;
}

function groundsOf(
  element: Element,
  files: CaseFiles,
  texts: ReadonlyMap<string, AnchoredText>,
): Grounds {
  const { claims } = files.situation.model;
  const cited = (evidence: readonly Evidence[]): Cited[] =>
    evidence.map((reference) => citedAt(reference, files, texts.get(reference.source)));
  return {
    element,
    cited: cited(element.grounds.evidence),
    claims: claims
      .filter(({ id }) => element.grounds.restsOn.includes(id))
      .map((claim) => ({ claim, cited: cited(claim.evidence) })),
  };
}

function citedAt(
  reference: Evidence,
  { annotations }: CaseFiles,
  text: AnchoredText | undefined,
): Cited {
  const resolved = resolveReference(reference, text ?? null, annotations);
  const anchor = annotations.anchors.find(({ id }) => id === reference.annotation);
  return {
    reference: referenceText(reference),
    source: reference.source,
    status: resolved.status,
    problem: referenceProblem(resolved, text),
    words:
      resolved.status === 'resolved' && text
        ? resolved.passages.map(({ start, end }) => text.text.slice(start, end))
        : [],
    comment: anchor?.source === reference.source ? anchor.comment : null,
  };
}

function itemOf(source: ConflictModel['sources'][number], { records }: CaseFiles): CslItem {
  const record = records.records.find(({ id }) => id === source.id);
  return cslItem(source, record ? currentVersion(record).metadata : {});
}

function citedJson(
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

function citedText(
  io: Io,
  model: ConflictModel,
  { kind, id, text }: Element,
  grounds: readonly Grounds[],
  entries: readonly BibliographyEntry[],
): string {
  const page = new Page(textOptions(io));
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
