import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Real sockets and TLS on two cores: more workers only make deadlines tremble.
    maxWorkers: 2,
    reporters: ['default'],
    projects: [
      { extends: true, test: { name: 'core', include: ['tests/**/*.test.ts'], exclude: ['tests/cli/**'] } },
      // Its tests run the built program, which is built first when it is older than its sources.
      {
        extends: true,
        test: { name: 'cli', include: ['tests/cli/*.test.ts'], globalSetup: ['tests/cli/global-setup.ts'] },
      },
    ],
  },
});
