import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // What is waited for has as long as the test itself, or nearly so.
    expect: { poll: { timeout: 30_000 } },
    // Real sockets and TLS on two cores: more workers only make deadlines tremble.
    maxWorkers: 2,
    reporters: ['default'],
    projects: [
      {
        extends: true,
        test: { name: 'core', include: ['tests/**/*.test.ts'], exclude: ['tests/cli/**', 'tests/browser/**'] },
      },
      // Its tests run the built program, which is built first when it is older than its sources.
      {
        extends: true,
        test: { name: 'cli', include: ['tests/cli/*.test.ts'], globalSetup: ['tests/cli/global-setup.ts'] },
      },
      // Real browsers with the built extension, after everything else. Much of their time they wait.
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.{ts,tsx}'],
          globalSetup: ['tests/browser/global-setup.ts'],
          sequence: { groupOrder: 1 },
          maxWorkers: 2,
          // A browser on a busy machine now and then misses its moment. The reporter says who needed a second try.
          retry: 1,
        },
      },
    ],
  },
});
