import { defineConfig } from 'vitest/config';

/** Fails a file in which a function logs what it must not. */
const WATCH_LOGS = ['test/logged/watch-logs.ts'];

/**
 * Four projects, one after the other: what needs nothing, what needs an emulator, what needs a
 * deployment in one, and what looks at all that the deployed functions asked AWS for meanwhile.
 * Those that share an emulator run file by file.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/contract/**', 'test/end-to-end/**', 'test/access/recorded-calls.test.ts'],
          setupFiles: [...WATCH_LOGS, 'test/set-property-runs.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'contract',
          include: ['test/contract/**/*.test.ts'],
          setupFiles: WATCH_LOGS,
          globalSetup: ['test/emulator/provide-emulator.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'end-to-end',
          include: ['test/end-to-end/**/*.test.ts'],
          setupFiles: WATCH_LOGS,
          globalSetup: ['test/emulator/provide-deployment.ts'],
          testTimeout: 120_000,
          hookTimeout: 240_000,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: 'access',
          include: ['test/access/recorded-calls.test.ts'],
          testTimeout: 60_000,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
