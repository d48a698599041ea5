import type { Content } from '@standoff/document';

/** What is told as plain words, for a drawing: references are left out. */
export function contentWords(content: Content): string {
  return content
    .map((inline) => (typeof inline === 'string' ? inline : 'text' in inline ? inline.text : ''))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}
