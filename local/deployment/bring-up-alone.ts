import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { User } from '../people/users.ts';
import { OWN_FILES, type Places, placesIn } from '../places.ts';
import { findFreePort } from '../ports.ts';
import type { Program } from '../program/run-program.ts';
import { bringUp, type Running } from './bring-up.ts';

/** What runs by itself, and where. */
export type RunningAlone = Running & { readonly port: number; readonly places: Places };

/**
 * Brings up an emulator of its own, under a name that begins with `name`. It leaves nothing
 * behind but its logs where something failed.
 */
export const bringUpAlone = async (
  program: Program,
  { name, users }: { readonly name: string; readonly users: readonly User[] },
): Promise<RunningAlone> => {
  await mkdir(OWN_FILES, { recursive: true });
  const places = placesIn(await mkdtemp(join(OWN_FILES, `${name}-`)));
  program.atEnd((code) => leaveNothingBut(code === 1 ? places.logs : undefined, places.directory));
  const port = await findFreePort();
  const running = await bringUp(program, { port, siteUrl: 'http://localhost:8080', places, users });
  return { ...running, port, places };
};

const leaveNothingBut = async (kept: string | undefined, directory: string): Promise<void> => {
  const paths = (await readdir(directory)).map((name) => join(directory, name));
  const gone = kept === undefined ? [directory] : paths.filter((path) => path !== kept);
  await Promise.all(gone.map((path) => rm(path, { recursive: true, force: true })));
};
