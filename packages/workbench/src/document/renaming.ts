import { renamedBeside, type Renamed } from '@standoff/evidence/records';
import { renamedIn } from '@standoff/language/edit';
import type { Workbench } from '../workbench.js';
import type { Beside } from './document.js';

/**
 * What another name changes beside the text, to be made and undone with the step that changes it in the text: variants
 * are whole texts of the situation, and a source is named with its text, its annotations and what was decided.
 */
export function renamingBeside(workbench: Workbench, named: Renamed, to: string): Beside {
  const id = `${named.id.slice(0, named.id.length - named.name.length)}${to}`;
  return {
    make: () => renameBeside(workbench, named, to),
    takeBack: () => renameBeside(workbench, { ...named, id, name: to }, named.name),
  };
}

async function renameBeside(
  { variants, sources }: Workbench,
  named: Renamed,
  to: string,
): Promise<void> {
  const rename =
    (file: string) =>
    (text: string): string | null =>
      renamedBeside(file, text, named, to, (variant) => renamedIn(variant, named.id, to));
  await variants.rewrite(rename('variants.json'));
  if (named.isSource) await (await sources()).renamed(named.name, to, rename);
}
