/** A file with its path from the folder that was given. */
export interface FileAt {
  readonly path: string;
  readonly file: File;
}

/** So many files of a folder are looked at; a folder of everything was meant for nothing here. */
export const MOST_FILES = 500;

/** All files of what was dropped, those of folders with their paths in it. */
export async function filesDropped({ items, files }: DataTransfer): Promise<FileAt[]> {
  // Entries are to be had only while the event is told.
  const entries = [...items].map((item) => item.webkitGetAsEntry());
  const plain = [...files].map((file) => ({ path: file.name, file }));
  if (!entries.some((entry) => entry?.isDirectory)) return plain;
  const found: FileAt[] = [];
  const walk = async (entry: FileSystemEntry): Promise<void> => {
    if (found.length > MOST_FILES) return;
    if (entry.isFile) {
      const file = await new Promise<File>((resolve, reject) =>
        (entry as FileSystemFileEntry).file(resolve, reject),
      );
      found.push({ path: entry.fullPath.replace(/^\//, ''), file });
      return;
    }
    const reader = (entry as FileSystemDirectoryEntry).createReader();
    for (;;) {
      const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
        reader.readEntries(resolve, reject),
      );
      if (some.length === 0) return;
      for (const one of some) await walk(one);
    }
  };
  for (const entry of entries) if (entry !== null) await walk(entry);
  return found;
}
