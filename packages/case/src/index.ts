export { CaseError, codeOf, type CaseProblem, unwritable } from './case-error.js';
export {
  CaseFolder,
  FILE_NAMES,
  mostBytes,
  type FileName,
  type FileState,
  type SaveResult,
} from './case-folder.js';
export { Changes, type Versions } from './changes.js';
export { fillFolder, Folder, kindOf } from './folder.js';
export { readFile, versionOf } from './read-file.js';
export { IGNORED, IGNORE_FILE, keepText, SOURCES, type KeptText } from './source-text.js';
export { undoName, writeFiles, type Write } from './write.js';
