import { readFile, writeFile } from 'node:fs/promises';
import type { Deployment } from '../deployment/describe-deployment.ts';
import { shown } from '../places.ts';
import type { User } from './users.ts';

/** What `npm start` tells scripts: where everything is, and who can sign in. */
export type LocalFile = Deployment & {
  /** The site, with the API on the same origin. */
  readonly siteUrl: string;
  readonly poll: string;
  readonly users: readonly User[];
};

export class NotStartedError extends Error {
  override readonly name = 'NotStartedError';
}

/** Writes it; nobody else on this machine may read it. */
export const writeLocalFile = (path: string, content: LocalFile): Promise<void> =>
  writeFile(path, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });

/** Reads what the last `npm start` wrote. */
export const readLocalFile = async (path: string): Promise<LocalFile> => {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as LocalFile;
  } catch (cause) {
    throw new NotStartedError(`There is no ${shown(path)}. Run npm start first.`, { cause });
  }
};
