import type { Evidence, Grounded } from '@standoff/model';
import { inFull } from '../decimals.js';
import { quoted, together } from '../written.js';

/** Lines are broken before a reason that would reach beyond, indentation aside. */
const WIDEST = 96;

/** Words with what they rest on behind them: `not US.attack @cogan:P7 because "…" rests on exports`. */
export function grounded(words: string, { evidence, because, restsOn }: Grounded): string {
  const cited = together(words, ...evidence.map(printEvidence));
  const reason = because === null ? '' : `because ${quoted(because)}`;
  const claims = restsOn.map((claim) => `rests on ${claim}`);
  const long = `${lastLine(cited)} ${reason}`.length > WIDEST;
  return reason !== '' && long
    ? `${cited}\n${together(reason, ...claims)}`
    : together(cited, reason, ...claims);
}

function lastLine(words: string): string {
  return words.slice(words.lastIndexOf('\n') + 1);
}

function printEvidence({ source, paragraphs, annotation }: Evidence): string {
  const [from, to] = paragraphs === null ? [] : [inFull(paragraphs.from), inFull(paragraphs.to)];
  const place = from === undefined ? '' : `:P${from}${to === from ? '' : `-P${to}`}`;
  return `@${source}${place}${annotation === null ? '' : `#${annotation}`}`;
}
