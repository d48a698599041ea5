// Makes the JSON Schemas of all that the command prints from the types of what it prints: those that
// packages/cli/src/answer.ts lists. Each is closed and has all that it refers to in itself. They go to
// packages/cli/generated, that of the model to packages/model/generated too. Where no type in the sources
// that were read for them has changed, nothing is done.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = path.join(root, 'packages/cli/generated');
const ANSWERS = 'packages/cli/src/answer.ts';
const MODEL = path.join(root, 'packages/model/generated/conflict-model-1.schema.json');
/** The files that the last run read, and a hash of the types in them. */
const INPUTS = path.join(folder, 'inputs.json');

/** The names of the schemas there are, in alphabetical order. */
export function schemaNames() {
  return JSON.parse(readFileSync(INPUTS, 'utf8')).names;
}

export async function makeSchemas() {
  if (isFresh()) return;
  const { createFormatter, createParser, createProgram, DEFAULT_CONFIG, SchemaGenerator } =
    await import('ts-json-schema-generator');
  const config = {
    ...DEFAULT_CONFIG,
    path: path.join(root, ANSWERS),
    tsconfig: path.join(root, 'tsconfig.json'),
    expose: 'export',
    jsDoc: 'extended',
    additionalProperties: false,
    // Types are checked by tsc.
    skipTypeCheck: true,
    sortProps: false,
  };
  const program = createProgram(config);
  const generator = new SchemaGenerator(
    program,
    createParser(program, config),
    createFormatter(config),
    config,
  );
  const { types, cut } = answerTypes(program);
  const { definitions } = /** @type {{ definitions: Record<string, object> }} */ (
    generator.createSchemaFromNodes([...types.values(), cut])
  );
  describeConcepts(definitions, await conceptNames());
  rmSync(folder, { recursive: true, force: true });
  const names = [...types.keys()]
    .map((type) => {
      const name = definitions[type].properties.schema.const.split('/')[1];
      // What is printed of an answer says where its lists are cut.
      if (name !== 'model') Object.assign(definitions[type].properties, definitions.Cut.properties);
      write(fileOf(name), schemaOf(type, name, definitions));
      if (name === 'model') write(MODEL, schemaOf(type, name, definitions));
      return name;
    })
    .sort();
  const files = program
    .getSourceFiles()
    .map(({ fileName }) => path.relative(root, fileName))
    .filter((file) => !file.startsWith('node_modules'));
  write(INPUTS, { names, files, hash: hashOf(files) });
}

/**
 * The types that answer.ts comes to, by name, each with where it is written, and what the printer adds to
 * an answer. Those of the questions follow from their list, which the compiler works out and the maker of
 * schemas cannot.
 */
function answerTypes(program) {
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(path.join(root, ANSWERS));
  const exported = (wanted) =>
    checker
      .getExportsOfModule(checker.getSymbolAtLocation(file))
      .find(({ name }) => name === wanted);
  const types = checker.getDeclaredTypeOfSymbol(exported('Answer')).types.map((type) => {
    const { name, declarations } = type.aliasSymbol ?? type.symbol;
    return [name, declarations[0]];
  });
  return {
    types: new Map(types),
    cut: checker.getAliasedSymbol(exported('Cut')).declarations[0],
  };
}

/** What the concepts are called, by their short names. */
async function conceptNames() {
  const { outputFiles } = await build({
    entryPoints: [path.join(root, 'packages/engine/src/concepts.ts')],
    bundle: true,
    write: false,
    format: 'esm',
  });
  const { COALITION_DEFINITIONS, DEFINITIONS } = await import(
    `data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`
  );
  return new Map([
    ...Object.entries(DEFINITIONS).map(([id, { name }]) => [id, name]),
    ...Object.entries(COALITION_DEFINITIONS).map(([id, { alone }]) => [
      id,
      `${DEFINITIONS[alone].name} of coalitions`,
    ]),
  ]);
}

/** A field for each concept comes of a mapped type, where no comment can stand. */
function describeConcepts(schema, names) {
  for (const [field, one] of Object.entries(schema.properties ?? {}))
    if (names.has(field)) one.description ??= `Under ${names.get(field)}.`;
  for (const inner of Object.values(schema))
    if (typeof inner === 'object' && inner !== null) describeConcepts(inner, names);
}

function fileOf(name) {
  return path.join(folder, `${name}.schema.json`);
}

function write(file, content) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
}

/** The schema of one type with those that it refers to, as JSON Schema 2020-12. */
function schemaOf(type, name, definitions) {
  const inside = new Set();
  const gather = (schema) =>
    JSON.stringify(schema, (key, value) => {
      if (key !== '$ref') return value;
      const other = value.slice('#/definitions/'.length);
      if (other !== type && !inside.has(other)) {
        inside.add(other);
        gather(definitions[other]);
      }
      return value;
    });
  gather(definitions[type]);
  const { description, ...rest } = asPublished(definitions[type], type);
  const title = rest.properties.schema.const;
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: title.replaceAll('/', ':').replace(/^/, 'urn:'),
    title,
    description,
    ...rest,
    $defs: Object.fromEntries(
      [...inside].sort().map((one) => [one, asPublished(definitions[one], type)]),
    ),
  };
}

/** The generator writes draft 7, and comments as their lines are broken in the source. */
function asPublished(schema, root) {
  return JSON.parse(JSON.stringify(schema), (key, value) => {
    if (key === '$ref')
      return value === `#/definitions/${root}` ? '#' : value.replace('#/definitions/', '#/$defs/');
    if (key === 'description' && typeof value === 'string')
      return value.replace(/(?<!\n)\n(?!\n)/g, ' ');
    if (!Array.isArray(value?.items)) return value;
    const { items, additionalItems = false, ...rest } = value;
    return { ...rest, prefixItems: items, items: additionalItems };
  });
}

function isFresh() {
  try {
    const { names, files, hash } = JSON.parse(readFileSync(INPUTS, 'utf8'));
    for (const name of names) readFileSync(fileOf(name));
    readFileSync(MODEL);
    return hash === hashOf(files);
  } catch {
    return false;
  }
}

/** Of the sources, of this script, and of the versions of what it uses. */
function hashOf(files) {
  const hash = createHash('sha256');
  const require = createRequire(import.meta.url);
  const others = [
    fileURLToPath(import.meta.url),
    require.resolve('ts-json-schema-generator/package.json'),
    path.join(root, 'tsconfig.json'),
    path.join(root, 'tsconfig.base.json'),
  ];
  for (const file of others) hash.update(readFileSync(file));
  for (const file of files) hash.update(typesIn(readFileSync(path.join(root, file), 'utf8')));
  return hash.digest('hex');
}

/**
 * What of a source has to do with types: all but the functions and classes, which change most. Of the
 * tables whose keys are a type the entries too.
 */
function typesIn(source) {
  return source
    .split(/\n(?=\S)/)
    .filter(
      (part) =>
        /^(?:\/\*\*|import |export [*{]|(?:export )?(?:type |interface |const \w+ = (?:\{|question))|[>}])/.test(
          part,
        ) || part.includes('as const'),
    )
    .join('\n');
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await makeSchemas();
