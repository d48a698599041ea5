export { citedNames, type CitedName } from './citation/authors.js';
export { references, type ReferenceForm } from './citation/exchange.js';
export { ReferencesError } from './citation/bibliography-entry.js';
export { readReferences } from './citation/read-references.js';
export { cslItem, type CitedSource, type CslItem } from './citation/csl.js';
export {
  bibliography,
  CITATION_STYLES,
  type BibliographyEntry,
  type CitationStyle,
} from './citation/bibliography.js';
