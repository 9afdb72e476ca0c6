import { basename, dirname, join, relative } from 'node:path';

/** The project's own directory. */
export const PROJECT = dirname(import.meta.dirname);

/** Whatever this machine makes for itself; it may be deleted at any time when nothing runs. */
export const OWN_FILES = join(PROJECT, '.groundswell');

/** Where the commands of the project's packages lie. */
export const COMMANDS = join(PROJECT, 'node_modules', '.bin');

/** Where one run keeps its things. */
export type Places = {
  readonly directory: string;
  /** What the emulator holds: tables, objects, users, functions. */
  readonly state: string;
  readonly logs: string;
  /** Where everything is, for scripts: beside the directory, named like it. */
  readonly description: string;
};

/** The places of a run that keeps its things in `directory`. */
export const placesIn = (directory: string): Places => ({
  directory,
  state: join(directory, 'state'),
  logs: join(directory, 'logs'),
  description: join(dirname(directory), `${basename(directory)}.json`),
});

/** A path as a person in the current directory would write it. */
export const shown = (path: string): string => {
  const near = relative(process.cwd(), path);
  return near.startsWith('..') ? path : near;
};
