import { defineConfig } from 'vitest/config';

/**
 * Fails a file in which a function logs what it must not. The console has to write to the standard
 * streams for that, which are looked at.
 */
const WATCH_LOGS = ['test/logged/watch-logs.ts'];
const watched = { setupFiles: WATCH_LOGS, disableConsoleIntercept: true };

const RUNBOOK = 'test/end-to-end/runbook.test.ts';
const WEB = 'test/end-to-end/web/**';
const PAGES = 'test/pages/**/*.test.ts';
const RECORDED = 'test/access/recorded-calls.test.ts';

const onEmulator = { ...watched, testTimeout: 30_000, hookTimeout: 60_000 };
const onDeployment = {
  ...watched,
  globalSetup: ['test/emulator/provide-deployment.ts'],
  testTimeout: 120_000,
  hookTimeout: 240_000,
};

/**
 * What makes its own world runs side by side: `unit` needs nothing, `contract` an emulator,
 * `end-to-end` a deployment in one. `runbook` breaks that deployment and has it alone; `pages`
 * runs what a page tells to type, on an emulator of its own; `access` looks at all that the
 * deployed functions asked AWS for meanwhile. `browser` measures what people see, so it comes by
 * itself: `npm run test:browser`.
 */
export default defineConfig({
  test: {
    globalSetup: ['test/require-commands.ts', 'test/lib/provide-synthesized.ts'],
    // Vitest's own choice is one less, which leaves half of a machine with two cores idle.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          ...watched,
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/contract/**', 'test/end-to-end/**', 'test/browser/**', PAGES, RECORDED],
          setupFiles: [...WATCH_LOGS, 'test/leave-nothing-behind.ts', 'test/set-property-runs.ts'],
          isolate: false,
          testTimeout: 30_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...onEmulator,
          name: 'contract',
          include: ['test/contract/**/*.test.ts'],
          globalSetup: ['test/emulator/provide-emulator.ts'],
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...onDeployment,
          name: 'end-to-end',
          include: ['test/end-to-end/**/*.test.ts'],
          exclude: [RUNBOOK, WEB],
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...onDeployment,
          name: 'runbook',
          include: [RUNBOOK],
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'pages',
          include: [PAGES],
          testTimeout: 900_000,
          // Beside `runbook`, which is one file and so leaves a core idle.
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'access',
          include: [RECORDED],
          testTimeout: 60_000,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          ...watched,
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 3 },
        },
      },
      {
        test: {
          ...onDeployment,
          name: 'web',
          include: ['test/end-to-end/web/**/*.test.ts'],
          // Signing in returns to one address, which one file at a time can serve.
          fileParallelism: false,
          sequence: { groupOrder: 4 },
        },
      },
    ],
  },
});
