import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The directory for what the tests of a run synthesize. */
    synthesized: string;
  }
}

/** Whatever the tests synthesize lies in one directory, which goes when the run ends. */
export default (project: TestProject) => {
  const directory = mkdtempSync(join(tmpdir(), 'groundswell-synthesized-'));
  project.provide('synthesized', directory);
  return () => rmSync(directory, { recursive: true });
};
