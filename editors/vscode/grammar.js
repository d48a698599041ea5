// The colours of the first moment, before the language server has said what each word is: a TextMate
// grammar made of the grammar of the language.

const OPERATORS = ['not', 'and', 'or', 'xor', 'implies', 'only', 'if', 'unless', 'iff', 'requires'];

/**
 * @param {string} langium the grammar of the language
 * @returns {{ name: string, scopeName: string, patterns: { name: string, match: string }[] }}
 */
export function grammarOf(langium) {
  const words = [...new Set([...langium.matchAll(/'([a-z][a-z-]*)'/g)].map(([, word]) => word))];
  const keywords = words.filter((word) => !OPERATORS.includes(word)).sort();
  const either = (all) => `(?<![\\w.])(?:${all.join('|')})(?!\\w)`;
  return {
    name: 'Standoff',
    scopeName: 'source.standoff',
    patterns: [
      { name: 'string.quoted.double.standoff', match: '"(?:\\\\.|[^"\\\\])*"?' },
      {
        name: 'string.quoted.other.standoff',
        match: '[\u201C\u201D\u201E\u00AB][^\u201C\u201D\u00BB"]*[\u201C\u201D\u00BB"]?',
      },
      { name: 'comment.line.number-sign.standoff', match: '#.*$' },
      { name: 'entity.name.tag.standoff', match: '@[^\\s{}(),"#]*(?:#\\w+)?' },
      { name: 'constant.numeric.date.standoff', match: '(?<!\\w)\\d+-\\d+(?:-\\d+)?' },
      { name: 'constant.numeric.standoff', match: '(?<!\\w)[+-]?\\d+(?:\\.\\d+)?' },
      { name: 'keyword.operator.word.standoff', match: either(OPERATORS) },
      { name: 'keyword.control.standoff', match: either(keywords) },
      { name: 'keyword.operator.standoff', match: '>{1,4}|[~=%]' },
      { name: 'variable.other.property.standoff', match: '(?<=\\w\\.)\\w+' },
    ],
  };
}
