import { describe, expect, it } from 'vitest';
import { citedNames } from '../../src/cite.js';

/** "Family|Given+Suffix", "[a body]", parted by " ; ". */
function shown(author: string): string {
  return citedNames(author)
    .map((name) =>
      'literal' in name
        ? `[${name.literal}]`
        : `${name.family}|${name.given}${name.suffix === undefined ? '' : `+${name.suffix}`}`,
    )
    .join(' ; ');
}

describe('an author line names', () => {
  it.each([
    ['UNHCR, IOM and WFP', '[UNHCR] ; [IOM] ; [WFP]'],
    [
      'International Crisis Group and Amnesty International',
      '[International Crisis Group] ; [Amnesty International]',
    ],
    ['Ministry of Trade and Industry', '[Ministry of Trade and Industry]'],
    ['Department of Health and Human Services', '[Department of Health and Human Services]'],
    [
      'Human Rights Council, Commission of Inquiry',
      '[Human Rights Council, Commission of Inquiry]',
    ],
    ['Associated Press, Ann Example', '[Associated Press] ; Example|Ann'],
    ['Ann Example and Reuters', 'Example|Ann ; [Reuters]'],
    ['Agence France-Presse', '[Agence France-Presse]'],
    ['Bundesministerium der Verteidigung', '[Bundesministerium der Verteidigung]'],
    ['Министерство обороны', '[Министерство обороны]'],
    ['Ann Example et al.', 'Example|Ann'],
    ['Ann Example with Bob Other', 'Example|Ann ; Other|Bob'],
    ['Ann Example (Reuters)', 'Example|Ann'],
    ['Dr. Dr. h.c. Anna Beispiel', 'Beispiel|Anna'],
    ['Example AB, Van Other C.', 'Example|AB ; Van Other|C.'],
    ['Anne Exemple et Bruno Autre', 'Exemple|Anne ; Autre|Bruno'],
    ['Sammy Davis Jr. and John F. Kennedy III', 'Davis|Sammy+Jr. ; Kennedy|John F.+III'],
  ])('%s', (author, names) => {
    expect(shown(author)).toBe(names);
  });
});
