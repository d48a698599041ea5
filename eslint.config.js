import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/**
 * Arrows between packages point one way:
 * cli, workbench → questions → situation → engine, with language, evidence and document beside them; all
 * but evidence read the model. The files of a case are read and written in packages/case alone.
 */
const HAVE_NODE = ['cli', 'case'];
const mayImport = {
  model: [],
  engine: [],
  language: ['model'],
  evidence: [],
  case: [],
  situation: ['model', 'engine'],
  document: ['model'],
  questions: ['model', 'engine', 'situation', 'document'],
  workbench: ['model', 'engine', 'language', 'evidence', 'situation', 'document', 'questions'],
  cli: [
    'model',
    'engine',
    'language',
    'evidence',
    'case',
    'situation',
    'document',
    'questions',
    'workbench',
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
  { ignores: ['docs/api/**', '**/dist/', '**/generated/', '**/*.generated.ts', '**/coverage/'] },
  ...tseslint.configs.strict,
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
    files: ['packages/{model,engine,language,evidence,situation,document,questions}/src/**/*.ts'],
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
    // The rules of hooks; those of the React compiler, which does not build the page, are not asked.
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  ...direction,
  {
    files: ['packages/workbench/server/**/*.ts'],
    // The app's own files, and where the server keeps its address.
    ignores: ['**/app-files.ts', '**/kept-address.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [THE_DOOR] }] },
  },
);
