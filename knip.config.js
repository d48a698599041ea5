/**
 * No unused files, exports and dependencies. What a package's door shows, and what npm, vitest, vite, tsc
 * or Node's `new Worker` begins with, is used; the first and the last two are told here.
 */
export default {
  // A type that an answer is made of is exported, also where its file alone says it: the answer's JSON
  // Schema names it for that (scripts/schemas.js).
  ignoreExportsUsedInFile: { interface: true, type: true },
  workspaces: {
    '.': {
      entry: [
        '{scripts,bench}/*.js',
        // The types of what is written in JavaScript.
        'scripts/*.d.ts',
        // Bundled by the test for a page and a worker of it.
        'test/browser/engine-{page,worker}.ts',
      ],
      project: ['{scripts,bench,test}/**', '*.{js,ts}'],
      // Its program is run by packages/language/generate.js.
      ignoreDependencies: ['langium-cli'],
    },
    'packages/*': { project: '{src,test}/**' },
    'packages/engine': { entry: 'test/mutants.d.ts', project: '{src,test}/**' },
    'packages/language': {
      project: '{src,test}/**',
      // Langium takes it for given; a newer one, which npm may choose, has other doors.
      ignoreDependencies: ['vscode-jsonrpc'],
    },
    'packages/cli': {
      // Bundled by bundle.js; of the types of answers the schemas are made (scripts/schemas.js).
      entry: ['src/{main,index,answer,*-worker}.ts', 'test/bundle-command.d.ts'],
      project: ['{src,test,bin}/**', '*.js'],
      // A file of it is copied by bundle.js.
      ignoreDependencies: ['dejavu-fonts-ttf'],
    },
    'packages/workbench': { project: ['{src,server,test}/**', '*.{js,ts}'] },
  },
  // A program of every Unix, for tests of what is no file; an editor, for tests that do without it; what `npm run sweeps` starts a
  // server with.
  ignoreBinaries: ['mkfifo', 'nvim', 'setpriv'],
};
