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

const direction = Object.entries(mayImport).map(([name, allowed]) => ({
  files: [`packages/${name}/src/**/*.{ts,tsx}`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: `^@standoff/(${Object.keys(mayImport)
              .filter((other) => !allowed.includes(other))
              .join('|')})(/|$)`,
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

/** What is asked of every file. */
const PLAIN = [
  'eqeqeq',
  'no-console',
  'no-restricted-globals',
  'typescript/no-array-constructor',
  'typescript/no-duplicate-enum-values',
  'typescript/no-dynamic-delete',
  'typescript/no-empty-object-type',
  'typescript/no-explicit-any',
  'typescript/no-extra-non-null-assertion',
  'typescript/no-extraneous-class',
  'typescript/no-invalid-void-type',
  'typescript/no-misused-new',
  'typescript/no-namespace',
  'typescript/no-non-null-asserted-nullish-coalescing',
  'typescript/no-non-null-asserted-optional-chain',
  'typescript/no-require-imports',
  'typescript/no-this-alias',
  'typescript/no-unnecessary-type-constraint',
  'typescript/no-unsafe-declaration-merging',
  'typescript/no-unsafe-function-type',
  'typescript/no-unused-vars',
  'typescript/no-useless-constructor',
  'typescript/no-wrapper-object-types',
  'typescript/prefer-as-const',
  'typescript/prefer-literal-enum-member',
  'typescript/prefer-namespace-keyword',
  'typescript/triple-slash-reference',
  'typescript/unified-signatures',
];

/** What is asked of TypeScript, most of it by its types. */
const TYPED = [
  'no-var',
  'prefer-const',
  'prefer-rest-params',
  'prefer-spread',
  'typescript/await-thenable',
  'typescript/no-array-delete',
  'typescript/no-base-to-string',
  'typescript/no-deprecated',
  'typescript/no-duplicate-type-constituents',
  'typescript/no-floating-promises',
  'typescript/no-for-in-array',
  'typescript/no-generated-empty-object-type',
  'typescript/no-implied-eval',
  'typescript/no-meaningless-void-operator',
  'typescript/no-mixed-enums',
  'typescript/no-redundant-type-constituents',
  'typescript/no-unnecessary-boolean-literal-compare',
  'typescript/no-unnecessary-template-expression',
  'typescript/no-unnecessary-type-arguments',
  'typescript/no-unnecessary-type-assertion',
  'typescript/no-unnecessary-type-conversion',
  'typescript/no-unnecessary-type-parameters',
  'typescript/no-unsafe-argument',
  'typescript/no-unsafe-assignment',
  'typescript/no-unsafe-call',
  'typescript/no-unsafe-enum-assignment',
  'typescript/no-unsafe-enum-comparison',
  'typescript/no-unsafe-member-access',
  'typescript/no-unsafe-return',
  'typescript/no-unsafe-unary-minus',
  'typescript/no-useless-default-assignment',
  'typescript/only-throw-error',
  'typescript/prefer-promise-reject-errors',
  'typescript/prefer-reduce-type-parameter',
  'typescript/prefer-return-this-type',
  'typescript/related-getter-setter-pairs',
  'typescript/use-unknown-in-catch-callback-variable',
];

/** Of these the linter knows no types: linkedom's are those of the DOM, which the core has not, and those of dagre are found by bundlers alone. */
const UNTYPED = [
  'no-unnecessary-type-assertion',
  'no-unsafe-argument',
  'no-unsafe-assignment',
  'no-unsafe-call',
  'no-unsafe-member-access',
  'no-unsafe-return',
].map((rule) => `typescript/${rule}`);

/** What the React compiler asks for beside (nothing mutable is looked at while rendering, no effect sets a state) is not: it does not build the page. */
const HOOKS = [
  'react/rules-of-hooks',
  'react/exhaustive-deps',
  'react/static-components',
  'react/use-memo',
  'react/void-use-memo',
  'react/preserve-manual-memoization',
  'react/globals',
  'react/error-boundaries',
  'react/purity',
  'react/set-state-in-render',
  'react/unsupported-syntax',
];

/** All of these, as errors or not at all. */
const all = (rules, level = 'error') => Object.fromEntries(rules.map((rule) => [rule, level]));

export default {
  plugins: ['typescript', 'react'],
  jsPlugins: ['./scripts/lint-private-members.js'],
  categories: { correctness: 'off' },
  options: { typeAware: true, reportUnusedDisableDirectives: 'error' },
  // The extension is checked where it is built, with what it is built with.
  ignorePatterns: [
    'docs/api/**',
    'editors/vscode/src/**',
    '**/dist/**',
    '**/generated/**',
    '**/*.generated.ts',
  ],
  rules: {
    ...all(PLAIN),
    'typescript/ban-ts-comment': ['error', { minimumDescriptionLength: 10 }],
    'typescript/no-unused-expressions': 'error',
    'standoff/private-members': 'error',
  },
  overrides: [
    {
      files: ['**/*.{ts,tsx}'],
      rules: {
        ...all(TYPED),
        'typescript/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
        'typescript/restrict-plus-operands': [
          'error',
          {
            allowAny: false,
            allowBoolean: false,
            allowNullish: false,
            allowNumberAndString: false,
            allowRegExp: false,
          },
        ],
        'typescript/restrict-template-expressions': [
          'error',
          { allowNumber: true, allowBoolean: true, allowNever: true, allowArray: true },
        ],
        // What is handed to whoever waits for nobody tells its failures itself.
        'typescript/no-misused-promises': ['error', { checksVoidReturn: false }],
        'typescript/return-await': ['error', 'error-handling-correctness-only'],
      },
    },
    {
      files: [
        'packages/document/{src,test}/svg/state-graph*.ts',
        'packages/evidence/src/reading/{docx,html,page-tree}.ts',
        'packages/questions/test/told/document/report-html.test.ts',
      ],
      rules: all(UNTYPED, 'off'),
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
    { files: ['packages/workbench/src/**/*.{ts,tsx}'], rules: all(HOOKS) },
    ...direction,
    {
      files: ['packages/workbench/server/**/*.ts'],
      // The app's own files, and where the server keeps its address.
      excludeFiles: ['**/app-files.ts', '**/kept-address.ts'],
      rules: { 'no-restricted-imports': ['error', { patterns: [THE_DOOR] }] },
    },
  ],
};
