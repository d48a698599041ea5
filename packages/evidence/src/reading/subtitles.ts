import type { Block, Draft } from './block.js';
import { closes } from './sentence.js';

/** Without words for so many seconds, something else begins. */
const PAUSE = 4;

const TIME = String.raw`(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}`;
const TIMES = new RegExp(String.raw`^(${TIME})(?:\s*-->\s*|,)(${TIME})`, 'u');
/** No blank line has to stand before a cue, its number before its times. */
const BEGINS = new RegExp(
  String.raw`(?:^|\n)(?:[^\S\n]*\d{1,6}[^\S\n]*\n)?(?=[^\S\n]*${TIME}(?:\s*-->\s*|,)${TIME})`,
  'gu',
);
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  '#39': "'",
  nbsp: ' ',
  lrm: '',
  rlm: '',
};

/**
 * Subtitles (SubRip, WebVTT, YouTube’s SBV, SubStation Alpha): the words without numbers, times and marks;
 * a sentence is a paragraph.
 */
export function readSubtitles(written: string): Draft {
  const text = written.startsWith('[Script Info]')
    ? cuesOf(written)
    : written.replace(BEGINS, '\n\n');
  const blocks: Block[] = [];
  let current: string[] = [];
  let end = 0;
  let shown = '';
  const flush = (): void => {
    // Nobody writes a title as a cue.
    const first = blocks.length === 0 ? { turn: true } : {};
    if (current.length > 0) blocks.push({ text: current.join('\n'), kind: 'paragraph', ...first });
    current = [];
  };
  for (const cue of text.split(/\n\s*\n/u)) {
    const lines = cue.split('\n').map((line) => line.trim());
    const at = lines.findIndex((line) => TIMES.test(line));
    if (at < 0) continue;
    const [, from, to] = TIMES.exec(lines[at])!;
    if (seconds(from) - end > PAUSE) flush();
    end = seconds(to);
    for (const line of lines.slice(at + 1)) {
      const voice = /<v(?:\.[\w.]+)?\s+([^>]{1,80})>/u.exec(line)?.[1];
      const words = line
        .replace(/<[^<>]{0,200}>|\{\\[^{}]{0,80}\}/gu, '')
        .replace(/&(#?\w{2,4});/gu, (entity, name: string) => ENTITIES[name] ?? entity)
        .trim();
      // Captions that roll show each line twice.
      if (words === '' || words === shown) continue;
      shown = words;
      if (voice !== undefined || /^(?:[-–—]\s*|>>)/u.test(words)) flush();
      current.push(
        (voice === undefined ? '' : `${voice}: `) + words.replace(/^(?:[-–—]\s*|>>\s*)/u, ''),
      );
      if (closes(words) && /[.!?…。！？]["'”’»)]?$/u.test(words)) flush();
    }
  }
  flush();
  return { blocks, metadata: {}, warnings: [] };
}

/** SubStation Alpha has a line for each cue, its fields parted by commas, the words last. */
function cuesOf(text: string): string {
  let fields: string[] = [];
  const cues: string[] = [];
  for (const line of text.split('\n')) {
    const [, what, rest] = /^(Format|Dialogue)\s*:\s*(.*)$/u.exec(line.trim()) ?? [];
    if (what === 'Format') fields = rest.split(',').map((name) => name.trim());
    if (what !== 'Dialogue') continue;
    const values = rest.split(',');
    const value = (name: string): string => values[fields.indexOf(name)]?.trim() ?? '';
    const words = values
      .slice(fields.length - 1)
      .join(',')
      .replace(/\\[Nn]/gu, '\n')
      .replace(/\\h/gu, ' ');
    const voice = value('Name') === '' ? '' : `<v ${value('Name')}>`;
    cues.push(`${value('Start')},${value('End')}\n${voice}${words}`);
  }
  return cues.join('\n\n');
}

function seconds(time: string): number {
  return time
    .replace(',', '.')
    .split(':')
    .reduce((sum, part) => 60 * sum + Number(part), 0);
}
