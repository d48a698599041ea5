// Makes src/generated of the grammar, and src/terminals.generated.ts: the grammar's terminals by
// themselves, for what colours a text without the parser. Says nothing where all is well.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// By npm, which puts the programs of dependencies in the way.
const { status, stdout, stderr } = spawnSync('langium generate', {
  cwd: fileURLToPath(new URL('.', import.meta.url)),
  encoding: 'utf8',
  shell: true,
});
if (status !== 0) {
  process.stderr.write(stdout + stderr);
  process.exit(1);
}

const file = (name) => new URL(`src/${name}`, import.meta.url);
const terminals = /export const StandoffTerminals = \{[\s\S]*?\n\};\n/.exec(
  readFileSync(file('generated/ast.ts'), 'utf8'),
);
if (terminals === null) throw new Error('src/generated/ast.ts has no terminals as it used to');
writeFileSync(file('terminals.generated.ts'), terminals[0]);
