import { Unzip, UnzipInflate } from 'fflate';
import { ModelFault } from '@standoff/model';

/** The archive is fed in pieces, so that what one unfolds to is seen before it fills the memory. */
const PIECE = 16_384;
/** More files than that are in none that is read here. */
const MOST_FILES = 5_000;

/**
 * The files of a ZIP archive, by their names. The sizes it states are not believed: what comes out is
 * counted while it comes out.
 * @param most bytes that all of it may unfold to
 * @throws ModelFault that names the file in the archive, where one climbs out of it, stands in it twice or
 * unfolds to too much
 */
export function unpacked(bytes: Uint8Array, most: number): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array[]>();
  const open = new Set<string>();
  let size = 0;
  const unzip = new Unzip((file) => {
    const { name } = file;
    if (name.endsWith('/')) return;
    expectWithin(name);
    if (files.has(name))
      throw new ModelFault(shownName(name), 'each file once', 'it a second time');
    if (files.size >= MOST_FILES)
      throw new ModelFault(shownName(name), `at most ${MOST_FILES} files`, 'one more');
    const pieces: Uint8Array[] = [];
    files.set(name, pieces);
    open.add(name);
    file.ondata = (error, data, final) => {
      if (error) throw error;
      size += data.length;
      if (size > most)
        throw new ModelFault(shownName(name), `at most ${most / 1e6} MB in all, unfolded`, 'more');
      pieces.push(data);
      if (final) open.delete(name);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length; at += PIECE)
      unzip.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length);
  } catch (error) {
    throw error instanceof ModelFault ? error : cutOff([...open].at(-1));
  }
  if (open.size > 0 || files.size === 0) throw cutOff([...open].at(-1));
  return new Map([...files].map(([name, pieces]) => [name, joined(pieces)]));
}

/** @throws ModelFault where the name leads out of the folder that the archive is unpacked into */
function expectWithin(name: string): void {
  const climbs =
    /^[\\/]|^[A-Za-z]:|[\\\0]/.test(name) ||
    name.split('/').some((part) => part === '..' || part === '.' || part === '');
  if (climbs)
    throw new ModelFault(
      shownName(name),
      'a place within the archive',
      'a path that leads out of it',
    );
}

function cutOff(name: string | undefined): ModelFault {
  return new ModelFault(
    name === undefined ? '' : shownName(name),
    'a ZIP archive that is whole',
    'one that is damaged or cut off',
  );
}

/** A name of a file as a message shows it. */
const shownName = (name: string): string => JSON.stringify(name.slice(0, 80));

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
