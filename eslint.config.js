import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/**
 * Arrows between packages point one way:
 * cli, workbench → questions → situation → engine, with language, evidence and document beside them, and
 * cli → mcp → questions, language, evidence, and
 * cli → sweeps → questions, and cli → exchange → situation, language, document and records of evidence; all but evidence read the model. The files of a case are read and written in packages/case alone.
 */
const HAVE_NODE = ['cli', 'case', 'mcp', 'sweeps'];
const mayImport = {
  model: [],
  engine: [],
  language: ['model'],
  evidence: [],
  case: [],
  situation: ['model', 'engine'],
  document: ['model'],
  questions: ['model', 'engine', 'situation', 'document'],
  exchange: ['model', 'engine', 'language', 'evidence', 'situation', 'document'],
  sweeps: ['model', 'engine', 'situation', 'questions'],
  workbench: [
    'model',
    'engine',
    'language',
    'evidence',
    'situation',
    'document',
    'questions',
    'exchange',
  ],
  mcp: [
    'model',
    'engine',
    'language',
    'evidence',
    'situation',
    'document',
    'questions',
    'workbench',
  ],
  cli: [
    'model',
    'engine',
    'language',
    'evidence',
    'case',
    'exchange',
    'situation',
    'document',
    'questions',
    'sweeps',
    'workbench',
    'mcp',
  ],
};

const THE_DOOR = {
  regex: '^node:fs',
  message: 'Files are read and written through packages/case.',
};

/** What tsc reads: the rules that ask for types ask it. */
const TYPED = ['**/*.{ts,tsx}'];

const direction = Object.entries(mayImport).map(([name, allowed]) => ({
  files: [`packages/${name}/src/**/*.{ts,tsx}`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: `^@standoff/(?!(${allowed.join('|') || '-'})(/|$))`,
            message: `packages/${name} may import only: ${allowed.join(', ') || 'nothing of ours'}.`,
          },
          ...(HAVE_NODE.includes(name)
            ? []
            : [{ regex: '^node:', message: `packages/${name} runs in a browser too.` }]),
          ...(name === 'cli' ? [THE_DOOR] : []),
          ...(name === 'engine' || name === 'model'
            ? [{ regex: '^[^.]', message: `packages/${name} has no dependencies.` }]
            : []),
        ],
      },
    ],
  },
}));

export default tseslint.config(
  {
    // The extension is checked where it is built, with what it is built with.
    ignores: [
      'docs/api/**',
      'editors/vscode/src/**',
      '**/dist/',
      '**/generated/',
      '**/*.generated.ts',
      '**/coverage/',
    ],
  },
  ...tseslint.configs.strict,
  {
    files: TYPED,
    extends: [tseslint.configs.strictTypeCheckedOnly],
    languageOptions: {
      parserOptions: {
        project: [
          'tsconfig.test.json',
          'packages/workbench/tsconfig.json',
          'packages/workbench/server/tsconfig.json',
        ],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      // That an index may be out of range is not in the types (noUncheckedIndexedAccess): it would take
      // what looks whether it is for needless.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true, allowNever: true, allowArray: true },
      ],
      // Texts are taken apart into code points.
      '@typescript-eslint/no-misused-spread': 'off',
      // What promises an answer is async, also where it has it at once.
      '@typescript-eslint/require-await': 'off',
      // What is handed to whoever waits for nobody tells its failures itself.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      // Methods are handed on where they ask for no `this`, and put in the place of others with theirs.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    // The types of linkedom are those of the DOM, which the core has not, and those of dagre are found by
    // bundlers alone: to the linter what comes of them is of no type.
    files: [
      'packages/document/{src,test}/svg/state-graph*.ts',
      'packages/evidence/src/reading/{docx,html,page-tree}.ts',
      'packages/questions/test/told/document/report-html.test.ts',
    ],
    rules: {
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      eqeqeq: 'error',
      'no-console': 'error',
      'no-restricted-globals': ['error'],
      'no-restricted-syntax': [
        'error',
        {
          // What overrides a library's is called as the library calls it; a constructor has no name.
          selector:
            ':matches(PropertyDefinition, MethodDefinition[kind!=constructor], TSParameterProperty)[accessibility=/^(private|protected)$/]:not([override=true])',
          message: 'A private member is written #name.',
        },
      ],
    },
  },
  {
    files: [
      'packages/{model,engine,language,evidence,situation,exchange,document,questions}/src/**/*.ts',
    ],
    rules: {
      'no-restricted-globals': ['error', 'process', 'Buffer', 'window', 'document', 'setTimeout'],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Seeds are arguments.' },
        { object: 'Date', property: 'now', message: 'The core has no clock.' },
      ],
    },
  },
  {
    files: ['scripts/**', 'bench/**', 'packages/cli/**', '**/test/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['packages/workbench/src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      // What the React compiler asks for, which does not build the page: nothing mutable is looked at while
      // rendering, and no effect sets a state.
      'react-hooks/refs': 'off',
      'react-hooks/set-state-in-effect': 'off',
      'react-hooks/immutability': 'off',
      'react-hooks/incompatible-library': 'off',
    },
  },
  ...direction,
  {
    files: ['packages/workbench/server/**/*.ts'],
    // The app's own files, and where the server keeps its address.
    ignores: ['**/app-files.ts', '**/kept-address.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [THE_DOOR] }] },
  },
);
