// Writes src/terminals.generated.ts: the grammar's terminals by themselves, for what colours a text
// without the parser.
import { readFileSync, writeFileSync } from 'node:fs';

const file = (name) => new URL(`src/${name}`, import.meta.url);
const terminals = /export const StandoffTerminals = \{[\s\S]*?\n\};\n/.exec(
  readFileSync(file('generated/ast.ts'), 'utf8'),
);
if (terminals === null) throw new Error('src/generated/ast.ts has no terminals as it used to');
writeFileSync(file('terminals.generated.ts'), terminals[0]);
