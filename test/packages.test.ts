import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { published } from '../scripts/published.js';
import { scriptsOf } from './printed.js';
import { THOROUGH } from './thorough.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const packages = published();
/** The command has its pages. */
const libraries = packages.filter(({ name }) => name !== 'standoff');

const SCRIPT = `import { parseSituation } from '@standoff/language/parse';
import { scenarios, type ScenariosResult } from '@standoff/questions';
import { prepare } from '@standoff/situation';
import type { ConflictModel } from '@standoff/model';
import { run, type RunIo } from 'standoff';

const text: string = 'situation "One well"\\nactor A {\\n option pump\\n}\\nscenario wet = A.pump\\n';
const { model, diagnostics } = parseSituation(text);
if (model === null) throw new Error(diagnostics.map(({ message }) => message).join());
const loaded: ConflictModel = model;
const answer: ScenariosResult = scenarios(prepare(loaded, { statusQuoOptional: true }));
export const shown: readonly string[] = answer.scenarios.map(({ id, states }) => id + ' ' + String(states));
let told = '';
const io: RunIo = { stdin: (async function* () { yield new TextEncoder().encode(text); })(), stdout: { write: (more: string) => (told += more) } };
export const exit: number = await run(['scenarios', '-', '--json'], io);
export const { schema }: { schema: string } = JSON.parse(told);
`;

it.each(libraries)('the README of $name has an example', ({ folder }) => {
  const [{ script }] = scriptsOf(readFileSync(path.join(folder, 'README.md'), 'utf8'));
  expect(script).toContain('import ');
});

// What is packed is what was built (npm test builds first). Installing asks npm's cache, or its registry.
describe.runIf(THOROUGH)('packed and installed outside of the repository', () => {
  let place: string;
  beforeAll(() => {
    place = mkdtempSync(path.join(tmpdir(), 'standoff-installed-'));
    const packed = path.join(place, 'packed');
    mkdirSync(packed);
    npm(
      root,
      'pack',
      '--silent',
      ...packages.flatMap(({ folder }) => ['--workspace', folder]),
      '--ignore-scripts',
      '--offline',
      '--pack-destination',
      packed,
    );
    writeFileSync(path.join(place, 'package.json'), '{ "type": "module", "private": true }');
    const files = readdirSync(packed).map((file) => path.join(packed, file));
    npm(
      place,
      'install',
      '--ignore-scripts',
      '--prefer-offline',
      '--no-audit',
      '--no-fund',
      ...files,
    );
  }, 300_000);
  afterAll(() => rmSync(place, { recursive: true, force: true }));

  it('carries its licence, its README, and the sources that its maps name; no build record', () => {
    for (const { name } of packages) {
      const folder = path.join(place, 'node_modules', name);
      const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
      expect(files, name).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'package.json']));
      expect(
        files.filter((file) => file.endsWith('.tsbuildinfo')),
        name,
      ).toEqual([]);
      for (const map of files.filter((file) => /^dist\/.*\.map$/.test(file))) {
        const { sources } = JSON.parse(readFileSync(path.join(folder, map), 'utf8')) as {
          sources: string[];
        };
        for (const source of sources)
          expect(files, `${name}: ${map}`).toContain(path.join(path.dirname(map), source));
      }
    }
  });

  it('the command answers, and has all that it needs', () => {
    const command = path.join(place, 'node_modules/.bin/standoff');
    const korea = path.join(root, 'cases/korea-2018');
    expect(
      execFileSync(command, ['analyse', korea, '--json'], {
        encoding: 'utf8',
        cwd: place,
        maxBuffer: 1e9,
      }),
    ).toContain('"schema":');
    expect(readdirSync(path.join(place, 'node_modules/standoff/dist/app'))).toContain('index.html');
    const { dependencies } = JSON.parse(
      readFileSync(path.join(place, 'node_modules/standoff/package.json'), 'utf8'),
    ) as { dependencies?: object };
    expect(dependencies).toBeUndefined();
  });

  it('every door can be imported', () => {
    const doors = packages.flatMap(({ name }) => {
      const { exports } = JSON.parse(
        readFileSync(path.join(place, 'node_modules', name, 'package.json'), 'utf8'),
      ) as { exports?: object };
      return Object.keys(exports ?? {}).map((door) => path.posix.join(name, door));
    });
    expect(doors).toContain('@standoff/language/serve');
    expect(run(`for (const door of ${JSON.stringify(doors)}) await import(door);`)).toBe('');
  });

  it('a script in TypeScript finds the types, loads a situation and asks a question', () => {
    writeFileSync(path.join(place, 'script.ts'), SCRIPT);
    const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
    const options =
      '--strict --module nodenext --target es2022 --types --skipLibCheck false script.ts';
    const { stdout, status } = spawnSync(process.execPath, [tsc, ...options.split(' ')], {
      cwd: place,
      encoding: 'utf8',
    });
    expect(stdout).toBe('');
    expect(status).toBe(0);
    expect(
      run(
        "const { shown, exit, schema } = await import('./script.js'); console.log(shown, exit, schema)",
      ),
    ).toBe("[ 'wet 1' ] 0 standoff/scenarios/2\n");
  });

  it.each(libraries.map(({ name }) => name))(
    'the example of %s prints what its README says',
    (name) => {
      const page = readFileSync(path.join(place, 'node_modules', name, 'README.md'), 'utf8');
      const [{ script, output }] = scriptsOf(page);
      expect(run(script)).toBe(output);
    },
  );

  /** What a script prints there. */
  function run(script: string): string {
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module'], {
      cwd: place,
      input: script,
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    return stdout;
  }
});

function npm(cwd: string, ...args: string[]): void {
  execFileSync('npm', args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
}
