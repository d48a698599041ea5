import type { TextOnDisk } from './case-files.js';

/** What is wrong with a text on the disk, in words; null: nothing. */
export function textProblem({ state, record, why }: TextOnDisk): string | null {
  switch (state) {
    case 'as recorded':
    case 'other bytes':
      return null;
    case 'missing':
      return `there is no ${record.file}`;
    case 'unreadable':
      return why;
    case 'changed':
      return `${record.file} is not the text recorded`;
    case 'read differently':
      return `${record.file} is the file recorded, but its paragraphs are read differently now`;
  }
}
