import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { findEmulator, obtainEmulator } from '../../local/emulator/obtain-emulator.ts';
import { placesIn } from '../../local/places.ts';
import { findFreePort } from '../../local/ports.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The endpoint of an emulator in which nothing is deployed. */
    awsEndpoint: string;
  }
}

/** One emulator for all contract tests; each makes what it needs under names of its own. */
export default async (project: TestProject) => {
  const directory = await mkdtemp(join(tmpdir(), 'groundswell-contract-'));
  const emulator = await obtainEmulator(await findEmulator(), {
    port: await findFreePort(),
    places: placesIn(join(directory, 'emulator')),
  });
  project.provide('awsEndpoint', emulator.endpoint);
  return async () => {
    await emulator.stop();
    await rm(directory, { recursive: true, force: true });
  };
};
