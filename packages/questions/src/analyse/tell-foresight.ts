import type { AnalysisResult } from './answer.js';
import type { ForesightResult, ForesightStateResult } from '../explain/foresight-answer.js';
import { counted } from '../told/english.js';
import { foresightMeaning } from '../explain/tell-foresight.js';
import type { Page } from '@standoff/document';
import type { Words } from '../told/words.js';

/** More outcomes of one concept than these are counted only. */
const SHOWN = 12;

/** What would hold if the two decision makers looked several moves ahead; only where asked for. */
export function foresightSection(
  page: Page,
  words: Words,
  { foresight = [], actors }: AnalysisResult,
  caseName: string,
): void {
  if (foresight.length === 0) return;
  page.heading('Looking further ahead');
  const deciders = actors.filter(({ kind }) => kind === 'decision maker').map(({ id }) => id);
  page.line(
    `${words.actors(deciders)} take turns, and whoever’s turn it is may also stop, which ends play. Each works out where play would end, and moves only if that end is better for it.`,
    { indent: 2 },
  );
  for (const result of foresight) conceptLines(page, words, result, deciders);
  page.blank();
  page.line(
    `The line of play behind a verdict: standoff explain ${caseName} --concept ${foresight[0].concept}${foresight[0].equilibria.length > 0 ? ` --state '#${foresight[0].equilibria[0].name.decimal}'` : ''}`,
    { indent: 2 },
  );
}

function conceptLines(
  page: Page,
  words: Words,
  { concept, leader, experimental, count, equilibria, statusQuo }: ForesightResult,
  deciders: readonly string[],
): void {
  page.blank();
  const lead = leader === null ? '' : `, ${words.actor(leader)} leads`;
  page.line(
    `${page.style.strong(`${concept}${lead}`)} ${page.style.quiet(`(${foresightMeaning(concept)})`)}: ${count === 0 ? 'no outcome would hold' : counted(count, 'outcome')}${experimental ? page.style.warning(' (experimental: checked by its equalities with Nash, GMR and SMR only)') : ''}`,
    { indent: 2, hang: 2 },
  );
  for (const state of equilibria.slice(0, SHOWN)) {
    const { name, taken } = state;
    const today = name.added.length + name.dropped.length === 0;
    page.line(
      `· ${today ? 'As today.' : `${words.short(name).trim()} ${words.against(name, taken)}`.trim()}${open(page, state)}`,
      { indent: 4, hang: 2, margin: `#${name.decimal}` },
    );
  }
  if (count > Math.min(SHOWN, equilibria.length))
    page.line(
      page.style.quiet(
        `and ${counted(count - Math.min(SHOWN, equilibria.length), 'more outcome')} (--json has them)`,
      ),
      { indent: 4 },
    );
  page.line(
    `Today: ${deciders
      .map(
        (id) =>
          `${words.actor(id)} ${statusQuo.stable[id] ? page.style.good('stays') : page.style.bad('has a reason to move')}`,
      )
      .join('; ')}.${open(page, statusQuo)}`,
    { indent: 4 },
  );
}

/** That a verdict may hang on which of several equally good moves is expected. */
function open(page: Page, { tieDependent }: ForesightStateResult): string {
  return Object.values(tieDependent).some(Boolean)
    ? page.style.warning(
        ' (depends on ties: of equally good moves the one to the lowest number is assumed)',
      )
    : '';
}
