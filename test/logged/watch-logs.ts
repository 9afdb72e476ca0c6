import { afterAll, expect } from 'vitest';
import { takeFaults, watchOutput } from './watched.ts';

/**
 * Runs before each file of tests: whatever functions log meanwhile is looked at, and kept off
 * the screen. A file in which something was logged that must not be fails.
 */
for (const stream of [process.stdout, process.stderr]) {
  const write = stream.write.bind(stream) as (...all: readonly unknown[]) => boolean;
  stream.write = ((chunk: string | Uint8Array, ...rest: readonly unknown[]) =>
    watchOutput(chunk) ? true : write(chunk, ...rest)) as typeof stream.write;
}

afterAll(() => {
  expect(takeFaults().faults, 'something was logged that must not be').toEqual([]);
});
