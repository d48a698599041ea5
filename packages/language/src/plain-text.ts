import { steeringCharacters, type TextRange } from '@standoff/model';
import type { Reporter } from './reporter.js';

/** Characters. Longer texts are refused before they are read. */
const LONGEST = 5 * 1024 * 1024;

/**
 * Control characters that a text may have in a hundred others. Blanks are not counted, so that a text
 * is one whatever its layout.
 */
const MOST_CONTROL = 10;

/** Further characters that are not seen and are pointed at. */
const MOST_PLACES = 5;

/** Whether there is any sense in reading this as a situation. Says why not. */
export function checkText(text: string, reporter: Reporter): boolean {
  const start = { line: 0, column: 0 };
  const top: TextRange = { start, end: start };
  if (text.length > LONGEST) {
    const size = (text.length / 1024 / 1024).toFixed(1);
    reporter.say('text-too-long', top, `the text is ${size} million characters long`, {
      why: 'a situation may have up to 5 million',
      hint: 'is this the right file?',
    });
    return false;
  }

  const control: readonly string[] = text.match(/[\u0000-\u0008\u000e-\u001f\u007f]/g) ?? [];
  if (
    control.includes('\u0000') ||
    control.length * 100 > text.replace(/\s/g, '').length * MOST_CONTROL
  ) {
    reporter.say('not-a-text', top, 'this is not a text file', {
      why: 'it has characters in it that no text has',
      hint: 'a situation is a plain text in UTF-8',
    });
    return false;
  }
  const replaced = text.indexOf('\ufffd');
  if (replaced >= 0) {
    reporter.say('not-utf-8', rangeAt(text, replaced), 'this is not valid UTF-8', {
      hint: 'save the file as UTF-8',
    });
    return false;
  }
  return true;
}

/**
 * Warns of characters that are not seen.
 * @param strays what means nothing, in the order of the text: an error says it of them already
 */
export function sayHidden(
  text: string,
  strays: readonly { readonly offset: number; readonly length: number }[],
  reporter: Reporter,
): void {
  // Both are in the order of the text.
  let k = 0;
  const isStray = (at: number): boolean => {
    while (k < strays.length && strays[k].offset + strays[k].length <= at) k++;
    return k < strays.length && strays[k].offset <= at;
  };
  const [hidden, ...others] = steeringCharacters(text).filter(
    ({ at, name }) => !unsteering(at, name) && !isStray(at),
  );
  if (hidden)
    reporter.say(
      'hidden-characters',
      rangeAt(text, hidden.at),
      `a character that is not seen stands here: ${hidden.name}`,
      {
        why: 'what is read is not what is shown',
        hint: 'delete it; an editor that shows such characters helps to find it',
        related: others
          .slice(0, MOST_PLACES)
          .map(({ at, name }) => ({ range: rangeAt(text, at), message: `and here: ${name}` })),
      },
    );
}

/** A mark of byte order at the start, and ends of lines. */
function unsteering(at: number, name: string): boolean {
  return (at === 0 && name === 'U+FEFF') || name === 'U+000D';
}

function rangeAt(text: string, offset: number): TextRange {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  const line = before.length - 1;
  const column = before[line].length;
  return { start: { line, column }, end: { line, column: column + 1 } };
}
