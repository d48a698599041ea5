import type { CitedName } from './authors.js';
import { withQuotes } from './typography.js';

/** How a style writes a person: "Moon, J.", "Moon, J.", "Moon JI". */
export interface NameForm {
  /** Between family name and initials. */
  readonly comma: ', ' | ' ';
  /** Behind each initial, and between two of them. */
  readonly dot: '.' | '';
  readonly gap: ' ' | '';
}

/** A name for a bibliography, family name first; a body as it is called. */
export function invertedName(name: CitedName, form: NameForm): string {
  if ('literal' in name) return withQuotes(name.literal);
  const family = withQuotes(name.family);
  const given = initials(name.given, form);
  const whole = given === '' ? family : `${family}${form.comma}${given}`;
  if (name.suffix === undefined) return whole;
  // "King, M. L., Jr.", "King ML Jr".
  return `${whole}${form.comma}${form.dot === '' ? name.suffix.replace('.', '') : name.suffix}`;
}

/** "Jean-Paul Marie" as "J.-P. M.", "JPM"; a particle such as "van" stays. */
function initials(given: string, { dot, gap }: NameForm): string {
  const words = given.split(/\s+|(?<=\.)(?=\p{L})/u).filter(Boolean);
  let written = '';
  let whole = false;
  for (const word of words) {
    const before = whole;
    whole = /^\p{Ll}/u.test(word) || /^(?:Jr|Sr)\.?$/.test(word);
    if (written !== '') written += whole || before ? ' ' : gap;
    written += whole ? word : initial(word, dot);
  }
  return written;
}

/** Without full stops ("Moon JI") every part counts, with them one that has a capital ("J.-P."). */
function initial(word: string, dot: NameForm['dot']): string {
  const parts = word.split('-').filter((part, i) => i === 0 || dot === '' || /^\p{Lu}/u.test(part));
  const letters = parts.map((part) => `${[...part][0]?.toUpperCase() ?? ''}${dot}`);
  return letters.join(dot === '' ? '' : '-');
}
