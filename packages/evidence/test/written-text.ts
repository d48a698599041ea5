import type { Paragraph, SourceText } from '../src/index.js';
import type { AnchoredText } from '../src/anchor.js';

/** A text as a reader would give it: a title, then body paragraphs. */
export function written(title: string, ...body: readonly string[]): SourceText {
  const paragraphs: Paragraph[] = [];
  let text = '';
  for (const [number, words] of [title, ...body].entries()) {
    if (number > 0) text += '\n\n';
    const start = text.length;
    text += words;
    paragraphs.push({ number, kind: number === 0 ? 'title' : 'body', start, end: text.length });
  }
  return {
    format: 'text',
    text,
    paragraphs,
    metadata: {
      title,
      author: null,
      published: null,
      publisher: null,
      url: null,
      language: null,
    },
    warnings: [],
  };
}

/** The same for anchors. */
export function anchored(version: string | null, ...paragraphs: readonly string[]): AnchoredText {
  const { text, paragraphs: blocks } = written(paragraphs[0], ...paragraphs.slice(1));
  return { text, paragraphs: blocks, version };
}

export const V1 = `sha256:${'1'.repeat(64)}`;
export const V2 = `sha256:${'2'.repeat(64)}`;
