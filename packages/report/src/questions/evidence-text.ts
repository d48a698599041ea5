import type { ElementShown, EvidenceResult, WithoutPassage } from '@standoff/analysis';
import type { ConflictModel } from '@standoff/model';
import { capitalised, counted, figure, listed } from '../english.js';
import { Page, type TextOptions } from '@standoff/document';
import { titleLine } from '../telling.js';
import { turnedWords } from './mediate-text.js';
import { sourceLines } from './source-use-text.js';
import { percent } from './worlds-words.js';

/** Places told one by one; the others are counted. */
const TOLD = 12;

/** What rests on what, what rests on nothing, and what would be different without a passage. */
export function evidenceText(
  model: ConflictModel,
  result: EvidenceResult,
  options: TextOptions = {},
): string {
  const page = new Page(options);
  const { coverage, bare, whatIfs, doubtful, sources, without, tried, concept } = result;
  titleLine(page, result.situation, 'what it rests on');
  page.heading('What the elements rest on');
  page.pairs(
    coverage.map(({ kind, count, passage, reason, nothing }) => [
      `${capitalised(kind)} (${figure(count)})`,
      [
        passage > 0 ? `${figure(passage)} on a passage` : '',
        reason > 0 ? `${figure(reason)} on a reason or claim only` : '',
        nothing > 0 ? page.style.warning(`${figure(nothing)} on nothing`) : '',
      ]
        .filter(Boolean)
        .join(', '),
    ]),
    2,
  );
  if (bare.length > 0) page.line(`On nothing: ${elementList(bare)}.`, { indent: 2, hang: 2 });
  if (whatIfs.length > 0)
    page.line(`What-ifs of the analyst, for which nothing is cited: ${elementList(whatIfs)}.`, {
      indent: 2,
      hang: 2,
    });
  if (doubtful.length > 0) page.heading('What rests on a doubtful claim');
  for (const { label, strength, disputed, elements, through } of doubtful)
    page.line(
      `“${label}” (${listed([strength, ...(disputed ? ['disputed'] : [])])}): ${elements.length === 0 ? 'nothing rests on it' : elementList(elements)}${through.length > 0 ? `; through another claim, ${elementList(through)}` : ''}.`,
      { indent: 2, hang: 2 },
    );
  if (sources.length > 0) page.heading('The sources');
  sourceLines(page, sources, options.caseName ?? 'CASE');
  if (tried > 0) {
    page.heading('Without a source or a passage');
    page.line(
      without.length === 0
        ? `${counted(tried, 'source and passage', 'sources and passages')} were left out one by one: no conclusion changes.`
        : `${counted(tried, 'source and passage', 'sources and passages')} were left out one by one, with the preferences and constraints that rest on them alone and on no reason of the analyst’s. What would be different (${concept}):`,
      { indent: 2 },
    );
    const labels = new Map(model.scenarios.map(({ id, label }) => [id, label]));
    for (const one of without.slice(0, TOLD)) {
      const place = one.paragraph === null ? one.source : `${one.source} P${one.paragraph}`;
      page.line(`${page.style.strong(place)}: ${passageEffect(one, labels)}`, {
        indent: 4,
        hang: 2,
      });
    }
    if (without.length > TOLD)
      page.line(`and ${without.length - TOLD} more (--json has them).`, { indent: 4 });
  }
  page.blank();
  page.line(
    page.style.quiet(
      'A passage shows where something stands, not that it is so. “standoff grounds” asks what a single outcome rests on.',
    ),
  );
  return page.toString();
}

export function elementList(elements: readonly ElementShown[]): string {
  return elements.map(({ kind, text }) => `${kind} “${text}”`).join(', ');
}

export function passageEffect(
  { elements, turned, distance }: WithoutPassage,
  labels: ReadonlyMap<string, string>,
): string {
  const what = `without ${counted(elements.length, 'statement or constraint', 'statements and constraints')}, `;
  if (turned === null) return `${what}the model has no answer.`;
  return `${what}${percent(distance)} of what would hold is different; ${turnedWords(turned, labels)}`;
}
