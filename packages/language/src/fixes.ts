import type { Diagnostic, Fix } from '@standoff/model';
import { spansIn } from './lines.js';

/** Codes whose hint puts other words in the place of those that are wrong. */
const REPLACED: ReadonlySet<string> = new Set(['unknown-name', 'unknown-word']);

/** Diagnostics of a text with ways to mend what they name, where their hint or their code says how. */
export function withFixes(text: string, diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const spanOf = spansIn(text);
  const wordsAt = (range: Diagnostic['range']): string => {
    const { from, to } = spanOf(range);
    return text.slice(from, to);
  };
  return diagnostics.map((diagnostic) => {
    if (diagnostic.fixes !== undefined) return diagnostic;
    const fixes = fixesOf(diagnostic, wordsAt);
    return fixes.length === 0 ? diagnostic : { ...diagnostic, fixes };
  });
}

/** To put the word that was probably meant in its place everywhere the message names; plain quotes. */
function fixesOf(
  { code, range, hint = '', related = [] }: Diagnostic,
  wordsAt: (range: Diagnostic['range']) => string,
): Fix[] {
  const ranges = [range, ...related.map((one) => one.range)];
  if (code === 'curly-quotes') {
    const edits = ranges.map((one) => {
      const inside = wordsAt(one).replace(
        /^["\u201C\u201D\u201E\u00AB]|["\u201C\u201D\u00BB]$/g,
        '',
      );
      return { range: one, text: `"${inside}"` };
    });
    return [{ title: 'Write plain quotes', edits }];
  }
  if (code === 'bad-evidence') {
    const reference = /^(.*@[^:#]+):[Pp]?(\d+)(?:\s*[-–]\s*[Pp]?(\d+))?$/.exec(wordsAt(range));
    if (reference === null) return [];
    const [, source, from, to] = reference;
    const text = `${source}:P${from}${to === undefined ? '' : `-P${to}`}`;
    return [{ title: `Write \`${text}\``, edits: [{ range, text }] }];
  }
  const [, offered] = /^did you mean (.*)\?$/.exec(hint) ?? [];
  if (!REPLACED.has(code) || offered === undefined) return [];
  const wrong = wordsAt(range);
  const same = ranges.filter((one) => wordsAt(one) === wrong);
  return [...offered.matchAll(/`([^`]+)`/g)].map(([, word = '']) => ({
    title: `Write \`${word}\` instead of \`${wrong}\``,
    edits: same.map((one) => ({ range: one, text: word })),
  }));
}
