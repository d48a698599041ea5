import { commands } from './commands.js';
import { importers, packages } from './exchange.js';
import { keptFiles } from './kept-files.js';
import { formatter, parser } from './language.js';
import { readers } from './readers.js';
import { server } from './server.js';
import type { Target } from './target.js';

/** @param scale how large repeated inputs may be; 1: as small as the normal run has time for */
export function targets(scale: number): Target[] {
  return [
    parser(scale),
    formatter,
    ...readers(scale),
    ...importers,
    packages,
    keptFiles,
    server(),
    commands(),
  ];
}
