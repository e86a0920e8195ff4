import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import { importLaw } from './lint/import-law.ts';

/** The world enters by ports given at the composition root; these rooms may not reach for it themselves. */
const pureRooms = [
  'kernel',
  'standards',
  'parsing',
  'probes',
  'checks',
  'rehearsal',
  'engine',
  'report',
  'i18n',
  'page',
  'interference',
  'runs',
];
const worldMessage = 'The world enters through ports (lib/kernel/ports.ts): take it from the context you are given.';

const world = [
  ...['fetch', 'console', 'process', 'setTimeout', 'setInterval', 'localStorage', 'navigator'].map((name) => ({
    name,
    message: worldMessage,
  })),
];

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', '.output/', '.wxt/', 'coverage/'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      // tsc reports unused names, with underscores for what is taken out of an object to leave it behind.
      '@typescript-eslint/no-unused-vars': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.property.name='includes'] > Literal[value=/^(application|text)\\//]",
          message: 'A media type has parameters and case: parse it (lib/parsing/media-type.ts).',
        },
        {
          selector: 'ExportDefaultDeclaration',
          message: 'Named exports only: a name is found again, a default is not.',
        },
        { selector: 'TSEnumDeclaration', message: 'Use a union of literals.' },
      ],
    },
  },
  {
    // Configuration files and entry points are read by tools that want a default export.
    files: ['*.config.ts', '*.config.js', 'lint/*.js', 'entrypoints/background/index.ts', 'entrypoints/*.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: pureRooms.map((room) => `lib/${room}/**/*.ts`),
    rules: {
      'no-restricted-globals': ['error', ...world],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: worldMessage },
        { object: 'Math', property: 'random', message: worldMessage },
      ],
    },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly', setTimeout: 'readonly' } },
  },
  {
    files: ['entrypoints/background/**/*.ts', 'entrypoints/engine/**/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { patterns: [{ regex: '/components/', message: 'background and engine show nothing: they know no screens.' }] },
      ],
    },
  },
  ...importLaw.map(({ room, files, patterns }) => ({
    files,
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { patterns: patterns.map(({ regex, message }) => ({ regex, message: `${room}: ${message}` })) },
      ],
    },
  })),
);
