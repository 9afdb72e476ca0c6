import { afterAll, expect } from 'vitest';
import { takeFaults, watchStreams } from './watched.ts';

/**
 * Runs before each file of tests: whatever functions log meanwhile is looked at, and kept off
 * the screen. A file in which something was logged that must not be fails.
 */
watchStreams();

afterAll(() => {
  expect(takeFaults().faults, 'something was logged that must not be').toEqual([]);
});
