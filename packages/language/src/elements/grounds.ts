import type { Evidence, Grounded } from '@standoff/model';
import type { AstNode } from 'langium';
import { inFull } from '../decimals.js';
import type { Names } from '../names.js';
import { rangeOf, rangeOfProperty } from '../positions.js';
import type { Reporter } from '../reporter.js';
import { quoted, together } from '../written.js';

interface WithGrounds extends AstNode {
  readonly evidence: readonly string[];
  readonly because: readonly string[];
  readonly restsOn: readonly string[];
}

/** What an element rests on together with what stands behind the block around it. */
export function joined(own: Grounded, shared: Grounded): Grounded {
  const reasons = [own.because, shared.because].filter((reason) => reason !== null);
  return {
    evidence: [...own.evidence, ...shared.evidence],
    because: reasons.length === 0 ? null : reasons.join(' '),
    restsOn: [...own.restsOn, ...shared.restsOn],
    at: own.at,
  };
}

/** Whether anything is said that an element rests on. */
export function isGrounded({ evidence, because, restsOn }: WithGrounds): boolean {
  return evidence.length + because.length + restsOn.length > 0;
}

const SHAPE = /^@([^:#]+)(?::P([0-9]+)(?:-P([0-9]+))?)?(?:#(.+))?$/;

/** What an element rests on. Several reasons are one after the other. */
export function readGrounds(node: WithGrounds, names: Names, reporter: Reporter): Grounded {
  const evidence: Evidence[] = [];
  for (const [i, written] of node.evidence.entries()) {
    const read = readEvidence(written, node, i, names, reporter);
    if (read !== null) evidence.push(read);
  }
  const restsOn: string[] = [];
  for (const [i, claim] of node.restsOn.entries()) {
    const known = names.expect('Claim', claim, node, 'restsOn', i);
    if (known !== null) restsOn.push(known);
  }
  return {
    evidence,
    because: node.because.length === 0 ? null : node.because.join(' '),
    restsOn,
    at: rangeOf(node),
  };
}

function readEvidence(
  written: string,
  node: WithGrounds,
  index: number,
  names: Names,
  reporter: Reporter,
): Evidence | null {
  const reference = referenceIn(written);
  const parts = SHAPE.exec(reference);
  if (!parts) {
    reporter.say(
      'bad-evidence',
      rangeOfProperty(node, 'evidence', index),
      `${reference} is not a reference to a source`,
      { hint: 'write @source, @source:P7, @source:P7-P9 or @source#annotation' },
    );
    return null;
  }
  const [, name, first, last, annotation] = parts;
  const source = names.expect('Source', name.normalize('NFC'), node, 'evidence', index);
  if (source === null) return null;
  const from = Number(first);
  const to = last === undefined ? from : Number(last);
  if (!Number.isSafeInteger(Math.max(from, to)) && first !== undefined) {
    reporter.say(
      'bad-paragraphs',
      rangeOfProperty(node, 'evidence', index),
      'no text has so many paragraphs',
      { hint: `write the number of the paragraph, as in @${source}:P7` },
    );
    return null;
  }
  if (to < from) {
    reporter.say(
      'bad-paragraphs',
      rangeOfProperty(node, 'evidence', index),
      `the paragraphs run backwards: P${from} comes after P${to}`,
      { hint: `write @${source}:P${to}-P${from}` },
    );
  }
  return {
    source,
    paragraphs: first === undefined ? null : { from, to },
    annotation: annotation ?? null,
    ...(reference === written ? {} : { inferred: true as const }),
  };
}

/** The reference alone, without the words that say that something is inferred from there. */
export function referenceIn(written: string): string {
  return written.slice(written.indexOf('@'));
}

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

function printEvidence({ source, paragraphs, annotation, inferred }: Evidence): string {
  const [from, to] = paragraphs === null ? [] : [inFull(paragraphs.from), inFull(paragraphs.to)];
  const place = from === undefined ? '' : `:P${from}${to === from ? '' : `-P${to}`}`;
  return `${inferred ? 'inferred from ' : ''}@${source}${place}${annotation === null ? '' : `#${annotation}`}`;
}
