import { SUGGESTION_KINDS } from '../src/index.js';
import { addCounts, NONE, SPEECH_ACTS, type KindCounts, type Score } from './score.js';

/**
 * The figures of one set as a Markdown table, a line a kind and a last line for all kinds, with the three
 * attribute figures in a sentence below. Shares are per cent, rounded; "–" where there is nothing to share.
 */
export function table(score: Score): string {
  const rows = SUGGESTION_KINDS.map((kind) => row(kind, score.kinds.get(kind) ?? NONE));
  const all = [...score.kinds.values()].reduce(addCounts, NONE);
  const { grouping, dates, strengths, speakers } = score;
  const { right, wrong, untold } = speakers;
  const marked = right + wrong + untold;
  return [
    '| kind | marked | suggested | precision | recall | F1 | exact precision | exact recall | exact F1 | closeness |',
    '| --- | --: | --: | --: | --: | --: | --: | --: | --: | --: |',
    ...rows,
    row('all', all),
    '',
    `Speech acts (${SPEECH_ACTS.join(', ')}) together: ${speechActs(score)}. ` +
      `Grouping of ${grouping.of} actor mentions: precision ${percent(grouping.precision, grouping.of)}, ` +
      `recall ${percent(grouping.recall, grouping.of)}. ` +
      `Dates right: ${dates.hits} of ${dates.of} (${percent(dates.hits, dates.of)}). ` +
      `Strength right: ${strengths.hits} of ${strengths.of} (${percent(strengths.hits, strengths.of)}).` +
      (marked === 0
        ? ''
        : ` Speakers of ${marked} speech acts: ${right} right, ${wrong} wrong, ${untold} not told.`),
    '',
  ].join('\n');
}

/** The speech acts of all four kinds together: "precision 60 %, recall 60 % (25 of 42)". */
export function speechActs({ kinds }: Score): string {
  const { gold, found, matched } = SPEECH_ACTS.map((kind) => kinds.get(kind) ?? NONE).reduce(
    addCounts,
    NONE,
  );
  return `precision ${percent(matched, found)}, recall ${percent(matched, gold)} (${matched} of ${gold})`;
}

function row(kind: string, { gold, found, matched, exact, closeness }: KindCounts): string {
  const cells = [
    kind,
    gold,
    found,
    percent(matched, found),
    percent(matched, gold),
    percent(2 * matched, gold + found),
    percent(exact, found),
    percent(exact, gold),
    percent(2 * exact, gold + found),
    matched === 0 ? '–' : (closeness / matched).toFixed(2),
  ];
  return `| ${cells.join(' | ')} |`;
}

function percent(part: number, of: number): string {
  return of === 0 ? '–' : `${Math.round((100 * part) / of)} %`;
}
