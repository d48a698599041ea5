import path from 'node:path';

/** "Fire and Fury.txt" → Fire_and_Fury. */
export function sourceNameOf(argument: string): string {
  const stem = argument === '-' ? 'text' : path.parse(argument).name;
  const name = stem
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9_]+/gu, '_')
    .replace(/^_+|_+$/gu, '');
  return /^[A-Za-z]/u.test(name) ? name : `text${name}`;
}
