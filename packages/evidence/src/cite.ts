export { citedNames, type CitedName } from './citation/authors.js';
export { cslItem, type CitedSource, type CslItem } from './citation/csl.js';
export {
  bibliography,
  CITATION_STYLES,
  type BibliographyEntry,
  type CitationStyle,
} from './citation/bibliography.js';
