import type { Block, Draft } from './block.js';
import { closes } from './sentence.js';

/** Without words for so many seconds, something else begins. */
const PAUSE = 4;

const TIMES =
  /^((?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3})\s*-->\s*((?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3})/u;

/** Subtitles (SubRip, WebVTT): the words without numbers, times and marks; a sentence is a paragraph. */
export function readSubtitles(text: string): Draft {
  const blocks: Block[] = [];
  let current: string[] = [];
  let end = 0;
  let shown = '';
  const flush = (): void => {
    if (current.length > 0) blocks.push({ text: current.join(' '), kind: 'paragraph' });
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
      const words = line.replace(/<[^<>]{0,200}>|\{\\[^{}]{0,80}\}/gu, '').trim();
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

function seconds(time: string): number {
  return time
    .replace(',', '.')
    .split(':')
    .reduce((sum, part) => 60 * sum + Number(part), 0);
}
