import { referenceText, resolveReference, type AnchoredText } from '@standoff/evidence/anchor';
import {
  bibliography,
  cslItem,
  references,
  type CitationStyle,
  type CslItem,
  type ReferenceForm,
} from '@standoff/evidence/cite';
import { currentVersion } from '@standoff/evidence/records';
import { nearest, type ConflictModel, type Evidence } from '@standoff/model';
import { elementsOf, type Element } from '@standoff/situation';
import { openCase, type CaseFiles } from '../case-files.js';
import { citedJson, citedText, type Cited, type Grounds } from '../cited-told.js';
import { EXIT, usage } from '../failure.js';
import type { Io } from '../io.js';
import { referenceProblem } from '../references-checked.js';
import { print, printAnswer, printJson, textOptions } from '../terminal.js';
import { textOrWarning } from '../texts-at-hand.js';

interface CiteFlags {
  readonly style: CitationStyle;
  readonly csl?: true;
  readonly as?: ReferenceForm;
  readonly json?: true;
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
    else print(io, citedText(textOptions(io), model, element, grounds, entries));
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
