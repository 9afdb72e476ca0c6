import { strToU8, type Zippable, zipSync } from 'fflate';

/** A file to be packed. */
export type PackedFile = { readonly path: string; readonly body: Uint8Array };

const COMPRESSED = /\.(?:xlsx|zip)$/;

/**
 * A zip of a release: a folder of its name with the files and `README.txt`.
 *
 * @param day of the figures, which every file is dated with: equal releases give equal bytes
 */
export const zipRelease = (
  folder: string,
  readme: string,
  files: readonly PackedFile[],
  day: string,
): Uint8Array<ArrayBuffer> => {
  const mtime = new Date(`${day}T00:00:00`);
  const entries: Zippable = { [`${folder}/README.txt`]: [strToU8(readme), { mtime }] };
  for (const { path, body } of files) {
    entries[`${folder}/${path}`] = [body, { mtime, level: COMPRESSED.test(path) ? 0 : 6 }];
  }
  return zipSync(entries);
};
