import { ReadError } from '@standoff/evidence';
import { formatOf, isReadable } from '@standoff/exchange';
import { useState } from 'react';
import { addCase } from '../files/browser-store.js';
import { setWidth, showPane, useSettings } from '../layout/settings.js';
import { askForAid } from '../source/asked-aid.js';
import type { Beginning } from './begin-dialog.js';
import type { FileAt } from '../files/dropped.js';
import { kindOf, stemOf } from './kind-of.js';
import type { GivenText } from './new-case.js';

/** A situation of more is refused by the server too. */
const MOST_OF_SITUATION = 5e6;

/** So wide the source is for somebody who begins with it, in pixels. */
const READING = 440;

/** What was given that has to be asked about, and what went wrong with it. */
export interface Taking {
  /** What is being read; null: nothing. */
  readonly reading: string | null;
  /** Why what was given last cannot be used. */
  readonly failed: string | null;
  /** Can be read once it is named how its letters are written. */
  readonly unread: File | null;
  /** Neither surely a situation nor surely a text. */
  readonly unclear: File | null;
  /** A file of another program, told of before a case is made of it. */
  readonly foreign: File | null;
  /** Texts that were read, to begin a situation with. */
  readonly texts: readonly GivenText[] | null;
  /** Files that could not be read, with why, beside those that could. */
  readonly refused: readonly string[];
  readonly take: (files: readonly FileAt[]) => Promise<void>;
  readonly openAs: (
    file: File,
    kind: 'situation' | 'text' | 'unclear',
    encoding?: string,
  ) => Promise<void>;
  /** @returns why it was not begun; null where it was */
  readonly begin: (beginning: Beginning) => Promise<string | null>;
  readonly addNew: (wished: string, situation: string) => Promise<void>;
  readonly fail: (error: unknown) => void;
  readonly forget: () => void;
}

/** Takes files, texts and folders that are given to the start page, and makes cases of them. */
export function useTaking({
  freeName,
  open,
}: {
  readonly freeName: (wished: string) => string;
  /** Goes to a case. */
  readonly open: (name: string) => void;
}): Taking {
  const [reading, setReading] = useState<string | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const [unread, setUnread] = useState<File | null>(null);
  const [unclear, setUnclear] = useState<File | null>(null);
  const [foreign, setForeign] = useState<File | null>(null);
  const [texts, setTexts] = useState<readonly GivenText[] | null>(null);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const fail = (error: unknown): void => setFailed(wordsOf(error));
  const forget = (): void => {
    setFailed(null);
    setUnread(null);
    setUnclear(null);
    setForeign(null);
    setTexts(null);
    setRefused([]);
  };
  const addNew = async (wished: string, situation: string): Promise<void> => {
    const name = freeName(wished);
    try {
      await addCase(name, { situation });
      open(name);
    } catch (error) {
      fail(error);
    }
  };
  const readAll = async (files: readonly File[], encoding?: string): Promise<void> => {
    const { readGiven } = await import('./new-case.js');
    const read: GivenText[] = [];
    const wrong: string[] = [];
    for (const file of files) {
      setReading(file.name);
      try {
        read.push(await readGiven(file, encoding));
      } catch (error) {
        if (files.length === 1 && error instanceof ReadError && error.code === 'encoding')
          setUnread(file);
        wrong.push(files.length === 1 ? wordsOf(error) : `${file.name}: ${wordsOf(error)}`);
      }
    }
    setReading(null);
    if (read.length > 0) {
      setTexts(read);
      setRefused(wrong);
    } else setFailed(wrong.join(' '));
  };
  const addPackage = async (file: File): Promise<void> => {
    try {
      const { filesOfPackage } = await import('../files/case-package.js');
      const { addFolder, folderOf } = await import('./folder.js');
      const folder = folderOf(await filesOfPackage(file));
      if (folder.is !== 'case') throw new Error('it holds no case.');
      const name = freeName(stemOf(folder.situation.file.name));
      await addFolder(name, folder);
      open(name);
    } catch (error) {
      fail(error);
    }
  };
  const openAs: Taking['openAs'] = async (file, kind, encoding) => {
    forget();
    if (kind === 'unclear') setUnclear(file);
    else if (kind === 'text') await readAll([file], encoding);
    else if (file.size > MOST_OF_SITUATION)
      setFailed(
        `“${file.name}” has ${Math.ceil(file.size / 1e6)} MB; a situation may have ${MOST_OF_SITUATION / 1e6}.`,
      );
    else await addNew(stemOf(file.name), await file.text());
  };
  return {
    reading,
    failed,
    unread,
    unclear,
    foreign,
    texts,
    refused,
    addNew,
    openAs,
    fail,
    forget,
    take: async (files) => {
      forget();
      const [first] = files;
      if (first === undefined) return;
      if (files.length === 1 && !first.path.includes('/')) {
        if (/\.zip$/iu.test(first.file.name)) await addPackage(first.file);
        else if (isForeign(first.file.name)) setForeign(first.file);
        else await openAs(first.file, await kindOf(first.file));
        return;
      }
      const { addFolder, folderOf } = await import('./folder.js');
      const folder = folderOf(files);
      if (folder.is === 'unclear') setFailed(folder.why);
      else if (folder.is === 'texts') await readAll(folder.files.map(({ file }) => file));
      else
        try {
          const name = freeName(stemOf(folder.situation.file.name));
          await addFolder(name, folder);
          open(name);
        } catch (error) {
          fail(error);
        }
    },
    begin: async ({ title, name, aid }) => {
      try {
        const { addCaseOf } = await import('./new-case.js');
        await addCaseOf(name, title, texts ?? []);
      } catch (error) {
        return wordsOf(error);
      }
      showPane('source');
      setWidth('source', Math.max(READING, useSettings.getState().widths.source));
      if (aid) askForAid();
      open(name);
      return null;
    },
  };
}

/** Whether a file is of another program, by the end of its name. */
function isForeign(name: string): boolean {
  const format = formatOf(name);
  return format !== undefined && isReadable(format);
}

function wordsOf(error: unknown): string {
  if (error instanceof ReadError) return [error.message, error.hint].filter(Boolean).join(' ');
  const why = error instanceof Error ? error.message : String(error);
  if (error instanceof DOMException && error.name === 'QuotaExceededError')
    return `The browser has no room for it: ${why} Remove a case that you no longer need, or open the folder with the command “standoff open”.`;
  if (error instanceof DOMException && error.name === 'ConstraintError')
    return 'A case of this name has been begun in another page meanwhile. Choose another name.';
  return `It could not be read or stored: ${why}`;
}
